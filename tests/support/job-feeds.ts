import { describe, expect, test } from 'vitest'
import type { ParsedItem } from '#main/domains/jobs/sources/source.ts'
import type { Mode } from '../fakes/modes.ts'
import { expectWellFormed } from '../fakes/parser-laws.ts'
import { fakesFor, problemCode, readerOf, reasonsIn } from './read-source.ts'

export interface JobFeedExpectation {
  readonly id: string
  readonly name: string
  /** Items that its stand-in shows. */
  readonly items: number
}

/** What holds for every source that is one feed, against its stand-in: whatever the host does ends in a code or in postings, and
 *  nothing is invented. */
export function behavesAsJobFeed({ id, name, items: shown }: JobFeedExpectation): void {
  describe(`${name}, misbehaving`, () => {
    const codes: readonly (readonly [Mode, string])[] = [
      ['rate-limited', 'rate_limited'],
      ['server-error', 'server_error'],
      ['redirect-loop', 'redirect'],
      ['login-page', 'challenge'],
      ['unauthorised', 'unauthorised'],
      ['garbage', 'unreadable'],
      ['huge', 'too_large'],
    ]
    test.each(codes)('%s ends as %s', async (mode, code) => {
      const fakes = await fakesFor()
      fakes.setMode(id, mode)
      expect(await problemCode(() => readerOf(fakes, id)())).toBe(code)
      expect(fakes.requests().filter(({ path }) => !path.includes('hop='))).toHaveLength(1)
    })

    test('a hang is ended by the time limit', async () => {
      const fakes = await fakesFor()
      fakes.setMode(id, 'hang')
      expect(await problemCode(() => readerOf(fakes, id)({ timeoutMs: 150 }))).toBe('timeout')
    })

    test('nothing is asked beyond the requests that the run has', async () => {
      const fakes = await fakesFor()
      expect(await problemCode(() => readerOf(fakes, id)({ plannedRequests: 0 }))).toBe('quota_used')
      expect(fakes.requests()).toEqual([])
    })
  })

  describe(`${name}, sending what it should not`, () => {
    const readIn = async (mode: Mode): Promise<readonly ParsedItem[]> => {
      const fakes = await fakesFor()
      fakes.setMode(id, mode)
      const { items, problems } = await readerOf(fakes, id)()
      expect(problems).toEqual([])
      for (const item of items) expectWellFormed(item)
      return items
    }

    test('items without their fields are rejected one by one', async () => {
      const third = Math.ceil(shown / 3)
      expect(reasonsIn(await readIn('missing-fields'))).toEqual({
        ok: shown - 2 * third,
        no_title: third,
        no_url: third,
      })
    })

    test('bytes that are not UTF-8 cost no posting', async () => {
      expect(reasonsIn(await readIn('bad-utf8'))).toEqual({ ok: shown })
    })

    test('scripts make no address out of themselves', async () => {
      const items = await readIn('script-injection')
      expect(reasonsIn(items)['no_url']).toBeGreaterThan(0)
      const urls = items.flatMap((item) => (item.ok ? [item.posting.url] : []))
      expect(urls.filter((url) => !url.startsWith('http://127.0.0.1'))).toEqual([])
    })

    test('a description of megabytes costs only its own posting', async () => {
      expect(reasonsIn(await readIn('big-html'))).toEqual({ ok: shown - 1, too_large: 1 })
    })

    test('an empty feed is empty and no fault', async () => {
      expect(await readIn('empty')).toEqual([])
    })
  })
}

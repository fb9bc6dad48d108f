import { describe, expect, test } from 'vitest'
import type { ParsedItem } from '#main/domains/jobs/sources/source.ts'
import type { Mode } from '../fakes/modes.ts'
import { expectWellFormed } from '../fakes/parser-laws.ts'
import { fakeEmployers, fakesFor, problemCode, readerOf, reasonsIn } from './read-source.ts'

export interface EmployerBoardsExpectation {
  readonly id: string
  readonly name: string
  /** What becomes of the nine postings of one employer when every third lacks its title and every third its address. */
  readonly missingFields: Readonly<Record<string, number>>
}

const ONE = 'kranich'
/** Where a stand-in says that its pages are, and where the real ones of systems are whose pages are found by their id. */
const OWN_HOST = /^127\.0\.0\.1$|^(?:apply\.workable|jobs\.smartrecruiters)\.com$/

/** What holds for every source of employers' boards, against its stand-in: whatever the host does ends in a code or in postings, and
 *  nothing is invented. */
export function behavesAsEmployerBoards({ id, name, missingFields }: EmployerBoardsExpectation): void {
  const plan = { employers: fakeEmployers(id, [ONE]) }

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
      expect(await problemCode(() => readerOf(fakes, id)({ plan }))).toBe(code)
    })

    test('a hang is ended by the time limit', async () => {
      const fakes = await fakesFor()
      fakes.setMode(id, 'hang')
      expect(await problemCode(() => readerOf(fakes, id)({ plan, timeoutMs: 150 }))).toBe('timeout')
    })

    test('a fault of one board leaves the next ones to be read, a host that wants a pause is left alone', async () => {
      const fakes = await fakesFor()
      const two = { plan: { employers: fakeEmployers(id, [ONE, 'tidemark']) } }
      fakes.setMode(id, 'garbage')
      const { pages } = await readerOf(fakes, id)(two)
      expect(pages.map(({ board }) => board?.state)).toEqual(['failing', 'failing'])
      fakes.setMode(id, 'rate-limited')
      const before = fakes.requests().length
      await problemCode(() => readerOf(fakes, id)(two))
      expect(fakes.requests()).toHaveLength(before + 1)
    })
  })

  describe(`${name}, sending what it should not`, () => {
    const readIn = async (mode: Mode): Promise<readonly ParsedItem[]> => {
      const fakes = await fakesFor()
      fakes.setMode(id, mode)
      const { items, problems } = await readerOf(fakes, id)({ plan })
      expect(problems).toEqual([])
      for (const item of items) expectWellFormed(item)
      return items
    }

    test('items without their fields are rejected one by one', async () => {
      expect(reasonsIn(await readIn('missing-fields'))).toEqual(missingFields)
    })

    test('bytes that are not UTF-8 cost no posting', async () => {
      expect(reasonsIn(await readIn('bad-utf8'))).toEqual({ ok: 9 })
    })

    test('scripts make no address out of themselves', async () => {
      const items = await readIn('script-injection')
      const hosts = items.flatMap((item) => (item.ok ? [new URL(item.posting.url).hostname] : []))
      expect(hosts.length).toBeGreaterThan(0)
      expect(hosts.filter((host) => !OWN_HOST.test(host))).toEqual([])
    })

    test('a description of megabytes costs only its own posting', async () => {
      const fakes = await fakesFor()
      fakes.setMode(id, 'big-html')
      const reasons = reasonsIn((await readerOf(fakes, id)()).items)
      expect(reasons).toEqual({ ok: 71, too_large: 1 })
    })

    test('an empty board is empty and no fault', async () => {
      const fakes = await fakesFor()
      fakes.setMode(id, 'empty')
      const { pages, items, problems } = await readerOf(fakes, id)({ plan })
      expect([items, problems]).toEqual([[], []])
      expect(pages.map(({ board }) => board)).toEqual([{ slug: ONE, state: 'empty', postings: 0 }])
    })
  })
}

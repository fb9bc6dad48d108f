import { describe, expect, test } from 'vitest'
import type { ParsedItem } from '#main/domains/jobs/sources/source.ts'
import type { Mode } from '../fakes/modes.ts'
import { expectWellFormed } from '../fakes/parser-laws.ts'
import { fakesFor, problemCode, readerOf, reasonsIn, type ReadOptions } from './read-source.ts'

export interface JobServiceExpectation {
  readonly id: string
  readonly name: string
  /** What a reading needs to be one: keys, roles. */
  readonly read?: ReadOptions
  /** Where it ends in another code than most. */
  readonly codes?: Partial<Record<Mode, string>>
  /** Openings that the reading finds. */
  readonly found: number
  /** Items that are there whatever is read, by outcome: ads that are over. */
  readonly beside?: Readonly<Record<string, number>>
  /** What becomes of the openings when about every third lacks one field and every third another. */
  readonly missingFields: Readonly<Record<string, number>>
  /** What the address of every posting looks like. */
  readonly address: RegExp
}

const CODES: readonly (readonly [Mode, string])[] = [
  ['rate-limited', 'rate_limited'],
  ['server-error', 'server_error'],
  ['redirect-loop', 'redirect'],
  ['login-page', 'challenge'],
  ['unauthorised', 'unauthorised'],
  ['garbage', 'unreadable'],
  ['huge', 'too_large'],
]

/** What holds for every source that searches one service, against its stand-in: whatever the host does ends in a code or in postings,
 *  and nothing is invented. */
export function behavesAsJobService(expected: JobServiceExpectation): void {
  const { id, name, read, codes, found, beside = {}, missingFields, address } = expected

  describe(`${name}, misbehaving`, () => {
    test.each(CODES)('%s ends in its code', async (mode, code) => {
      const fakes = await fakesFor()
      fakes.setMode(id, mode)
      expect(await problemCode(() => readerOf(fakes, id)(read))).toBe(codes?.[mode] ?? code)
    })

    test('a hang is ended by the time limit', async () => {
      const fakes = await fakesFor()
      fakes.setMode(id, 'hang')
      expect(await problemCode(() => readerOf(fakes, id)({ ...read, timeoutMs: 150 }))).toBe('timeout')
    })

    test('a refusal is not asked again', async () => {
      const fakes = await fakesFor()
      fakes.setMode(id, 'rate-limited')
      await problemCode(() => readerOf(fakes, id)(read))
      expect(fakes.requests()).toHaveLength(1)
    })
  })

  describe(`${name}, sending what it should not`, () => {
    const readIn = async (mode: Mode): Promise<readonly ParsedItem[]> => {
      const fakes = await fakesFor()
      fakes.setMode(id, mode)
      const { items, problems } = await readerOf(fakes, id)(read)
      expect(problems).toEqual([])
      for (const item of items) expectWellFormed(item)
      return items
    }

    test('items without their fields are rejected one by one', async () => {
      expect(reasonsIn(await readIn('missing-fields'))).toEqual(missingFields)
    })

    test('bytes that are not UTF-8 cost no posting', async () => {
      expect(reasonsIn(await readIn('bad-utf8'))).toEqual({ ok: found, ...beside })
    })

    test('scripts make no address out of themselves', async () => {
      const postings = (await readIn('script-injection')).flatMap((item) => (item.ok ? [item.posting] : []))
      expect(postings.length).toBeGreaterThan(0)
      for (const { url } of postings) expect(url).toMatch(address)
    })

    test('a description of megabytes costs only its own posting', async () => {
      expect(reasonsIn(await readIn('big-html'))).toEqual({ ok: found - 1, too_large: 1, ...beside })
    })

    test('an empty service is empty and no fault', async () => {
      expect(await readIn('empty')).toEqual([])
    })
  })
}

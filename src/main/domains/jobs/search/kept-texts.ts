import type { Database } from '#main/infra/db/driver.ts'
import { addAll, type Bits, noBits } from './bits.ts'
import { broadTexts, keyOf } from './broad-texts.ts'
import {
  addCarriers,
  bitsOfCarriers,
  bitsOfIds,
  type Carriers,
  carriersOf,
  type Columns,
  ordinalFrom,
} from './columns.ts'
import { idsUnder } from './read-columns.ts'
import { quote, type Rule, toMatch } from './rule.ts'
import type { Statements } from './statements.ts'
import { createIndexTerms, startOf } from './index-terms.ts'

/** A text takes a bit for each job at most: 61 kB at 490,000 jobs. */
const TEXTS_KEPT = 64
/** Ids that lie so close together are asked for in one go (an hour of posting has 65,536). */
const NEAR_IDS = 65_536

/** Which jobs of the columns say what, kept for the texts that were asked last and for the broadest ones. */
export interface KeptTexts {
  /** Whether the text, or what it is put together from, is at hand. */
  readonly isKept: (columns: Columns, text: Rule) => boolean
  /** Bits of the caller's own. Read in one pass when it is not kept. Holds for all jobs of the columns that have not changed. */
  readonly bitsOf: (columns: Columns, text: Rule) => Bits
  /** Which of the jobs that have changed say it now. `seq`: as of this change of the index. */
  readonly among: (match: string, changed: ReadonlyMap<number, unknown>, seq: number) => ReadonlySet<number>
  /** Drops everything but the broadest ones. */
  readonly forget: () => void
  /** Reads the broadest ones. */
  readonly prepare: (columns: Columns) => Generator<undefined, void>
}

export function createKeptTexts(db: Database, statements: Statements): KeptTexts {
  const terms = createIndexTerms(db)
  let of: Columns | null = null
  const broad = new Map<string, Carriers>()
  const asked = new Map<string, Bits>()
  let amongSeq = -1
  const amongChanged = new Map<string, ReadonlySet<number>>()

  function meet(columns: Columns): void {
    if (of === columns) return
    of = columns
    broad.clear()
    asked.clear()
  }

  function keep(match: string, bits: Bits): Bits {
    asked.delete(match)
    asked.set(match, bits)
    const [oldest] = asked.keys()
    if (asked.size > TEXTS_KEPT && oldest !== undefined) asked.delete(oldest)
    return bits
  }

  function read(columns: Columns, match: string): Bits {
    const all = 'select rowid from job_fts where job_fts match ? order by rowid desc'
    return bitsOfIds(columns.jobIds, statements.numbers(all, [match]))
  }

  /** Whatever says one of the words that begin so: most of those that many jobs say are at hand. */
  function readStart(columns: Columns, start: string): Bits | null {
    const words = terms.under(start)
    if (words === null) return null
    const bits = noBits(columns.jobIds.length)
    for (const word of words) {
      const carriers = broad.get(quote(word))
      if (carriers === undefined) addAll(bits, asked.get(quote(word)) ?? read(columns, quote(word)))
      else addCarriers(bits, carriers)
    }
    return bits
  }

  return {
    isKept: (columns, text) => {
      meet(columns)
      const match = toMatch(text)
      return startOf(text) !== null || broad.has(keyOf(match)) || asked.has(match)
    },
    bitsOf: (columns, text) => {
      meet(columns)
      const match = toMatch(text)
      const carriers = broad.get(keyOf(match))
      if (carriers !== undefined) return bitsOfCarriers(carriers, columns.jobIds.length)
      const start = startOf(text)
      const before = asked.get(match) ?? (start === null ? null : readStart(columns, start))
      return keep(match, before ?? read(columns, match)).slice()
    },
    among: (match, changed, seq) => {
      if (seq !== amongSeq) amongChanged.clear()
      amongSeq = seq
      const before = amongChanged.get(match)
      if (before !== undefined) return before
      const found = new Set(
        runsOf([...changed.keys()])
          .flatMap(({ from, to }) =>
            statements.numbers('select rowid from job_fts where job_fts match ? and rowid between ? and ?', [
              match,
              from,
              to,
            ]),
          )
          .filter((id) => changed.has(id)),
      )
      amongChanged.set(match, found)
      return found
    },
    forget: () => {
      asked.clear()
    },
    prepare: function* (columns) {
      meet(columns)
      const { jobIds } = columns
      const ordinals = new Uint32Array(jobIds.length)
      for (const text of yield* broadTexts(db, columns.jobIds)) {
        let found = 0
        for (const ids of idsUnder(db, quote(text))) {
          let at = ordinalFrom(jobIds, ids[0] ?? 0)
          for (const id of ids) {
            while (at < jobIds.length && (jobIds[at] ?? 0) < id) at += 1
            if (jobIds[at] !== id) continue
            ordinals[found] = at
            found += 1
          }
          yield
        }
        if (of !== columns) return
        broad.set(quote(text), carriersOf(ordinals.subarray(0, found), jobIds.length))
      }
    },
  }
}

function runsOf(ids: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (const id of ids.toSorted((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run !== undefined && id - run.to <= NEAR_IDS) run.to = id
    else runs.push({ from: id, to: id })
  }
  return runs
}

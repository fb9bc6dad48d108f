import type { Database } from '#main/infra/db/driver.ts'
import { type Bits, noBits, setBit } from './bits.ts'
import { bitsOfIds, type Columns, ordinalFrom } from './columns.ts'
import { idsUnder } from './read-columns.ts'
import { quote } from './rule.ts'
import type { Statements } from './statements.ts'
import { wordsOf } from './words.ts'

/** A text takes a bit for each job: 61 kB at 490,000 jobs. */
const TEXTS_KEPT = 64
/** The broadest words are read beforehand: one that is rarer is found in a few milliseconds when somebody asks for it. */
const BROAD_WORDS_MAX = 256
const BROAD_WORD_SHARE = 0.04
const SAMPLED_JOBS = 400
/** Ids that lie so close together are asked for in one go (an hour of posting has 65,536). */
const NEAR_IDS = 65_536

/** Which jobs of the columns say what, kept for the texts that were asked last and for the broadest words. */
export interface KeptTexts {
  readonly isKept: (columns: Columns, match: string) => boolean
  /** Read in one pass when it is not kept. Holds for all jobs of the columns that have not changed; not to be written to. */
  readonly bitsOf: (columns: Columns, match: string) => Bits
  /** Keeps what somebody else read: all ids under an expression, descending. */
  readonly keep: (columns: Columns, match: string, ids: readonly number[]) => void
  /** Which of the jobs that have changed say it now. `seq`: as of this change of the index. */
  readonly among: (match: string, changed: ReadonlyMap<number, unknown>, seq: number) => ReadonlySet<number>
  /** Drops everything but the broadest words. */
  readonly forget: () => void
  /** Reads the broadest words. */
  readonly prepare: (columns: Columns) => Generator<undefined, void>
}

export function createKeptTexts(db: Database, statements: Statements): KeptTexts {
  let of: Columns | null = null
  const broad = new Map<string, Bits>()
  const asked = new Map<string, Bits>()
  let amongSeq = -1
  const amongChanged = new Map<string, ReadonlySet<number>>()

  function meet(columns: Columns): void {
    if (of === columns) return
    of = columns
    broad.clear()
    asked.clear()
  }

  function kept(columns: Columns, match: string): Bits | undefined {
    meet(columns)
    return broad.get(keyOf(match)) ?? asked.get(match)
  }

  function keep(columns: Columns, match: string, bits: Bits): Bits {
    meet(columns)
    asked.delete(match)
    asked.set(match, bits)
    const [oldest] = asked.keys()
    if (asked.size > TEXTS_KEPT && oldest !== undefined) asked.delete(oldest)
    return bits
  }

  return {
    isKept: (columns, match) => kept(columns, match) !== undefined,
    bitsOf: (columns, match) => {
      const isBroad = broad.has(keyOf(match))
      const before = kept(columns, match)
      if (before !== undefined) return isBroad ? before : keep(columns, match, before)
      const all = 'select rowid from job_fts where job_fts match ? order by rowid desc'
      return keep(columns, match, bitsOfIds(columns.jobIds, statements.numbers(all, [match])))
    },
    keep: (columns, match, ids) => {
      keep(columns, match, bitsOfIds(columns.jobIds, ids))
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
      for (const word of yield* broadWords(db, columns)) {
        const bits = noBits(columns.jobIds.length)
        for (const ids of idsUnder(db, quote(word))) {
          let at = ordinalFrom(columns.jobIds, ids[0] ?? 0)
          for (const id of ids) {
            while (at < columns.jobIds.length && (columns.jobIds[at] ?? 0) < id) at += 1
            if (columns.jobIds[at] === id) setBit(bits, at)
          }
          yield
        }
        if (of !== columns) return
        broad.set(keyOf(quote(word)), bits)
      }
    },
  }
}

/** The words that most jobs say, the broadest first, as a sample has them. */
function* broadWords(db: Database, { jobIds }: Columns): Generator<undefined, string[]> {
  const textOf = db.raw
    .prepare<[number], string>(
      `select j.title || ' ' || t.description_text from job j join job_text t on t.job_id = j.id where j.id = ?`,
    )
    .pluck()
  const jobsWith = new Map<string, number>()
  const step = Math.max(1, jobIds.length / SAMPLED_JOBS)
  let sampled = 0
  for (let at = 0; at < jobIds.length; at += step) {
    const text = textOf.get(jobIds[Math.floor(at)] ?? 0)
    if (text === undefined) continue
    sampled += 1
    for (const word of new Set(wordsOf(text).map(keyOf))) jobsWith.set(word, (jobsWith.get(word) ?? 0) + 1)
    yield
  }
  return [...jobsWith]
    .filter(([, count]) => count >= sampled * BROAD_WORD_SHARE)
    .sort((a, b) => b[1] - a[1])
    .slice(0, BROAD_WORDS_MAX)
    .map(([word]) => word)
}

/** The index does not tell the cases of plain letters apart. */
function keyOf(match: string): string {
  return match.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
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

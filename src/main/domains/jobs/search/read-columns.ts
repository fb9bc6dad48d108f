import type { Database } from '#main/infra/db/driver.ts'
import { type Carriers, carriersOf, type Columns } from './columns.ts'
import { ANY_JOB_TOKEN } from './filter-tokens.ts'
import { quote } from './rule.ts'

/** A few milliseconds' worth. */
const IDS_AT_ONCE = 10_000
const TERMS_MS = 4

/** Reads the columns of all filter tokens out of the index, in steps of a few milliseconds (some 0.2 µs for each token of each job).
 *  Between two steps the index may change: for a job that does, what is read does not hold. */
export function* readColumns(db: Database): Generator<undefined, Columns> {
  const ids = idsUnder(db, quote(ANY_JOB_TOKEN))
  const chunks: number[][] = []
  for (const chunk of ids) {
    chunks.push(chunk)
    yield
  }
  const jobIds = new Float64Array(chunks.reduce((count, chunk) => count + chunk.length, 0))
  let known = 0
  for (const chunk of chunks) {
    jobIds.set(chunk, known)
    known += chunk.length
  }
  yield
  const carriers = new Map<string, Carriers>()
  const ordinals = new Uint32Array(jobIds.length)
  for (const token of yield* tokensOf(db)) {
    let found = 0
    let at = 0
    for (const chunk of idsUnder(db, quote(token))) {
      for (const id of chunk) {
        while (at < jobIds.length && (jobIds[at] ?? 0) < id) at += 1
        if (jobIds[at] !== id) continue
        ordinals[found] = at
        found += 1
      }
      yield
    }
    if (found > 0) carriers.set(token, carriersOf(ordinals.subarray(0, found), jobIds.length))
  }
  return { jobIds, carriers }
}

/** The ids of the jobs under an expression, ascending, in parts. */
export function* idsUnder(db: Database, match: string): Generator<number[]> {
  const page = db.raw
    .prepare<[string, bigint, number], number>(
      'select rowid from job_fts where job_fts match ? and rowid > ? order by rowid limit ?',
    )
    .pluck()
  let last = 0
  for (;;) {
    const ids = page.all(match, BigInt(last), IDS_AT_ONCE)
    if (ids.length > 0) yield ids
    if (ids.length < IDS_AT_ONCE) return
    last = ids.at(-1) ?? last
  }
}

/** Every filter token of the index: all begin with '#', and '$' is the sign after it. */
function* tokensOf(db: Database): Generator<undefined, string[]> {
  db.raw.exec('create virtual table if not exists temp.job_fts_terms using fts5vocab(main, job_fts, row)')
  const after = db.raw
    .prepare<[string], string>("select term from temp.job_fts_terms where term > ? and term < '$'")
    .pluck()
  const tokens: string[] = []
  for (;;) {
    const startedMs = performance.now()
    const known = tokens.length
    for (const term of after.iterate(tokens.at(-1) ?? '#')) {
      tokens.push(term)
      if (performance.now() - startedMs > TERMS_MS) break
    }
    if (tokens.length === known) return tokens
    yield
  }
}

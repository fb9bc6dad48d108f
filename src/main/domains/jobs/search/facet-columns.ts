import type { Database } from '#main/infra/db/driver.ts'
import { ANY_JOB_TOKEN, quote } from './filter-tokens.ts'

/** Which jobs carry which token, in memory. `jobIds` ascending; a job's place in it is its ordinal; `ordinals` holds, for
 *  each token, the ordinals of the jobs that carry it. */
export interface FacetColumns {
  readonly jobIds: Float64Array
  readonly ordinals: ReadonlyMap<string, Uint32Array>
}

export interface FacetColumnCache {
  /** The columns as of the data this connection sees now. */
  readonly columns: () => FacetColumns
  /** Drops what is kept: for a caller whose transaction may be rolled back. */
  readonly forget: () => void
}

/** Reads the columns out of the index (about 1 µs a job) and keeps them until this or any other process changes the data.
 *  `letters`: how the tokens of each column begin behind their '#'. */
export function createFacetColumnCache(db: Database, letters: readonly string[]): FacetColumnCache {
  db.raw.exec('create virtual table if not exists temp.job_fts_terms using fts5vocab(main, job_fts, row)')
  const terms = db.raw
    .prepare<[string, string], string>('select term from temp.job_fts_terms where term >= ? and term < ?')
    .pluck()
  const jobsUnder = db.raw
    .prepare<[string], number>('select rowid from job_fts where job_fts match ? order by rowid')
    .pluck()
  const ownChanges = db.raw.prepare<[], number>('select total_changes()').pluck()
  let kept: { readonly version: string; readonly columns: FacetColumns } | null = null

  const read = (): FacetColumns => {
    const jobIds = Float64Array.from(jobsUnder.all(quote(ANY_JOB_TOKEN)))
    const tokens = letters.flatMap((letter) => terms.all(`#${letter}`, `#${letter}\u{10ffff}`))
    return {
      jobIds,
      ordinals: new Map(tokens.map((token) => [token, ordinalsOf(jobIds, jobsUnder.all(quote(token)))])),
    }
  }

  return {
    forget: () => {
      kept = null
    },
    columns: () => {
      const version = `${String(db.raw.pragma('data_version', { simple: true }))}/${ownChanges.get()}`
      if (kept?.version !== version) kept = { version, columns: read() }
      return kept.columns
    },
  }
}

/** Where ids stand among all ids. Both ascending; ids that are not among them are left out. Pure. */
export function ordinalsOf(jobIds: Float64Array, ids: readonly number[]): Uint32Array {
  const ordinals = new Uint32Array(ids.length)
  let found = 0
  let at = 0
  for (const id of ids) {
    while (at < jobIds.length && (jobIds[at] ?? 0) < id) at += 1
    if (jobIds[at] !== id) continue
    ordinals[found] = at
    found += 1
  }
  return ordinals.subarray(0, found)
}

import type { Database } from '../../../infra/db/driver.ts'
import { ANY_JOB_TOKEN } from '../search/filter-tokens.ts'
import type { JobColumns } from '../search/kept-columns.ts'
import { quote } from '../search/rule.ts'

const UNCHANGED: JobColumns['changed'] = new Map()

/** Reads a token out of the index when it is first asked for (some 0.3 µs a job that carries it) and keeps it until this or any other
 *  process changes the data. */
export function createTokenColumns(db: Database): () => JobColumns {
  const jobsUnder = db.raw
    .prepare<[string], number>('select rowid from job_fts where job_fts match ? order by rowid')
    .pluck()
  const ownChanges = db.raw.prepare<[], number>('select total_changes()').pluck()
  let kept: { readonly version: string; readonly columns: JobColumns } | null = null

  const open = (): JobColumns => {
    const jobIds = Float64Array.from(jobsUnder.all(quote(ANY_JOB_TOKEN)))
    const known = new Map<string, Uint32Array>()
    return {
      jobIds,
      changed: UNCHANGED,
      isReady: true,
      ordinalsOf: (token) => {
        const before = known.get(token)
        if (before !== undefined) return before
        const ordinals = ordinalsOf(jobIds, jobsUnder.all(quote(token)))
        known.set(token, ordinals)
        return ordinals
      },
    }
  }

  return () => {
    const version = `${String(db.raw.pragma('data_version', { simple: true }))}/${ownChanges.get()}`
    if (kept?.version !== version) kept = { version, columns: open() }
    return kept.columns
  }
}

/** Where ids stand among all ids. Both ascending. Few ids are looked up one by one, many are met on the way through all. */
function ordinalsOf(jobIds: Float64Array, ids: readonly number[]): Uint32Array {
  const ordinals = new Uint32Array(ids.length)
  const isFew = ids.length * 20 < jobIds.length
  let found = 0
  let at = 0
  for (const id of ids) {
    if (isFew) at = firstNotBelow(jobIds, { id, from: at })
    else while (at < jobIds.length && (jobIds[at] ?? 0) < id) at += 1
    if (jobIds[at] !== id) continue
    ordinals[found] = at
    found += 1
  }
  return ordinals.subarray(0, found)
}

function firstNotBelow(jobIds: Float64Array, { id, from }: { id: number; from: number }): number {
  let [low, high] = [from, jobIds.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((jobIds[middle] ?? 0) < id) low = middle + 1
    else high = middle
  }
  return low
}

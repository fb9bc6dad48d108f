import type { MatchingService, MatchJob, ReadOptions } from '../jobs/match/matching.service.ts'

/** Jobs of two shortlists. */
const JOBS_KEPT = 2400

/** Reads jobs as MatchingService does, and keeps them until any job is another: after a change of the profile or the weights, most of the
 *  next list are those of the last. */
export function createKeptJobs(matching: Pick<MatchingService, 'read' | 'version'>): MatchingService['read'] {
  let kept: { readonly key: string; readonly byId: Map<number, MatchJob> } = { key: '', byId: new Map() }
  return (ids, options: ReadOptions) => {
    const key = `${options.withRegisters ? 'registers' : ''} ${matching.version()}`
    if (kept.key !== key || kept.byId.size > JOBS_KEPT) kept = { key, byId: new Map() }
    const { byId } = kept
    const missing = ids.filter((id) => !byId.has(id))
    for (const job of matching.read(missing, options)) byId.set(job.id, job)
    return ids.flatMap((id) => byId.get(id) ?? [])
  }
}

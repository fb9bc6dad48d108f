import type { JobId } from '#shared/ids.ts'
import type { JobFilter, JobListItem, JobSearchResult } from '#shared/jobs.ts'

type Marks = Partial<Pick<JobListItem, 'isSaved' | 'isHidden'>>

/** Whether a job with these marks belongs into a list that shows `mark`. */
function belongs(job: Pick<JobListItem, 'isSaved' | 'isHidden' | 'appliedAt'>, mark: JobFilter['mark']): boolean {
  if (mark === 'saved') return job.isSaved && !job.isHidden
  if (mark === 'applied') return job.appliedAt !== null
  return mark === 'hidden' ? job.isHidden : !job.isHidden
}

/** A page of results after a job got other marks: the row changes, or leaves a list it no longer belongs to. Pure. */
export function withMarks(options: {
  readonly result: JobSearchResult
  readonly mark: JobFilter['mark']
  readonly id: JobId
  readonly marks: Marks
}): JobSearchResult {
  const { result, mark, id, marks } = options
  const job = result.jobs.find((item) => item.id === id)
  if (!job) return result
  const changed = { ...job, ...marks }
  if (belongs(changed, mark)) return { ...result, jobs: result.jobs.map((item) => (item.id === id ? changed : item)) }
  return { ...result, total: Math.max(0, result.total - 1), jobs: result.jobs.filter((item) => item.id !== id) }
}

import type { JobId } from '#shared/ids.ts'
import type { JobListItem } from '#shared/jobs.ts'
import type { RecommendationList } from '#shared/recommendations.ts'

/** A list after one of its jobs got other marks: a hidden one leaves it, another mark shows on its row. Pure. */
export function withMarksInList(
  list: RecommendationList,
  change: { readonly id: JobId; readonly marks: Partial<Pick<JobListItem, 'isSaved' | 'isHidden'>> },
): RecommendationList {
  const { id, marks } = change
  if (!list.jobs.some(({ job }) => job.id === id)) return list
  if (marks.isHidden === true) {
    const jobs = list.jobs.filter(({ job }) => job.id !== id)
    return { ...list, jobs, total: Math.max(0, list.total - 1) }
  }
  return {
    ...list,
    jobs: list.jobs.map((row) => (row.job.id === id ? { ...row, job: { ...row.job, ...marks } } : row)),
  }
}

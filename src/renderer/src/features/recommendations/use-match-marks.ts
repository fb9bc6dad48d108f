import { useQueryClient } from '@tanstack/react-query'
import type { JobListItem } from '#shared/jobs.ts'
import type { RecommendationList } from '#shared/recommendations.ts'
import { useApi } from '../../bridge/api.tsx'
import { useJobMarks, type HideReason } from '../jobs/index.ts'
import { withMarksInList } from './list-cache.ts'

/** Saving and hiding as on the jobs screen, shown in the ranked list at once; what it teaches the ranking comes with the next list. */
export function useMatchMarks() {
  const api = useApi()
  const queryClient = useQueryClient()
  const marks = useJobMarks()
  const show = (id: JobListItem['id'], change: Partial<Pick<JobListItem, 'isSaved' | 'isHidden'>>) => {
    queryClient.setQueriesData<RecommendationList>(
      { queryKey: api.recommendations.list.key() },
      (list) => list && withMarksInList(list, { id, marks: change }),
    )
  }
  return {
    save: (job: JobListItem) => {
      show(job.id, { isSaved: !job.isSaved })
      marks.setSaved(job, !job.isSaved)
    },
    hide: (job: JobListItem, reason: HideReason | null) => {
      show(job.id, { isHidden: !job.isHidden })
      marks.setHidden(job, !job.isHidden, reason)
    },
    undoLast: marks.undoLast,
  }
}

export type MatchMarks = ReturnType<typeof useMatchMarks>

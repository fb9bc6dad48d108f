import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PostingLink } from '#shared/jobs.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { notifyProblem, notifyUndo } from '../../../../ui/notify.tsx'

/** Makes a posting a job of its own, for ever; the notice takes it back. */
export function useSeparate() {
  const api = useApi()
  const queryClient = useQueryClient()
  const onSettled = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: api.jobs.key() }),
      queryClient.invalidateQueries({ queryKey: api.dedup.key() }),
    ])
  const onError = (error: Error) => notifyProblem(describeProblem(error))
  const join = useMutation(api.dedup.join.mutationOptions({ onSettled, onError }))
  const separate = useMutation(
    api.dedup.separate.mutationOptions({
      onSettled,
      onError,
      onSuccess: ({ fromJobId, jobId }) =>
        notifyUndo('It is a job of its own now, and stays one', () => join.mutate({ jobId, intoJobId: fromJobId })),
    }),
  )
  return {
    separate: (posting: Pick<PostingLink, 'id'>) => separate.mutate({ postingId: posting.id }),
    isBusy: separate.isPending || join.isPending,
  }
}

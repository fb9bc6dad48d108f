import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Experiment } from '#shared/experiments.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { notifyProblem, notifyUndo } from '../../ui/notify.tsx'

const COUNTING_MS = 15_000

/** All experiments, newest first; while one is going on its figures are looked at again and again. */
export function useExperiments() {
  const api = useApi()
  return useQuery({
    ...api.experiments.list.queryOptions(),
    refetchInterval: ({ state: { data } }) => (data?.some(({ stoppedAt }) => stoppedAt === null) ? COUNTING_MS : false),
  })
}

/** Starting and stopping. The lists follow at once. */
export function useExperimentActions() {
  const api = useApi()
  const queryClient = useQueryClient()
  const settle = {
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.experiments.key() })
      void queryClient.invalidateQueries({ queryKey: api.recommendations.key() })
    },
    onError: (error: Error) => {
      void queryClient.invalidateQueries({ queryKey: api.experiments.key() })
      notifyProblem(describeProblem(error))
    },
  }
  const start = useMutation(api.experiments.start.mutationOptions(settle))
  const resume = useMutation(api.experiments.resume.mutationOptions(settle))
  const stop = useMutation(
    api.experiments.stop.mutationOptions({
      ...settle,
      onSuccess: async (stopped: Experiment) => {
        await settle.onSuccess()
        notifyUndo(`“${stopped.name}” is stopped`, () => resume.mutate({ id: stopped.id }))
      },
    }),
  )
  return { start, stop, isBusy: start.isPending || stop.isPending || resume.isPending }
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { MatchWeights, WeightsView } from '#shared/recommendations.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { notifyProblem, notifyUndo } from '../../ui/notify.tsx'

/** Changes to what counts. Each answers whether it was taken; what it does to the lists shows at once. */
export function useWeights() {
  const api = useApi()
  const queryClient = useQueryClient()
  const settle = {
    scope: { id: 'weights' },
    onSuccess: (view: WeightsView) => {
      queryClient.setQueryData(api.recommendations.weights.queryKey(), view)
      return queryClient.invalidateQueries({ queryKey: api.recommendations.key() })
    },
    onError: (error: Error) => notifyProblem(describeProblem(error)),
  }
  const set = useMutation(api.recommendations.setWeights.mutationOptions(settle))
  const learning = useMutation(api.recommendations.setLearning.mutationOptions(settle))
  const forgetting = useMutation(api.recommendations.forgetLearned.mutationOptions(settle))
  const restoring = useMutation(api.recommendations.restoreLearned.mutationOptions(settle))

  const put = async (weights: MatchWeights | null): Promise<boolean> => {
    try {
      await set.mutateAsync({ weights })
      return true
    } catch {
      // Told by onError.
      return false
    }
  }
  const putWithUndo = async (options: {
    readonly weights: MatchWeights | null
    readonly before: WeightsView
    readonly said: string
  }): Promise<boolean> => {
    if (!(await put(options.weights))) return false
    notifyUndo(options.said, () => void put(options.before.isDefault ? null : options.before.own))
    return true
  }
  return {
    apply: (weights: MatchWeights, before: WeightsView) =>
      putWithUndo({ weights, before, said: 'The new weights are in force' }),
    reset: (before: WeightsView) =>
      putWithUndo({ weights: null, before, said: 'The product’s own weights are in force' }),
    setLearning: (isOn: boolean) => {
      learning.mutate({ isOn })
    },
    forget: async ({ learnsFrom }: WeightsView): Promise<void> => {
      try {
        await forgetting.mutateAsync(undefined)
      } catch {
        // Told by onError.
        return
      }
      notifyUndo('What was learned is forgotten', () => restoring.mutate({ learnsFrom }))
    },
    isBusy: set.isPending || learning.isPending || forgetting.isPending || restoring.isPending,
  }
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Run } from '#shared/discovery.ts'
import type { RunId } from '#shared/ids.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { isActiveRun, withRun } from '../../bridge/run-cache.ts'
import { notifyProblem } from '../../ui/notify.tsx'

const HISTORY_LIMIT = 30

/** Earlier runs, newest first, with the one that is going on. Events keep it true. */
export function useRuns() {
  const api = useApi()
  return useQuery(api.discovery.runs.queryOptions({ input: { limit: HISTORY_LIMIT } }))
}

export interface RunControl {
  readonly active: Run | undefined
  readonly latest: Run | undefined
  /** An empty list means every source that is switched on. */
  readonly start: (sourceIds: readonly string[]) => void
  /** A new run over what failed in an ended one. */
  readonly retryFailed: (runId: RunId) => void
  readonly cancel: () => void
  readonly isStarting: boolean
  readonly isCancelling: boolean
}

export function useRunControl(): RunControl {
  const api = useApi()
  const queryClient = useQueryClient()
  const runs = useRuns()
  const active = runs.data?.find(isActiveRun)
  const remember = (run: Run) => {
    queryClient.setQueriesData<Run[]>({ queryKey: api.discovery.runs.key() }, (known) =>
      known ? withRun(known, run) : known,
    )
  }
  const onError = (error: Error) => notifyProblem(describeProblem(error))
  const start = useMutation(api.discovery.start.mutationOptions({ onSuccess: remember, onError }))
  const retry = useMutation(api.discovery.retryFailed.mutationOptions({ onSuccess: remember, onError }))
  const cancel = useMutation(api.discovery.cancel.mutationOptions({ onSuccess: remember, onError }))
  return {
    active,
    latest: runs.data?.[0],
    start: (sourceIds) => start.mutate({ sourceIds: [...sourceIds], trigger: 'manual' }),
    retryFailed: (runId) => retry.mutate({ runId }),
    cancel: () => {
      if (active) cancel.mutate({ runId: active.id })
    },
    isStarting: start.isPending || retry.isPending,
    isCancelling: cancel.isPending,
  }
}

import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { notifyProblem } from '../../ui/notify.tsx'
import type { JobsView } from '../jobs/index.ts'
import { useSearchActions } from './use-searches.ts'

/** Notes that the user looks at a saved search, once each time it is opened, and hands on since when its jobs are new. */
export function useLook(
  { searchId, newSince }: Pick<JobsView, 'searchId' | 'newSince'>,
  onLooked: (place: Pick<JobsView, 'searchId' | 'newSince'>) => void,
): void {
  const api = useApi()
  const { put } = useSearchActions()
  const look = useMutation(api.searches.look.mutationOptions())
  const looking = useRef<number | null>(null)
  const begin = useEffectEvent((id: number) => {
    if (looking.current === id) return
    looking.current = id
    look.mutate(
      { id },
      {
        onSuccess: ({ search, lookedBefore }) => {
          put(search)
          onLooked({ searchId: id, newSince: lookedBefore })
        },
        onError: (error) => {
          notifyProblem(describeProblem(error))
          onLooked({ searchId: null, newSince: null })
        },
        onSettled: () => {
          looking.current = null
        },
      },
    )
  })
  useEffect(() => {
    if (searchId !== null && newSince === null) begin(searchId)
  }, [searchId, newSince])
}

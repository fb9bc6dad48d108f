import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { CareerView } from '#shared/career.ts'
import { ORPCError } from '@orpc/client'
import { useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { notifyProblem } from '../../../../ui/notify.tsx'
import { storedCareerDrafts } from './career-drafts.ts'
import { createCareerKeeper } from './career-keeper.ts'

const REST_MS = 500

export function useCareer() {
  const api = useApi()
  return useQuery(api.career.get.queryOptions())
}

/** What is written in the career, kept and stored while the screen is there, and stored at once when it is left. */
export function useCareerKeeper(view: CareerView) {
  const api = useApi()
  const queryClient = useQueryClient()
  const [keeper] = useState(() =>
    createCareerKeeper({
      first: view,
      drafts: storedCareerDrafts(localStorage),
      restMs: REST_MS,
      onProblem: (error) => notifyProblem(describeProblem(error)),
      save: async (next) => {
        try {
          const saved = await api.career.save.call(next)
          queryClient.setQueryData(api.career.get.queryKey(), saved)
          return { view: saved }
        } catch (error) {
          if (!(error instanceof ORPCError) || error.code !== 'STALE') throw error
          return { stale: await api.career.get.call() }
        }
      },
    }),
  )
  useEffect(() => keeper.heard(view), [keeper, view])
  useEffect(() => {
    const flush = () => keeper.flush()
    keeper.open()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      keeper.close()
    }
  }, [keeper])
  return { keeper, kept: useSyncExternalStore(keeper.subscribe, keeper.current) }
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Settings } from '#shared/settings.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { notifyProblem } from '../../ui/notify.tsx'
import { issuesFromError, issuesOf, type SettingIssues } from './setting-issues.ts'

export function useSettings() {
  const api = useApi()
  return useQuery(api.settings.get.queryOptions())
}

export interface SaveSettings {
  /** Saves at once; true when the core took it. What does not fit is in `issues`, and nothing is changed. */
  readonly save: (patch: Partial<Settings>) => Promise<boolean>
  readonly issues: SettingIssues
  readonly isSaving: boolean
}

export function useSaveSettings(): SaveSettings {
  const api = useApi()
  const queryClient = useQueryClient()
  const [issues, setIssues] = useState<SettingIssues>({})
  const queryKey = api.settings.get.queryKey()
  const { mutateAsync, isPending } = useMutation(
    api.settings.update.mutationOptions({
      // One after the other: each changes what the one before it left.
      scope: { id: 'settings' },
      onSuccess: (settings) => {
        // While others wait, the screen shows what they will make of it.
        const left = queryClient.isMutating({ mutationKey: api.settings.update.mutationKey() })
        if (left === 1) queryClient.setQueryData(queryKey, settings)
        void queryClient.invalidateQueries({ queryKey: api.discovery.sources.key() })
      },
    }),
  )
  const save = useCallback(
    async (patch: Partial<Settings>) => {
      const found = issuesOf(patch)
      setIssues(found)
      if (Object.keys(found).length > 0) return false
      // On screen at once; a value that the core refuses after all goes back to what it was.
      const before = queryClient.getQueryData(queryKey)
      if (before) queryClient.setQueryData(queryKey, { ...before, ...patch })
      try {
        await mutateAsync(patch)
        return true
      } catch (error) {
        if (before) queryClient.setQueryData(queryKey, before)
        const refused = issuesFromError(error)
        if (refused) setIssues(refused)
        else notifyProblem(describeProblem(error))
        return false
      }
    },
    [mutateAsync, queryClient, queryKey],
  )
  return { save, issues, isSaving: isPending }
}

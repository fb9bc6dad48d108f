import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ProfileView } from '#shared/profile.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { notifyProblem, notifyUndo } from '../../ui/notify.tsx'
import { changeWords, inverseOf, realChanges, type ProfileChange } from './profile-patch.ts'

export function useProfile() {
  const api = useApi()
  return useQuery(api.profile.get.queryOptions())
}

export type SaveState = 'idle' | 'saving' | 'saved' | 'failed'

export interface SaveProfile {
  /** On screen at once and stored at once, with a way to take it back; true when the core took it. */
  readonly save: (patch: ProfileChange) => Promise<boolean>
  /** Takes back the last change of this visit. */
  readonly undoLast: () => void
  readonly state: SaveState
}

/** Changes to the profile. What depends on it is asked for anew. */
export function useSaveProfile(): SaveProfile {
  const api = useApi()
  const queryClient = useQueryClient()
  const queryKey = api.profile.get.queryKey()
  const backs = useRef<ProfileChange[]>([])
  const { mutateAsync, isPending, isError, isSuccess } = useMutation(
    api.profile.update.mutationOptions({
      // One after the other: each changes what the one before it left.
      scope: { id: 'profile' },
      onSuccess: (view) => {
        // While others wait, the screen shows what they will make of it.
        const left = queryClient.isMutating({ mutationKey: api.profile.update.mutationKey() })
        if (left === 1) queryClient.setQueryData(queryKey, view)
        void queryClient.invalidateQueries({ queryKey: api.recommendations.key() })
      },
    }),
  )

  const put = async (patch: ProfileChange): Promise<boolean> => {
    const before = queryClient.getQueryData<ProfileView>(queryKey)
    if (before) queryClient.setQueryData(queryKey, { ...before, profile: { ...before.profile, ...patch } })
    try {
      await mutateAsync(patch)
      return true
    } catch (error) {
      if (before) queryClient.setQueryData(queryKey, before)
      notifyProblem(describeProblem(error))
      return false
    }
  }
  const takeBack = (back: ProfileChange) => {
    backs.current = backs.current.filter((other) => other !== back)
    void put(back)
  }
  const save = async (patch: ProfileChange): Promise<boolean> => {
    const before = queryClient.getQueryData<ProfileView>(queryKey)
    const changes = before ? realChanges(before.profile, patch) : patch
    if (changes === null) return true
    if (!(await put(changes))) return false
    if (before) {
      const back = inverseOf(before.profile, changes)
      backs.current = [...backs.current, back]
      // Of many small changes only the last is offered on screen; the key goes back through all.
      notifyUndo(changeWords(changes), () => takeBack(back))
    }
    return true
  }
  const undoLast = () => {
    const back = backs.current.at(-1)
    if (back) takeBack(back)
  }
  return { save, undoLast, state: stateOf({ isPending, isError, isSuccess }) }
}

function stateOf(mutation: { isPending: boolean; isError: boolean; isSuccess: boolean }): SaveState {
  if (mutation.isPending) return 'saving'
  if (mutation.isError) return 'failed'
  return mutation.isSuccess ? 'saved' : 'idle'
}

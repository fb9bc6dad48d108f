import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SavedSearch } from '#shared/searches.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { notifyProblem, notifyUndo } from '../../ui/notify.tsx'

/** The saved searches with what is new in each: pinned ones first. */
export function useSavedSearches() {
  const api = useApi()
  return useQuery(api.searches.list.queryOptions({ staleTime: 5000 }))
}

/** What can be done with a saved search. The list on screen follows every answer at once. */
export function useSearchActions() {
  const api = useApi()
  const queryClient = useQueryClient()
  const queryKey = api.searches.list.queryKey()
  const refresh = () => void queryClient.invalidateQueries({ queryKey: api.searches.key() })
  const onError = (error: Error) => notifyProblem(describeProblem(error))
  const put = (search: SavedSearch) => {
    queryClient.setQueryData<SavedSearch[]>(queryKey, (known) =>
      known?.map((other) => (other.id === search.id ? search : other)),
    )
    refresh()
  }
  const create = useMutation(api.searches.create.mutationOptions({ onSuccess: refresh, onError }))
  const update = useMutation(api.searches.update.mutationOptions({ onSuccess: put, onError }))
  const restore = useMutation(api.searches.restore.mutationOptions({ onSuccess: refresh, onError }))
  const remove = useMutation(
    api.searches.remove.mutationOptions({
      onSuccess: (search) => {
        queryClient.setQueryData<SavedSearch[]>(queryKey, (known) => known?.filter(({ id }) => id !== search.id))
        refresh()
        const { fresh: _fresh, total: _total, alerted: _alerted, misfits: _misfits, ...kept } = search
        notifyUndo(`“${search.name}” is removed`, () => restore.mutate(kept))
      },
      onError,
    }),
  )
  return { create, update, remove, put }
}

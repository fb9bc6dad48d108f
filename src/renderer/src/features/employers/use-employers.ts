import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Employer } from '#shared/employers.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { notifyProblem, notifyUndo } from '../../ui/notify.tsx'

type Board = Pick<Employer, 'kind' | 'slug'>

/** The list of employers, and what can be done with it. */
export function useEmployers() {
  const api = useApi()
  const queryClient = useQueryClient()
  const queryKey = api.employers.list.queryKey()
  const list = useQuery(api.employers.list.queryOptions())
  const remember = (employers: Employer[]) => {
    queryClient.setQueryData(queryKey, employers)
    void queryClient.invalidateQueries({ queryKey: api.discovery.sources.key() })
  }
  const onError = (error: Error) => notifyProblem(describeProblem(error))
  const setOn = useMutation(api.employers.setOn.mutationOptions({ onSuccess: remember, onError }))
  const remove = useMutation(api.employers.remove.mutationOptions({ onSuccess: remember, onError }))
  const add = useMutation(
    api.employers.add.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: api.employers.key() })
        void queryClient.invalidateQueries({ queryKey: api.discovery.sources.key() })
      },
      onError,
    }),
  )
  return {
    list,
    add,
    isBusy: setOn.isPending || remove.isPending,
    setOn: (boards: readonly Board[], isOn: boolean) => {
      // On screen at once; the answer that follows is the truth.
      const isMeant = (employer: Board) =>
        boards.some((board) => board.kind === employer.kind && board.slug === employer.slug)
      queryClient.setQueryData(queryKey, (known: Employer[] | undefined) =>
        known?.map((employer) => (isMeant(employer) ? { ...employer, isOn } : employer)),
      )
      setOn.mutate({ boards: boards.map(({ kind, slug }) => ({ kind, slug })), isOn })
    },
    remove: (employer: Employer) => {
      const { kind, slug, variant, name, url } = employer
      remove.mutate(
        { kind, slug },
        {
          onSuccess: () => notifyUndo(`${name} is off the list`, () => add.mutate({ kind, slug, variant, name, url })),
        },
      )
    },
  }
}

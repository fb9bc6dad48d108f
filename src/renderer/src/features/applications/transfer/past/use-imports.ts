import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ApplicationImport } from '#shared/application-transfer.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { formatQuantity } from '../../../../ui/format.ts'
import { notifyProblem, notifyUndo } from '../../../../ui/notify.tsx'

/** Imports so far, the latest first. */
export function useImports() {
  const api = useApi()
  return useQuery(api.applicationTransfer.imports.queryOptions())
}

/** Has everything asked again that an import changes. */
export function useAfterImport(): () => Promise<unknown> {
  const api = useApi()
  const queryClient = useQueryClient()
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: api.applicationTransfer.imports.key() }),
      queryClient.invalidateQueries({ queryKey: api.applications.key() }),
      queryClient.invalidateQueries({ queryKey: api.offers.key() }),
    ])
}

/** Takes an import back, or puts it in again; each says so, with a way back. `busyId` is the import that it happens to just now. */
export function useTakeBack() {
  const api = useApi()
  const refresh = useAfterImport()
  const change = useMutation({
    mutationFn: ({ id, isUndo }: { readonly id: number; readonly isUndo: boolean }) =>
      isUndo ? api.applicationTransfer.undoImport.call({ id }) : api.applicationTransfer.redoImport.call({ id }),
    onSuccess: (done, { isUndo }) => notifyUndo(doneWords(done, isUndo), () => run(done.id, !isUndo)),
    onError: (error) => notifyProblem(describeProblem(error)),
    onSettled: refresh,
  })
  const run = (id: number, isUndo: boolean) => change.mutate({ id, isUndo })
  return { run, busyId: change.isPending ? change.variables.id : null }
}

function doneWords({ added }: ApplicationImport, isUndo: boolean): string {
  const applications = formatQuantity(added, ['application is', 'applications are'])
  return isUndo ? `${applications} taken out again` : `${applications} back`
}

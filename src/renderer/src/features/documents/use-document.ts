import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { DocumentHead } from '#shared/documents.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { notify, notifyProblem, notifyUndo } from '../../ui/notify.tsx'

export function useDocument(id: number) {
  const api = useApi()
  return useQuery({ ...api.documents.get.queryOptions({ input: { id } }), retry: false })
}

export function useDocuments() {
  const api = useApi()
  return useQuery(api.documents.list.queryOptions({ input: {} }))
}

/** Those that can be put back, the last removed first. */
export function useRemovedDocuments() {
  const api = useApi()
  return useQuery({
    ...api.documents.list.queryOptions({ input: { isRemoved: true } }),
    select: (heads) => heads.toSorted((a, b) => (b.removedAt ?? 0) - (a.removedAt ?? 0)),
  })
}

/** What can be done to a document as a whole; true when the core took it. */
export function useDocumentDeeds() {
  const api = useApi()
  const queryClient = useQueryClient()
  const perform = async (call: () => Promise<unknown>, done: () => void): Promise<boolean> => {
    try {
      await call()
      done()
      return true
    } catch (error) {
      notifyProblem(describeProblem(error))
      return false
    } finally {
      await Promise.all(
        [api.documents.list.key(), api.documents.get.key(), api.documents.versions.key()].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      )
    }
  }
  const update = (id: number, change: { name?: string; isLocked?: boolean; isMaster?: boolean }, said: string) =>
    perform(
      () => api.documents.update.call({ id, ...change }),
      () => notify(said),
    )
  return {
    rename: (id: number, name: string) => update(id, { name }, 'Renamed'),
    setLocked: (id: number, isLocked: boolean) => update(id, { isLocked }, isLocked ? 'Locked' : 'Unlocked'),
    setMaster: (id: number, isMaster: boolean) =>
      update(id, { isMaster }, isMaster ? 'Others start from this one now' : 'No longer the master'),
    duplicate: (head: DocumentHead) =>
      perform(
        () =>
          api.documents.create.call({
            kind: head.kind,
            name: `Copy of ${head.name}`.slice(0, 120),
            start: { from: 'document', id: head.id },
            jobId: head.job?.id ?? null,
          }),
        () => notify(`Copied as “Copy of ${head.name}”`),
      ),
    remove: (id: number) =>
      perform(
        () => api.documents.remove.call({ id }),
        () => notifyUndo('Document removed', () => void restore(id)),
      ),
    restore,
    keepVersion: (id: number, name: string) =>
      perform(
        () => api.documents.keepVersion.call({ id, name }),
        () => notify(`Kept as “${name}”`),
      ),
    restoreVersion: (versionId: number) =>
      perform(
        () => api.documents.restoreVersion.call({ versionId }),
        () => notify('The document is that version again. What it was before is kept, too.'),
      ),
  }
  function restore(id: number) {
    return perform(
      () => api.documents.restore.call({ id }),
      () => notify('Put back'),
    )
  }
}

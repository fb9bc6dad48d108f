import type { Document } from '#shared/documents.ts'
import { notifyProblem } from '../../../ui/notify.tsx'
import { useDocumentDeeds } from '../use-document.ts'
import type { DocumentKeeper } from './keeper/document-keeper.ts'

/** Locks the document that is open, or unlocks it. */
export function useLock({ id, isLocked }: Document, keeper: DocumentKeeper): () => Promise<void> {
  const deeds = useDocumentDeeds()
  return async () => {
    // What waits is stored first: a locked one takes nothing any more.
    if (!isLocked && !(await keeper.flush())) {
      notifyProblem({ title: 'Not locked', message: 'The last edits are not saved yet. Settle that first.' })
      return
    }
    await deeds.setLocked(id, !isLocked)
  }
}

import { z } from 'zod'
import { documentContentSchema, documentStyleSchema } from '#shared/documents.ts'
import { storedDraft, type StoredDraft } from '../../../../ui/stored-draft.ts'

/** What is edited: the content and its looks. */
const workingSchema = z.object({ content: documentContentSchema, style: documentStyleSchema })
export type Working = z.infer<typeof workingSchema>

/** What was edited and is not in the core yet. `revision` is the one it was edited upon. */
const draftSchema = z.object({ working: workingSchema, revision: z.number().int() })

/** The unsaved copy of one document. */
export type DocumentDrafts = StoredDraft<z.infer<typeof draftSchema>>

export function storedDrafts(storage: Storage, documentId: number): DocumentDrafts {
  return storedDraft(storage, { key: `career-copilot-document-${documentId}`, schema: draftSchema })
}

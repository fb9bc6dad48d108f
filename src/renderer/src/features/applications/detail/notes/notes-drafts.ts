import { z } from 'zod'
import { storedDraft, type StoredDraft } from '../../../../ui/stored-draft.ts'

/** What was typed and is not in the core yet. `notesVersion` is the version it was typed upon. */
const draftSchema = z.object({ text: z.string(), notesVersion: z.number().int() })

/** Unsaved notes of one application. */
export type NotesDrafts = StoredDraft<z.infer<typeof draftSchema>>

export function storedDrafts(storage: Storage, applicationId: number): NotesDrafts {
  return storedDraft(storage, { key: `career-copilot-notes-${applicationId}`, schema: draftSchema })
}

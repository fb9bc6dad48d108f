import { z } from 'zod'

/** What was typed and is not in the core yet. `notesVersion` is the version it was typed upon. */
const draftSchema = z.object({ text: z.string(), notesVersion: z.number().int() })
type NotesDraft = z.infer<typeof draftSchema>

/** Unsaved notes of one application, on this machine. */
export interface NotesDrafts {
  readonly read: () => NotesDraft | null
  /** False when this machine keeps nothing (no room left, or it is not allowed to). */
  readonly keep: (draft: NotesDraft) => boolean
  readonly drop: () => void
}

/** Drafts in the browser's storage. What cannot be read there is no draft. */
export function storedDrafts(storage: Storage, applicationId: number): NotesDrafts {
  const key = `career-copilot-notes-${applicationId}`
  return {
    read: () => {
      const stored = storage.getItem(key)
      return stored === null ? null : parsedDraft(stored)
    },
    keep: (draft) => {
      try {
        storage.setItem(key, JSON.stringify(draft))
        return true
      } catch (error) {
        if (error instanceof DOMException) return false
        throw error
      }
    },
    drop: () => storage.removeItem(key),
  }
}

function parsedDraft(stored: string): NotesDraft | null {
  try {
    return draftSchema.safeParse(JSON.parse(stored)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

import { z } from 'zod'
import { documentContentSchema, documentStyleSchema } from '#shared/documents.ts'

/** What is edited: the content and its looks. */
const workingSchema = z.object({ content: documentContentSchema, style: documentStyleSchema })
export type Working = z.infer<typeof workingSchema>

/** What was edited and is not in the core yet. `revision` is the one it was edited upon. */
const draftSchema = z.object({ working: workingSchema, revision: z.number().int() })
type Draft = z.infer<typeof draftSchema>

/** The unsaved copy of one document, on this machine. */
export interface DocumentDrafts {
  readonly read: () => Draft | null
  /** False when this machine keeps nothing (no room left, or it is not allowed to). */
  readonly keep: (draft: Draft) => boolean
  readonly drop: () => void
}

/** Drafts in the browser's storage. What cannot be read there is no draft. */
export function storedDrafts(storage: Storage, documentId: number): DocumentDrafts {
  const key = `career-copilot-document-${documentId}`
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

function parsedDraft(stored: string): Draft | null {
  try {
    return draftSchema.safeParse(JSON.parse(stored)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

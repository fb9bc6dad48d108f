import { z } from 'zod'
import { careerSchema } from '#shared/career.ts'

/** What was written and is not in the core yet. `base` is what it was written upon, and `version` the version of that. */
const draftSchema = z.object({ career: careerSchema, base: careerSchema, version: z.number().int() })
type Draft = z.infer<typeof draftSchema>

/** The unsaved copy of the career, on this machine. */
export interface CareerDrafts {
  readonly read: () => Draft | null
  /** False when this machine keeps nothing (no room left, or it is not allowed to). */
  readonly keep: (draft: Draft) => boolean
  readonly drop: () => void
}

const KEY = 'career-copilot-career'

/** The draft in the browser's storage. What cannot be read there is no draft. */
export function storedCareerDrafts(storage: Storage): CareerDrafts {
  return {
    read: () => {
      const stored = storage.getItem(KEY)
      return stored === null ? null : parsedDraft(stored)
    },
    keep: (draft) => {
      try {
        storage.setItem(KEY, JSON.stringify(draft))
        return true
      } catch (error) {
        if (error instanceof DOMException) return false
        throw error
      }
    },
    drop: () => storage.removeItem(KEY),
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

import type { z } from 'zod'

/** What was written and the core does not have yet, on this machine: it outlives a crash. */
export interface StoredDraft<Draft> {
  readonly read: () => Draft | null
  /** False when this machine keeps nothing (no room left, or it is not allowed to). */
  readonly keep: (draft: Draft) => boolean
  readonly drop: () => void
}

/** A draft in the browser's storage. What cannot be read there, or has another form by now, is none. */
export function storedDraft<Draft>(
  storage: Storage,
  { key, schema }: { readonly key: string; readonly schema: z.ZodType<Draft> },
): StoredDraft<Draft> {
  return {
    read: () => {
      const stored = storage.getItem(key)
      return stored === null ? null : parsed(stored, schema)
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

function parsed<Draft>(stored: string, schema: z.ZodType<Draft>): Draft | null {
  try {
    return schema.safeParse(JSON.parse(stored)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

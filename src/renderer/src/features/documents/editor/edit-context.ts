import { createContext, use } from 'react'
import type { Finding } from '#shared/claims.ts'

/** What the parts of the editor share. */
interface EditContext {
  readonly findingsAt: (id: string) => readonly Finding[]
  readonly onConfirm: (finding: Finding) => void
  readonly onDrop: (finding: Finding) => void
  /** Tells who does not see it what has moved where. */
  readonly say: (words: string) => void
}

const Context = createContext<EditContext | null>(null)
export const EditProvider = Context.Provider

export function useEdit(): EditContext {
  const context = use(Context)
  if (!context) throw new Error('Parts of the editor need an EditProvider above them')
  return context
}

/** Puts the focus on an element once it is drawn. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}

import { createContext, use } from 'react'
import type { Finding } from '#shared/claims.ts'

/** What the parts of the editor share; it stays the same while typing goes on. */
interface EditContext {
  readonly isLocked: boolean
  /** Tells who does not see it what has moved where. */
  readonly say: (words: string) => void
}

/** What no fact backs, and the ways to settle it. Apart, since it changes whenever typing pauses. */
interface FindingsContext {
  readonly findingsAt: (id: string) => readonly Finding[]
  readonly onConfirm: (finding: Finding) => void
  readonly onDrop: (finding: Finding) => void
}

const Edit = createContext<EditContext | null>(null)
export const EditProvider = Edit.Provider
const Findings = createContext<FindingsContext | null>(null)
export const FindingsProvider = Findings.Provider

export function useEdit(): EditContext {
  return within(use(Edit))
}

export function useFindingsAround(): FindingsContext {
  return within(use(Findings))
}

function within<Context>(context: Context | null): Context {
  if (context === null) throw new Error('Parts of the editor need its providers above them')
  return context
}

/** Puts the focus on an element once it is drawn. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}

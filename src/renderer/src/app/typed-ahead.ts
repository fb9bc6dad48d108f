/** What was typed for a field that is not there yet. */
export interface TypedAhead {
  readonly text: string
  /** Enter came last: the first thing that is found is meant. */
  readonly isEntered: boolean
}

export const NOTHING_TYPED: TypedAhead = { text: '', isEntered: false }

/** What is typed after one more key, by its name; null when it was given up by Escape. Pure. */
export function typedAfter(typed: TypedAhead, key: string): TypedAhead | null {
  if (key === 'Escape') return null
  if (typed.isEntered) return typed
  if (key === 'Enter') return { ...typed, isEntered: typed.text !== '' }
  const signs = Array.from(typed.text)
  if (key === 'Backspace') return { ...typed, text: signs.slice(0, -1).join('') }
  return Array.from(key).length === 1 ? { ...typed, text: typed.text + key } : typed
}

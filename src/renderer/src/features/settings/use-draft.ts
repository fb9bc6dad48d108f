import { useState } from 'react'

/** What the user has entered, until the stored value changes: what was refused stays in the field to be put right. */
export function useDraft<T>(stored: T): { readonly draft: T; readonly set: (next: T) => void } {
  const [draft, setDraft] = useState(stored)
  const [seen, setSeen] = useState(() => JSON.stringify(stored))
  const current = JSON.stringify(stored)
  if (current !== seen) {
    setSeen(current)
    setDraft(stored)
  }
  return { draft, set: setDraft }
}

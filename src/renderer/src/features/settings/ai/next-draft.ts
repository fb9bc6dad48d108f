/** What is written of a text that is stored elsewhere. */
export interface TextDraft {
  readonly draft: string
  /** The stored text that was known when it was looked at last. */
  readonly seen: string
  /** What the user sent off to be stored, and of which nothing was heard yet. */
  readonly sent: string | null
  /** What is written began from an older text than the stored one. */
  readonly isOvertaken: boolean
}

/** The draft when the stored text is another one: that comes in where nothing is unsaved; else what is written stays. The user's own
 *  save overtakes nobody, however much was typed on meanwhile. Pure. */
export function nextDraft(before: TextDraft, stored: string): TextDraft {
  const { draft, seen, sent } = before
  if (stored === sent) return { draft, seen: stored, sent: null, isOvertaken: false }
  const isUnsaved = draft !== seen && draft !== stored
  return { draft: isUnsaved ? draft : stored, seen: stored, sent, isOvertaken: isUnsaved }
}

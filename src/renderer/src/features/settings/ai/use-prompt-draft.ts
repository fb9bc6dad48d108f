import { useState } from 'react'
import { nextDraft, type TextDraft } from './next-draft.ts'

/** What the user writes of a prompt. `isOvertaken`: it began from an older text than the one in use. */
export function usePromptDraft(stored: string): {
  readonly draft: string
  readonly isOvertaken: boolean
  readonly set: (next: string) => void
  /** It is sent off to be saved. */
  readonly send: (text: string) => void
} {
  const [kept, setKept] = useState<TextDraft>({ draft: stored, seen: stored, sent: null, isOvertaken: false })
  const now = stored === kept.seen ? kept : nextDraft(kept, stored)
  if (now !== kept) setKept(now)
  return {
    draft: now.draft,
    isOvertaken: now.isOvertaken && now.draft !== stored,
    set: (draft) =>
      setKept((before) => ({ ...before, draft, isOvertaken: before.isOvertaken && draft !== before.seen })),
    send: (sent) => setKept((before) => ({ ...before, sent })),
  }
}

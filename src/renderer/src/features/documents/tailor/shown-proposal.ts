import type { DocumentContent } from '#shared/documents.ts'

/** What is compared on screen, and for which wish. `isRemade`: it became another one though nothing else was asked for. */
export interface ShownProposal {
  readonly asked: unknown
  readonly base: DocumentContent
  readonly proposal: DocumentContent
  readonly isRemade: boolean
}

/** The next of what is on screen; the same one when nothing in it is different. Pure. */
export function nextShown(before: ShownProposal | null, now: Omit<ShownProposal, 'isRemade'>): ShownProposal {
  if (before === null || before.asked !== now.asked) return { ...now, isRemade: false }
  if (before.base === now.base && before.proposal === now.proposal) return before
  return { ...now, isRemade: true }
}

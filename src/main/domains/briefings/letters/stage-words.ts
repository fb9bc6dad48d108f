import type { Stage } from '#shared/stages.ts'

/** Stages inside a sentence. */
export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  saved: 'saved',
  applied: 'applied',
  interviewing: 'interviewing',
  offered: 'offered',
  accepted: 'accepted',
  declined: 'declined',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  ghosted: 'without an answer',
}

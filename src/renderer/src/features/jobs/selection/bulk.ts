import type { JobListItem, JobMarksChange } from '#shared/jobs.ts'
import { formatQuantity } from '../../../ui/format.ts'

export const COMPARED_MIN = 2
export const COMPARED_MAX = 4

type Marked = Pick<JobListItem, 'id' | 'isSaved' | 'isHidden'>

/** One thing to do with all picked jobs: what its button says, what changes, and what is said when it is done. */
export interface BulkAct {
  readonly word: string
  readonly change: Omit<JobMarksChange, 'id'>
  readonly said: string
}

const jobs = (count: number) => formatQuantity(count, ['job', 'jobs'])

/** Saves them; takes them off the saved ones when all are that already. Pure. */
export function savingOf(picked: readonly Marked[]): BulkAct {
  const { length } = picked
  if (picked.every(({ isSaved }) => isSaved))
    return { word: `Unsave ${length}`, change: { isSaved: false }, said: `${jobs(length)} no longer saved` }
  return { word: `Save ${length}`, change: { isSaved: true }, said: `${jobs(length)} saved` }
}

/** Hides them, for a reason or without; shows them again when all are hidden already. Pure. */
export function hidingOf(picked: readonly Marked[], hideReason: JobMarksChange['hideReason'] = null): BulkAct {
  const { length } = picked
  if (picked.every(({ isHidden }) => isHidden))
    return { word: `Show ${length} again`, change: { isHidden: false }, said: `${jobs(length)} shown again` }
  return { word: `Hide ${length}`, change: { isHidden: true, hideReason }, said: `${jobs(length)} hidden` }
}

/** Whether so many jobs can stand side by side. Pure. */
export function isComparable(count: number): boolean {
  return count >= COMPARED_MIN && count <= COMPARED_MAX
}

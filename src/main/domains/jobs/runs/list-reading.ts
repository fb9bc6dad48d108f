import type { Rejection, SourcePage } from '../sources/source.ts'

/** What the pages of a full list showed so far. */
export interface ListReading {
  readonly scope: string
  /** Entries that say which posting they are, or that they are none that is wanted. */
  readonly shown: number
  /** Entries that could not be read: any posting of the list may be behind them. */
  readonly unread: number
  /** It was read from its first page on without a break: the pages of a list shift while nobody looks. */
  readonly isFromStart: boolean
}

const DAY_MS = 86_400_000
/** What could not be read may come right again; what was not seen for so long is gone even so. */
const UNREAD_GRACE_MS = 7 * DAY_MS
const UNREADABLE: ReadonlySet<Rejection> = new Set(['bad_shape', 'no_title', 'no_url', 'too_large'])

/** A list whose first pages were read before the run was interrupted. Pure. */
export function takenUp(scope: string): ListReading {
  return { scope, shown: 0, unread: 0, isFromStart: false }
}

/** The reading with one more page; null for a page of no list. Pure. */
export function withPage(reading: ListReading | null, page: SourcePage): ListReading | null {
  const { fullList, items, stored = [] } = page
  if (fullList === undefined) return null
  const before = reading?.scope === fullList.scope ? reading : { ...takenUp(fullList.scope), isFromStart: true }
  const unread = items.filter((item) => !item.ok && UNREADABLE.has(item.reason)).length
  return {
    ...before,
    shown: before.shown + items.length + stored.length - unread,
    unread: before.unread + unread,
  }
}

/** What the end of a list says about the postings that it did not show: those that were not seen since are closed; null: nothing is
 *  certain. A list that is suddenly empty closes nothing until it was empty twice (`wasEmpty`). Pure. */
export function closingAt(
  page: SourcePage,
  about: { reading: ListReading | null; runStartedAt: number; wasEmpty: boolean },
): { readonly unseenSince: number } | null {
  const { fullList, problem, board } = page
  const { reading, runStartedAt, wasEmpty } = about
  if (fullList === undefined || reading === null || !fullList.isComplete || problem !== null) return null
  // Unchanged since it was empty means empty again.
  if (reading.shown === 0 && !wasEmpty) return null
  if (!reading.isFromStart || (board?.postings ?? 0) > reading.shown + reading.unread) return null
  return { unseenSince: reading.unread > 0 ? runStartedAt - UNREAD_GRACE_MS : runStartedAt }
}

/** Whether the list is to come whole the next time, because what it did not show could not be closed. Pure. */
export function isLeftOpen(
  page: SourcePage,
  reading: ListReading | null,
  closing: { unseenSince: number } | null,
): boolean {
  const { fullList } = page
  if (fullList === undefined || !fullList.isComplete || fullList.isUnchanged === true) return false
  return closing === null || (reading?.unread ?? 0) > 0
}

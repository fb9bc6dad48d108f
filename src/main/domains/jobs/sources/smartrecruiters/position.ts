/** Where a company's board goes on: the list's next page, and the postings of the pages before whose text is still to be fetched. */
export interface ListPosition {
  /** Null after the list's last page. */
  readonly offset: number | null
  /** How many postings the list has; null when it does not say. */
  readonly total: number | null
  readonly waiting: readonly string[]
}

/** A position from its cursor; the beginning without one, and for what is no cursor of ours. Pure. */
export function listPositionAt(cursor: string | null): ListPosition {
  const match = /^(\d{1,9}|-)\/(\d{0,9})\/([\w.,-]*)$/.exec(cursor ?? '')
  if (match === null) return { offset: 0, total: null, waiting: [] }
  const [, offset = '', total = '', waiting = ''] = match
  return {
    offset: offset === '-' ? null : Number(offset),
    total: total === '' ? null : Number(total),
    waiting: waiting.split(',').filter((id) => id !== ''),
  }
}

/** The cursor of a position; null when nothing is left. Ids are of letters, digits, dots and dashes. Pure. */
export function cursorOf({ offset, total, waiting }: ListPosition): string | null {
  if (offset === null && waiting.length === 0) return null
  return `${offset ?? '-'}/${total ?? ''}/${waiting.join(',')}`
}

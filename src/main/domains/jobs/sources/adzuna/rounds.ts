/** Where a run is that asks every country for its first page before any for its second: the requests of a run go to all of them. */
export interface Round {
  /** From 1, as the API counts. */
  readonly page: number
  /** Still to be asked for this page, the next one first. */
  readonly now: readonly string[]
  /** Asked, and to be asked for the page after. */
  readonly later: readonly string[]
}

/** The round of a cursor, or the first one; countries that are no longer asked for are left out. Null when nothing is to be asked. Pure. */
export function roundAt(codes: readonly string[], cursor: string | null): Round | null {
  const [pageText = '', now = '', later = ''] = cursor?.split(' ') ?? []
  const known = (list: string): readonly string[] => list.split(',').filter((code) => codes.includes(code))
  const page = Number(pageText)
  const isCursor = cursor !== null && Number.isInteger(page) && page >= 1
  const round = isCursor ? { page, now: known(now), later: known(later) } : { page: 1, now: codes, later: [] }
  if (round.now.length > 0) return round
  return round.later.length > 0 ? { page: round.page + 1, now: round.later, later: [] } : null
}

/** The cursors after the round's first country was asked: with its next page in view, and without. Null after the last one. Pure. */
export function cursorsAfterRound(
  { page, now, later }: Round,
  hasNext: boolean,
): { readonly nextCursor: string | null; readonly cursorWhenAllKnown: string | null } {
  const [asked = '', ...rest] = now
  return {
    nextCursor: cursorOf({ page, now: rest, later: hasNext ? [...later, asked] : later }),
    cursorWhenAllKnown: cursorOf({ page, now: rest, later }),
  }
}

function cursorOf({ page, now, later }: Round): string | null {
  if (now.length + later.length === 0) return null
  return `${page} ${now.join(',') || '-'} ${later.join(',') || '-'}`
}

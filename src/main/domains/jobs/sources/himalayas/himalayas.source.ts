import { withinPlan } from '../plan/plan-filter.ts'
import type { ParsedItem, Source } from '../source.ts'
import { manifest } from './manifest.ts'
import { type HimalayasPage, parsePage } from './parse.ts'

const PAGE_SIZE = 20
/** A thousand postings: most of a day of this board, and as many requests as one run should ask of it. */
const PAGES = 50
const DAY_MS = 86_400_000

interface Position {
  /** From 0. */
  readonly page: number
  /** The API's own word for the page; null where it pages by offset. */
  readonly token: string | null
}

/** The newest first, page by page, until what was there at the last reading. It cannot be asked for several countries at once, so
 *  roles and countries are looked at here. */
export const himalayas: Source = {
  manifest,
  parse: (payload) => parsePage(payload).items,
  fetchPage: async (context, cursor) => {
    const at = positionOf(cursor)
    const where = at.token === null ? { offset: String(at.page * PAGE_SIZE) } : { cursor: at.token }
    const query = new URLSearchParams({ limit: String(PAGE_SIZE), ...where })
    const page = parsePage(await context.get({ url: `${context.base()}/jobs/api?${query.toString()}`, accept: 'json' }))
    const isSeen = context.since !== null && isOlderThan(page.items, context.since - DAY_MS)
    return {
      items: withinPlan(page.items, context.plan),
      nextCursor: isSeen ? null : cursorAfter(page, at),
      cursorWhenAllKnown: null,
      problem: null,
    }
  },
}

function positionOf(cursor: string | null): Position {
  const [number = '', token = null] = cursor?.split(' ') ?? []
  const page = Number(number)
  return cursor !== null && Number.isInteger(page) && page > 0 && page < PAGES
    ? { page, token }
    : { page: 0, token: null }
}

/** A page may be short and not the last one: what has expired is left out of it. */
function cursorAfter({ items, total, next }: HimalayasPage, { page, token }: Position): string | null {
  const following = page + 1
  if (items.length === 0 || following >= PAGES || next === null) return null
  if (next !== undefined) return next === token || /\s/.test(next) ? null : `${following} ${next}`
  return total !== null && following * PAGE_SIZE >= total ? null : String(following)
}

function isOlderThan(items: readonly ParsedItem[], instant: number): boolean {
  const dates = items.flatMap((item) => (item.ok ? (item.posting.postedAt ?? []) : []))
  return dates.length > 0 && dates.every((date) => date < instant)
}

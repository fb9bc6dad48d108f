import { withinPlan } from '../plan/plan-filter.ts'
import type { Source } from '../source.ts'
import { manifest } from './manifest.ts'
import { parsePage } from './parse.ts'

/** About 2,000 postings: what the board publishes in several days. */
const LAST_PAGE = 20

/** The API takes nothing but a page number, so roles and countries are looked at here. */
export const arbeitnow: Source = {
  manifest,
  parse: (payload) => parsePage(payload).items,
  fetchPage: async (context, cursor) => {
    const page = pageOf(cursor)
    const answer = await context.get({ url: `${context.base()}/api/job-board-api?page=${page}`, accept: 'json' })
    const { items, hasNext } = parsePage(answer)
    return {
      items: withinPlan(items, context.plan),
      nextCursor: hasNext && page < LAST_PAGE ? String(page + 1) : null,
      cursorWhenAllKnown: null,
      problem: null,
    }
  },
}

function pageOf(cursor: string | null): number {
  const page = Number(cursor ?? 1)
  return Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1
}

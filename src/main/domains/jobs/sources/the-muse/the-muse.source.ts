import { withinPlan } from '../plan/plan-filter.ts'
import { cursorsAfter, positionAt } from '../plan/position.ts'
import type { Source } from '../source.ts'
import { categoriesFor } from './categories.ts'
import { manifest } from './manifest.ts'
import { parsePage } from './parse.ts'

/** 400 postings a category, and at most a fifth of the requests that an hour allows over all categories. */
const PAGES_PER_CATEGORY = 20

/** Asked by category. Its place filter wants "City, Country" one by one, so countries are looked at here. */
export const theMuse: Source = {
  manifest,
  parse: (payload) => parsePage(payload).items,
  fetchPage: async (context, cursor) => {
    const categories = categoriesFor(context.plan.roles)
    const at = positionAt(categories, cursor) ?? { query: '', page: 0 }
    const key = context.secret('THE_MUSE_API_KEY')
    const query = new URLSearchParams({
      page: String(at.page),
      ...(at.query === '' ? {} : { category: at.query }),
      ...(key === null ? {} : { api_key: key }),
    })
    const answer = await context.get({ url: `${context.base()}/api/public/jobs?${query.toString()}`, accept: 'json' })
    const { items, pageCount } = parsePage(answer)
    const hasNext = items.length > 0 && at.page + 1 < Math.min(pageCount ?? Infinity, PAGES_PER_CATEGORY)
    // Sorted by nothing that is documented: a page of known postings says nothing about the next one.
    const { nextCursor } = cursorsAfter(categories, at, hasNext)
    return { items: withinPlan(items, context.plan), nextCursor, problem: null }
  },
}

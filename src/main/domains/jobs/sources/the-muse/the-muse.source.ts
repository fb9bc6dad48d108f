import { withinPlan } from '../plan-filter.ts'
import type { Source } from '../source.ts'
import { categoriesFor } from './categories.ts'
import { manifest } from './manifest.ts'
import { parsePage } from './parse.ts'

/** 400 postings a category, and at most a fifth of the requests that an hour allows over all categories. */
const PAGES_PER_CATEGORY = 20

/** Asked by category. Its place filter wants "City, Country" one by one, so countries are looked at here. */
export const theMuse: Source = {
  manifest,
  isConfigured: () => true,
  fetchPage: async (context, cursor) => {
    const categories = categoriesFor(context.plan.roles)
    const { category, page } = positionOf(cursor, categories)
    const query = new URLSearchParams({ page: String(page), ...(category === '' ? {} : { category }) })
    const answer = await context.get({ url: `${context.baseUrl}/api/public/jobs?${query.toString()}`, accept: 'json' })
    const { items, pageCount } = parsePage(answer)
    const hasNext = items.length > 0 && page + 1 < Math.min(pageCount ?? Infinity, PAGES_PER_CATEGORY)
    const following = categories[categories.indexOf(category) + 1]
    const nextCategory = following === undefined ? null : `${following}|0`
    return {
      items: withinPlan(items, context.plan),
      nextCursor: hasNext ? `${category}|${page + 1}` : nextCategory,
      problem: null,
    }
  },
}

/** A cursor from before the roles were changed may name a category that is no longer asked for: then the run starts over. */
function positionOf(cursor: string | null, categories: readonly string[]): { category: string; page: number } {
  const [category = '', pageText = ''] = cursor?.split('|') ?? []
  const page = Number(pageText)
  const isKnown = cursor !== null && categories.includes(category) && Number.isInteger(page) && page >= 0
  return isKnown
    ? { category, page: Math.min(page, PAGES_PER_CATEGORY - 1) }
    : { category: categories[0] ?? '', page: 0 }
}

import { onceInRun } from '../plan/per-run.ts'
import { withinPlan } from '../plan/plan-filter.ts'
import { cursorsAfter, positionAt } from '../plan/position.ts'
import { isOutOfReach, NOTHING_ASKED } from '../plan/reach.ts'
import type { Source } from '../source.ts'
import { manifest } from './manifest.ts'
import { parseAds } from './parse.ts'
import { headersFor, MOST_PAGES, PAGE_SIZE, queriesFor, searchAddress } from './search.ts'

const once = onceInRun()

/** Its search, which has the whole ads; newest first. */
export const jobtech: Source = {
  manifest,
  parse: parseAds,
  fetchPage: async (context, cursor) => {
    const { plan, since, now } = context
    if (isOutOfReach(manifest, plan)) return NOTHING_ASKED
    const queries = queriesFor(plan.roles)
    const at = positionAt(queries, cursor)
    if (at === null) return NOTHING_ASKED
    const url = searchAddress(context.base(), { ...at, since, now })
    const found = parseAds(await context.get({ url, accept: 'json', headers: headersFor(at.query) }))
    const hasNext = found.length >= PAGE_SIZE && at.page + 1 < MOST_PAGES
    return { items: withinPlan(once(context, found), plan), ...cursorsAfter(queries, at, hasNext), problem: null }
  },
}

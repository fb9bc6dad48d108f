import { HttpProblem } from '#main/infra/http/http.ts'
import { onceInRun } from '../plan/per-run.ts'
import { withinPlan } from '../plan/plan-filter.ts'
import { cursorsAfter, positionAt } from '../plan/position.ts'
import { isOutOfReach, NOTHING_ASKED } from '../plan/reach.ts'
import type { ParsedItem, Source, SourceContext } from '../source.ts'
import { getAsClient } from './client.ts'
import { manifest } from './manifest.ts'
import { parseOffers } from './parse.ts'
import { daysBack, MOST_PAGES, PAGE_SIZE, queriesFor, searchAddress } from './search.ts'

const once = onceInRun()

/** Its search, which has the whole ads; newest first. */
export const franceTravail: Source = {
  manifest,
  parse: parseOffers,
  fetchPage: async (context, cursor) => {
    const { plan } = context
    if (isOutOfReach(manifest, plan)) return NOTHING_ASKED
    const queries = queriesFor(plan.roles)
    const at = positionAt(queries, cursor)
    if (at === null) return NOTHING_ASKED
    const found = await search(context, at)
    const hasNext = found.length >= PAGE_SIZE && at.page + 1 < MOST_PAGES
    return { items: withinPlan(once(context, found), plan), ...cursorsAfter(queries, at, hasNext), problem: null }
  },
}

/** A search that finds nothing has no body; beyond the last ad that it gives it is refused. */
async function search(
  context: SourceContext,
  { query, page }: { readonly query: string; readonly page: number },
): Promise<readonly ParsedItem[]> {
  const url = searchAddress(context.base(), { query, page, days: daysBack(context.since, context.now) })
  try {
    const answer = await getAsClient(context, url)
    return answer.text.trim() === '' ? [] : parseOffers(answer)
  } catch (error) {
    if (error instanceof HttpProblem && error.status === 400 && error.code !== 'unauthorised' && page > 0) return []
    throw error
  }
}

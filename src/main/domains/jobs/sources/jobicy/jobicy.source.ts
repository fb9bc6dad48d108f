import { withinPlan } from '../plan/plan-filter.ts'
import { queriesInTurn } from '../plan/position.ts'
import type { Source, SourceContext } from '../source.ts'
import { manifest } from './manifest.ts'
import { parseJobs } from './parse.ts'
import { queriesFor } from './queries.ts'

/** The most that every version of the API gives at once; with the day's few requests it is what appeared since the last ones. */
const COUNT = 50

/** The newest postings of each industry and region. There are more of these than a run may ask, so runs take turns. What is still to
 *  be asked is the cursor: a run keeps to the queries that it began with. */
export const jobicy: Source = {
  manifest,
  parse: parseJobs,
  fetchPage: async (context, cursor) => {
    const [query, ...rest] = cursor === null ? firstQueries(context) : cursor.split(' ')
    if (query === undefined) return { items: [], nextCursor: null, problem: null }
    const filters = query === NO_FILTER ? '' : `&${query}`
    const url = `${context.base()}/api/v2/remote-jobs?count=${COUNT}${filters}`
    const items = parseJobs(await context.get({ url, accept: 'json' }))
    return {
      items: withinPlan(items, context.plan),
      nextCursor: rest.length > 0 ? rest.join(' ') : null,
      problem: null,
    }
  },
}

/** How the query without filters stands in a cursor. */
const NO_FILTER = '-'

function firstQueries({ plan, turn, requestsLeft }: SourceContext): readonly string[] {
  return queriesInTurn(queriesFor(plan), { turn, count: requestsLeft() }).map((query) => query || NO_FILTER)
}

import { HttpProblem } from '#main/infra/http/http.ts'
import { onceInRun } from '../plan/per-run.ts'
import { withinPlan } from '../plan/plan-filter.ts'
import { cursorsAfter, positionAt, queriesInTurn } from '../plan/position.ts'
import { isOutOfReach, NOTHING_ASKED } from '../plan/reach.ts'
import type { Source, SourceAnswer, SourceContext } from '../source.ts'
import { manifest } from './manifest.ts'
import { parseVacancies } from './parse.ts'
import { locationCodesOf, PAGE_SIZE, periodSince, searchBody, searchesFor, type SearchWish } from './search.ts'

/** Eight requests within five minutes were seen to be too many. */
const REQUESTS_PER_RUN = 6
const COOL_OFF_MS = 15 * 60_000

const once = onceInRun()

/** A handful of searches over all countries at once; the answer has the whole text, so a vacancy's own page is never asked for. */
export const eures: Source = {
  manifest,
  parse: parseVacancies,
  refusal: meaningOf,
  fetchPage: async (context, cursor) => {
    const { plan, turn, since, now } = context
    if (isOutOfReach(manifest, plan)) return NOTHING_ASKED
    const searches = queriesInTurn(searchesFor(plan.roles), { turn, count: REQUESTS_PER_RUN })
    const at = positionAt(searches, cursor)
    if (at === null) return NOTHING_ASKED
    const wish = {
      search: at.query,
      page: at.page,
      locationCodes: locationCodesOf(plan),
      period: periodSince(since, now),
    }
    const answer = await ask(context, wish)
    const found = answer === null ? [] : parseVacancies(answer)
    const pages = Math.floor(REQUESTS_PER_RUN / searches.length)
    const { nextCursor } = cursorsAfter(searches, at, found.length >= PAGE_SIZE && at.page + 1 < pages)
    return { items: withinPlan(once(context, found), plan), nextCursor, problem: null }
  },
}

/** Null beyond the last page that it gives, which it answers with a refusal. */
async function ask(context: SourceContext, wish: SearchWish): Promise<SourceAnswer | null> {
  try {
    const url = `${context.base()}/jv-search/search`
    return await context.get({ url, accept: 'json', method: 'POST', json: searchBody(wish), maxRetries: 0 })
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error
    if (error.status === 400 && wish.page > 0) return null
    const meaning = meaningOf(error)
    if (meaning === error) throw error
    const { code, message, status } = meaning
    throw new HttpProblem(code, message, { status, retryAt: context.now + COOL_OFF_MS, cause: error })
  }
}

/** Its way of asking for fewer requests: no 429, no Retry-After. */
function meaningOf(problem: HttpProblem): HttpProblem {
  const { status } = problem
  if (status !== 500 && status !== 307) return problem
  const message = `EURES asks for fewer requests in its own way (status ${status})`
  return new HttpProblem('rate_limited', message, { status })
}

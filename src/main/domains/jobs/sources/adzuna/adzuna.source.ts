import { HttpProblem } from '#main/infra/http/http.ts'
import { onceInRun } from '../plan/per-run.ts'
import { withinPlan } from '../plan/plan-filter.ts'
import { NOTHING_ASKED } from '../plan/reach.ts'
import type { Source, SourceContext } from '../source.ts'
import { anyWordOf, endpointOf, endpointsFor } from './endpoints.ts'
import { manifest } from './manifest.ts'
import { parsePage, refusalOf } from './parse.ts'
import { cursorsAfterRound, roundAt } from './rounds.ts'

/** The most that the API gives at once. */
const PAGE_SIZE = 50
/** 500 postings of a country; older ones come no more. */
const MAX_PAGES = 10
const DAY_MS = 86_400_000
/** How far a first reading goes back, and any later one at most. Days. */
const FIRST_DAYS = 14
const MAX_DAYS = 30

/** The newest IT postings of each country with any word of the roles; what they really are is looked at here. All countries get their
 *  first page before one gets its second. */
export const adzuna: Source = {
  manifest,
  parse: (payload) => parsePage(payload, payload.context['country'] ?? countryIn(payload.url)).items,
  refusal: refusalOf,
  fetchPage: async (context, cursor) => {
    const round = roundAt(codesInTurn(context), cursor)
    const [code] = round?.now ?? []
    if (round === null || code === undefined || context.requestsLeft() < 1) return NOTHING_ASKED
    const { items, total } = parsePage(await ask(context, { code, page: round.page }), code)
    const isMore = items.length >= PAGE_SIZE && (total === null || round.page * PAGE_SIZE < total)
    const cursors = cursorsAfterRound(round, isMore && round.page < MAX_PAGES)
    return {
      items: onlyOnce(context, withinPlan(items, context.plan)),
      // A run that has used its requests has read what it was to read.
      ...(context.requestsLeft() < 1 ? { nextCursor: null, cursorWhenAllKnown: null } : cursors),
      problem: null,
    }
  },
}

const onlyOnce = onceInRun()

async function ask(context: SourceContext, { code, page }: { code: string; page: number }) {
  const words = anyWordOf(context.plan.roles)
  const query = new URLSearchParams({
    app_id: context.secret('ADZUNA_APP_ID') ?? '',
    app_key: context.secret('ADZUNA_APP_KEY') ?? '',
    results_per_page: String(PAGE_SIZE),
    ...(words === '' ? {} : { what_or: words }),
    category: 'it-jobs',
    max_days_old: String(daysBack(context)),
    sort_by: 'date',
  })
  try {
    const url = `${context.base()}/v1/api/jobs/${code}/search/${page}?${query.toString()}`
    return await context.get({ url, accept: 'json', maxRetries: 1 })
  } catch (error) {
    throw error instanceof HttpProblem ? refusalOf(error) : error
  }
}

/** The countries that are asked. Each run begins with another one, and after those of the last run when it may not ask all of them. */
function codesInTurn({ plan, turn, requestsLeft }: SourceContext): readonly string[] {
  const codes = endpointsFor(plan.countries).map(({ code }) => code)
  const step = requestsLeft() < codes.length ? requestsLeft() : 1
  const start = codes.length === 0 ? 0 : (turn * step) % codes.length
  return [...codes.slice(start), ...codes.slice(0, start)]
}

/** Whole days, with one to spare. */
function daysBack({ since, now }: SourceContext): number {
  return since === null ? FIRST_DAYS : Math.min(MAX_DAYS, Math.ceil(Math.max(0, now - since) / DAY_MS) + 1)
}

/** The country in the address of an answer. */
function countryIn(url: string): string | undefined {
  const code = /\/jobs\/([a-z]{2})\//.exec(URL.parse(url)?.pathname ?? '')?.[1]
  return endpointOf(code)?.code
}

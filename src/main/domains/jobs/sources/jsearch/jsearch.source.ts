import { HttpProblem } from '#main/infra/http/http.ts'
import { onceInRun } from '../plan/per-run.ts'
import { withinPlan } from '../plan/plan-filter.ts'
import { NOTHING_ASKED } from '../plan/reach.ts'
import type { Source, SourceContext } from '../source.ts'
import { manifest } from './manifest.ts'
import { parseJobs } from './parse.ts'
import { cursorOf, queriesAt, runQueries, type Query } from './queries.ts'
import { refusalOf } from './refusal.ts'

/** What RapidAPI routes by; the same behind a proxy. */
const API_HOST = 'jsearch.p.rapidapi.com'

/** One role in one country a request, one page of it. */
export const jsearch: Source = {
  manifest,
  parse: parseJobs,
  refusal: refusalOf,
  fetchPage: async (context, cursor) => {
    const { span, queries } = cursor === null ? runQueries(context) : queriesAt(cursor, context.plan)
    const [query, ...rest] = queries
    if (query === undefined || context.requestsLeft() < 1) return NOTHING_ASKED
    const items = parseJobs(await ask(context, { query, span }))
    return {
      items: onlyOnce(context, withinPlan(items, context.plan)),
      nextCursor: context.requestsLeft() < 1 ? null : cursorOf({ span, queries: rest }),
      problem: null,
    }
  },
}

const onlyOnce = onceInRun()

async function ask(context: SourceContext, asked: { query: Query; span: string }) {
  const { role, country } = asked.query
  const params = new URLSearchParams({
    query: country === '' ? role : `${role} in ${nameOf(country)}`,
    num_pages: '1',
    ...(country === '' ? {} : { country: country.toLowerCase() }),
    date_posted: asked.span,
  })
  try {
    return await context.get({
      url: `${context.base()}/search-v2?${params.toString()}`,
      accept: 'json',
      headers: { 'x-rapidapi-key': context.secret('RAPIDAPI_KEY') ?? '', 'x-rapidapi-host': API_HOST },
      // Every attempt counts against the month.
      maxRetries: 0,
    })
  } catch (error) {
    throw error instanceof HttpProblem ? refusalOf(error) : error
  }
}

function nameOf(country: string): string {
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(country) ?? country
}

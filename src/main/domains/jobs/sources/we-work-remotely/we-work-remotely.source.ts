import { withinPlan } from '../plan/plan-filter.ts'
import type { Source } from '../source.ts'
import { manifest } from './manifest.ts'

/** One request: the feed has no pages and cannot be asked for roles or countries. It is asked for whole each time, since what was left
 *  out for yesterday's wishes may fit today's. */
export const weWorkRemotely: Source = {
  manifest,
  parse: async (payload) => (await loadParser()).parseJobs(payload),
  fetchPage: async (context) => {
    const { parseJobs } = await loadParser()
    const answer = await context.get({ url: `${context.base()}/remote-jobs.rss`, accept: 'xml' })
    return { items: withinPlan(parseJobs(answer), context.plan), nextCursor: null, problem: null }
  },
}

/** The feed parser takes a quarter of a second to load; most starts never need it. */
function loadParser() {
  return import('./parse.ts')
}

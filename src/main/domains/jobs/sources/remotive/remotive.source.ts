import { withinPlan } from '../plan/plan-filter.ts'
import type { Source } from '../source.ts'
import { manifest } from './manifest.ts'
import { parseJobs } from './parse.ts'

/** One request brings everything that is open there, so roles and countries are looked at here. */
export const remotive: Source = {
  manifest,
  parse: parseJobs,
  fetchPage: async (context) => {
    const answer = await context.get({ url: `${context.base()}/api/remote-jobs`, accept: 'json' })
    return { items: withinPlan(parseJobs(answer), context.plan), nextCursor: null, problem: null }
  },
}

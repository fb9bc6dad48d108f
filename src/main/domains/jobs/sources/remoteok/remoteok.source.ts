import { withinPlan } from '../plan/plan-filter.ts'
import type { Source } from '../source.ts'
import { manifest } from './manifest.ts'
import { parseJobs } from './parse.ts'

/** One request brings the newest hundred. Its tags are put on by the dozen and mean little, so roles and countries are looked at here. */
export const remoteok: Source = {
  manifest,
  parse: parseJobs,
  fetchPage: async (context) => {
    const answer = await context.get({ url: `${context.base()}/api`, accept: 'json' })
    return { items: withinPlan(parseJobs(answer), context.plan), nextCursor: null, problem: null }
  },
}

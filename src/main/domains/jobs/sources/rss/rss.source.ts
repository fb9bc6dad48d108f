import { partAt } from '../plan/part-cursor.ts'
import { AFTER_ANYTHING, problemOf } from '../plan/part-problem.ts'
import type { Source } from '../source.ts'
import { manifest } from './manifest.ts'

/** One request for each feed, each on its own host. */
export const rss: Source = {
  manifest,
  parse: async (payload) => (await loadParser()).parseFeed(payload),
  fetchPage: async (context, cursor) => {
    const at = partAt(context.plan.feeds, cursor)
    if (at === null) return { items: [], nextCursor: null, problem: null }
    const { part: url, number, nextCursor } = at
    const { parseFeed } = await loadParser()
    try {
      const answer = await context.get({ url, accept: 'xml', isConditional: true })
      return { items: answer.isNotModified ? [] : parseFeed(answer), nextCursor, problem: null }
    } catch (error) {
      const problem = problemOf(error, { part: `Feed ${number}`, goesOnAfter: AFTER_ANYTHING })
      return { items: [], nextCursor, problem }
    }
  },
}

/** The feed parser takes a quarter of a second to load; most starts never need it. */
function loadParser() {
  return import('./parse.ts')
}

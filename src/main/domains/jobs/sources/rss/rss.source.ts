import { partAt } from '../part-cursor.ts'
import { problemOf } from '../part-problem.ts'
import type { Source } from '../source.ts'
import { manifest } from './manifest.ts'

/** One request for each feed, each on its own host: whatever is wrong with one says nothing about the others. */
export const rss: Source = {
  manifest,
  isConfigured: (plan) => plan.rssFeeds.length > 0,
  fetchPage: async (context, cursor) => {
    const at = partAt(context.plan.rssFeeds, cursor)
    if (at === null) return { items: [], nextCursor: null, problem: null }
    const { part: url, number, nextCursor } = at
    // The feed parser takes a quarter of a second to load; most starts never need it.
    const { parseFeed } = await import('./parse.ts')
    try {
      const answer = await context.get({ url, accept: 'xml', isConditional: true })
      return { items: answer.isNotModified ? [] : parseFeed(answer), nextCursor, problem: null }
    } catch (error) {
      return { items: [], nextCursor, problem: problemOf(error, { part: `Feed ${number}`, goesOnAfter: ANY }) }
    }
  },
}

const ANY = [
  'timeout',
  'rate_limited',
  'server_error',
  'not_found',
  'unauthorised',
  'challenge',
  'redirect',
  'too_large',
  'unreadable',
  'network',
  'address_refused',
  'breaker_open',
  'quota_used',
] as const

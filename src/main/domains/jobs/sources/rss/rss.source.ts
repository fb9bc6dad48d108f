import { problemOf } from '../part-problem.ts'
import type { Source } from '../source.ts'
import { manifest } from './manifest.ts'

/** One request for each feed, each on its own host: whatever is wrong with one says nothing about the others. */
export const rss: Source = {
  manifest,
  isConfigured: (plan) => plan.rssFeeds.length > 0,
  fetchPage: async (context, cursor) => {
    const feeds = context.plan.rssFeeds
    const index = indexOf(cursor, feeds.length)
    const url = feeds[index]
    if (url === undefined) return { items: [], nextCursor: null, problem: null }
    const nextCursor = index + 1 < feeds.length ? String(index + 1) : null
    // The feed parser takes a quarter of a second to load; most starts never need it.
    const { parseFeed } = await import('./parse.ts')
    try {
      const answer = await context.get({ url, accept: 'xml', isConditional: true })
      return { items: answer.isNotModified ? [] : parseFeed(answer), nextCursor, problem: null }
    } catch (error) {
      return { items: [], nextCursor, problem: problemOf(error, { part: `Feed ${index + 1}`, goesOnAfter: ANY }) }
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

function indexOf(cursor: string | null, count: number): number {
  const index = Number(cursor ?? 0)
  return Number.isInteger(index) && index >= 0 && index < count ? index : 0
}

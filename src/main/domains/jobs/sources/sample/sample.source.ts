import { jsonObject } from '../parts/json-page.ts'
import type { Source } from '../source.ts'
import { manifest } from './manifest.ts'
import { parseSlice } from './parse.ts'

const PAGE_SIZE = 100

/** The bundled feed goes through the same pipeline as every other source, only without a request. */
export const sample: Source = {
  manifest,
  parse: (payload) => parseSlice(jsonObject(payload), { start: 0, end: Infinity, now: payload.now }).items,
  fetchPage: async (context, cursor) => {
    // A megabyte that only the first run needs.
    const feed: unknown = (await import('#resources/sample-feed.json', { with: { type: 'json' } })).default
    const start = startOf(cursor)
    const end = start + PAGE_SIZE
    const { items, total } = parseSlice(feed, { start, end, now: context.now })
    return { items, nextCursor: end < total ? String(end) : null, problem: null }
  },
}

function startOf(cursor: string | null): number {
  const start = Number(cursor ?? 0)
  return Number.isInteger(start) && start >= 0 ? start : 0
}

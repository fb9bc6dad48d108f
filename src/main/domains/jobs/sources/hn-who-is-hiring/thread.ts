import { z } from 'zod'
import { identifier, text } from '../parts/item.ts'
import { listUnder } from '../parts/json-page.ts'
import type { SourceAnswer } from '../source.ts'

const hitSchema = z.object({
  objectID: identifier,
  title: text,
  created_at_i: z.number().catch(0),
})
const TITLE = /^\s*Ask HN:\s*Who is hiring\b/i

/** The newest "Ask HN: Who is hiring?" among the stories of its author, who also asks who wants to be hired and for freelancers. Null
 *  when there is none. Throws HttpProblem 'unreadable' for an answer that is no search result. Pure. */
export function newestThread(answer: Pick<SourceAnswer, 'text' | 'url'>): string | null {
  let newest: { id: string; at: number } | null = null
  for (const value of listUnder(answer, 'hits')) {
    const hit = hitSchema.safeParse(value).data
    if (hit === undefined || hit.objectID === null || !/^\d+$/.test(hit.objectID) || !TITLE.test(hit.title ?? ''))
      continue
    if (newest === null || hit.created_at_i > newest.at) newest = { id: hit.objectID, at: hit.created_at_i }
  }
  return newest?.id ?? null
}

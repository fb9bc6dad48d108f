import { setImmediate as nextTurn } from 'node:timers/promises'
import { readPlaces } from '../../enrich/place/places.ts'
import { withinPlan } from '../plan/plan-filter.ts'
import type { ParsedItem, SearchPlan, Source, SourceContext } from '../source.ts'
import { manifest } from './manifest.ts'
import { commentsOf, parseComment, parseComments } from './parse.ts'
import { newestThread } from './thread.ts'

const STORIES = '/api/v1/search_by_date?tags=story,author_whoishiring'
/** A comment can be changed for two hours, and deleted for as long. */
const CHANGEABLE_MS = 86_400_000
/** Comments read at a time: a thread has a thousand, and free text takes its time. */
const BATCH = 25

/** The newest thread, which comes whole in one answer. */
export const hnWhoIsHiring: Source = {
  manifest,
  // What people say in a thread besides is no posting that broke.
  parse: (payload) => parseComments(payload).filter((item) => item.ok || item.reason === 'closed'),
  fetchPage: async (context) => {
    const thread = newestThread(await context.get({ url: `${context.base()}${STORIES}`, accept: 'json' }))
    if (thread === null) return { items: [], nextCursor: null, problem: null }
    const answer = await context.get({ url: `${context.base()}/api/v1/items/${thread}`, accept: 'json' })
    return { ...(await readComments(commentsOf(answer), context)), nextCursor: null, problem: null }
  },
}

async function readComments(
  comments: readonly unknown[],
  context: SourceContext,
): Promise<{ items: readonly ParsedItem[]; stored: readonly string[] }> {
  const items: ParsedItem[] = []
  const stored: string[] = []
  for (let start = 0; start < comments.length; start += BATCH) {
    const batch = comments.slice(start, start + BATCH).flatMap((comment, index) => parseComment(comment, start + index))
    const fresh = batch.filter((item) => !isSettled(item, context))
    items.push(...fitting(fresh, context.plan))
    stored.push(...batch.flatMap((item) => (isSettled(item, context) ? [item.posting.sourcePostingId] : [])))
    await nextTurn()
  }
  return { items, stored }
}

/** Stored, and too old to be changed: it is still there as it was. */
function isSettled(item: ParsedItem, { now, isStored }: SourceContext): item is Extract<ParsedItem, { ok: true }> {
  if (!item.ok || item.posting.postedAt === null || item.posting.postedAt >= now - CHANGEABLE_MS) return false
  return isStored(item.posting.sourcePostingId)
}

/** "New York | REMOTE" says where the company is, not where people have to be: its countries are not looked at. "REMOTE (US)" and
 *  "REMOTE | USA" do say it. */
function fitting(items: readonly ParsedItem[], plan: SearchPlan): readonly ParsedItem[] {
  const anywhere = withinPlan(items, { ...plan, countries: [] })
  const inCountries = withinPlan(items, plan)
  return items.map((item, index) => (isRemoteFromAnywhere(item) ? anywhere[index] : inCountries[index]) ?? item)
}

function isRemoteFromAnywhere(item: ParsedItem): boolean {
  return item.ok && item.posting.workplace === 'remote' && !item.posting.locations.some(limitsRemote)
}

function limitsRemote(location: string): boolean {
  if (/remote/i.test(location)) return true
  const places = readPlaces({ locations: [location], countryCode: null })
  return places.length > 0 && places.every((place) => place.city === null)
}

import { HttpProblem } from '#main/infra/http/http.ts'
import { perRun } from '../plan/per-run.ts'
import { withinPlan } from '../plan/plan-filter.ts'
import { isOutOfReach, NOTHING_ASKED } from '../plan/reach.ts'
import { DETAILS_PER_PAGE, readDetails } from '../plan/read-details.ts'
import type { ParsedItem, Source, SourceContext } from '../source.ts'
import { getWithToken, ownAddress } from './client.ts'
import { parseFeed, type FeedEntry } from './feed.ts'
import { manifest } from './manifest.ts'
import { parseAnswer } from './parse.ts'

const DAY_MS = 86_400_000
const DAYS_BACK = 14

interface FeedPage {
  readonly entries: readonly FeedEntry[]
  /** Path of the next page; null at the end of the feed. */
  readonly next: string | null
}

interface Progress {
  /** The page that is read in parts, and its path. */
  current: { readonly path: string; readonly page: FeedPage } | null
  readonly visited: Set<string>
  readonly seen: Set<string>
}

const progressOf = perRun((): Progress => ({ current: null, visited: new Set(), seen: new Set() }))

/** The feed of what happened to ads, oldest first, from a day before the last reading on. The ads that fit are read one by one, a part
 *  of a page of the feed at a time. A cursor is the number of entries done and the path of their page, empty for the first. */
export const nav: Source = {
  manifest,
  parse: (payload) => parseAnswer(payload, payload.context['id'] ?? null),
  fetchPage: async (context, cursor) => {
    const { plan } = context
    if (isOutOfReach(manifest, plan)) return NOTHING_ASKED
    const [, done = '0', path = ''] = /^(\d+) (.*)$/.exec(cursor ?? '') ?? []
    const page = await pageAt(context, path)
    const part = sortOut(context, page.entries, Number(done))
    const { items, left } = await readDetails(context, {
      wanted: part.wanted,
      idOf: (uuid) => uuid,
      read: (uuid) => readOne(context, uuid),
      gone: ['not_found'],
    })
    for (const uuid of left) progressOf(context).seen.delete(uuid)
    const following =
      part.end < page.entries.length ? `${part.end} ${path}` : page.next === null ? null : `0 ${page.next}`
    return {
      items: [...part.items, ...withinPlan(items, plan)],
      stored: part.stored,
      nextCursor: left.length > 0 ? `${done} ${path}` : following,
      problem: null,
    }
  },
}

async function pageAt(context: SourceContext, path: string): Promise<FeedPage> {
  const progress = progressOf(context)
  if (progress.current?.path === path) return progress.current.page
  progress.visited.add(path)
  const page = await fetchFeed(context, path)
  progress.current = { path, page }
  return page
}

async function fetchFeed(context: SourceContext, path: string): Promise<FeedPage> {
  const start = `${context.base()}/api/v1/feed`
  const url = path === '' ? start : ownAddress(context, path, { url: start })
  try {
    const answer = await getWithToken(
      context,
      path === '' ? { url, headers: { 'if-modified-since': startOf(context) } } : { url },
    )
    const { entries, nextUrl } = parseFeed(answer)
    return { entries, next: nextUrl === null ? null : nextPath(context, ownAddress(context, nextUrl, answer)) }
  } catch (error) {
    const isNothingNewer = error instanceof HttpProblem && path === '' && (error.status === 304 || error.status === 404)
    if (isNothingNewer) return { entries: [], next: null }
    throw error
  }
}

/** A feed that leads back to where it has been has no more to say. */
function nextPath(context: SourceContext, nextUrl: string): string | null {
  const { pathname, search } = new URL(nextUrl)
  const path = `${pathname}${search}`
  return progressOf(context).visited.has(path) ? null : path
}

function startOf({ since, now }: SourceContext): string {
  return new Date(since === null ? now - DAYS_BACK * DAY_MS : since - DAY_MS).toUTCString()
}

/** The entries from `begin` to where as many ads are to be read as one part reads. An ad is read once in a run, and one that is stored
 *  only when it was changed after the last reading. */
function sortOut(context: SourceContext, entries: readonly FeedEntry[], begin: number) {
  const { seen } = progressOf(context)
  const [items, stored, wanted]: [ParsedItem[], string[], string[]] = [[], [], []]
  let end = begin
  for (const { uuid, changedAt, item } of entries.slice(begin)) {
    if (wanted.length >= DETAILS_PER_PAGE) break
    end += 1
    if (uuid !== null && seen.has(uuid)) continue
    const [outcome = item] = withinPlan([item], context.plan)
    if (uuid === null || !outcome.ok) {
      items.push(outcome)
      continue
    }
    seen.add(uuid)
    if (context.isStored(uuid) && !isChangedSince(context, changedAt)) stored.push(uuid)
    else wanted.push(uuid)
  }
  return { items, stored, wanted, end }
}

function isChangedSince({ since }: SourceContext, changedAt: number | null): boolean {
  return since !== null && changedAt !== null && changedAt > since
}

async function readOne(context: SourceContext, uuid: string): Promise<ParsedItem> {
  const answer = await getWithToken(context, { url: `${context.base()}/api/v1/feedentry/${encodeURIComponent(uuid)}` })
  const [item] = parseAnswer(answer, uuid)
  if (item === undefined) throw new HttpProblem('unreadable', 'NAV sent no ad')
  return item
}

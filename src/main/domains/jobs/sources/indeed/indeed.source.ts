import { HttpProblem } from '#main/infra/http/http.ts'
import { rejected } from '../parts/item.ts'
import { perRun } from '../plan/per-run.ts'
import { outsidePlan } from '../plan/plan-filter.ts'
import { cursorsAfter, positionAt, queriesInTurn } from '../plan/position.ts'
import { isOutOfReach, NOTHING_ASKED } from '../plan/reach.ts'
import type { ParsedItem, Source, SourceContext, SourcePage } from '../source.ts'
import { manifest } from './manifest.ts'
import { listPath, searchesFor, searchOf, type Search } from './search.ts'
import { postingPath } from './sites.ts'

const LISTS_PER_RUN = 4
const DETAILS_PER_RUN = 6
/** Anything after the script that holds the results: then it is whole. */
const RESULTS = '#mosaic-data ~ *'

/** The first page of results of a few searches a run, in turn, each in the browser; some of their new postings are opened for their full
 *  text. The page of a posting itself wants a sign-in as a rule, so it is opened beside the results first. */
export const indeed: Source = {
  manifest,
  parse: async (payload) => (await loadParsers()).parsePage(payload),
  fetchPage: async (context, cursor) => {
    const run = runOf(context)
    const { plan, turn, since, now } = context
    if (isOutOfReach(manifest, plan)) return NOTHING_ASKED
    const searches = queriesInTurn(searchesFor(plan), { turn, count: LISTS_PER_RUN })
    const at = positionAt(searches, cursor)
    if (at === null || run.lists >= LISTS_PER_RUN) return NOTHING_ASKED
    const search = searchOf(at.query)
    const url = context.base(search.country) + listPath({ words: search.words, since, now })
    const { parseResults } = await loadParsers()
    const { items, fullKey } = parseResults(await context.browse({ url, waitFor: RESULTS }), search.country)
    run.lists += 1
    const listsLeft = searches.length - searches.indexOf(at.query)
    const page = await withDetails(context, { search, fullKey, listsLeft, ...sortOut(context, items) })
    const { nextCursor } = cursorsAfter(searches, at, false)
    return { ...page, nextCursor: page.problem === null && run.lists < LISTS_PER_RUN ? nextCursor : null }
  },
}

interface Run {
  lists: number
  details: number
  readonly seen: Set<string>
}

const runOf = perRun<Run>(() => ({ lists: 0, details: 0, seen: new Set() }))

interface Sorted {
  readonly wanted: readonly ParsedItem[]
  readonly stored: readonly string[]
  readonly rejected: readonly ParsedItem[]
}

function sortOut(context: SourceContext, listed: readonly ParsedItem[]): Sorted {
  const { seen } = runOf(context)
  const [wanted, stored, out] = [new Array<ParsedItem>(), new Array<string>(), new Array<ParsedItem>()]
  for (const item of listed) {
    if (!item.ok) out.push(item)
    else if (!seen.has(item.posting.sourcePostingId)) {
      const { posting } = item
      seen.add(posting.sourcePostingId)
      const reason = outsidePlan(posting, context.plan)
      if (context.isStored(posting.sourcePostingId)) stored.push(posting.sourcePostingId)
      else if (reason !== null) out.push(rejected(reason, `"${posting.title}" (${posting.locations.join('; ')})`))
      else wanted.push(item)
    }
  }
  return { wanted, stored, rejected: out }
}

/** The wanted postings, the first of them with their full text. When Indeed gives that no more, the list stays as it is, and the run
 *  asks nothing else. */
async function withDetails(
  context: SourceContext,
  page: Sorted & { readonly search: Search; readonly fullKey: string | null; readonly listsLeft: number },
): Promise<Omit<SourcePage, 'nextCursor'>> {
  const run = runOf(context)
  const { wanted, stored, search, fullKey } = page
  const share = Math.ceil((DETAILS_PER_RUN - run.details) / page.listsLeft)
  const items = [...wanted]
  const rest = { stored, problem: null }
  const brief = wanted.filter((item) => item.ok && item.posting.sourcePostingId !== fullKey).slice(0, share)
  for (const item of brief) {
    const index = wanted.indexOf(item)
    try {
      items[index] = await fullOf(context, { item, search })
    } catch (error) {
      if (!(error instanceof HttpProblem) || error.code === 'cancelled') throw error
      const problem = { code: error.code, message: `The full text of postings: ${error.message}` }
      return { ...rest, items: [...page.rejected, ...items], problem }
    }
  }
  return { ...rest, items: [...page.rejected, ...items] }
}

/** Beside the results, else on its own page. */
async function fullOf(context: SourceContext, at: { item: ParsedItem; search: Search }): Promise<ParsedItem> {
  const { item, search } = at
  const run = runOf(context)
  const { parseView, withFullText } = await loadParsers()
  if (!item.ok) return item
  const { since, now } = context
  const { country, words } = search
  const key = item.posting.sourcePostingId
  const base = context.base(country)
  const beside = { url: base + listPath({ words, since, now, key }), waitFor: RESULTS }
  const own = { url: base + postingPath(key) }
  for (const page of [beside, own]) {
    if (context.requestsLeft() < 1 || run.details >= DETAILS_PER_RUN) break
    run.details += 1
    const view = parseView(await context.browse(page), { key, country })
    if (view?.ok === false) return view
    if (view !== null) return withFullText(item, view)
  }
  return item
}

/** The readers bring a good deal along that most starts never need. */
function loadParsers() {
  return import('./parse.ts')
}

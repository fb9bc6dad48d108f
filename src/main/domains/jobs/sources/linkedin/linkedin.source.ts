import { HttpProblem } from '#main/infra/http/http.ts'
import { rejected } from '../parts/item.ts'
import { perRun } from '../plan/per-run.ts'
import { outsidePlan, withinPlan } from '../plan/plan-filter.ts'
import { cursorsAfter, positionAt, queriesInTurn } from '../plan/position.ts'
import { NOTHING_ASKED } from '../plan/reach.ts'
import { readDetails } from '../plan/read-details.ts'
import type { ParsedItem, Source, SourceAnswer, SourceContext, SourcePage } from '../source.ts'
import type { Card } from './cards.ts'
import { manifest } from './manifest.ts'
import { listPath, searchesFor } from './search.ts'

const LISTS_PER_RUN = 4
const DETAILS_PER_RUN = 10

/** A few searches a run, in turn, and the public pages of a few of their postings that are new. What is left comes with a later run. */
export const linkedin: Source = {
  manifest,
  parse: async (payload) => (await loadParsers()).parsePage(payload),
  fetchPage: async (context, cursor) => {
    const run = runOf(context)
    const { plan, turn, since, now } = context
    const searches = queriesInTurn(searchesFor(plan), { turn, count: LISTS_PER_RUN })
    const at = positionAt(searches, cursor)
    if (at === null || run.lists >= LISTS_PER_RUN) return NOTHING_ASKED
    const path = listPath({ search: at.query, start: at.page, since, now })
    const cards = await listAt(context, { path, isFirst: at.page === 0 })
    run.lists += 1
    const read = await readCardsOf(context, cards)
    const isLast = run.lists >= LISTS_PER_RUN || read.problem !== null
    const mayHaveMore = cards.length > 0 && run.lists + searches.length - searches.indexOf(at.query) - 1 < LISTS_PER_RUN
    // LinkedIn counts results, not pages.
    const next = cursorsAfter(searches, { ...at, page: at.page + cards.length - 1 }, mayHaveMore)
    return { ...read, ...next, ...(isLast ? { nextCursor: null } : {}) }
  },
}

interface Run {
  lists: number
  details: number
  readonly seen: Set<string>
  /** Why plain requests are not made any more; the browser is asked instead. */
  refusal: HttpProblem | null
}

const runOf = perRun<Run>(() => ({ lists: 0, details: 0, seen: new Set(), refusal: null }))

/** Beyond the last result it answers with a refusal, or with nothing. */
async function listAt(context: SourceContext, list: { path: string; isFirst: boolean }): Promise<readonly Card[]> {
  try {
    const [{ parseList }, answer] = [await loadParsers(), await ask(context, list.path)]
    return parseList(answer)
  } catch (error) {
    if (!list.isFirst && error instanceof HttpProblem && error.status === 400) return []
    throw error
  }
}

/** The postings behind the cards, as many as are this list's share of the run. */
async function readCardsOf(context: SourceContext, cards: readonly Card[]): Promise<Omit<SourcePage, 'nextCursor'>> {
  const run = runOf(context)
  const parsers = await loadParsers()
  const sorted = sortOut(context, { cards, cardItem: parsers.cardItem })
  const share = Math.ceil((DETAILS_PER_RUN - run.details) / (LISTS_PER_RUN - run.lists + 1))
  const done: ParsedItem[] = []
  try {
    const { items } = await readDetails(context, {
      wanted: sorted.wanted.slice(0, Math.max(0, share)),
      idOf: ({ id }) => `posting ${id ?? ''}`,
      gone: ['not_found'],
      read: async (card) => {
        run.details += 1
        const item = parsers.parsePosting(await ask(context, `/jobs-guest/jobs/api/jobPosting/${card.id ?? ''}`), card)
        done.push(item)
        return item
      },
    })
    return { items: [...sorted.items, ...withinPlan(items, context.plan)], stored: sorted.stored, problem: null }
  } catch (error) {
    if (!(error instanceof HttpProblem) || error.code === 'cancelled' || done.length === 0) throw error
    // What was read before it refused is kept.
    const problem = { code: error.code, message: error.message }
    return { items: [...sorted.items, ...withinPlan(done, context.plan)], stored: sorted.stored, problem }
  }
}

interface Sorted {
  readonly wanted: readonly Card[]
  readonly stored: readonly string[]
  /** Rejections. */
  readonly items: readonly ParsedItem[]
}

function sortOut(context: SourceContext, list: { cards: readonly Card[]; cardItem: Parsers['cardItem'] }): Sorted {
  const { cards, cardItem } = list
  const { seen } = runOf(context)
  const [wanted, stored, items] = [new Array<Card>(), new Array<string>(), new Array<ParsedItem>()]
  for (const [index, card] of cards.entries()) {
    const item = cardItem(card, index)
    if (!item.ok) items.push(item)
    else if (card.id === null) items.push(rejected('bad_shape', `card ${index + 1} has no id`))
    else if (!seen.has(item.posting.sourcePostingId)) {
      seen.add(item.posting.sourcePostingId)
      const reason = outsidePlan(item.posting, context.plan)
      if (context.isStored(item.posting.sourcePostingId)) stored.push(item.posting.sourcePostingId)
      else if (reason !== null) items.push(rejected(reason, `"${item.posting.title}" (${card.location ?? 'no place'})`))
      else wanted.push(card)
    }
  }
  return { wanted, stored, items }
}

/** A public page by a plain request. When LinkedIn refuses that, the browser on this machine opens the same page, from then on; when
 *  it asks for fewer requests, nobody does. Throws the refusal when there is no browser. */
async function ask(context: SourceContext, path: string): Promise<SourceAnswer> {
  const run = runOf(context)
  const url = context.base() + path
  if (run.refusal === null) {
    try {
      return await context.get({ url, accept: 'html', maxRetries: 0 })
    } catch (error) {
      if (!(error instanceof HttpProblem) || !isRefusal(error)) throw error
      run.refusal = error
    }
  }
  try {
    return await context.browse({ url })
  } catch (error) {
    const hasNone = error instanceof HttpProblem && error.code === 'browser_missing'
    throw hasNone ? run.refusal : error
  }
}

/** The readers bring a good deal along that most starts never need. */
function loadParsers() {
  return import('./parse.ts')
}
type Parsers = Awaited<ReturnType<typeof loadParsers>>

function isRefusal({ code }: HttpProblem): boolean {
  return code === 'unauthorised' || code === 'challenge'
}

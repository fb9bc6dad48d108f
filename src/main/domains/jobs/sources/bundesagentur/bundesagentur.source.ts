import type { ParsedItem, Source, SourceContext } from '../source.ts'
import { perRun } from '../plan/per-run.ts'
import { withinPlan } from '../plan/plan-filter.ts'
import { cursorsAfter, positionAt } from '../plan/position.ts'
import { isOutOfReach, NOTHING_ASKED } from '../plan/reach.ts'
import { DETAILS_PER_PAGE, readDetails } from '../plan/read-details.ts'
import { isRecord } from './facts.ts'
import { manifest } from './manifest.ts'
import { fieldsIn, numberOf, parseAnswer, parseFields } from './parse.ts'
import { daysBack, detailAddress, LIST_SIZE, listAddress, queriesFor } from './search.ts'

const LISTS_PER_QUERY = 5
const PARTS_PER_LIST = LIST_SIZE / DETAILS_PER_PAGE
/** The client id of the agency's own app; the same for everybody. */
const HEADERS = { 'X-API-Key': 'jobboerse-jobsuche' }

interface Entry {
  readonly id: string
  readonly fields: unknown
}

const readSoFar = perRun(() => ({ lists: new Map<string, readonly unknown[]>(), seen: new Set<string>() }))

/** Lists of a hundred, whose postings are then read one by one, a part of the list at a time. The order of a list is not documented:
 *  a part that is known already says nothing about the next one. */
export const bundesagentur: Source = {
  manifest,
  parse: (payload) => parseAnswer(payload, payload.context['id'] ?? null),
  fetchPage: async (context, cursor) => {
    const { plan, turn } = context
    if (isOutOfReach(manifest, plan)) return NOTHING_ASKED
    const queries = queriesFor(plan.roles, turn)
    const at = positionAt(queries, cursor)
    if (at === null) return NOTHING_ASKED
    const [list, part] = [Math.floor(at.page / PARTS_PER_LIST), at.page % PARTS_PER_LIST]
    const all = await listAt(context, at.query, list)
    const begin = part * DETAILS_PER_PAGE
    const sorted = sortOut(context, all.slice(begin, begin + DETAILS_PER_PAGE))
    const { items, left } = await readDetails(context, {
      wanted: sorted.wanted,
      idOf: ({ id }) => id,
      read: (entry) => readOne(context, entry),
      gone: ['not_found', 'unauthorised'],
    })
    for (const { id } of left) readSoFar(context).seen.delete(id)
    const hasNext = begin + DETAILS_PER_PAGE < all.length || (all.length >= LIST_SIZE && list + 1 < LISTS_PER_QUERY)
    const { nextCursor } = cursorsAfter(queries, at, hasNext)
    return {
      items: [...sorted.items, ...withinPlan(items, plan)],
      stored: sorted.stored,
      nextCursor: left.length > 0 ? `${at.page} ${at.query}` : nextCursor,
      problem: null,
    }
  },
}

async function listAt(context: SourceContext, query: string, page: number): Promise<readonly unknown[]> {
  const { lists } = readSoFar(context)
  const days = daysBack(context.since, context.now)
  const url = listAddress(context.base(), { query, page, days })
  const known = lists.get(url)
  if (known !== undefined) return known
  const fresh = fieldsIn(await context.get({ url, accept: 'json', headers: HEADERS })).slice(0, LIST_SIZE)
  lists.set(url, fresh)
  return fresh
}

/** Which entries of a list are worth a request of their own; each is looked at once in a run, whichever list it is on. */
function sortOut(context: SourceContext, entries: readonly unknown[]) {
  const { seen } = readSoFar(context)
  const [items, stored, wanted]: [ParsedItem[], string[], Entry[]] = [[], [], []]
  for (const [index, fields] of entries.entries()) {
    const item = parseFields(fields, { index, id: null })
    const id = numberOf(fields)
    if (id !== null && seen.has(id)) continue
    if (id !== null) seen.add(id)
    const [outcome = item] = withinPlan([item], context.plan)
    if (id === null || !outcome.ok) items.push(outcome)
    else if (context.isStored(id)) stored.push(id)
    else wanted.push({ id, fields })
  }
  return { items, stored, wanted }
}

async function readOne(context: SourceContext, { id, fields }: Entry): Promise<ParsedItem> {
  const answer = await context.get({ url: detailAddress(context.base(), id), accept: 'json', headers: HEADERS })
  const [own] = fieldsIn(answer)
  return parseFields(together(fields, own), { index: 0, id })
}

/** A posting's own fields win over those of the list, unless they are empty. */
function together(listed: unknown, own: unknown): unknown {
  if (!isRecord(listed) || !isRecord(own)) return own ?? listed
  return { ...listed, ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null && value !== '')) }
}

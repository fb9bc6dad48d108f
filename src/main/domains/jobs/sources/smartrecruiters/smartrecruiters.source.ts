import { HttpProblem } from '#main/infra/http/http.ts'
import { type AskedBoard, askedBoard, listedBoard } from '../asked-board.ts'
import { type BoardPage, boardSource } from '../boards.ts'
import { rejected } from '../parts/item.ts'
import { withinPlan } from '../plan/plan-filter.ts'
import type { ParsedItem, SourceContext } from '../source.ts'
import { manifest } from './manifest.ts'
import { ADDRESS_PART, parsePostings } from './parse.ts'
import { cursorOf, type ListPosition, listPositionAt } from './position.ts'

/** The most that the service gives at once. */
const LIST_SIZE = 100
/** Texts fetched before what there is gets stored. */
const TEXTS_AT_ONCE = 25
/** No employer has more open; a list that goes on is a fault. */
const MOST_POSTINGS = 20_000

/** A board is a list in pages, without the postings' texts: those are fetched one by one, for what is not stored yet and fits the
 *  plan. A company that does not exist answers like one that has nothing open. */
export const smartrecruiters = boardSource({
  manifest,
  parse: (payload) => parsePostings(payload, askedBoard(payload.context)).items,
  readPage: async (context, { board, cursor }) => {
    const at = listPositionAt(cursor)
    const asked = listedBoard(board)
    if (at.waiting.length > 0) {
      return withTexts(context, { board: asked, page: { at, items: [], stored: [] }, least: 1 })
    }
    return withTexts(context, { board: asked, page: await readList(context, { board: asked, at }), least: 0 })
  },
})

interface ListPage {
  /** Where the list goes on, and whose texts are to be fetched. */
  readonly at: ListPosition
  readonly items: readonly ParsedItem[]
  readonly stored: readonly string[]
}

async function readList(
  context: SourceContext,
  { board, at }: { board: AskedBoard; at: ListPosition },
): Promise<ListPage> {
  const offset = at.offset ?? 0
  const query = `limit=${LIST_SIZE}&offset=${offset}`
  const answer = await context.get({ url: `${postingsUrl(context, board)}?${query}`, accept: 'json' })
  const { items, total } = parsePostings(answer, board)
  const isStored = (item: ParsedItem): boolean => item.ok && context.isStored(item.posting.sourcePostingId)
  const unread = withinPlan(
    items.filter((item) => !isStored(item)),
    context.plan,
  ).map(withUsableId)
  const next = offset + items.length
  if (next > MOST_POSTINGS) throw new HttpProblem('too_large', `The list of ${board.slug} has no end`)
  const hasMore = items.length > 0 && (total === null ? items.length >= LIST_SIZE : next < total)
  return {
    at: { offset: hasMore ? next : null, total, waiting: idsOf(unread) },
    items: unread.filter((item) => !item.ok),
    stored: idsOf(items.filter(isStored)),
  }
}

function withUsableId(item: ParsedItem): ParsedItem {
  if (!item.ok || ADDRESS_PART.test(item.posting.sourcePostingId)) return item
  return rejected('bad_shape', `"${item.posting.title}" has an id that is none`)
}

function idsOf(items: readonly ParsedItem[]): readonly string[] {
  return [...new Set(items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : [])))]
}

/** The page with as many of the waiting texts as fit into it and into what the run may still ask; `least` where there is nothing else
 *  to do, so that it is said when nothing may be asked. */
async function withTexts(
  context: SourceContext,
  { board, page, least }: { board: AskedBoard; page: ListPage; least: number },
): Promise<BoardPage> {
  const { at, items, stored } = page
  const count = Math.max(least, Math.min(TEXTS_AT_ONCE, context.requestsLeft()))
  const texts = await readTexts(context, { board, ids: at.waiting.slice(0, count) })
  return {
    items: [...items, ...texts],
    stored,
    total: at.total,
    next: cursorOf({ ...at, waiting: at.waiting.slice(count) }),
  }
}

/** Throws what the host said when it refuses every one of them. */
async function readTexts(
  context: SourceContext,
  { board, ids }: { board: AskedBoard; ids: readonly string[] },
): Promise<ParsedItem[]> {
  const texts: ParsedItem[] = []
  const refusals: HttpProblem[] = []
  for (const id of ids) {
    const url = `${postingsUrl(context, board)}/${encodeURIComponent(id)}`
    try {
      const [item] = parsePostings(await context.get({ url, accept: 'json' }), board).items
      texts.push(item ?? rejected('bad_shape', `${board.slug}: ${id} has no text`))
    } catch (error) {
      texts.push(lostText(error, `${board.slug}: ${id}`))
      if (error instanceof HttpProblem && error.code === 'unauthorised') refusals.push(error)
    }
  }
  const [refusal] = refusals
  if (refusal !== undefined && ids.length > 1 && refusals.length === ids.length) throw refusal
  return texts
}

/** What becomes of a posting whose text cannot be had; throws the error on when it says something about the host. */
function lostText(error: unknown, where: string): ParsedItem {
  if (!(error instanceof HttpProblem)) throw error
  if (error.code === 'not_found' || error.code === 'unauthorised')
    return rejected('closed', `${where} is gone: ${error.message}`)
  if (error.code === 'too_large') return rejected('too_large', `${where}: ${error.message}`)
  if (error.code === 'unreadable') return rejected('bad_shape', `${where}: ${error.message}`)
  throw error
}

function postingsUrl(context: SourceContext, { slug }: AskedBoard): string {
  return `${context.base()}/v1/companies/${encodeURIComponent(slug)}/postings`
}

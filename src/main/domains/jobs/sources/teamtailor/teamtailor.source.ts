import { HttpProblem } from '#main/infra/http/http.ts'
import { askedBoard, listedBoard } from '../asked-board.ts'
import { boardBase, boardSource, type BoardPage } from '../boards.ts'
import type { ParsedItem } from '../source.ts'
import { manifest } from './manifest.ts'

/** Where the feed stops unless asked for more. */
const USUAL_PAGE = 100
const PER_PAGE = 500
/** What a feed stops at is a round number; a part of any other size is the last one. */
const ROUND = 100
/** More than any employer has open. */
const MAX_OFFSET = 20_000

/** One request for each board, and one for each further part of a board that does not come whole. */
export const teamtailor = boardSource({
  manifest,
  parse: async (payload) => (await loadParser()).parseBoard(payload, askedBoard(payload.context)),
  readPage: async (context, { board, cursor }) => {
    const at = positionIn(cursor)
    const { parseBoard } = await loadParser()
    const part = at.offset === 0 ? '' : `&offset=${at.offset}`
    const url = `${boardBase(context.base(), board.slug)}/jobs.rss?per_page=${PER_PAGE}${part}`
    const answer = await context.get({ url, accept: 'xml', isConditional: at.offset === 0 })
    if (answer.isNotModified) return { items: [], next: null, isUnchanged: true }
    const items = parseBoard(answer, listedBoard(board))
    const first = firstId(items)
    if (at.first !== null && first === at.first) return endOfRepeated(items.length, at.offset)
    const offset = at.offset + items.length
    const hasMore = items.length > 0 && items.length % ROUND === 0 && offset < MAX_OFFSET
    return { items, next: hasMore ? `${offset}~${first ?? ''}` : null, total: offset }
  },
})

/** A board that knows no parts begins again. It was whole when it is shorter than what was asked for; else there is more that cannot
 *  be had, and what was not seen must not be taken for closed. */
function endOfRepeated(count: number, offset: number): BoardPage {
  if (count === USUAL_PAGE || count >= PER_PAGE) {
    throw new HttpProblem('unreadable', `The board cannot be read beyond its first ${count} postings`)
  }
  return { items: [], next: null, total: offset }
}

/** Where the next part begins, and with which posting the part before it began. */
function positionIn(cursor: string | null): { offset: number; first: string | null } {
  const [offset, ...rest] = cursor?.split('~') ?? []
  const first = rest.join('~')
  return { offset: Number(offset ?? 0) || 0, first: first === '' ? null : first }
}

function firstId(items: readonly ParsedItem[]): string | null {
  const [first] = items
  return first?.ok === true ? encodeURIComponent(first.posting.sourcePostingId) : null
}

/** The feed parser takes a quarter of a second to load; most starts never need it. */
function loadParser() {
  return import('./parse.ts')
}

import { HttpProblem } from '#main/infra/http/http.ts'
import { askedBoard, listedBoard } from '../asked-board.ts'
import { boardBase, boardSource } from '../boards.ts'
import type { ParsedItem, Payload, SourceAnswer, SourceContext, WatchedBoard } from '../source.ts'
import { manifest } from './manifest.ts'
import { parseBoard, type PersonioBoard } from './parse.ts'

/** Employers write in these; a position's text comes only in the language it is written in. */
const LANGUAGES = ['en', 'de'] as const
const BOARD_HOST = /^[a-z0-9][a-z0-9._-]*\.jobs\.personio\.(?:de|com)$/i

/** One request for each board, and one for each language in which positions without a text may be written. */
export const personio = boardSource({
  manifest,
  parse: (payload) => parseBoard(payload, boardOf(payload)),
  readPage: async (context, { board }) => {
    const { base, answer } = await firstAnswer(context, board)
    if (answer.isNotModified) return { items: [], next: null, isUnchanged: true }
    const known = { ...listedBoard(board), base }
    const items = parseBoard(answer, known)
    return { items: await withOtherLanguages(items, { context, board: known }), next: null }
  },
})

/** The board's list and the host that has it. Where the employer's host is not known, the second one is asked when the first has no
 *  such board. */
async function firstAnswer(
  context: SourceContext,
  board: WatchedBoard,
): Promise<{ base: string; answer: SourceAnswer }> {
  const ask = async (host: string): Promise<{ base: string; answer: SourceAnswer }> => {
    const base = boardBase(context.base(host), board.slug)
    return { base, answer: await context.get({ url: `${base}/xml`, accept: 'xml', isConditional: true }) }
  }
  if (board.variant === 'com') return ask('com')
  try {
    return await ask('main')
  } catch (error) {
    const isElsewhere = board.variant === null && context.base('com') !== context.base()
    if (!isElsewhere || !isNoBoard(error) || context.requestsLeft() <= 0) throw error
    return await ask('com')
  }
}

function isNoBoard(error: unknown): boolean {
  return error instanceof HttpProblem && (error.code === 'not_found' || error.code === 'network')
}

/** The items with the texts of those that are written in another language than the board's own. A language that the board does not
 *  have is passed over; any other failure ends the board, so that no text is taken for gone. */
async function withOtherLanguages(
  items: readonly ParsedItem[],
  { context, board }: { context: SourceContext; board: PersonioBoard },
): Promise<readonly ParsedItem[]> {
  let current = items
  for (const language of LANGUAGES) {
    if (!current.some(lacksText) || context.requestsLeft() <= 0) break
    const texts = await textsIn(language, { context, board })
    current = current.map((item) => (item.ok && lacksText(item) ? withText(item, texts) : item))
  }
  return current
}

async function textsIn(
  language: string,
  { context, board }: { context: SourceContext; board: PersonioBoard },
): Promise<ReadonlyMap<string, string>> {
  try {
    const answer = await context.get({ url: `${board.base ?? ''}/xml?language=${language}`, accept: 'xml' })
    const postings = parseBoard(answer, board).flatMap((item) => (item.ok ? [item.posting] : []))
    return new Map(postings.map((posting) => [posting.sourcePostingId, posting.descriptionHtml]))
  } catch (error) {
    if (error instanceof HttpProblem && error.code === 'not_found') return new Map()
    throw error
  }
}

function lacksText(item: ParsedItem): boolean {
  return item.ok && item.posting.descriptionHtml === ''
}

function withText(item: ParsedItem & { readonly ok: true }, texts: ReadonlyMap<string, string>): ParsedItem {
  const descriptionHtml = texts.get(item.posting.sourcePostingId) ?? ''
  return { ...item, posting: { ...item.posting, descriptionHtml } }
}

/** The board that an answer is of: its job pages are where it was fetched, or on the host that the request knew. */
function boardOf({ context, url }: Payload): PersonioBoard {
  const asked = askedBoard(context)
  const answered = URL.parse(url)
  if (BOARD_HOST.test(answered?.hostname ?? '') && context['variant'] === undefined) {
    return { ...asked, base: answered?.origin ?? null }
  }
  const host = manifest.hosts?.[context['variant'] === 'com' ? 'com' : 'main']
  return { ...asked, base: asked.slug === '' || host === undefined ? null : boardBase(host, asked.slug) }
}

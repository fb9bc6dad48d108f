import { HttpProblem } from '#main/infra/http/http.ts'
import { askedBoard, listedBoard } from '../asked-board.ts'
import { boardSource } from '../boards.ts'
import type { SourceAnswer, SourceContext, WatchedBoard } from '../source.ts'
import { manifest } from './manifest.ts'
import { parseBoard } from './parse.ts'

/** One request for each board, on the host that has it. */
export const lever = boardSource({
  manifest,
  parse: (payload) => parseBoard(payload, askedBoard(payload.context)),
  readPage: async (context, { board }) => {
    const answer = await fetchBoard(context, board)
    if (answer.isNotModified) return { items: [], next: null, isUnchanged: true }
    return { items: parseBoard(answer, listedBoard(board)), next: null }
  },
})

/** A board of which it is not known that it is European may still be: the other host is asked once before it counts as gone. */
async function fetchBoard(context: SourceContext, board: WatchedBoard): Promise<SourceAnswer> {
  const ask = (base: string): Promise<SourceAnswer> =>
    context.get({ url: boardUrl(base, board.slug), accept: 'json', isConditional: true })
  const [main, eu] = [context.base(), context.base('eu')]
  if (board.variant === 'eu') return ask(eu)
  try {
    return await ask(main)
  } catch (error) {
    const mayBeEuropean = board.variant === null && eu !== main
    if (!mayBeEuropean || !(error instanceof HttpProblem) || error.code !== 'not_found') throw error
    return ask(eu)
  }
}

function boardUrl(base: string, slug: string): string {
  return `${base}/v0/postings/${encodeURIComponent(slug)}?mode=json`
}

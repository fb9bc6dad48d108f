import { askedBoard, listedBoard } from '../asked-board.ts'
import { boardSource } from '../boards.ts'
import { manifest } from './manifest.ts'
import { parseBoard } from './parse.ts'

/** One request for each board. */
export const greenhouse = boardSource({
  manifest,
  parse: (payload) => parseBoard(payload, askedBoard(payload.context)),
  readPage: async (context, { board }) => {
    const url = `${context.base()}/v1/boards/${encodeURIComponent(board.slug)}/jobs?content=true`
    const answer = await context.get({ url, accept: 'json', isConditional: true })
    if (answer.isNotModified) return { items: [], next: null, isUnchanged: true }
    return { items: parseBoard(answer, listedBoard(board)), next: null }
  },
})

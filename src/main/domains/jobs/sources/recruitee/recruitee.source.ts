import { askedBoard, listedBoard } from '../asked-board.ts'
import { boardBase, boardSource } from '../boards.ts'
import { manifest } from './manifest.ts'
import { parseBoard } from './parse.ts'

/** One request for each board: it comes whole, and asking for pages changes nothing. */
export const recruitee = boardSource({
  manifest,
  parse: (payload) => parseBoard(payload, askedBoard(payload.context)),
  readPage: async (context, { board }) => {
    const url = `${boardBase(context.base(), board.slug)}/api/offers/`
    const answer = await context.get({ url, accept: 'json', isConditional: true })
    if (answer.isNotModified) return { items: [], next: null, isUnchanged: true }
    return { items: parseBoard(answer, listedBoard(board)), next: null }
  },
})

import { askedBoard, listedBoard } from '../asked-board.ts'
import { boardSource } from '../boards.ts'
import { manifest } from './manifest.ts'
import { parseAccount } from './parse.ts'
import { oncePerPosting } from './rows.ts'

/** One request for each account. */
export const workable = boardSource({
  manifest,
  parse: (payload) => oncePerPosting(parseAccount(payload, askedBoard(payload.context))),
  readPage: async (context, { board }) => {
    const url = `${context.base()}/api/v1/widget/accounts/${encodeURIComponent(board.slug)}?details=true`
    const answer = await context.get({ url, accept: 'json', isConditional: true })
    if (answer.isNotModified) return { items: [], next: null, isUnchanged: true }
    return { items: oncePerPosting(parseAccount(answer, listedBoard(board))), next: null }
  },
})

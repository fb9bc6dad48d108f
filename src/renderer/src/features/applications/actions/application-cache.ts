import type { QueryClient } from '@tanstack/react-query'
import type { ApplicationCard } from '#shared/applications.ts'
import type { Api } from '../../../bridge/api.tsx'
import { withCard, withMove, type PlannedMove } from '../board/board-model.ts'

/** Writes what the core has answered into everything on screen that holds the card. */
export function putCards(options: {
  readonly api: Api
  readonly queryClient: QueryClient
  readonly cards: readonly ApplicationCard[]
  readonly move?: PlannedMove
}): void {
  const { api, queryClient, cards, move } = options
  queryClient.setQueriesData({ queryKey: api.applications.board.key() }, (board: BoardAnswer | undefined) => {
    if (!board) return board
    const moved = move ? withMove(board.cards, move, Date.now()) : board.cards
    return { ...board, cards: cards.reduce<ApplicationCard[]>(withCard, [...moved]) }
  })
  queryClient.setQueriesData({ queryKey: api.applications.list.key() }, (page: ListAnswer | undefined) =>
    page ? { ...page, rows: cards.reduce<ApplicationCard[]>(withCard, [...page.rows]) } : page,
  )
}

/** Takes cards off everything on screen, until the core is asked again. */
export function dropCards(options: {
  readonly api: Api
  readonly queryClient: QueryClient
  readonly ids: ReadonlySet<number>
}): void {
  const { api, queryClient, ids } = options
  const isKept = ({ id }: ApplicationCard) => !ids.has(id)
  queryClient.setQueriesData({ queryKey: api.applications.board.key() }, (board: BoardAnswer | undefined) =>
    board ? { ...board, cards: board.cards.filter(isKept) } : board,
  )
}

type BoardAnswer = Awaited<ReturnType<Api['applications']['board']['call']>>
type ListAnswer = Awaited<ReturnType<Api['applications']['list']['call']>>

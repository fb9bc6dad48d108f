import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '../../../bridge/api.tsx'
import { useNow } from '../../../ui/use-now.ts'
import type { Ghosts } from '../actions/use-ghosts.ts'
import type { Moves } from '../actions/use-moves.ts'
import { toFilter, type ApplicationsView } from '../view/applications-url.ts'
import { lanesOf, withMove } from './board-model.ts'

/** The board behind a view, with the moves that are on their way already made. */
export function useBoard(options: {
  readonly view: ApplicationsView
  readonly zone: string
  readonly pending: Moves['pending']
  readonly isQuiet: Ghosts['isQuiet']
}) {
  const { view, zone, pending, isQuiet } = options
  const api = useApi()
  const now = useNow(60_000)
  const query = useQuery(
    api.applications.board.queryOptions({
      input: toFilter(view, zone),
      placeholderData: keepPreviousData,
      staleTime: 5000,
    }),
  )
  const { data } = query
  const { stages } = view
  const lanes = useMemo(() => {
    if (!data) return []
    const moved = pending.reduce((cards, move) => withMove(cards, move, now), data.cards)
    const cards = moved.map((card) =>
      card.looksGhosted && isQuiet(card.id, now) ? { ...card, looksGhosted: false } : card,
    )
    return lanesOf({ ...data, cards }, stages)
  }, [data, pending, now, isQuiet, stages])
  return { query, lanes, now, columns: data?.columns ?? [] }
}

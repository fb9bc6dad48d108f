import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import {
  APPLICATIONS_AT_ONCE_MAX,
  type ApplicationCard,
  type ApplicationChange,
  type Twice,
} from '#shared/applications.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { notify, notifyAction, notifyProblem, notifyUndo } from '../../../ui/notify.tsx'
import type { PlannedMove } from '../board/board-model.ts'
import type { NamedSpot } from '../words/columns.ts'
import { dropCards, putCards } from './application-cache.ts'
import { movedManyWords, moveProblem, removedWords, twiceWords, undoProblem } from './move-words.ts'

type Movable = Pick<ApplicationCard, 'id' | 'version' | 'title'>

/** Moving and removing applications. A move is on screen at once (`pending`), goes back if the core refuses, and can be undone by
 *  its notice or by `undoLast`. Calls wait for each other: an undo does not overtake what it undoes, and a second move of a card knows
 *  the version that the first one made. */
export function useMoves() {
  const api = useApi()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [pending, setPending] = useState<readonly PlannedMove[]>([])
  const versions = useRef(new Map<number, number>())
  const lastCall = useRef<Promise<unknown>>(Promise.resolve())
  const lastBack = useRef<(() => void) | null>(null)

  const inTurn = <T>(call: () => Promise<T>): Promise<T> => {
    const turn = lastCall.current.then(call)
    lastCall.current = turn.catch(() => undefined)
    return turn
  }
  const refresh = () => void queryClient.invalidateQueries({ queryKey: api.applications.key() })
  const put = (cards: readonly ApplicationCard[], move?: PlannedMove) => {
    for (const { id, version } of cards) versions.current.set(id, version)
    putCards({ api, queryClient, cards, ...(move ? { move } : {}) })
  }
  const latest = ({ id, version }: Movable) => Math.max(version, versions.current.get(id) ?? 0)
  const offerUndo = (said: string, back: () => void) => {
    lastBack.current = back
    notifyUndo(said, () => {
      if (lastBack.current === back) lastBack.current = null
      back()
    })
  }
  const tellTwice = ([twice]: readonly Twice[]) => {
    if (!twice) return
    const show = () => void navigate({ to: '/applications/$id', params: { id: String(twice.id) } })
    notifyAction(twiceWords(twice), { label: 'Show it', run: show })
  }

  const undoMoves = async (eventIds: number[]) => {
    try {
      put(await inTurn(() => api.applications.undoMoves.call({ eventIds })))
      notify('Taken back')
    } catch (error) {
      notifyProblem(undoProblem(error))
    } finally {
      refresh()
    }
  }

  const perform = async (card: Movable, move: PlannedMove & { readonly goal: string; readonly after: () => void }) => {
    setPending((before) => [...before, move])
    try {
      await queryClient.cancelQueries({ queryKey: api.applications.board.key() })
      const { to, before, id } = move
      const answer = await inTurn(() =>
        api.applications.move.call({ id, version: latest(card), to: to.stage, columnId: to.columnId, before }),
      )
      put([answer.card], move)
      if (answer.eventId === 0) lastBack.current = move.after
      else offerUndo(`${card.title} moved to ${move.goal}`, () => void undoMoves([answer.eventId]))
      tellTwice(answer.twice)
    } catch (error) {
      notifyProblem(moveProblem(error))
    } finally {
      setPending((before) => before.filter((other) => other !== move))
      refresh()
    }
  }

  /** `back`: where it lies now, so that a changed order can be put back. */
  const move = (card: Movable, plan: { to: NamedSpot; before: number | null; back: PlannedMove | null }) => {
    const { to, before, back } = plan
    const after = () => {
      if (back) void perform(card, { ...back, goal: to.name, after: () => undefined })
    }
    void perform(card, { id: card.id, to, before, goal: to.name, after })
  }

  const moveMany = async (ids: number[], to: NamedSpot) => {
    try {
      const answer = await inTurn(() =>
        api.applications.moveMany.call({ ids: firstOf(ids), to: to.stage, columnId: to.columnId }),
      )
      put(answer.moved.map(({ card }) => card))
      const eventIds = answer.moved.map(({ eventId }) => eventId).filter((eventId) => eventId > 0)
      const words = movedManyWords({ moved: answer.moved.length, refused: answer.refused.length, goal: to.name })
      if (eventIds.length > 0) offerUndo(words.said, () => void undoMoves(eventIds))
      if (words.refused !== null) notifyProblem({ title: 'Not all were moved', message: words.refused })
      else tellTwice(answer.moved.flatMap(({ twice }) => twice))
    } catch (error) {
      notifyProblem(moveProblem(error))
    } finally {
      refresh()
    }
  }

  const restore = async (ids: number[]) => {
    try {
      await inTurn(() => api.applications.restore.call({ ids }))
    } catch (error) {
      notifyProblem(describeProblem(error))
    } finally {
      refresh()
    }
  }

  const remove = async (ids: number[]) => {
    const asked = firstOf(ids)
    try {
      const { removed } = await inTurn(() => api.applications.remove.call({ ids: asked }))
      dropCards({ api, queryClient, ids: new Set(removed) })
      const said = removedWords({ removed: removed.length, gone: asked.length - removed.length })
      if (removed.length > 0) offerUndo(said, () => void restore(removed))
      else notify(said)
    } catch (error) {
      notifyProblem(describeProblem(error))
    } finally {
      refresh()
    }
  }

  /** `back`: the change that puts it right again; null for taking a change back. True when the core took it. */
  const update = async (card: Movable, change: ApplicationChange, back: ApplicationChange | null): Promise<boolean> => {
    try {
      const after = await inTurn(() => api.applications.update.call({ id: card.id, version: latest(card), change }))
      put([after])
      if (back) offerUndo(`${after.title} changed`, () => void update(after, back, null))
      else notify('Taken back')
      return true
    } catch (error) {
      notifyProblem(moveProblem(error))
      return false
    } finally {
      refresh()
    }
  }

  const undoLast = () => {
    const back = lastBack.current
    lastBack.current = null
    if (back) back()
    else notify('Nothing to take back')
  }
  return { pending, move, moveMany, remove, update, undoLast }
}

export type Moves = ReturnType<typeof useMoves>

function firstOf(ids: readonly number[]): number[] {
  return ids.slice(0, APPLICATIONS_AT_ONCE_MAX)
}

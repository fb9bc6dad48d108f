import { DragDropContext, type DragStart, type DropResult, type ResponderProvided } from '@hello-pangea/dnd'
import { useState, type KeyboardEvent } from 'react'
import type { ApplicationCard, BoardColumn } from '#shared/applications.ts'
import { useLatestCallback } from '../../../ui/use-latest-callback.ts'
import { mayGo, type NamedSpot } from '../words/columns.ts'
import {
  cardAfterKey,
  droppedMove,
  movedWords,
  placeOf,
  withMove,
  lanesOf,
  type Lane,
  type PlannedMove,
} from './board-model.ts'
import classes from './board.module.css'
import type { CardActs } from './card-acts.ts'
import { FoldedLane } from './folded-lane.tsx'
import { LaneColumn } from './lane.tsx'
import { LaneHead, type HeadActs } from './lane-head.tsx'
import type { useBoardFocus } from './use-board-focus.ts'
import type { Folds } from './use-folds.ts'

const HOW_TO_DRAG =
  'Press Space to lift, the arrow keys to move and Space to drop. M opens the columns that it may go to, Enter opens the application, X selects it.'

export interface BoardProps {
  readonly lanes: readonly Lane[]
  readonly columns: readonly BoardColumn[]
  readonly now: number
  readonly zone: string
  readonly picked: ReadonlySet<number>
  readonly acts: Omit<CardActs, 'focus'>
  readonly headActs: Omit<HeadActs, 'fold'>
  readonly focus: ReturnType<typeof useBoardFocus>
  readonly folds: Folds
  readonly onMove: (card: ApplicationCard, to: NamedSpot, before: number | null) => void
}

/** The columns side by side; closed stages are folded into a shelf behind them. */
export function Board(props: BoardProps) {
  const { columns, focus, folds } = props
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const [held, setHeld] = useState<{ readonly card: ApplicationCard; readonly lanes: readonly Lane[] } | null>(null)
  // What changes meanwhile waits until the hand is empty: nothing jumps away under it.
  const lanes = held?.lanes ?? props.lanes
  const dragged = held?.card ?? null
  const { open, shelf } = folds.split(lanes)

  const acts = useStableActs({ ...props.acts, focus: focus.noteFocus })
  const fold = (lane: Lane) => folds.fold(lane.spot.stage)
  const unfold = useLatestCallback((lane: Lane) => folds.unfold(lane.spot.stage))

  const lift = ({ draggableId }: DragStart) => {
    const card = cardIn(lanes, Number(draggableId))
    if (card) setHeld({ card, lanes })
  }
  const drop = ({ destination, source, draggableId }: DropResult, { announce }: ResponderProvided) => {
    const id = Number(draggableId)
    setHeld(null)
    const move =
      destination &&
      droppedMove(lanes, { id, from: source.droppableId, to: destination.droppableId, index: destination.index })
    const card = cardIn(lanes, id)
    const target = move && lanes.find(({ key }) => key === destination.droppableId)
    if (!move || !card || !target) {
      announce('Back where it was.')
      return
    }
    announce(movedWords(lanesAfter(lanes, move, columns), id))
    props.onMove(card, target.spot, move.before)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (dragged !== null || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (!(event.target instanceof HTMLElement) || event.target.dataset['application'] === undefined) return
    const id = Number(event.target.dataset['application'])
    const next = cardAfterKey(open, id, event.key)
    if (next) {
      event.preventDefault()
      focus.focus(next.id)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      props.acts.open(id)
    }
  }
  return (
    <DragDropContext onBeforeDragStart={lift} onDragEnd={drop} dragHandleUsageInstructions={HOW_TO_DRAG}>
      <div ref={setScroller} className={classes.board} role="presentation" onKeyDown={onKeyDown}>
        <div className={classes.lanes}>
          {open.map((lane) => (
            <LaneColumn
              key={lane.key}
              lane={lane}
              scroller={scroller}
              acts={acts}
              now={props.now}
              zone={props.zone}
              tabStop={lane.cards.some(({ id }) => id === focus.tabStop) ? focus.tabStop : null}
              isMarked={focus.marked !== null && lane.cards.some(({ id }) => id === focus.marked)}
              picked={props.picked}
              dragged={dragged}
              isRefusing={dragged !== null && !mayGo(dragged, lane.spot)}
              head={
                <LaneHead
                  lane={lane}
                  columns={columns.filter(({ stage }) => stage === lane.spot.stage)}
                  acts={{ ...props.headActs, fold }}
                />
              }
            />
          ))}
          {shelf.length > 0 && (
            <section className={classes.shelf} aria-label="Closed applications">
              {shelf.map((lane) => (
                <FoldedLane
                  key={lane.key}
                  lane={lane}
                  dragged={dragged}
                  isRefusing={dragged !== null && !mayGo(dragged, lane.spot)}
                  onUnfold={unfold}
                />
              ))}
            </section>
          )}
        </div>
      </div>
    </DragDropContext>
  )
}

/** The same functions as long as the board lives, whatever they do by now. */
function useStableActs(acts: CardActs): CardActs {
  const open = useLatestCallback(acts.open)
  const toggle = useLatestCallback(acts.toggle)
  const focus = useLatestCallback(acts.focus)
  const menu = useLatestCallback(acts.menu)
  const ghosted = useLatestCallback(acts.ghosted)
  const remind = useLatestCallback(acts.remind)
  const notYet = useLatestCallback(acts.notYet)
  const [stable] = useState(() => ({ open, toggle, focus, menu, ghosted, remind, notYet }))
  return stable
}

function cardIn(lanes: readonly Lane[], id: number): ApplicationCard | null {
  const place = placeOf(lanes, id)
  return place ? (lanes[place.lane]?.cards[place.card] ?? null) : null
}

function lanesAfter(lanes: readonly Lane[], move: PlannedMove, columns: readonly BoardColumn[]): Lane[] {
  const cards = withMove(
    lanes.flatMap((lane) => lane.cards),
    move,
    Date.now(),
  )
  return lanesOf({ columns, cards, total: cards.length })
}

import { Draggable, Droppable, type DraggableProvided } from '@hello-pangea/dnd'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, type ReactNode } from 'react'
import type { ApplicationCard } from '#shared/applications.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { refusalWords } from '../actions/move-words.ts'
import type { Lane } from './board-model.ts'
import { Card } from './card.tsx'
import type { CardActs } from './card-acts.ts'
import { CARD_GAP_PX, cardHeightPx } from './card-height.ts'
import classes from './lane.module.css'

/** Where the first card lies on the board: below its edge and the head, as board.module.css and lane.module.css have them. */
const FIRST_CARD_PX = 12 + 40
const NO_ONE: ReadonlySet<number> = new Set()

export interface LaneProps {
  readonly lane: Lane
  readonly scroller: HTMLElement | null
  readonly acts: CardActs
  readonly now: number
  readonly zone: string
  /** The card to which Tab leads, if it lies here; `isMarked`: the keyboard was brought to it. */
  readonly tabStop: number | null
  readonly isMarked: boolean
  readonly picked: ReadonlySet<number>
  /** What is in the hand, anywhere on the board. */
  readonly dragged: ApplicationCard | null
  readonly isRefusing: boolean
  readonly head: ReactNode
}

/** A column with all its cards; only those in sight are drawn. The board scrolls, in both directions; heads stay. */
export const LaneColumn = memo(function LaneColumn(props: LaneProps) {
  const { lane, dragged, isRefusing } = props
  const isDropDisabled = dragged !== null && isRefusing
  return (
    <section
      className={classes.lane}
      aria-label={`${lane.spot.name}, ${formatQuantity(lane.cards.length, ['application', 'applications'])}`}
      data-refusing={isDropDisabled || undefined}
    >
      {props.head}
      {isDropDisabled && <p className={classes.refusal}>{refusalWords(dragged.stage, lane.spot.stage)}</p>}
      <Droppable
        droppableId={lane.key}
        mode="virtual"
        isDropDisabled={isDropDisabled}
        renderClone={(provided, _snapshot, rubric) => {
          const card = lane.cards[rubric.source.index]
          return card ? <CardInHand {...props} card={card} provided={provided} /> : <div ref={provided.innerRef} />
        }}
      >
        {(provided, snapshot) => (
          <div
            ref={provided.innerRef}
            {...provided.droppableProps}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- only some of its items are drawn
            role={lane.cards.length > 0 ? 'list' : undefined}
            aria-label={lane.cards.length > 0 ? lane.spot.name : undefined}
            className={classes.cards}
            data-over={snapshot.isDraggingOver || undefined}
          >
            <Cards {...props} hasGap={snapshot.isUsingPlaceholder} />
          </div>
        )}
      </Droppable>
    </section>
  )
})

/** The cards in sight, and the height of all of them. */
function Cards(props: LaneProps & { readonly hasGap: boolean }) {
  const { lane, scroller, tabStop, dragged } = props
  const { cards } = lane
  const cursorIndex = tabStop === null ? -1 : cards.findIndex(({ id }) => id === tabStop)
  // Another list of cards is laid out anew, since it comes with another function.
  const keyAt = useCallback((index: number) => cards[index]?.id ?? index, [cards])
  // oxlint-disable-next-line react/incompatible-library -- what it returns changes in place; it is read while drawing and never memoised
  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => heightOf(cards[index]) + CARD_GAP_PX,
    getItemKey: keyAt,
    scrollMargin: FIRST_CARD_PX,
    overscan: 3,
    // The card with the focus stays in the page wherever it is scrolled to.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      return cursorIndex === -1 || shown.includes(cursorIndex)
        ? shown
        : [...shown, cursorIndex].toSorted((a, b) => a - b)
    },
  })
  const gap = props.hasGap && dragged ? cardHeightPx(dragged) + CARD_GAP_PX : 0
  return (
    <div role="presentation" className={classes.space} style={{ height: rows.getTotalSize() + gap }}>
      {rows.getVirtualItems().map(({ index, start }) => {
        const card = cards[index]
        if (!card) return null
        return (
          <Draggable key={card.id} draggableId={String(card.id)} index={index}>
            {(provided, snapshot) => (
              <Card
                card={card}
                provided={provided}
                acts={props.acts}
                now={props.now}
                zone={props.zone}
                place={{ index, total: cards.length }}
                top={start - FIRST_CARD_PX}
                heightPx={cardHeightPx(card)}
                isTabStop={card.id === tabStop}
                isMarked={props.isMarked && card.id === tabStop}
                isPicked={props.picked.has(card.id)}
                isDragged={snapshot.isDragging}
              />
            )}
          </Draggable>
        )
      })}
    </div>
  )
}

function CardInHand(props: LaneProps & { readonly card: ApplicationCard; readonly provided: DraggableProvided }) {
  const { card } = props
  return (
    <Card
      card={card}
      provided={props.provided}
      acts={props.acts}
      now={props.now}
      zone={props.zone}
      place={null}
      top={0}
      heightPx={cardHeightPx(card)}
      isTabStop
      isMarked
      isPicked={(props.picked.size > 0 ? props.picked : NO_ONE).has(card.id)}
      isDragged
    />
  )
}

function heightOf(card: ApplicationCard | undefined): number {
  return card ? cardHeightPx(card) : 0
}

import type { ApplicationCard, BoardColumn } from '#shared/applications.ts'
import { OPEN_STAGES, type Stage } from '#shared/stages.ts'
import { spotKey, spotsOf, type NamedSpot, type Spot } from '../words/columns.ts'

/** What the board is drawn from; cards stand in the order of their columns. */
export interface BoardData {
  readonly columns: readonly BoardColumn[]
  readonly cards: readonly ApplicationCard[]
  readonly total: number
}

/** A column with what lies in it. */
export interface Lane {
  readonly key: string
  readonly spot: NamedSpot
  readonly isOpenStage: boolean
  readonly cards: readonly ApplicationCard[]
}

/** A move that is on its way: to a column, before another card or to the end. */
export interface PlannedMove {
  readonly id: number
  readonly to: Spot
  readonly before: number | null
}

/** The board column by column. A column of which no stage is asked for is left out, unless something lies in it. Pure. */
export function lanesOf(board: BoardData, stages: readonly string[] = []): Lane[] {
  const byKey = new Map<string, ApplicationCard[]>()
  for (const card of board.cards) {
    const key = spotKey(card)
    const cards = byKey.get(key)
    if (cards) cards.push(card)
    else byKey.set(key, [card])
  }
  return spotsOf(board.columns)
    .map((spot) => ({
      key: spotKey(spot),
      spot,
      isOpenStage: OPEN_STAGES.includes(spot.stage),
      cards: byKey.get(spotKey(spot)) ?? [],
    }))
    .filter((lane) => stages.length === 0 || stages.includes(lane.spot.stage) || lane.cards.length > 0)
}

/** The columns that stand open, and those folded to their name: of closed stages, unless they were unfolded. Pure. */
export function splitLanes(lanes: readonly Lane[], unfolded: readonly Stage[]): { open: Lane[]; shelf: Lane[] } {
  const isFolded = ({ isOpenStage, spot }: Lane) =>
    !isOpenStage && spot.columnId === null && !unfolded.includes(spot.stage)
  return { open: lanes.filter((lane) => !isFolded(lane)), shelf: lanes.filter(isFolded) }
}

/** Where the keyboard is among the cards that are shown: `marked` is the one that it was brought to, to which commands apply; `tabStop`
 *  is where Tab leads to, the first card when none is marked. Pure. */
export function cursorOf(
  shown: readonly Lane[],
  chosen: number | null,
): { readonly marked: number | null; readonly tabStop: number | null } {
  const marked = placeOf(shown, chosen) === null ? null : chosen
  const first = shown.find(({ cards }) => cards.length > 0)?.cards[0]?.id ?? null
  return { marked, tabStop: marked ?? first }
}

/** The cards as they lie after a move; the same when the card is not there. Pure. */
export function withMove(cards: readonly ApplicationCard[], move: PlannedMove, now: number): ApplicationCard[] {
  const card = cards.find(({ id }) => id === move.id)
  if (!card) return [...cards]
  const isSameStage = card.stage === move.to.stage
  const moved: ApplicationCard = {
    ...card,
    stage: move.to.stage,
    columnId: move.to.columnId,
    stageSince: isSameStage ? card.stageSince : now,
    looksGhosted: isSameStage && card.looksGhosted,
  }
  return placed(cards, moved, move.before)
}

/** The cards with this one as the core has it, in place of what was known of it. Pure. */
export function withCard(cards: readonly ApplicationCard[], card: ApplicationCard): ApplicationCard[] {
  return cards.map((known) => (known.id === card.id ? card : known))
}

/** A card before another, or behind all others: there it is the last of its column. Pure. */
function placed(cards: readonly ApplicationCard[], card: ApplicationCard, before: number | null): ApplicationCard[] {
  const others = cards.filter(({ id }) => id !== card.id)
  const at = before === null ? -1 : others.findIndex(({ id }) => id === before)
  return at === -1 ? [...others, card] : others.toSpliced(at, 0, card)
}

/** The move that a drop means; null: it lies where it lay. `index` counts the column without the dropped card. Pure. */
export function droppedMove(
  lanes: readonly Lane[],
  drop: { readonly id: number; readonly from: string; readonly to: string; readonly index: number },
): PlannedMove | null {
  const target = lanes.find(({ key }) => key === drop.to)
  if (!target) return null
  const others = target.cards.filter(({ id }) => id !== drop.id)
  const before = others[drop.index]?.id ?? null
  if (drop.from === drop.to && target.cards.findIndex(({ id }) => id === drop.id) === drop.index) return null
  return { id: drop.id, to: { stage: target.spot.stage, columnId: target.spot.columnId }, before }
}

/** Where the focus is: a card in a lane. */
export interface Place {
  readonly lane: number
  readonly card: number
}

export function placeOf(lanes: readonly Lane[], id: number | null): Place | null {
  if (id === null) return null
  for (const [lane, { cards }] of lanes.entries()) {
    const card = cards.findIndex((other) => other.id === id)
    if (card !== -1) return { lane, card }
  }
  return null
}

const STEPS: Readonly<Record<string, { readonly lanes: -1 | 0 | 1; readonly cards: -1 | 0 | 1 }>> = {
  ArrowUp: { lanes: 0, cards: -1 },
  ArrowDown: { lanes: 0, cards: 1 },
  ArrowLeft: { lanes: -1, cards: 0 },
  ArrowRight: { lanes: 1, cards: 0 },
}

/** The card that a key leads to, by columns and within one; columns without cards are passed over. From nowhere the first card. Null
 *  for a key that leads nowhere. Pure. */
export function cardAfterKey(lanes: readonly Lane[], from: number | null, key: string): ApplicationCard | null {
  const first = lanes.find(({ cards }) => cards.length > 0)?.cards[0] ?? null
  const isKnown = key in STEPS || key === 'Home' || key === 'End'
  if (!isKnown) return null
  const place = placeOf(lanes, from)
  if (!place) return first
  const { cards } = lanes[place.lane] ?? { cards: [] }
  if (key === 'Home') return cards[0] ?? null
  if (key === 'End') return cards.at(-1) ?? null
  const step = STEPS[key]
  if (!step) return null
  if (step.cards !== 0) return cards[place.card + step.cards] ?? cards[place.card] ?? null
  for (let lane = place.lane + step.lanes; lane >= 0 && lane < lanes.length; lane += step.lanes) {
    const there = lanes[lane]?.cards ?? []
    const card = there[Math.min(place.card, there.length - 1)]
    if (card) return card
  }
  return cards[place.card] ?? null
}

/** Who takes the focus when a card leaves the board: the one below, else the one above, else any. Pure. */
export function neighbourOf(lanes: readonly Lane[], id: number): number | null {
  const place = placeOf(lanes, id)
  if (!place) return null
  const cards = lanes[place.lane]?.cards ?? []
  const near = cards[place.card + 1] ?? cards[place.card - 1]
  return near?.id ?? lanes.flatMap((lane) => lane.cards).find((card) => card.id !== id)?.id ?? null
}

/** 'Moved Data Engineer at Zalando to Interviewing, 2 of 5.', for the ear. Pure. */
export function movedWords(lanes: readonly Lane[], id: number): string {
  const place = placeOf(lanes, id)
  const lane = place ? lanes[place.lane] : undefined
  const card = place && lane ? lane.cards[place.card] : undefined
  if (!place || !lane || !card) return ''
  return `Moved ${card.title} at ${card.company} to ${lane.spot.name}, ${place.card + 1} of ${lane.cards.length}.`
}

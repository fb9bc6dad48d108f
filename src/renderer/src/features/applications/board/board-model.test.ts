import { describe, expect, test } from 'vitest'
import type { ApplicationCard } from '#shared/applications.ts'
import { aCard } from './board.fixture.ts'
import {
  cardAfterKey,
  cursorOf,
  droppedMove,
  lanesOf,
  movedWords,
  neighbourOf,
  splitLanes,
  withCard,
  withMove,
} from './board-model.ts'

const COLUMNS = [
  { id: 7, name: 'Referral', stage: 'saved', rank: 'b' },
  { id: 8, name: 'Dream', stage: 'saved', rank: 'a' },
] as const
const CARDS = [
  aCard({ id: 1 }),
  aCard({ id: 2 }),
  aCard({ id: 3 }),
  aCard({ id: 4, columnId: 7 }),
  aCard({ id: 5, stage: 'applied', looksGhosted: true }),
]
const lanes = (cards: readonly ApplicationCard[] = CARDS) => lanesOf({ columns: COLUMNS, cards, total: cards.length })
const ids = (cards: readonly ApplicationCard[]) => cards.map(({ id }) => id)
const lane = (key: string, cards = CARDS) => ids(lanes(cards).find((one) => one.key === key)?.cards ?? [])

describe('columns', () => {
  test('own columns lie beside the first column of their stage, in their order', () => {
    expect(
      lanes()
        .slice(0, 4)
        .map(({ key, cards }) => [key, ids(cards)]),
    ).toEqual([
      ['saved', [1, 2, 3]],
      ['saved:8', []],
      ['saved:7', [4]],
      ['applied', [5]],
    ])
  })

  test('stages that are not asked for are left out, unless a card has just gone there', () => {
    const keys = (stages: readonly string[]) =>
      lanesOf({ columns: [], cards: CARDS, total: 5 }, stages).map(({ key }) => key)
    expect(keys(['offered'])).toEqual(['saved', 'applied', 'offered'])
  })
})

describe('a move on the screen', () => {
  test('goes before the card it was dropped on, and to the end without one', () => {
    expect(lane('saved', withMove(CARDS, { id: 3, to: { stage: 'saved', columnId: null }, before: 1 }, 9))).toEqual([
      3, 1, 2,
    ])
    const moved = withMove(CARDS, { id: 1, to: { stage: 'applied', columnId: null }, before: null }, 9)
    expect(lane('applied', moved)).toEqual([5, 1])
    expect(moved.at(-1)).toMatchObject({ stage: 'applied', stageSince: 9 })
  })

  test('within a stage it keeps its age and its ghost', () => {
    const moved = withMove(CARDS, { id: 5, to: { stage: 'applied', columnId: 3 }, before: null }, 9)
    expect(moved.at(-1)).toMatchObject({ columnId: 3, stageSince: 1000, looksGhosted: true })
    const gone = withMove(CARDS, { id: 5, to: { stage: 'offered', columnId: null }, before: null }, 9)
    expect(gone.at(-1)?.looksGhosted).toBe(false)
  })

  test('of a card that is gone changes nothing; before a card that is gone goes to the end', () => {
    expect(withMove(CARDS, { id: 99, to: { stage: 'saved', columnId: null }, before: null }, 9)).toEqual(CARDS)
    expect(lane('saved', withMove(CARDS, { id: 1, to: { stage: 'saved', columnId: null }, before: 99 }, 9))).toEqual([
      2, 3, 1,
    ])
  })

  test('the answer of the core takes the place of what was known', () => {
    expect(withCard(CARDS, aCard({ id: 2, version: 5 }))[1]?.version).toBe(5)
  })
})

describe('a drop', () => {
  test.each([
    ['further down', { id: 1, from: 'saved', to: 'saved', index: 1 }, 3],
    ['to the top', { id: 3, from: 'saved', to: 'saved', index: 0 }, 1],
    ['to the end', { id: 1, from: 'saved', to: 'saved', index: 2 }, null],
    ['on top of another column', { id: 1, from: 'saved', to: 'applied', index: 0 }, 5],
    ['into an empty column', { id: 1, from: 'saved', to: 'offered', index: 0 }, null],
  ])('%s', (_name, drop, before) => {
    expect(droppedMove(lanes(), drop)).toMatchObject({ id: drop.id, before })
  })

  test('where it lay, or in no column, is no move', () => {
    expect(droppedMove(lanes(), { id: 2, from: 'saved', to: 'saved', index: 1 })).toBeNull()
    expect(droppedMove(lanes(), { id: 2, from: 'saved', to: 'nowhere', index: 1 })).toBeNull()
  })
})

describe('the keyboard', () => {
  test.each([
    [1, 'ArrowDown', 2],
    [1, 'ArrowUp', 1],
    [3, 'ArrowDown', 3],
    [3, 'Home', 1],
    [1, 'End', 3],
    [3, 'ArrowRight', 4],
    [4, 'ArrowRight', 5],
    [5, 'ArrowLeft', 4],
    [5, 'ArrowRight', 5],
    [null, 'ArrowDown', 1],
  ])('from %s by %s to %s: empty columns are passed over', (from, key, to) => {
    expect(cardAfterKey(lanes(), from, key)?.id).toBe(to)
  })

  test('other keys lead nowhere', () => {
    expect(cardAfterKey(lanes(), 1, 'a')).toBeNull()
  })

  test('a card that leaves hands the focus to the one below, above, or anywhere', () => {
    expect(neighbourOf(lanes(), 2)).toBe(3)
    expect(neighbourOf(lanes(), 3)).toBe(2)
    expect(neighbourOf(lanes(), 4)).toBe(1)
  })

  test('says where a card has come to', () => {
    expect(movedWords(lanes(), 2)).toBe('Moved Job 2 at Zalando to Saved, 2 of 3.')
    expect(movedWords(lanes(), 99)).toBe('')
  })
})

describe('the card that commands apply to', () => {
  const cards = [aCard({ id: 1, stage: 'applied' }), aCard({ id: 2, stage: 'rejected' })]
  const lanes = lanesOf({ columns: [], cards, total: 2 })
  const { open, shelf } = splitLanes(lanes, [])

  test('is none before the keyboard was brought to one; Tab leads to the first', () => {
    expect(cursorOf(open, null)).toEqual({ marked: null, tabStop: 1 })
  })

  test('is the one it was brought to', () => {
    expect(cursorOf(open, 1)).toEqual({ marked: 1, tabStop: 1 })
  })

  test('is none in a folded column, where Tab leads to none either', () => {
    expect(shelf.map(({ spot }) => spot.stage)).toContain('rejected')
    expect(cursorOf(open, 2)).toEqual({ marked: null, tabStop: 1 })
    expect(cursorOf(open.slice(0, 1), 2)).toEqual({ marked: null, tabStop: null })
    expect(cursorOf(splitLanes(lanes, ['rejected']).open, 2)).toEqual({ marked: 2, tabStop: 2 })
  })
})

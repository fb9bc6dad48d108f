import { describe, expect, test } from 'vitest'
import {
  AT_REST,
  drawnIndexes,
  filledAfter,
  inPageOrder,
  keptRows,
  motionAfter,
  NONE_FILLED,
  type Filled,
} from './drawn-rows.ts'

const KEPT = 20

const drawn = (first: number, cursor: number | null = null, total = 1000) =>
  drawnIndexes({ first, kept: KEPT, total, cursor })

describe('which rows are drawn', () => {
  test('enough are kept for a list that shows parts of two rows, and for what is drawn around it', () => {
    expect(keptRows(560, 56)).toBe(19)
    expect(keptRows(561, 56)).toBe(20)
  })

  test.each([
    ['at the top', 0, 0],
    ['in the middle', 500, 496],
    ['at the end', 990, 980],
  ])('%s it is always the same number of them, without a gap', (_, first, start) => {
    expect(drawn(first)).toEqual(Array.from({ length: KEPT }, (_row, offset) => start + offset))
  })

  test('a list that is shorter than what is kept is drawn whole', () => {
    expect(drawn(0, null, 3)).toEqual([0, 1, 2])
    expect(drawn(0, null, 0)).toEqual([])
  })

  test('the row under the cursor stays when it is out of sight, once, and only while it is in the list', () => {
    expect(drawn(500, 3)).toEqual([...drawn(500), 3])
    expect(drawn(500, 505)).toEqual(drawn(500))
    expect(drawn(500, 1000)).toEqual(drawn(500))
  })
})

describe('where drawn rows stand in the page', () => {
  const slots = (first: number, isMoving: boolean, cursor: number | null = null) =>
    inPageOrder({ indexes: drawn(first, cursor), kept: KEPT, isMoving })

  test('a row that stays in sight keeps its slot, and the one that left gives it to the one that came', () => {
    const before = new Map(slots(500, true).map(({ index, slot }) => [index, slot]))
    const after = new Map(slots(501, true).map(({ index, slot }) => [index, slot]))
    expect([...after].filter(([index, slot]) => before.get(index) !== slot)).toEqual([[516, before.get(496)]])
  })

  test('no two rows share a slot, wherever the list stands and the cursor is', () => {
    for (let first = 0; first < 1000; first += 7) {
      const taken = slots(first, true, 3).map(({ slot }) => slot)
      expect(new Set(taken).size).toBe(taken.length)
    }
  })

  test('while the list moves no slot changes its place in the page; at rest the rows are read from the top down', () => {
    expect(slots(507, true).map(({ slot }) => slot)).toEqual(slots(500, true).map(({ slot }) => slot))
    expect(slots(507, false).map(({ index }) => index)).toEqual(drawn(507))
    expect(slots(507, false, 3).map(({ index }) => index)).toEqual([3, ...drawn(507)])
  })
})

describe('when a list is flung', () => {
  const after = (...moves: readonly (readonly [first: number, isMoving: boolean])[]) =>
    moves.reduce((motion, [first, isMoving]) => motionAfter(motion, { first, isMoving }), AT_REST)

  test.each([
    ['a leap out of rest, as by a key', [[5000, true]], false],
    [
      'row by row',
      [
        [1, true],
        [2, true],
        [3, true],
      ],
      false,
    ],
    [
      'further than can be read, again and again',
      [
        [11, true],
        [22, true],
      ],
      true,
    ],
    [
      'backwards just as fast',
      [
        [22, true],
        [11, true],
      ],
      true,
    ],
    [
      'fast, then slowly',
      [
        [11, true],
        [22, true],
        [24, true],
      ],
      false,
    ],
    [
      'fast, then at rest',
      [
        [11, true],
        [22, true],
        [22, false],
      ],
      false,
    ],
  ] as const)('%s', (_, moves, isFlung) => {
    expect(after(...moves).isFlung).toBe(isFlung)
  })

  test('drawing again without a move changes nothing, so that nothing is drawn once more', () => {
    const motion = after([11, true], [22, true])
    expect(motionAfter(motion, { first: 22, isMoving: true })).toBe(motion)
  })
})

describe('which rows show their jobs', () => {
  const window = { from: 96, to: 116 }
  const everywhere = () => true
  const fill = (
    before: Filled,
    options: { drawn?: Filled; first?: number; isThere?: (index: number) => boolean } = {},
  ) => filledAfter(before, { first: 100, drawn: window, isThere: everywhere, ...options })

  test('after a leap those in sight come first, a few a frame, until all do', () => {
    const frames = [fill(NONE_FILLED)]
    while (frames.length < 10) frames.push(fill(frames.at(-1) ?? NONE_FILLED))
    expect(frames.slice(0, 3)).toEqual([
      { from: 100, to: 108 },
      { from: 100, to: 116 },
      { from: 96, to: 116 },
    ])
    expect(frames[3]).toBe(frames[2])
  })

  test('a row that scrolls into sight shows its job at once', () => {
    expect(fill(window, { first: 103, drawn: { from: 99, to: 119 } })).toEqual({ from: 99, to: 119 })
    expect(fill(window, { first: 97, drawn: { from: 93, to: 113 } })).toEqual({ from: 93, to: 113 })
  })

  test('a job that is on its way holds up those behind it and no others', () => {
    expect(fill(NONE_FILLED, { isThere: (index) => index < 103 })).toEqual({ from: 96, to: 103 })
    expect(fill(NONE_FILLED, { isThere: () => false })).toEqual({ from: 100, to: 100 })
  })

  test('a list that became short keeps to it', () => {
    expect(fill(window, { first: 0, drawn: { from: 0, to: 3 } })).toEqual({ from: 0, to: 3 })
    expect(fill(window, { first: 0, drawn: { from: 0, to: 0 } })).toEqual({ from: 0, to: 0 })
  })
})

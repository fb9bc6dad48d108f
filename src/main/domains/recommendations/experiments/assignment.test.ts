import { expect, test } from 'vitest'
import { type ExperimentList, listAt, listIdOf, readListId, variantOf } from './assignment.ts'

const DAY_MS = 86_400_000
const NOON = Date.UTC(2026, 10, 29, 12)
const days = (count: number) => Array.from({ length: count }, (_, day) => NOON + day * DAY_MS)

test('all lists of one day are the same, those of the next day are drawn anew', () => {
  const experiment = { id: 3, share: 0.5 }
  const noon = listAt(experiment, NOON)
  expect(listAt(experiment, NOON + 11 * 3_600_000)).toEqual(noon)
  expect(noon.day).toBe('2026-11-29')
  expect(listAt(experiment, NOON + 12 * 3_600_000).day).toBe('2026-11-30')
})

test.each([0.05, 0.2, 0.5, 0.8, 0.95])('B gets its part of the days: %d', (share) => {
  const drawn = [1, 2, 3, 4].flatMap((id) => days(1000).map((instant) => listAt({ id, share }, instant).variant))
  const part = drawn.filter((variant) => variant === 'b').length / drawn.length
  // Four deviations of a fair draw.
  expect(Math.abs(part - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / drawn.length))
})

test('two experiments do not draw the same days', () => {
  const drawn = (id: number) => days(60).map((instant) => listAt({ id, share: 0.5 }, instant).variant)
  expect(drawn(1)).not.toEqual(drawn(2))
})

test('a list keeps its variant whatever else changes: it follows experiment, day and share alone', () => {
  expect(
    ['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02'].map((day) => variantOf({ id: 1, share: 0.5 }, day)),
  ).toEqual(
    ['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02'].map((day) => variantOf({ id: 1, share: 0.5 }, day)),
  )
  // A day that got B keeps it when B gets more.
  const few = days(200).filter((instant) => listAt({ id: 1, share: 0.3 }, instant).variant === 'b')
  expect(few.every((instant) => listAt({ id: 1, share: 0.6 }, instant).variant === 'b')).toBe(true)
})

test('a list id says what it names', () => {
  const list: ExperimentList = { experimentId: 12, variant: 'b', day: '2026-11-29' }
  expect(listIdOf(list)).toBe('experiment-12-b-2026-11-29')
  expect(readListId(listIdOf(list))).toEqual(list)
})

test.each([
  '',
  'empty',
  '0b5d3c1e-9a5f-4f0e-8a4c-5f2f1a0d9e11',
  'experiment-0-a-2026-11-29',
  'experiment-1-c-2026-11-29',
  'experiment-1-a-2026-11-29 ',
  "experiment-1-a-' or 1=1",
  `experiment-${'9'.repeat(60)}-a-2026-11-29`,
])('what names no list of an experiment is none: %s', (listId) => {
  expect(readListId(listId)).toBeNull()
})

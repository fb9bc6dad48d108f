import { expect, test } from 'vitest'
import { awaitsScores, scoredUntil } from './scored-until.ts'

const MINUTE_MS = 60_000
const now = 1000 * MINUTE_MS
const run = (startedAgo: number, endedAgo: number | null) => ({
  startedAt: now - startedAgo * MINUTE_MS,
  finishedAt: endedAgo === null ? null : now - endedAgo * MINUTE_MS,
})

test.each<[string, ReturnType<typeof run>[], boolean, number]>([
  ['without a run: now', [], true, 0],
  ['a run goes on: before it', [run(5, null)], false, 5],
  ['it has just ended: before it', [run(5, 0.1)], false, 5],
  ['its jobs are being scored: before it', [run(9, 4), run(60, 50)], true, 9],
  ['they have their scores: now', [run(9, 4)], false, 0],
  ['the scoring takes for ever: now', [run(60, 31)], true, 0],
  ['of two the earlier counts', [run(5, null), run(20, 6)], true, 20],
])('%s', (_name, runs, isScoring, minutesAgo) => {
  const expected = minutesAgo === 0 ? now : now - minutesAgo * MINUTE_MS - 1
  expect(scoredUntil(runs, { now, isScoring })).toBe(expected)
})

test('a run that ended a moment ago awaits its scores, although the scoring has not begun', () => {
  expect(awaitsScores(now - 5000, { now, isScoring: false })).toBe(true)
  expect(awaitsScores(now - MINUTE_MS, { now, isScoring: false })).toBe(false)
})

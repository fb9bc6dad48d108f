import type { Run } from '#shared/discovery.ts'

const MINUTE_MS = 60_000
/** Scores are reckoned after a run; who waits for longer tells what is there. */
const SCORING_MAX_MS = 30 * MINUTE_MS
/** Before that the scoring may not have begun. */
const SCORING_BEGINS_MS = 15_000

type RunTimes = Pick<Run, 'startedAt' | 'finishedAt'>

/** Whether the new jobs of a run that ended at `finishedAt` are still to get their scores. Pure. */
export function awaitsScores(finishedAt: number, { now, isScoring }: { now: number; isScoring: boolean }): boolean {
  const sinceMs = now - finishedAt
  return sinceMs < SCORING_BEGINS_MS || (sinceMs < SCORING_MAX_MS && isScoring)
}

/** Up to when every new job has its score, if it is to have one: before the first run that goes on or whose scores are awaited. Pure. */
export function scoredUntil(runs: readonly RunTimes[], asked: { now: number; isScoring: boolean }): number {
  const unscored = runs.filter(({ finishedAt }) => finishedAt === null || awaitsScores(finishedAt, asked))
  return Math.min(asked.now, ...unscored.map(({ startedAt }) => startedAt - 1))
}

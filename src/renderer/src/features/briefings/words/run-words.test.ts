import { expect, test } from 'vitest'
import { runSentences } from './run-words.ts'

const HOUR_MS = 3_600_000
const now = 1000 * HOUR_MS
const ran = {
  lastRunAt: now - 2 * HOUR_MS,
  state: 'completed' as const,
  found: 1200,
  fresh: 1,
  failed: [],
  nextRunAt: now + 4 * HOUR_MS,
}

test.each([
  [
    { ...ran, lastRunAt: null, state: null, nextRunAt: null },
    ['No source has been read yet.', 'No next run is planned.'],
  ],
  [ran, ['The last run, 2 h ago, read 1,200 postings; 1 job was new.', 'The next run is in 4 h.']],
  [
    { ...ran, fresh: 0, nextRunAt: now },
    ['The last run, 2 h ago, read 1,200 postings; none of them was new.', 'The next run is about to begin.'],
  ],
  [
    { ...ran, state: 'failed' as const },
    ['The last run, 2 h ago, could not read any source.', 'The next run is in 4 h.'],
  ],
])('a run is told in sentences, none of them a row of zeros (%#)', (run, sentences) => {
  expect(runSentences(run, now, 'en-GB')).toEqual(sentences)
})

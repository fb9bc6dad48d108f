import { expect, test } from 'vitest'
import { channelFigures, lastFailureWords } from './channel-words.ts'

const HOUR_MS = 3_600_000
const now = 100 * HOUR_MS
const quiet = { sent: 0, failed: 0, waiting: 0, medianMs: null, lastSentAt: null }

test('a channel that nothing went through says that, not a row of zeros', () => {
  expect(channelFigures(quiet, now)).toEqual(['Nothing went through it in the last 30 days'])
})

test('failed and waiting ones are told only where there are some', () => {
  expect(channelFigures({ ...quiet, sent: 1204, medianMs: 2300, lastSentAt: now - HOUR_MS }, now, 'en-GB')).toEqual([
    '1,204 sent in 30 days',
    'half of them within 2.3 s',
    'the last 1 h ago',
  ])
  expect(channelFigures({ ...quiet, failed: 2, waiting: 1 }, now, 'en-GB')).toEqual([
    '0 sent in 30 days',
    '2 failed',
    '1 waiting',
  ])
})

test('the last failure is told with its age and reason', () => {
  expect(lastFailureWords({ lastFailure: null }, now)).toBeNull()
  expect(lastFailureWords({ lastFailure: { at: now - 3 * HOUR_MS, reason: 'The server closed.' } }, now)).toBe(
    'The last that failed, 3 h ago: The server closed.',
  )
})

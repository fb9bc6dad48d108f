import { expect, test } from 'vitest'
import {
  formatAge,
  formatAgo,
  formatBytes,
  formatCount,
  formatDateTime,
  formatDuration,
  formatQuantity,
  inSentences,
  languageName,
  regionName,
} from './format.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const MINUTE = 60_000
const DAY = 1440 * MINUTE

test.each([
  [-DAY, 'now'],
  [0, 'now'],
  [59_999, 'now'],
  [MINUTE, '1 min'],
  [59 * MINUTE, '59 min'],
  [60 * MINUTE, '1 h'],
  [DAY - 1, '23 h'],
  [DAY, '1 d'],
  [13 * DAY, '13 d'],
  [14 * DAY, '2 w'],
  [59 * DAY, '8 w'],
  [60 * DAY, '2 mo'],
  [364 * DAY, '12 mo'],
  [365 * DAY, '1 y'],
])('an age of %i ms reads %s', (ageMs, expected) => {
  expect(formatAge(NOW - ageMs, NOW)).toBe(expected)
})

test('an age in a sentence never says "now ago"', () => {
  expect(formatAgo(NOW, NOW)).toBe('just now')
  expect(formatAgo(NOW - 3 * DAY, NOW)).toBe('3 d ago')
})

test.each([
  [0, '0 ms'],
  [340.4, '340 ms'],
  [4230, '4.2 s'],
  [9949, '9.9 s'],
  [9951, '10 s'],
  [59_600, '1 min'],
  [185_000, '3 min 5 s'],
  [7_800_000, '2 h 10 min'],
  [7_200_000, '2 h'],
])('%i ms reads %s', (durationMs, expected) => {
  expect(formatDuration(durationMs, 'en')).toBe(expected)
})

test('numbers follow the locale', () => {
  expect(formatCount(1234567, 'en')).toBe('1,234,567')
  expect(formatCount(1234567, 'de')).toBe('1.234.567')
  expect(formatQuantity(1, ['job', 'jobs'], 'en')).toBe('1 job')
  expect(formatQuantity(1234, ['job', 'jobs'], 'en')).toBe('1,234 jobs')
  expect(formatQuantity(0, ['job', 'jobs'], 'en')).toBe('0 jobs')
})

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [12_300, '12 kB'],
  [3_450_000, '3.5 MB'],
  [7_200_000_000, '7.2 GB'],
])('%i bytes read %s', (sizeBytes, expected) => {
  expect(formatBytes(sizeBytes, 'en')).toBe(expected)
})

test('a time carries its zone', () => {
  expect(formatDateTime(NOW, 'en-GB', 'Europe/Berlin')).toContain('13:00 CET')
})

test('codes get names, and odd codes stay as they came', () => {
  expect(regionName('DE')).toBe('Germany')
  expect(regionName('ZZZZ')).toBe('ZZZZ')
  expect(regionName('')).toBe('')
  expect(languageName('nl')).toBe('Dutch')
})

test('parts become sentences with one full stop each', () => {
  expect(inSentences(['Jobs in Germany.', ' some of Europe', ''])).toBe('Jobs in Germany. some of Europe.')
})

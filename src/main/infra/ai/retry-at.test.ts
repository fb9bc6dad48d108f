import { expect, test } from 'vitest'
import { retryAtOf } from './retry-at.ts'

const NOW = Date.UTC(2026, 10, 10, 12)
const LONGEST = NOW + 31 * 86_400_000

test.each([
  [{ 'retry-after-ms': '1500' }, '', NOW + 1500],
  [{}, '{"retryDelay": "7.5s"}', NOW + 7500],
  [{ 'retry-after-ms': '9'.repeat(20) }, '', LONGEST],
  [{ 'retry-after-ms': '9'.repeat(400) }, '', LONGEST],
  [{ 'retry-after': '9'.repeat(20) }, '', LONGEST],
  [{}, `{"retryDelay": "${'9'.repeat(20)}s"}`, LONGEST],
  [{ 'retry-after-ms': '0' }, '', null],
  [{}, '', null],
])('%j with %j is %j', (headers, body, at) => {
  expect(retryAtOf({ headers, body }, NOW)).toBe(at)
})

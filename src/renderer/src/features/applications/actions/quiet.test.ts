import { expect, test } from 'vitest'
import { stillQuiet, withQuiet } from './quiet.ts'

const DAY_MS = 86_400_000

test('an application is not asked about for a week, and forgotten after it', () => {
  const quiet = withQuiet({ 1: 500 }, 2, 1000)
  expect(quiet).not.toHaveProperty('1')
  expect(stillQuiet(quiet, 2, 1000 + 6 * DAY_MS)).toBe(true)
  expect(stillQuiet(quiet, 2, 1000 + 7 * DAY_MS)).toBe(false)
  expect(stillQuiet(quiet, 3, 1000)).toBe(false)
})

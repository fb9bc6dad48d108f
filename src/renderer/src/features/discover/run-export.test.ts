import { expect, test } from 'vitest'
import { exportName } from './run-export.ts'

test('a run’s file is named by its start in UTC, so that names sort by time', () => {
  expect(exportName({ startedAt: Date.UTC(2026, 10, 3, 6, 5, 59) })).toBe('run-2026-11-03-0605.json')
})

import { describe, expect, test } from 'vitest'
import { cadenceToleranceMs, dueSlots, isDue } from './cadence.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const NOW = Date.UTC(2026, 2, 8, 12)
const ago = (hours: number) => NOW - hours * HOUR_MS

describe('a cadence', () => {
  test.each<[string, number | null, number | null, boolean]>([
    ['a source that was never read', null, 24, true],
    ['one without a cadence', ago(0.1), null, true],
    ['one that may be read all the time', NOW, 0, true],
    ['one that was read an hour ago and may be once a day', ago(1), 24, false],
    ['one that was read a day ago', ago(24), 24, true],
    ['one that was read a day ago but for the jitter', ago(24) + 5 * MINUTE_MS, 24, true],
    ['one that was read at the same clock time before the clock jumped', ago(23), 24, true],
    ['one that was read 22 hours ago', ago(22), 24, false],
    ['an hourly reading of a source that may be read every two hours', ago(1), 2, false],
    ['the one after it', ago(2) + 5 * MINUTE_MS, 2, true],
    ['one that was read under a clock that ran ahead', NOW + 5 * 24 * HOUR_MS, 24, true],
    ['one that was read a moment from now, by a clock that was set back', NOW + MINUTE_MS, 24, false],
  ])('%s', (_name, lastRunAt, cadenceHours, expected) => {
    const toleranceMs = cadenceToleranceMs(cadenceHours ?? 0)
    expect(isDue({ lastRunAt, cadenceHours, now: NOW, toleranceMs })).toBe(expected)
  })

  test('of slots every six hours a daily source keeps every fourth, counted from its last reading', () => {
    const slots = Array.from({ length: 9 }, (_, index) => NOW + index * 6 * HOUR_MS)
    const hours = (due: number[]) => due.map((slot) => (slot - NOW) / HOUR_MS)
    expect(hours(dueSlots(slots, { hours: 24, lastRunAt: null }))).toEqual([0, 24, 48])
    expect(hours(dueSlots(slots, { hours: 24, lastRunAt: ago(18) }))).toEqual([6, 30])
    expect(hours(dueSlots(slots, { hours: null, lastRunAt: NOW }))).toHaveLength(9)
    expect(hours(dueSlots(slots, { hours: 1000, lastRunAt: NOW }))).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { currentStart, isRepeatedTime, startOfInterview } from './interview-time.ts'

const HOUR_MS = 3_600_000
const at = (localStart: string, zone: string, isLater = false) => ({ localStart, zone, isLater })

function failureOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error instanceof AppError ? { code: error.code, data: error.data as unknown } : error
  }
}

describe('when an interview starts', () => {
  test.each([
    ['2026-03-30T14:00', 'Europe/Berlin', '2026-03-30T12:00Z'],
    ['2026-01-30T14:00', 'America/New_York', '2026-01-30T19:00Z'],
    ['2026-07-01T09:30', 'Asia/Kolkata', '2026-07-01T04:00Z'],
  ])('%s in %s', (localStart, zone, instant) => {
    expect(startOfInterview(at(localStart, zone))).toBe(Date.parse(instant))
    expect(isRepeatedTime(at(localStart, zone))).toBe(false)
  })

  test.each([
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00Z'],
    ['2026-03-08T02:15', 'America/New_York', '2026-03-08T03:00', '2026-03-08T07:00Z'],
    ['2026-10-04T02:10', 'Australia/Lord_Howe', '2026-10-04T02:30', '2026-10-03T15:30Z'],
  ])('the clocks skip %s in %s, and say where they go on', (localStart, zone, next, nextAt) => {
    const written = at(localStart, zone)
    expect(failureOf(() => startOfInterview(written))).toEqual({
      code: 'TIME_SKIPPED',
      data: { localTime: localStart, zone, next },
    })
    expect(currentStart(written)).toBe(Date.parse(nextAt))
  })

  test.each([
    ['2026-10-25T02:30', 'Europe/Berlin', HOUR_MS],
    ['2026-11-01T01:30', 'America/New_York', HOUR_MS],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', HOUR_MS / 2],
  ])('%s in %s comes twice, and the later one can be meant', (localStart, zone, apartMs) => {
    const written = at(localStart, zone)
    expect(isRepeatedTime(written)).toBe(true)
    expect(startOfInterview({ ...written, isLater: true }) - startOfInterview(written)).toBe(apartMs)
  })

  test.each(['Mars/Base', '+02:00', '', 'Europe/Berlin; drop table interview'])('%j is no zone', (zone) => {
    const written = at('2026-03-30T14:00', zone)
    expect(failureOf(() => startOfInterview(written))).toEqual({ code: 'ZONE_UNKNOWN', data: { zone } })
    expect(currentStart(written)).toBeNull()
    expect(isRepeatedTime(written)).toBe(false)
  })

  test('what no calendar has stops nothing that is stored', () => {
    const written = at('2026-02-30T10:00', 'Europe/Berlin')
    expect(() => startOfInterview(written)).toThrow(RangeError)
    expect(currentStart(written)).toBeNull()
    expect(isRepeatedTime(written)).toBe(false)
  })
})

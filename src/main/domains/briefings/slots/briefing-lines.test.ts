import { expect, test } from 'vitest'
import { readCron } from '#main/infra/time/cron-line.ts'
import { BRIEFING_KINDS } from '#shared/briefings.ts'
import { settingsSchema } from '#shared/settings.ts'
import { cronOf } from './briefing-lines.ts'

const settings = settingsSchema.parse({})

test('by default they come at 08:00, at 20:00, and on Sunday at 18:00', () => {
  const said = BRIEFING_KINDS.map((kind) => {
    const { line } = readCron({ cron: cronOf(kind, settings) ?? '', zone: 'Europe/Berlin' })
    return line?.description
  })
  expect(said).toEqual(['At 08:00', 'At 20:00', 'At 18:00, only on Sunday'])
})

test('one that is off has no line', () => {
  const off = { ...settings, isDailyBriefingOn: false, isEveningSummaryOn: false, isWeeklySummaryOn: false }
  expect(BRIEFING_KINDS.map((kind) => cronOf(kind, off))).toEqual([null, null, null])
})

test('the day and the time of the week are the user’s', () => {
  expect(cronOf('weekly', { ...settings, weeklySummaryDay: 1, weeklySummaryAt: '07:05' })).toBe('5 7 * * 1')
})

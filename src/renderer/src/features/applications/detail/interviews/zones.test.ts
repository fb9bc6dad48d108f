import { expect, test } from 'vitest'
import { zoneChoices, zoneLabel } from './zones.ts'

const WINTER = Date.parse('2026-01-10T10:00Z')
const SUMMER = Date.parse('2026-07-10T10:00Z')

test.each([
  ['Europe/Berlin', WINTER, 'Berlin, Europe (UTC+1)'],
  ['Europe/Berlin', SUMMER, 'Berlin, Europe (UTC+2)'],
  ['America/New_York', WINTER, 'New York, America (UTC-5)'],
  ['America/Argentina/Buenos_Aires', WINTER, 'Buenos Aires, America (UTC-3)'],
  ['UTC', WINTER, 'UTC'],
  ['Mars/Base', WINTER, 'Base, Mars'],
])('%s at %i is listed as %s', (zone, at, label) => {
  expect(zoneLabel(zone, at)).toBe(label)
})

test('every zone is there once, with the one that is chosen even when nobody knows it', () => {
  const values = zoneChoices(WINTER, ['Europe/Berlin', 'Mars/Base']).map(({ value }) => value)
  expect(new Set(values).size).toBe(values.length)
  expect(values).toEqual(expect.arrayContaining(['UTC', 'Europe/Berlin', 'Mars/Base', 'Asia/Tokyo']))
})

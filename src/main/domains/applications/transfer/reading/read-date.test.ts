import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reminderFieldsSchema } from '#shared/application-parts.ts'
import { dateOrder } from './date-order.ts'
import { instantOfDate, readDate } from './read-date.ts'

describe('a written day', () => {
  test.each([
    ['2026-03-04', '2026-03-04', null],
    ['2026/3/4', '2026-03-04', null],
    ['20260304', '2026-03-04', null],
    ['2026-03-04T14:05:30', '2026-03-04', '14:05'],
    ['2026-03-04 14:05', '2026-03-04', '14:05'],
    ['25/03/2026', '2026-03-25', null],
    ['03/25/26', '2026-03-25', null],
    ['3.4.2026', '2026-04-03', null],
    ['03.04.26', '2026-04-03', null],
    ['3. 4. 2026', '2026-04-03', null],
    ['10/25/24, 2:15 PM', '2024-10-25', '14:15'],
    ['10/25/24, 12:05 am', '2024-10-25', '00:05'],
    ['25.03.2026 14.30 Uhr', '2026-03-25', '14:30'],
    ['Mar 3, 2026', '2026-03-03', null],
    ['March 3rd, 2026 2:15 PM', '2026-03-03', '14:15'],
    ['Tue, 3 Mar 2026', '2026-03-03', null],
    ['03-Mar-26', '2026-03-03', null],
    ['3. März 2026', '2026-03-03', null],
    ['1er août 2026', '2026-08-01', null],
    ['3 de marzo de 2026', '2026-03-03', null],
    ['3 maart 2026', '2026-03-03', null],
    ['3 marca 2026', '2026-03-03', null],
    ['15 października 2026', '2026-10-15', null],
    ['3 marzo 2026', '2026-03-03', null],
    ['3 de março de 2026', '2026-03-03', null],
    ['3 mars 2026', '2026-03-03', null],
    ['Sept 3, 2026', '2026-09-03', null],
    ['2026年3月4日', '2026-03-04', null],
    ['46085', '2026-03-04', null],
    ['46085.5', '2026-03-04', '12:00'],
    ['1772582400', '2026-03-04', '00:00'],
    ['1971-01-01', '1971-01-01', null],
    ['31.12.2199', '2199-12-31', null],
  ])('%j is %s at %s', (text, day, time) => {
    expect(readDate(text, 'iso')).toMatchObject({ day, time })
  })

  test.each([
    '',
    'soon',
    '2 days ago',
    'Mar 3',
    '3/4',
    '2026-02-30',
    '31.02.2026',
    '32/13/2026',
    '2026',
    '1e9',
    '14:30',
    '3/4/2026 25:00',
    '1970-12-31',
    '2200-01-01',
    '3. März 1970',
    '03/04/70',
    '20000',
    '2026-03-04T14:05+99:59',
  ])('%j is none', (text) => expect(readDate(text, 'day_first')).toBeNull())

  test('what could be either is read in the order that is told, and not at all without one', () => {
    expect(readDate('03/04/2026', 'day_first')?.day).toBe('2026-04-03')
    expect(readDate('03/04/2026', 'month_first')?.day).toBe('2026-03-04')
    expect(readDate('03/04/2026', 'iso')).toBeNull()
  })

  test('a zone in it decides the instant, else the zone of the user', () => {
    const place = { zone: 'Europe/Berlin', timeOfDay: '12:00' }
    const at = (text: string) => {
      const date = readDate(text, 'iso')
      return date === null ? null : instantOfDate(date, place)
    }
    expect(at('2026-03-04T14:05:00Z')).toBe(Date.UTC(2026, 2, 4, 14, 5))
    expect(at('2026-03-04T14:05-05:00')).toBe(Date.UTC(2026, 2, 4, 19, 5))
    expect(at('2026-03-04 14:05')).toBe(Date.UTC(2026, 2, 4, 13, 5))
    expect(at('2026-07-04')).toBe(Date.UTC(2026, 6, 4, 10))
    expect(at('2026-03-29 02:30')).toBe(Date.UTC(2026, 2, 29, 1))
  })

  test.each(['1971-01-01', '25934', '2199-12-31', '2199-12-31T23:59-14:00'])(
    '%s is an instant that can be stored, in every zone',
    (text) => {
      for (const zone of ['Pacific/Kiritimati', 'Australia/Sydney', 'Etc/GMT+12']) {
        const date = readDate(text, 'iso')
        const dueAt = date === null ? null : instantOfDate(date, { zone, timeOfDay: '00:00' })
        expect(reminderFieldsSchema.safeParse({ kind: 'other', dueAt }).success).toBe(true)
      }
    },
  )

  test('never throws, and what it gives is a day', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9/.: -]{1,20}$/)), (text) => {
        const date = readDate(text, 'day_first')
        const day = date?.day ?? '2026-03-04'
        expect(new Date(`${day}T${date?.time ?? '00:00'}:00Z`).toISOString()).toContain(day)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the order of a column', () => {
  const now = Date.UTC(2026, 5, 1)
  const hints = { preset: null, delimiter: ',', now } as const

  test.each<[string, string[], string]>([
    ['one value that leaves no choice decides for all', ['03/04/2026', '25/04/2026'], 'day_first'],
    ['also the other way', ['03/04/2026', '04/25/2026'], 'month_first'],
    ['values that would lie ahead decide, too', ['03/12/2025', '05/08/2026', '05/09/2026'], 'month_first'],
    ['AM and PM are told with the month first', ['3/4/26, 2:22 PM'], 'month_first'],
    ['else the day comes first', ['03/04/2026'], 'day_first'],
    ['dots leave no choice', ['3.4.2026'], 'day_first'],
    ['what is written in order needs none', ['2026-03-04', ''], 'iso'],
  ])('%s', (_name, values, order) => {
    expect(dateOrder(values, hints)).toBe(order)
  })

  test('what is known of the tracker counts where the values leave a choice', () => {
    expect(dateOrder(['03/04/2026'], { ...hints, preset: 'month_first' })).toBe('month_first')
    expect(dateOrder(['25/04/2026'], { ...hints, preset: 'month_first' })).toBe('day_first')
  })
})

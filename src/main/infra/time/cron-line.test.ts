import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cronProblem, type CronLine, readCron, zoneProblem } from './cron-line.ts'

function line(cron: string, zone = 'UTC'): CronLine {
  const { line: read, problem } = readCron({ cron, zone })
  if (read === null) throw new Error(problem)
  return read
}

function slots(of: CronLine, from: string, count: number): string[] {
  const found: string[] = []
  let slot = of.slotAfter(Date.parse(from))
  while (slot !== null && found.length < count) {
    found.push(new Date(slot).toISOString().slice(0, 16))
    slot = of.slotAfter(slot)
  }
  return found
}

describe('a cron line', () => {
  test.each([
    ['0 */6 * * *', 'On the hour, every 6 hours'],
    ['30 8 * * MON-FRI', 'At 08:30, Monday through Friday'],
    ['0 7,19 * * *', 'At 07:00 and 19:00'],
    ['*/15 * * * *', 'Every 15 minutes'],
    ['15 3 1 * *', 'At 03:15, on day 1 of the month'],
    ['  0   22  *  *  7 ', 'At 22:00, only on Sunday'],
    ['5 0 1 jan *', 'At 00:05, on day 1 of the month, only in January'],
  ])('%j is taken, and is said as %j', (cron, description) => {
    expect(cronProblem(cron)).toBeNull()
    expect(line(cron).description).toBe(description)
  })

  test.each<[string, RegExp]>([
    ['', /five fields.*This one has 0\./],
    ['0 6 * *', /This one has 4\./],
    ['0 0 6 * * *', /five fields: minute, hour.*This one has 6\./],
    ['@daily', /This one has 1\./],
    ['60 * * * *', /The minute cannot be "60": it takes 0 to 59/],
    ['4-60/19 * * * *', /The minute cannot be "4-60\/19"/],
    ['0 24 * * *', /The hour cannot be "24": it takes 0 to 23/],
    ['0 0 0 * *', /The day of the month cannot be "0"/],
    ['0 0 L * *', /The day of the month cannot be "L"/],
    ['0 0 15W * *', /The day of the month cannot be "15W"/],
    ['0 0 * 13 *', /The month cannot be "13"/],
    ['0 0 * FOO *', /The month cannot be "FOO": it takes 1 to 12 or JAN to DEC/],
    ['0 0 * * 8', /The day of the week cannot be "8"/],
    ['0 0 * * MON#1', /The day of the week cannot be "MON#1"/],
    ['0 0 * * *,MON', /The day of the week cannot be "\*,MON"/],
    ['0 0 * * FRI-MON', /The day of the week cannot be "FRI-MON"/],
    ['0 22-2 * * *', /The hour cannot be "22-2"/],
    ['5/15 * * * *', /The minute cannot be "5\/15"/],
    ['*/0 * * * *', /The minute cannot be "\*\/0"/],
    ['1, * * * *', /The minute cannot be "1,"/],
    ['-1 * * * *', /The minute cannot be "-1"/],
    ['? * * * *', /The minute cannot be "\?"/],
    ['0 0 30 2 *', /No day fits this line/],
    ['0 0 31 4,6,9,11 *', /No day fits this line/],
    ['* * * * *', /too often: at least 15 minutes/],
    ['*/14 * * * *', /too often/],
    ['0,10 3 * * *', /too often/],
    ['0,50 0,23 * * *', /too often/],
    ['0,50 0,23 1,31 * *', /too often/],
    ['0,50 0,23 1,28 2,3 *', /too often/],
  ])('%j is refused with a reason', (cron, problem) => {
    expect(cronProblem(cron)).toMatch(problem)
    expect(readCron({ cron, zone: 'UTC' })).toEqual({ line: null, problem: expect.stringMatching(problem) })
  })

  test.each(['*/15 * * * *', '0,45 * * * *', '0,50 0,23 * * MON', '0,45 0,23 * * *', '0 0 29 2 *'])(
    '%j leaves a quarter of an hour between any two starts',
    (cron) => expect(cronProblem(cron)).toBeNull(),
  )

  test.each(['UTC', 'Europe/Berlin', 'america/new_york', 'Etc/GMT+2', 'CET'])('%j is a zone', (zone) => {
    expect(zoneProblem(zone)).toBeNull()
  })

  test.each(['', ' ', 'Mars/Phobos', '+02:00', '-05', 'Europe/Berlin ', 'Europe', '2'])('%j is no zone', (zone) => {
    expect(zoneProblem(zone)).toBe(
      `There is no time zone "${zone}"; it takes a name of the IANA list, as Europe/Berlin.`,
    )
    expect(readCron({ cron: '0 6 * * *', zone }).line).toBeNull()
  })

  test('any text is either a line or a sentence, and what is a line is described in words', () => {
    const number = fc.integer({ min: 0, max: 70 }).map(String)
    const range = fc.tuple(number, number).map(([a, b]) => `${a}-${b}`)
    const item = fc.oneof(
      number,
      range,
      fc.tuple(range, number).map(([a, b]) => `${a}/${b}`),
      fc.constant('mon'),
    )
    const field = fc.oneof(
      fc.constant('*'),
      number.map((step) => `*/${step}`),
      fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(',')),
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(field, { minLength: 5, maxLength: 5 }).map((fields) => fields.join(' ')),
    )
    fc.assert(
      fc.property(text, (cron) => {
        const { line: read, problem } = readCron({ cron, zone: 'UTC' })
        const words = read === null ? problem : `${read.description}.`
        expect(words).toMatch(/^(?!.*(undefined|NaN|[a-z]\d))[A-Z][a-z ].*\.$/su)
      }),
      { numRuns: 1500 },
    )
  })
})

describe('slots', () => {
  test('are later than the instant, and the last one may be the instant itself', () => {
    const daily = line('0 12 * * *')
    const noon = Date.parse('2026-03-01T12:00:00Z')
    const day = 86_400_000
    expect(daily.slotAfter(noon - 1)).toBe(noon)
    expect(daily.slotAfter(noon)).toBe(noon + day)
    expect(daily.slotAfter(noon + 1)).toBe(noon + day)
    expect(daily.slotUpTo(noon - 1)).toBe(noon - day)
    expect(daily.slotUpTo(noon)).toBe(noon)
    expect(daily.slotUpTo(noon + 1)).toBe(noon)
  })

  test.each<[string, string, string, string, string[]]>([
    [
      'a skipped clock time comes when the clock has jumped',
      '30 1,2,3 * * *',
      'America/New_York',
      '2026-03-08T05:00Z',
      ['2026-03-08T06:30', '2026-03-08T07:00', '2026-03-08T07:30', '2026-03-09T05:30'],
    ],
    [
      'so does one of a line with steps',
      '30 */2 * * *',
      'America/New_York',
      '2026-03-08T05:00Z',
      ['2026-03-08T05:30', '2026-03-08T07:00', '2026-03-08T08:30'],
    ],
    [
      'one that meets a regular time comes once',
      '0 * * * *',
      'America/New_York',
      '2026-03-08T05:30Z',
      ['2026-03-08T06:00', '2026-03-08T07:00', '2026-03-08T08:00'],
    ],
    [
      'one that would come just before a regular time gives way to it',
      '10 * * * *',
      'America/New_York',
      '2026-03-08T05:30Z',
      ['2026-03-08T06:10', '2026-03-08T07:10', '2026-03-08T08:10'],
    ],
    [
      'a doubled clock time comes once, the first time',
      '30 * * * *',
      'America/New_York',
      '2026-11-01T04:00Z',
      ['2026-11-01T04:30', '2026-11-01T05:30', '2026-11-01T07:30'],
    ],
    [
      'half an hour doubled',
      '15,45 1,2 * * *',
      'Australia/Lord_Howe',
      '2026-04-04T14:00Z',
      ['2026-04-04T14:15', '2026-04-04T14:45', '2026-04-04T15:45', '2026-04-04T16:15'],
    ],
    [
      'half an hour skipped',
      '15 2,3 * * *',
      'Australia/Lord_Howe',
      '2026-10-03T14:00Z',
      ['2026-10-03T15:30', '2026-10-03T16:15'],
    ],
    [
      'the clock goes back for Ramadan',
      '0 1-4 * * *',
      'Africa/Casablanca',
      '2026-02-14T23:30Z',
      ['2026-02-15T00:00', '2026-02-15T01:00', '2026-02-15T03:00', '2026-02-15T04:00'],
    ],
    [
      'and forward after it',
      '0 1-4 * * *',
      'Africa/Casablanca',
      '2026-03-22T00:30Z',
      ['2026-03-22T01:00', '2026-03-22T02:00', '2026-03-22T03:00', '2026-03-23T00:00'],
    ],
  ])('%s', (_name, cron, zone, from, expected) => {
    const read = line(cron, zone)
    expect(slots(read, from, expected.length)).toEqual(expected)
    expect(read.slotUpTo(Date.parse(`${expected.at(-1)}Z`))).toBe(Date.parse(`${expected.at(-1)}Z`))
  })

  test('looking back finds what looking forward finds, and never two within a quarter of an hour, in any zone', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Africa/Casablanca',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    ]
    const crons = ['0 */6 * * *', '*/15 * * * *', '10 * * * *', '40 1,2,3 * * *', '5,20 0-4 1-15 * SUN', '0 9 * * 1-5']
    const start = Date.UTC(2026, 0, 1)
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...crons),
        fc.integer({ min: 0, max: 365 * 1440 }),
        (zone, cron, minute) => {
          const read = line(cron, zone)
          const instant = start + minute * 60_000
          const next = read.slotAfter(instant)
          const last = read.slotUpTo(instant)
          expect(next).toBeGreaterThan(instant)
          expect(last).toBeLessThanOrEqual(instant)
          expect((next ?? 0) - (last ?? 0)).toBeGreaterThanOrEqual(15 * 60_000)
          expect(read.slotAfter(last ?? 0)).toBe(next)
          expect(read.slotUpTo((next ?? 0) - 1)).toBe(last)
        },
      ),
      { numRuns: 300 },
    )
  })
})

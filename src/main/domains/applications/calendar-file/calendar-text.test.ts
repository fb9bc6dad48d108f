import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { instantOf } from '#shared/local-time.ts'
import type { DueRow, InterviewRow } from './calendar-rows.ts'
import { calendarText } from './calendar-text.ts'

const INTERVIEW: InterviewRow = {
  id: 7,
  applicationId: 1,
  title: 'Engineer',
  company: 'Acme',
  url: 'https://acme.example/jobs/1',
  changedAt: Date.UTC(2026, 1, 1, 8),
  kind: 'video',
  zone: 'Europe/Berlin',
  startsAt: Date.UTC(2026, 2, 30, 12),
  minutes: 60,
  place: 'https://meet.example/a,b;c',
  people: 'Ada, Grace',
  preparation: 'Read the paper.\nBring questions.',
  outcome: 'planned',
  uid: 'one@career-copilot',
  sequence: 3,
}
const DUE: DueRow = {
  id: 9,
  applicationId: 1,
  title: 'Engineer',
  company: 'Acme',
  url: null,
  changedAt: Date.UTC(2026, 1, 2),
  kind: 'deadline',
  dueAt: Date.UTC(2026, 2, 30, 16),
  note: 'Portfolio',
  isDone: false,
  changes: 2,
  madeAt: Date.UTC(2026, 1, 1),
}

function textOf(more: { interviews?: InterviewRow[]; due?: DueRow[]; stamp?: number | null } = {}): Promise<string> {
  return calendarText({ interviews: [], due: [], zone: 'Europe/Berlin', stamp: null, ...more })
}

/** As another program reads it: by the clocks that the file itself tells. */
function parse(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((component) => {
      const zone = new ICAL.Timezone(component)
      return [zone.tzid, zone]
    }),
  )
  const instant = (event: InstanceType<typeof ICAL.Component>, name: string): number => {
    const property = event.getFirstProperty(name)
    const tzid = property?.getFirstParameter('tzid') ?? null
    const time = property?.getFirstValue()
    if (!(time instanceof ICAL.Time)) throw new Error(`no ${name}`)
    if (tzid !== null) time.zone = zones.get(tzid) ?? ICAL.Timezone.localTimezone
    return time.toUnixTime() * 1000
  }
  return calendar.getAllSubcomponents('vevent').map((event) => ({
    uid: event.getFirstPropertyValue('uid'),
    sequence: event.getFirstPropertyValue('sequence'),
    summary: event.getFirstPropertyValue('summary'),
    description: event.getFirstPropertyValue('description'),
    location: event.getFirstPropertyValue('location'),
    url: event.getFirstPropertyValue('url'),
    status: event.getFirstPropertyValue('status'),
    zone: event.getFirstProperty('dtstart')?.getFirstParameter('tzid') ?? null,
    start: instant(event, 'dtstart'),
    end: event.hasProperty('dtend') ? instant(event, 'dtend') : null,
    stamp: instant(event, 'dtstamp'),
    alarms: event
      .getAllSubcomponents('valarm')
      .map((alarm) => String(alarm.getFirstPropertyValue('trigger')))
      .toSorted(),
  }))
}

describe('a calendar', () => {
  test('says of an interview what people and calendars have to know', async () => {
    const text = await textOf({ interviews: [INTERVIEW] })
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:[^\r]+\r\nMETHOD:PUBLISH\r\n/)
    expect(parse(text)).toEqual([
      {
        uid: 'one@career-copilot',
        sequence: 3,
        summary: 'Interview: Engineer at Acme',
        description:
          'Video call\n\nWith: Ada, Grace\n\nRead the paper.\nBring questions.\n\nPosting: https://acme.example/jobs/1',
        location: 'https://meet.example/a,b;c',
        url: 'https://meet.example/a%2Cb%3Bc',
        status: 'CONFIRMED',
        zone: 'Europe/Berlin',
        start: INTERVIEW.startsAt,
        end: INTERVIEW.startsAt + 3_600_000,
        stamp: INTERVIEW.changedAt,
        alarms: ['-P1D', '-PT1H'],
      },
    ])
  })

  test('of a cancelled one tells that, and remembers nobody', async () => {
    const [event] = parse(await textOf({ interviews: [{ ...INTERVIEW, outcome: 'cancelled' }] }))
    expect(event).toMatchObject({ status: 'CANCELLED', alarms: [] })
  })

  test.each<[string, number, string]>([
    ['in the afternoon, at nine that day', Date.UTC(2026, 2, 30, 16), '-PT9H'],
    ['at nine, then', Date.UTC(2026, 2, 30, 7), 'PT0S'],
    ['at midnight, at nine the day before', Date.UTC(2026, 2, 29, 22), '-PT15H'],
  ])('remembers what is due %s', async (_name, dueAt, alarm) => {
    const [event] = parse(await textOf({ due: [{ ...DUE, dueAt }] }))
    expect(event).toMatchObject({ summary: 'Deadline: Engineer at Acme', start: dueAt, end: null, alarms: [alarm] })
  })

  test('writes the instant of writing where it is told one', async () => {
    const stamp = Date.UTC(2026, 2, 1, 12)
    const events = parse(await textOf({ interviews: [INTERVIEW], due: [DUE], stamp }))
    expect(events.map((event) => event.stamp)).toEqual([stamp, stamp])
  })

  test.each([
    'Europe/Berlin',
    'America/New_York',
    'Africa/Casablanca',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'UTC',
    'CET',
  ])('is read as the right instant in every month, before and after every change of clocks in %s', async (zone) => {
    const interviews = Array.from({ length: 24 }, (_, index) => ({
      ...INTERVIEW,
      zone,
      uid: `${index}@career-copilot`,
      startsAt: Date.UTC(2026, Math.floor(index / 2), index % 2 === 0 ? 2 : 17, 13, 30),
    }))
    expect(parse(await textOf({ interviews })).map(({ start }) => start)).toEqual(
      interviews.map(({ startsAt }) => startsAt),
    )
  })

  test.each([false, true])(
    'is read as the right instant of two with the same local time (the later: %s)',
    async (isLater) => {
      const found = instantOf({ localTime: '2026-10-25T02:30', zone: 'Europe/Berlin', isLater })
      const startsAt = found?.kind === 'found' ? found.at : NaN
      expect(parse(await textOf({ interviews: [{ ...INTERVIEW, startsAt }] }))).toMatchObject([
        { start: startsAt, end: startsAt + 3_600_000 },
      ])
    },
  )

  test('is right around the minute in which clocks change', async () => {
    const change = Date.UTC(2026, 2, 29, 1)
    const interviews = [-61, -1, 0, 1, 59].map((minutes, index) => ({
      ...INTERVIEW,
      uid: `${index}@career-copilot`,
      startsAt: change + minutes * 60_000,
    }))
    expect(parse(await textOf({ interviews })).map(({ start }) => start)).toEqual(
      interviews.map(({ startsAt }) => startsAt),
    )
  })

  test('a zone that is not known here is written in UTC', async () => {
    expect(parse(await textOf({ interviews: [{ ...INTERVIEW, zone: 'Mars/Phobos' }] }))).toMatchObject([
      { zone: null, start: INTERVIEW.startsAt },
    ])
  })

  test('text of others adds no line and no property, and no line is longer than 75 octets', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom(
        'x\r\nEND:VEVENT\r\nBEGIN:VEVENT',
        'x\nATTACH:file:///etc/passwd',
        'a\u2028b',
        '\u0000\u000B',
        '\\n;,:"',
        'ü'.repeat(100),
        '👩‍🚀'.repeat(40),
      ),
    )
    await fc.assert(
      fc.asyncProperty(text, text, async (first, second) => {
        const row = { ...INTERVIEW, title: first, company: second, place: first, people: second, preparation: first }
        const written = await textOf({ interviews: [row], due: [{ ...DUE, note: second, title: first }] })
        expect(written.endsWith('END:VCALENDAR\r\n')).toBe(true)
        for (const line of written.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/(?!\t)\p{Cc}/u)
        }
        const unfolded = written.replaceAll('\r\n ', '')
        expect(unfolded.split('\r\n').filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(2)
        expect(unfolded).not.toMatch(/^ATTACH/m)
        expect(parse(written)[0]?.summary).toBe(
          `Interview: ${first} at ${second}`
            .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
            .replace(/(?![\n\t])\p{Cc}/gu, ''),
        )
      }),
      { numRuns: 200 },
    )
  })
})

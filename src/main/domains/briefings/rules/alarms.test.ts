import { describe, expect, test } from 'vitest'
import type { AwaitedAnswer, ComingInterview, OpenReminder } from '../../applications/history.service.ts'
import { answerAlarms, dueAlarms, interviewAlarms, reminderAlarm } from './alarms.ts'

const zone = 'Europe/Berlin'
const at = (text: string) => Date.parse(`2026-01-${text}Z`)
const iso = (instant: number) => new Date(instant).toISOString().slice(8, 16)
const of = { applicationId: 7, title: 'Data Engineer', company: 'Acme' }

describe('an interview', () => {
  const interview: ComingInterview = {
    ...of,
    id: 3,
    kind: 'video',
    startsAt: at('14T13:00'),
    place: 'https://meet.example',
    changedAt: at('05T09:00'),
  }

  test.each<[string, string, string[]]>([
    ['known for long: a day and an hour before', '05T09:00', ['day', 'hour']],
    ['planned half a day before: an hour before', '14T01:00', ['hour']],
    ['planned in its last hour: not at all, as that was told', '14T12:30', []],
  ])('%s', (_name, changedAt, steps) => {
    const alarms = interviewAlarms({ ...interview, changedAt: at(changedAt) }, { now: at('12T09:00'), zone })
    expect(alarms.map(({ telling }) => telling.key)).toEqual(
      steps.map((step) => `interview-soon:3:${interview.startsAt}:${step}`),
    )
  })

  test('says when and where, and only while there is time', () => {
    const [day, hour] = interviewAlarms(interview, { now: at('13T13:00'), zone })
    expect(day?.telling).toMatchObject({
      type: 'deadline_reminder',
      title: 'Coming up: Video interview, Data Engineer at Acme',
      body: 'Wed 14 Jan, 14:00 (Europe/Berlin), https://meet.example',
      path: '/applications/7',
    })
    expect([day?.at, day?.until, hour?.at, hour?.until].map((instant) => iso(instant ?? 0))).toEqual([
      '13T13:00',
      '14T11:00',
      '14T12:00',
      '14T13:00',
    ])
  })

  test('a new time is another one', () => {
    const keys = (startsAt: number) =>
      interviewAlarms({ ...interview, startsAt }, { now: at('12T09:00'), zone }).map(({ telling }) => telling.key)
    expect(new Set([...keys(at('14T13:00')), ...keys(at('15T13:00'))]).size).toBe(4)
  })
})

describe('a reminder', () => {
  const reminder: OpenReminder = { ...of, id: 4, kind: 'follow_up', dueAt: at('12T09:00'), note: 'Ask for Ada.' }

  test.each<[string, Partial<OpenReminder>, string, string]>([
    ['when it is due', {}, '12T09:00', 'Ask for Ada.'],
    ['without a note', { note: '' }, '12T09:00', 'Due at 10:00.'],
    [
      'days later, after a note without an end',
      { note: 'Ask for Ada' },
      '15T09:00',
      'Ask for Ada. Due since Mon 12 Jan, 10:00.',
    ],
    ['days later', {}, '15T09:00', 'Ask for Ada. Due since Mon 12 Jan, 10:00.'],
  ])('%s', (_name, more, now, body) => {
    const { telling } = reminderAlarm({ ...reminder, ...more }, { now: at(now), zone })
    expect(telling).toMatchObject({ title: 'Follow up: Data Engineer at Acme', body, path: '/applications/7' })
  })

  test('put off, it is told again', () => {
    const key = (dueAt: number) => reminderAlarm({ ...reminder, dueAt }, { now: at('12T09:00'), zone }).telling.key
    expect(key(at('12T09:00'))).not.toBe(key(at('13T09:00')))
  })
})

describe('an answer that is awaited', () => {
  const spans = (answerBy: string) => {
    const answer: AwaitedAnswer = { ...of, offerId: 9, answerBy: at(answerBy) }
    return answerAlarms(answer, { now: at('10T09:00'), zone }).map(
      ({ telling, at: from, until }) => `${telling.title.split(':')[0]} ${iso(from)} ${iso(until)}`,
    )
  }
  test.each<[string, string, string[]]>([
    [
      'by the afternoon: on both mornings',
      '14T16:00',
      ['Answer tomorrow 13T08:00 13T23:00', 'Answer today 14T08:00 14T16:00'],
    ],
    ['by the early morning: on the day before, and not on that day', '14T07:00', ['Answer tomorrow 13T08:00 13T23:00']],
    [
      'by midnight of the zone: on that day',
      '14T22:59',
      ['Answer tomorrow 13T08:00 13T23:00', 'Answer today 14T08:00 14T22:59'],
    ],
  ])('%s', (_name, answerBy, expected) => {
    expect(spans(answerBy)).toEqual(expected)
  })
})

test('what is due is told, what is over is not, and the earliest that is to come is when to look again', () => {
  const alarm = (from: string, until: string) => ({
    at: at(from),
    until: at(until),
    telling: { type: 'deadline_reminder' as const, key: from, title: '', body: '', path: null },
  })
  const alarms = [
    alarm('12T08:00', '12T09:00'),
    alarm('12T08:30', '12T10:00'),
    alarm('13T08:00', '13T09:00'),
    alarm('12T20:00', '12T21:00'),
  ]
  const { due, nextAt } = dueAlarms(alarms, at('12T09:00'))
  expect(due.map(({ telling }) => telling.key)).toEqual(['12T08:30'])
  expect(nextAt).toBe(at('12T20:00'))
  expect(dueAlarms([], at('12T09:00'))).toEqual({ due: [], nextAt: null })
})

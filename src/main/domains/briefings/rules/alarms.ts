import { instantOf, localDayOf, startOfDay } from '#shared/local-time.ts'
import type { AwaitedAnswer, ComingInterview, OpenReminder } from '../../applications/history.service.ts'
import type { Telling } from '../../notifications/notifications.service.ts'
import { applicationPath, ENTRY_WORDS, momentIn, named, timeIn } from '../content/words.ts'
import { INTERVIEW_WORDS } from './interview-words.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** An interview so near is told of by the second reminder alone. */
const TOO_NEAR_MS = 2 * HOUR_MS
/** When the day of an answer, and the day before it, are told. */
const MORNING = '09:00'

/** Something that is to be told from an instant on, and up to another (UTC ms). `reminder`: the one that is to be noted as told. */
export interface Alarm {
  readonly at: number
  readonly until: number
  readonly telling: Telling
  readonly reminder?: Pick<OpenReminder, 'id' | 'dueAt'>
}

/** A day and an hour before. Whoever heard of the interview, or of its new time, after that needs no reminder of it. Pure. */
export function interviewAlarms(interview: ComingInterview, told: { now: number; zone: string }): Alarm[] {
  const { id, startsAt, kind, place, changedAt } = interview
  const telling = (step: 'day' | 'hour'): Telling => ({
    type: 'deadline_reminder',
    key: `interview-soon:${id}:${startsAt}:${step}`,
    title: `${step === 'hour' ? 'Soon' : 'Coming up'}: ${INTERVIEW_WORDS[kind]}, ${named(interview)}`,
    body: `${momentIn(startsAt, told)} (${told.zone})${place === '' ? '' : `, ${place}`}`,
    path: applicationPath(interview),
  })
  const steps: Alarm[] = [
    { at: startsAt - DAY_MS, until: startsAt - TOO_NEAR_MS, telling: telling('day') },
    { at: startsAt - HOUR_MS, until: startsAt, telling: telling('hour') },
  ]
  return steps.filter(({ at }) => changedAt < at)
}

/** When it is due, however long ago that was; again when it was put off. Pure. */
export function reminderAlarm(reminder: OpenReminder, told: { now: number; zone: string }): Alarm {
  const { id, dueAt, kind, note } = reminder
  const when = dueAt > told.now - HOUR_MS ? '' : `Due since ${momentIn(dueAt, told)}.`
  const said = note === '' || /[.!?…]$/.test(note) || when === '' ? note : `${note}.`
  const body = [said, when].filter((part) => part !== '').join(' ')
  return {
    at: dueAt,
    until: Infinity,
    reminder: { id, dueAt },
    telling: {
      type: 'deadline_reminder',
      key: `reminder:${id}:${dueAt}`,
      title: `${ENTRY_WORDS[kind]}: ${named(reminder)}`,
      body: body === '' ? `Due at ${timeIn(dueAt, told.zone)}.` : body,
      path: applicationPath(reminder),
    },
  }
}

/** In the morning of the day before and of the day itself, unless the answer is due earlier. Pure. */
export function answerAlarms(answer: AwaitedAnswer, told: { now: number; zone: string }): Alarm[] {
  const { offerId, answerBy } = answer
  const { zone } = told
  const day = Date.parse(`${localDayOf(answerBy, zone)}T12:00:00Z`)
  const mornings = [
    { step: 'before', at: morningOf(day - DAY_MS, zone), until: startOfDay(answerBy, { zone }) },
    { step: 'day', at: morningOf(day, zone), until: answerBy },
  ]
  return mornings
    .map(({ step, at, until }) => ({
      at,
      until: Math.min(until, answerBy),
      telling: {
        type: 'deadline_reminder' as const,
        key: `answer:${offerId}:${answerBy}:${step}`,
        title: `${step === 'day' ? 'Answer today' : 'Answer tomorrow'}: ${named(answer)}`,
        body: `They await your answer to the offer by ${momentIn(answerBy, told)} (${zone}).`,
        path: applicationPath(answer),
      },
    }))
    .filter(({ at, until }) => at < until)
}

function morningOf(noonUtc: number, zone: string): number {
  const found = instantOf({ localTime: `${new Date(noonUtc).toISOString().slice(0, 10)}T${MORNING}`, zone })
  if (found === null) throw new RangeError(`no morning at ${noonUtc} in ${zone}`)
  return found.kind === 'found' ? found.at : found.nextAt
}

/** What is to be told now, and when to look again at the latest (null: nothing is to come). Pure. */
export function dueAlarms(alarms: readonly Alarm[], now: number): { due: Alarm[]; nextAt: number | null } {
  const coming = alarms.filter(({ at }) => at > now).map(({ at }) => at)
  return {
    due: alarms.filter(({ at, until }) => at <= now && now < until),
    nextAt: coming.length === 0 ? null : coming.reduce((least, at) => Math.min(least, at)),
  }
}

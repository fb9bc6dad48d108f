import type { ICalDateTimeValue } from 'ical-generator'
import type { InterviewKind } from '#shared/application-parts.ts'
import { instantOf, localDayOf, localTimeOf, startOfDay } from '#shared/local-time.ts'
import type { DueRow, InterviewRow } from './calendar-rows.ts'
import { calendarWords, webAddressOf } from './calendar-words.ts'

const MINUTE_MS = 60_000
const BEFORE_INTERVIEWS_SECONDS = [86_400, 3600]
/** When what is due that day is remembered. */
const MORNING = '09:00'
const DOMAIN = 'career-copilot'

const KIND_NAMES: Readonly<Record<InterviewKind, string>> = {
  recruiter: 'Talk with a recruiter',
  phone: 'Phone call',
  video: 'Video call',
  technical: 'Technical interview',
  assignment: 'Assignment',
  system_design: 'System design',
  team: 'Meeting the team',
  final: 'Final interview',
  other: 'Interview',
}
const DUE_NAMES: Readonly<Record<DueRow['kind'], string>> = {
  deadline: 'Deadline',
  follow_up: 'Follow up',
  other: 'Reminder',
  answer: 'Answer the offer',
}

/** What a calendar holds of one thing. `alarmsSeconds`: how long before its beginning it is remembered. `isDue`: it takes no time. */
export interface CalendarEntry {
  readonly uid: string
  readonly sequence: number
  readonly stampedAt: number
  readonly start: ICalDateTimeValue
  readonly end: ICalDateTimeValue | null
  /** Null: the instants are written in UTC. */
  readonly zone: string | null
  readonly summary: string
  readonly description: string
  readonly place: string
  readonly link: string | null
  readonly isCancelled: boolean
  readonly isDue: boolean
  readonly alarmsSeconds: readonly number[]
}

/** An interview at its local time in its zone, with the people and what to prepare; remembered a day and an hour before. Pure. */
export function interviewEntry(row: InterviewRow, stamp: number | null): CalendarEntry {
  const isCancelled = row.outcome === 'cancelled'
  return {
    uid: calendarWords(row.uid),
    sequence: row.sequence,
    stampedAt: stamp ?? row.changedAt,
    ...timesOf(row),
    summary: calendarWords(`Interview: ${row.title} at ${row.company}`),
    description: paragraphs([
      KIND_NAMES[row.kind],
      row.people === '' ? '' : `With: ${row.people}`,
      row.preparation,
      row.url === null ? '' : `Posting: ${row.url}`,
    ]),
    place: calendarWords(row.place),
    link: webAddressOf(row.place),
    isCancelled,
    isDue: false,
    alarmsSeconds: isCancelled ? [] : BEFORE_INTERVIEWS_SECONDS,
  }
}

/** What is due at its instant, remembered at nine in the morning of its day; what is due before nine, the day before. Pure. */
export function dueEntry(row: DueRow, { zone, stamp }: { zone: string; stamp: number | null }): CalendarEntry {
  const what = `${row.isDone ? 'Done: ' : ''}${DUE_NAMES[row.kind]}`
  return {
    uid: `${row.kind === 'answer' ? 'answer' : 'reminder'}-${row.id}-${row.madeAt.toString(36)}@${DOMAIN}`,
    sequence: row.changes,
    stampedAt: stamp ?? row.changedAt,
    start: new Date(row.dueAt),
    end: null,
    zone: null,
    summary: calendarWords(`${what}: ${row.title} at ${row.company}`),
    description: paragraphs([row.note, row.url === null ? '' : `Posting: ${row.url}`]),
    place: '',
    link: null,
    isCancelled: false,
    isDue: true,
    alarmsSeconds: row.isDone ? [] : [Math.round((row.dueAt - morningOf(row.dueAt, zone)) / 1000)],
  }
}

/** The last nine o'clock that is not later. */
function morningOf(dueAt: number, zone: string): number {
  for (const days of [0, -1]) {
    const localTime = `${localDayOf(startOfDay(dueAt, { zone, days }), zone)}T${MORNING}`
    const found = instantOf({ localTime, zone })
    const at = found?.kind === 'found' ? found.at : (found?.nextAt ?? dueAt)
    if (at <= dueAt) return at
  }
  return dueAt
}

/** Local times with their zone, where they name these instants; of a time that comes twice calendars take the first, so the second is
 *  written in UTC, as is what has no zone that is known here. */
function timesOf({ startsAt, minutes, zone }: InterviewRow): Pick<CalendarEntry, 'start' | 'end' | 'zone'> {
  const endsAt = startsAt + minutes * MINUTE_MS
  const isNamed = zone !== 'UTC' && [startsAt, endsAt].every((at) => isNamedBy(at, zone))
  if (!isNamed) return { start: new Date(startsAt), end: new Date(endsAt), zone: null }
  return { start: wallTime(startsAt, zone), end: wallTime(endsAt, zone), zone }
}

function isNamedBy(at: number, zone: string): boolean {
  try {
    const found = instantOf({ localTime: localTimeOf(at, zone), zone })
    return found?.kind === 'found' && found.at === at
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** A time on the wall as the generator asks for it: it would read a Date in the zone of this machine. */
function wallTime(at: number, zone: string) {
  const written = localTimeOf(at, zone)
  const time = {
    format: (pattern?: string) =>
      pattern === 'YYYYMMDD' ? written.slice(0, 10).replaceAll('-', '') : `${written.slice(11).replace(':', '')}00`,
    isValid: () => true,
    toDate: () => new Date(at),
    toJSON: () => new Date(at).toISOString(),
    tz: () => time,
  }
  return time
}

function paragraphs(parts: readonly string[]): string {
  return calendarWords(parts.filter((part) => part.trim() !== '').join('\n\n'))
}

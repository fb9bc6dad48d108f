import type * as ical from 'ical-generator'
import type { DueRow, InterviewRow } from './calendar-rows.ts'
import { type CalendarEntry, dueEntry, interviewEntry } from './calendar-entries.ts'
import { timeZoneBlock } from './time-zone-block.ts'

type Generator = typeof ical

export interface CalendarContent {
  readonly interviews: readonly InterviewRow[]
  readonly due: readonly DueRow[]
  /** The zone in which the user's days begin. */
  readonly zone: string
  /** What is written as the instant of writing (UTC ms); null: for each entry when it was last changed, so that the text changes only with
   *  what it says. */
  readonly stamp: number | null
}

/** A calendar (RFC 5545) of interviews and what is due, with the clocks of every zone in it. Text of others cannot add a line. */
export async function calendarText({ interviews, due, zone, stamp }: CalendarContent): Promise<string> {
  const generator = await import('ical-generator')
  const entries = [
    ...interviews.map((row) => interviewEntry(row, stamp)),
    ...due.map((row) => dueEntry(row, { zone, stamp })),
  ]
  const calendar = generator.default({
    name: 'Career Copilot',
    method: generator.ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Career Copilot', product: 'Applications', language: 'EN' },
    timezone: { name: null, generator: (name) => timeZoneBlock({ zone: name, ...spanOf(interviews, name) }) },
  })
  for (const entry of entries) calendar.createEvent(eventOf(entry, generator))
  return `${calendar.toString()}\r\n`
}

function eventOf(entry: CalendarEntry, generator: Generator) {
  const { uid, sequence, stampedAt, start, end, zone, summary, description, place, link } = entry
  return {
    id: uid,
    sequence,
    stamp: new Date(stampedAt),
    start,
    end,
    timezone: zone,
    summary,
    description: description === '' ? null : description,
    location: place === '' ? null : place,
    url: link,
    status: entry.isCancelled ? generator.ICalEventStatus.CANCELLED : generator.ICalEventStatus.CONFIRMED,
    transparency: entry.isDue ? generator.ICalEventTransparency.TRANSPARENT : generator.ICalEventTransparency.OPAQUE,
    alarms: entry.alarmsSeconds.map((triggerBefore) => ({ type: generator.ICalAlarmType.display, triggerBefore })),
  }
}

function spanOf(interviews: readonly InterviewRow[], zone: string): { from: number; until: number } {
  const instants = interviews.filter((row) => row.zone === zone).map(({ startsAt }) => startsAt)
  return { from: Math.min(...instants), until: Math.max(...instants) }
}

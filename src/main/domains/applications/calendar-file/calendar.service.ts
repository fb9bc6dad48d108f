import { join } from 'node:path'
import { AppError } from '#shared/errors.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Log } from '#main/infra/log/log.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { type CalendarFile, type CalendarFileState, createCalendarFile } from './calendar-file.ts'
import { createCalendarRows } from './calendar-rows.ts'
import { calendarText } from './calendar-text.ts'

const FILE_NAME = 'calendar.ics'

export interface CalendarService {
  /** One interview as a calendar file. Throws NOT_FOUND. */
  readonly interviewFile: (id: number) => Promise<{ fileName: string; text: string }>
  readonly calendar: () => Promise<{ fileName: string; mediaType: string; text: string }>
  readonly calendarFile: () => Promise<CalendarFileState | null>
}

export interface CalendarServiceOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly profileDir: string
  readonly zone: () => string
  readonly isFileOn: () => boolean
}

/** Calendars of interviews and what is due, and the file of them that is kept up to date. */
export function createCalendarService(options: CalendarServiceOptions): {
  service: CalendarService
  file: CalendarFile
} {
  const { database, clock, log, profileDir, zone, isFileOn } = options
  const rows = createCalendarRows(database)
  const textOfAll = (stamp: number | null) =>
    calendarText({ interviews: rows.interviews(), due: rows.due(), zone: zone(), stamp })
  const file = createCalendarFile({
    clock,
    log,
    path: join(profileDir, FILE_NAME),
    isOn: isFileOn,
    text: () => textOfAll(null),
    lastChange: rows.lastChange,
  })
  return {
    file,
    service: {
      interviewFile: async (id) => {
        const row = rows.interview(id)
        if (row === null) throw new AppError('NOT_FOUND', { entity: 'interview', id: String(id) })
        const text = await calendarText({ interviews: [row], due: [], zone: zone(), stamp: clock.now() })
        return { fileName: `${fileWords(`interview ${row.company} ${row.title}`)}.ics`, text }
      },
      calendar: async () => ({
        fileName: 'career-copilot.ics',
        mediaType: 'text/calendar; charset=utf-8',
        text: await textOfAll(clock.now()),
      }),
      calendarFile: file.state,
    },
  }
}

/** A name that every disk takes: letters, digits and hyphens. */
function fileWords(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .toWellFormed()
}

import { PAUSED_FOR_GOOD, type Schedule } from '#shared/schedule.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson, printLine } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

export interface ScheduleFlags extends GlobalFlags {
  readonly json?: boolean
}

const HOUR_MS = 3_600_000

export function showScheduleCommand(flags: ScheduleFlags): Promise<number> {
  return withCore(flags, async (core) => print(await core.client.schedule.get(), flags))
}

export interface PauseFlags extends ScheduleFlags {
  /** UTC ms */
  readonly until?: number
  readonly hours?: number
}

/** Without a time, until somebody resumes it. */
export function pauseScheduleCommand(flags: PauseFlags): Promise<number> {
  const now = Date.now()
  const until = flags.until ?? (flags.hours === undefined ? PAUSED_FOR_GOOD : Math.round(now + flags.hours * HOUR_MS))
  if (until <= now) throw new CliFailure('That time is over. To end a pause there is schedule resume.', EXIT.usage)
  return withCore(flags, async (core) => print(await core.client.schedule.pause({ until }), flags))
}

export function resumeScheduleCommand(flags: ScheduleFlags): Promise<number> {
  return withCore(flags, async (core) => print(await core.client.schedule.pause({ until: null }), flags))
}

/** Exit code 2 for a line or zone that cannot be used. */
export function previewScheduleCommand(
  cron: string,
  flags: ScheduleFlags & { readonly zone?: string },
): Promise<number> {
  return withCore(flags, async (core) => {
    const zone = flags.zone ?? (await core.client.schedule.get()).zone
    const schedule = await core.client.schedule.preview({ cron, zone })
    if (flags.json === true) printJson(schedule)
    else if (schedule.problem !== null) throw new CliFailure(schedule.problem, EXIT.usage)
    else printLines([`${schedule.description} (${cron}, ${zone})`, ...nextLines(schedule)])
    return schedule.problem === null ? EXIT.ok : EXIT.usage
  })
}

function print(schedule: Schedule, flags: ScheduleFlags): number {
  if (flags.json === true) printJson(schedule)
  else {
    printLines([
      `${schedule.problem ?? schedule.description} (${schedule.cron}, ${schedule.zone})`,
      stateLine(schedule),
      ...nextLines(schedule),
    ])
  }
  return EXIT.ok
}

function stateLine(schedule: Schedule): string {
  if (!schedule.isOn) return 'Off: nothing starts by itself.'
  if (schedule.pausedUntil === null) return 'On.'
  if (schedule.pausedUntil === PAUSED_FOR_GOOD) return 'Paused until it is resumed.'
  return `Paused until ${timeIn(schedule, schedule.pausedUntil)}.`
}

function nextLines(schedule: Schedule): string[] {
  return schedule.nextAt.map((slotAt, index) => `${index === 0 ? 'Next' : '    '} ${timeIn(schedule, slotAt)}`)
}

/** "Mon 02 Mar 2026, 18:00 GMT+1" in the schedule's own zone; one that does not exist has no times to print. */
function timeIn(schedule: Schedule, instant: number): string {
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone: schedule.problem === null ? schedule.zone : 'UTC',
  }
  return new Intl.DateTimeFormat('en-GB', options).format(instant)
}

function printLines(lines: readonly string[]): void {
  for (const line of lines) printLine(line)
}

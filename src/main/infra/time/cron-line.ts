import { Cron, CronPattern } from 'croner'
import cronstrue from 'cronstrue'
import { daysFollowEachOther, LEAST_GAP_MINUTES, leastGapsMinutes } from './cron-gaps.ts'

const LEAST_GAP_MS = LEAST_GAP_MINUTES * 60_000
/** From where a line is looked at on its own, without a "now": any instant will do. */
const ANY_INSTANT = Date.UTC(2000, 0, 1)

const FIELDS = [
  { name: 'minute', least: 0, most: 59, names: null },
  { name: 'hour', least: 0, most: 23, names: null },
  { name: 'day of the month', least: 1, most: 31, names: null },
  { name: 'month', least: 1, most: 12, names: 'JAN to DEC' },
  { name: 'day of the week', least: 0, most: 7, names: 'SUN to SAT' },
] as const
type Field = (typeof FIELDS)[number]

/** A cron line in a time zone, as instants in UTC ms. Every clock time of the line comes once a day: one that does not exist that
 *  day comes when the clock has jumped over it, one that exists twice comes the first time. */
export interface CronLine {
  readonly cron: string
  readonly zone: string
  /** The line in words, with hours from 0 to 23. */
  readonly description: string
  /** The first slot later than the instant; null when there is none. */
  readonly slotAfter: (instant: number) => number | null
  /** The last slot that is not later than the instant; null when there is none. */
  readonly slotUpTo: (instant: number) => number | null
}

export type CronReading =
  | { readonly line: CronLine; readonly problem: null }
  | { readonly line: null; readonly problem: string }

/** A line of five fields (minute, hour, day of the month, month, day of the week) of numbers, names, lists, ranges and steps, in a
 *  zone of the IANA list; or a sentence that says what is wrong with one of them. Pure. */
export function readCron(written: { cron: string; zone: string }): CronReading {
  const problem = cronProblem(written.cron) ?? zoneProblem(written.zone)
  return problem === null ? { line: lineOf(written), problem } : { line: null, problem }
}

/** Why the line cannot be used, as a sentence; null when it can. Pure. */
export function cronProblem(cron: string): string | null {
  const fields = fieldsOf(cron)
  if (fields.length !== FIELDS.length) {
    const asked = 'A cron line has five fields: minute, hour, day of the month, month, day of the week.'
    return `${asked} This one has ${fields.length}.`
  }
  for (const [index, field] of FIELDS.entries()) {
    const problem = fieldProblem(field, { text: fields[index] ?? '', index })
    if (problem !== null) return problem
  }
  const { minutes, hours, days } = partsOf(cron)
  const dayLine = new Cron(`0 0 ${days}`, { mode: '5-part', timezone: 'UTC' })
  if (dayLine.nextRun(new Date(ANY_INSTANT)) === null) return 'No day fits this line, so it would never start.'
  const gaps = leastGapsMinutes(minutes, hours)
  const isTooOften =
    gaps.withinDay < LEAST_GAP_MINUTES ||
    (gaps.overMidnight < LEAST_GAP_MINUTES && daysFollowEachOther(dayLine, ANY_INSTANT))
  return isTooOften ? `That is too often: at least ${LEAST_GAP_MINUTES} minutes must lie between two starts.` : null
}

/** Why the zone cannot be used, as a sentence; null when it can. Pure. */
export function zoneProblem(zone: string): string | null {
  const problem = `There is no time zone "${zone}"; it takes a name of the IANA list, as Europe/Berlin.`
  // An offset as +02:00 is a zone to the formatter, and knows nothing of summer time.
  if (!/^[a-z]/i.test(zone)) return problem
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone }).format(0)
    return null
  } catch (error) {
    if (error instanceof RangeError) return problem
    throw error
  }
}

function lineOf({ cron, zone }: { cron: string; zone: string }): CronLine {
  const { minutes, hours, days } = partsOf(cron)
  // Written out without stars and steps, every line is one of fixed times to croner, which is what the promise of CronLine needs.
  const schedule = new Cron(`${minutes.join(',')} ${hours.join(',')} ${days}`, {
    mode: '5-part',
    timezone: zone,
    fixedTimeRule: 'no-wildcard',
  })
  const next = (instant: number) => schedule.nextRun(new Date(instant))?.getTime() ?? null
  // The reference itself is left out by croner.
  const last = (instant: number) => schedule.previousRuns(1, new Date(instant + 1))[0]?.getTime() ?? null

  /** A slot out of a skipped hour that would come just before a regular one gives way to it. */
  function isCrowded(slot: number): boolean {
    const following = next(slot)
    return following !== null && following - slot < LEAST_GAP_MS
  }

  return {
    cron,
    zone,
    description: cronstrue.toString(fieldsOf(cron).join(' '), { use24HourTimeFormat: true }),
    slotAfter: (instant) => {
      const slot = next(instant)
      return slot !== null && isCrowded(slot) ? next(slot) : slot
    },
    slotUpTo: (instant) => {
      const slot = last(instant)
      return slot !== null && isCrowded(slot) ? last(slot - 1) : slot
    },
  }
}

function partsOf(cron: string): { minutes: number[]; hours: number[]; days: string } {
  const fields = fieldsOf(cron)
  const pattern = new CronPattern(fields.join(' '), 'UTC', { mode: '5-part' })
  return { minutes: marked(pattern.minute), hours: marked(pattern.hour), days: fields.slice(2).join(' ') }
}

function marked(places: readonly number[]): number[] {
  return places.flatMap((mark, value) => (mark === 1 ? [value] : []))
}

function fieldsOf(cron: string): string[] {
  return cron.split(/\s+/).filter((field) => field !== '')
}

function fieldProblem(field: Field, { text, index }: { text: string; index: number }): string | null {
  const isRight =
    hasForm(text) && numbersOf(text).every((n) => n >= field.least && n <= field.most) && isRead(text, index)
  if (isRight) return null
  const values = `${field.least} to ${field.most}${field.names === null ? '' : ` or ${field.names}`}`
  return `The ${field.name} cannot be "${text}": it takes ${values}, lists as 1,3, ranges as 1-5, and steps as */2.`
}

/** A star, or a list of values and ranges; a step behind a star or a range. */
function hasForm(text: string): boolean {
  const value = String.raw`(\d{1,2}|[a-z]{3})`
  const item = String.raw`${value}(-${value}(/\d{1,2})?)?`
  return new RegExp(String.raw`^(\*(/\d{1,2})?|${item}(,${item})*)$`, 'i').test(text)
}

/** The values that stand in a field as numbers, without its steps. */
function numbersOf(text: string): number[] {
  return [...text.matchAll(/(?<![/\d])\d+/g)].map(([digits]) => Number(digits))
}

/** Whether croner reads the field, with stars around it; its way of saying no is to throw. */
function isRead(text: string, index: number): boolean {
  const line = FIELDS.map((_field, place) => (place === index ? text : '*')).join(' ')
  try {
    return new CronPattern(line, 'UTC', { mode: '5-part' }).pattern !== ''
  } catch {
    return false
  }
}

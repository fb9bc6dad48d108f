import type { ImportMapping } from '#shared/application-transfer.ts'
import { foldLetters } from '#main/infra/text/fold.ts'
import { instantOf } from '#shared/local-time.ts'

export type DateOrder = ImportMapping['dates']

/** `day` as "2026-03-30"; `time` as "14:00", null when only the day is told. `offsetMinutes`: ahead of UTC, null when no zone is told. */
export interface WrittenDate {
  readonly day: string
  readonly time: string | null
  readonly offsetMinutes: number | null
}

const DATE_CHARS = 100
const LANGUAGES = ['en', 'de', 'fr', 'es', 'nl', 'pl', 'it', 'pt', 'sv', 'da', 'nb', 'fi', 'cs']
const TIME =
  /(?:^|[\sT,])(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\b\.?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?(?:\s*uhr)?\s*(?:\([^)]*\))?$/i
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const NUMBERS = /^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})\.?$/
const EASTERN = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/
const SERIAL = /^[2-6]\d{4}(?:[.,]\d+)?$/
const UNIX = /^1\d{9}(?:\d{3})?$/
/** With a day of any zone to spare, every instant between can be stored. */
const [FIRST_YEAR, LAST_YEAR] = [1971, 2199]
/** No zone is further from UTC. */
const FARTHEST_OFFSET_HOURS = 14
/** Day 0 of spreadsheets. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30)

/** A day, with or without a time, as people, trackers and spreadsheets write it: ISO, numbers in either order, month names of thirteen
 *  languages, serial numbers, Unix time. `order` decides only what the text alone does not ("03/04/2026"); null when it cannot be read,
 *  or when no year from 1971 to 2199 or no such day is in it. Pure. */
export function readDate(text: string, order: DateOrder): WrittenDate | null {
  const written = onOneLine(text)
  if (written === '') return null
  if (UNIX.test(written)) return { ...ofUtc(Number(written.padEnd(13, '0')), true), offsetMinutes: 0 }
  if (SERIAL.test(written)) return ofSerial(Number(written.replace(',', '.')))
  const time = readTime(written)
  const day = readDay(time.before, order)
  return day === null || time.isWrong ? null : { day, time: time.time, offsetMinutes: time.offsetMinutes }
}

/** The instant of it in the zone; a day without a time begins at `timeOfDay`, a time that the day skips is the first after it. Pure. */
export function instantOfDate(date: WrittenDate, place: { zone: string; timeOfDay: string }): number | null {
  const localTime = `${date.day}T${date.time ?? place.timeOfDay}`
  if (date.offsetMinutes !== null) return Date.parse(`${localTime}:00Z`) - date.offsetMinutes * 60_000
  const found = instantOf({ localTime, zone: place.zone })
  if (found === null) return null
  return found.kind === 'found' ? found.at : found.nextAt
}

/** Which order the text alone gives away; null when it fits both or is written in another way. Pure. */
export function orderOf(text: string): Exclude<DateOrder, 'iso'> | 'either' | null {
  const match = NUMBERS.exec(readTime(onOneLine(text)).before)
  if (match === null) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  if (first > 12 && second <= 12) return 'day_first'
  if (second > 12 && first <= 12) return 'month_first'
  // Nobody writes the month first with dots.
  return match[2] === '.' ? 'day_first' : 'either'
}

/** '' for what is too long to be a date. */
function onOneLine(text: string): string {
  return text.length > DATE_CHARS ? '' : text.trim().replace(/\s+/g, ' ')
}

interface TimeReading {
  readonly before: string
  readonly time: string | null
  readonly offsetMinutes: number | null
  readonly isWrong: boolean
}

function readTime(written: string): TimeReading {
  const match = TIME.exec(written)
  const before = match === null ? written : written.slice(0, match.index)
  // "3.04" at the end of "12.3.04" is a date, not a time.
  if (match === null || (before === '' && written.length > 0) || /^\d{1,2}[-/.]?$/.test(before)) {
    return { before: written.replace(/,$/, ''), time: null, offsetMinutes: null, isWrong: false }
  }
  const half = match[4]?.toLowerCase()
  const hour = half === undefined ? Number(match[1]) : (Number(match[1]) % 12) + (half === 'p' ? 12 : 0)
  const offsetMinutes = offsetOf(match[5])
  const isWrong = hour > 23 || Number(match[2]) > 59 || Math.abs(offsetMinutes ?? 0) > FARTHEST_OFFSET_HOURS * 60
  return {
    before: before.replace(/[,\s]+(?:at|um|a|om|o|alle|às|kl\.?)?$/i, '').trim(),
    time: `${String(hour).padStart(2, '0')}:${match[2] ?? '00'}`,
    offsetMinutes,
    isWrong,
  }
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  return match === null ? 0 : (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]))
}

function readDay(written: string, order: DateOrder): string | null {
  const inOrder = ISO.exec(written) ?? COMPACT.exec(written) ?? EASTERN.exec(written)
  if (inOrder !== null) return dayOf(Number(inOrder[1]), Number(inOrder[2]), Number(inOrder[3]))
  const numbers = NUMBERS.exec(written)
  if (numbers === null) return readNamedMonth(written)
  const [first, second, year] = [Number(numbers[1]), Number(numbers[3]), yearOf(numbers[4] ?? '')]
  const told = orderOf(written)
  const used = told === 'either' ? order : told
  if (used === 'iso' || used === null) return null
  return used === 'day_first' ? dayOf(year, second, first) : dayOf(year, first, second)
}

/** "3. März 2026", "Tue, Mar 3rd 2026", "3 de marzo de 2026", "2026 Mar 3", "03-Mar-26". */
function readNamedMonth(written: string): string | null {
  const words = foldLetters(written)
    .replace(/(?<=\d)(?:st|nd|rd|th|er|e|º|ª|o)(?![\p{L}\p{N}])/gu, '')
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== '')
  const names = monthNames()
  const months = words.map((word) => names.get(word)).filter((month) => month !== undefined)
  const numbers = words.filter((word) => /^\d+$/.test(word))
  const [month] = months
  if (month === undefined || new Set(months).size > 1 || numbers.length !== 2) return null
  const [first = '', second = ''] = numbers
  const [day, year] = first.length === 4 ? [second, first] : [first, second]
  return year.length === 4 || year.length === 2 ? dayOf(yearOf(year), month, Number(day)) : null
}

function yearOf(written: string): number {
  if (written.length !== 2) return Number(written)
  return Number(written) + (Number(written) < 70 ? 2000 : 1900)
}

function dayOf(year: number, month: number, day: number): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).getUTCDate() !== day ? null : text
}

function ofSerial(days: number): WrittenDate | null {
  const date = ofUtc(SERIAL_EPOCH + Math.round(days * 1440) * 60_000, !Number.isInteger(days))
  return Number(date.day.slice(0, 4)) < FIRST_YEAR ? null : { ...date, offsetMinutes: null }
}

function ofUtc(at: number, hasTime: boolean): Pick<WrittenDate, 'day' | 'time'> {
  const iso = new Date(at).toISOString()
  return { day: iso.slice(0, 10), time: hasTime ? iso.slice(11, 16) : null }
}

let knownNames: ReadonlyMap<string, number> | null = null

/** They take a while to ask for, and most files have none. */
function monthNames(): ReadonlyMap<string, number> {
  knownNames ??= readMonthNames()
  return knownNames
}

/** Full and short names, alone and in a date, without accents and dots. */
function readMonthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>([['sept', 9]])
  for (const language of LANGUAGES) {
    for (const month of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' })
      const inDate = new Intl.DateTimeFormat(language, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' })
      for (let index = 0; index < 12; index += 1) {
        const at = Date.UTC(2026, index, 15)
        const named = inDate.formatToParts(at).find(({ type }) => type === 'month')?.value ?? ''
        for (const name of [alone.format(at), named]) {
          const key = foldLetters(name).replace(/\.$/, '')
          if (/^\p{L}{3,}$/u.test(key) && !names.has(key)) names.set(key, index + 1)
        }
      }
    }
  }
  return names
}

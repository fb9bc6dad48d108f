/** Numbers, sizes and times in the reader's locale. Every function takes the locale so that tests can fix it; undefined means
 *  the browser's. Instants are UTC epoch milliseconds. */
export type Locale = string | undefined

export function formatCount(count: number, locale?: Locale): string {
  return new Intl.NumberFormat(locale).format(count)
}

/** '1 job', '1,234 jobs'. Plurals are English: that is the language of the app. */
export function formatQuantity(count: number, words: readonly [one: string, many: string], locale?: Locale): string {
  return `${formatCount(count, locale)} ${count === 1 ? words[0] : words[1]}`
}

export function formatBytes(sizeBytes: number, locale?: Locale): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  let value = sizeBytes
  let index = 0
  while (value >= 1000 && index < units.length - 1) {
    value /= 1000
    index += 1
  }
  const unit = units[index] ?? 'byte'
  const maximumFractionDigits = index > 1 ? 1 : 0
  const unitDisplay = unit === 'byte' ? 'long' : 'short'
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits }).format(value)
}

/** '340 ms', '4.2 s', '3 min 5 s', '2 h 10 min'. */
export function formatDuration(durationMs: number, locale?: Locale): string {
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
  if (durationMs < 1000) return `${number(durationMs)} ms`
  if (durationMs < 9950) return `${number(durationMs / 1000, 1)} s`
  const seconds = Math.round(durationMs / 1000)
  if (seconds < 60) return `${number(seconds)} s`
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (minutes < 60) return rest === 0 ? `${number(minutes)} min` : `${number(minutes)} min ${number(rest)} s`
  const minuteRest = minutes % 60
  const hours = number(Math.floor(minutes / 60))
  return minuteRest === 0 ? `${hours} h` : `${hours} h ${number(minuteRest)} min`
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Age in one short word: 'now', '12 min', '5 h', '3 d', '6 w', '8 mo', '2 y'. A future instant reads 'now'. Pure. */
export function formatAge(instant: number, now: number): string {
  const ageMs = now - instant
  if (ageMs < MINUTE_MS) return 'now'
  if (ageMs < HOUR_MS) return `${Math.floor(ageMs / MINUTE_MS)} min`
  if (ageMs < DAY_MS) return `${Math.floor(ageMs / HOUR_MS)} h`
  const days = Math.floor(ageMs / DAY_MS)
  if (days < 14) return `${days} d`
  if (days < 60) return `${Math.floor(days / 7)} w`
  if (days < 365) return `${Math.floor(days / 30)} mo`
  return `${Math.floor(days / 365)} y`
}

/** 'just now' or '3 d ago'. Pure. */
export function formatAgo(instant: number, now: number): string {
  const age = formatAge(instant, now)
  return age === 'now' ? 'just now' : `${age} ago`
}

/** 'in 3 h', 'in 12 min', 'now': the time until an instant. Pure. */
export function formatIn(instant: number, now: number): string {
  const leftMs = instant - now
  if (leftMs < MINUTE_MS) return 'now'
  if (leftMs < HOUR_MS) return `in ${Math.round(leftMs / MINUTE_MS)} min`
  if (leftMs < DAY_MS) return `in ${Math.round(leftMs / HOUR_MS)} h`
  return `in ${Math.round(leftMs / DAY_MS)} d`
}

/** '64 %', '0 %' of nothing. Pure. */
export function formatShare(part: number, whole: number, locale?: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(
    whole === 0 ? 0 : part / whole,
  )
}

export function formatDate(instant: number, locale?: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(instant)
}

/** '23 Nov', for an axis. */
export function formatDayMonth(instant: number, locale?: Locale): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(instant)
}

/** '23 Nov, 18:00', for an axis. */
export function formatShortTime(instant: number, locale?: Locale): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(
    instant,
  )
}

/** Date and time with the zone's short name. */
export function formatDateTime(instant: number, locale?: Locale, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(instant)
}

/** Parts as sentences in a row, each with one full stop, whether it came with one or not. Pure. */
export function inSentences(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim().replace(/\.+$/, ''))
    .filter((part) => part !== '')
    .map((part) => `${part}.`)
    .join(' ')
}

/** Name of a region code ('DE' → 'Germany'); the code itself when nobody knows it. */
export function regionName(code: string): string {
  return nameBy('region', code)
}

/** Name of a language code ('de' → 'German'). */
export function languageName(code: string): string {
  return nameBy('language', code)
}

type NameType = 'region' | 'language'
const names = new Map<NameType, Intl.DisplayNames>()

function nameBy(type: NameType, code: string): string {
  const known = names.get(type) ?? new Intl.DisplayNames('en', { type, fallback: 'code' })
  names.set(type, known)
  try {
    return known.of(code) ?? code
  } catch (error) {
    // A code that is not even well formed throws; it is shown as it came.
    if (error instanceof RangeError) return code
    throw error
  }
}

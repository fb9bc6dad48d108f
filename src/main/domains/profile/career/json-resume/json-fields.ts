import { careerDateSchema } from '#shared/career.ts'

const REPORTED_MOST = 500
const URL_MOST_CHARS = 2000
/** Of a list; far more than any part of a career takes. */
const ENTRIES_MOST = 500

/** What of a file found no place. */
export interface Report {
  readonly ignore: (path: string, why: string) => void
  /** A date whose day was left out, since a career holds months. */
  readonly noteDay: () => void
}

/** Takes the first 500 and counts the rest; `lines` gives both. */
export function createReport(): Report & { readonly lines: () => string[] } {
  const ignored: string[] = []
  let more = 0
  let days = 0
  return {
    ignore: (path, why) => {
      if (ignored.length < REPORTED_MOST) ignored.push(`${path}: ${why}`)
      else more += 1
    },
    noteDay: () => (days += 1),
    lines: () => [
      ...ignored,
      ...(more === 0 ? [] : [`${more} more of this kind`]),
      ...(days === 0 ? [] : [`the days of ${days} dates: a career holds years and months`]),
    ],
  }
}

/** Reads the fields of one object of a file. A field of another type, too long or wrong is reported and taken as not said; null is not
 *  said either. Looks only at the object's own fields. */
export interface Fields {
  readonly path: string
  readonly text: (key: string, most: number) => string
  /** As text on one line. */
  readonly line: (key: string, most: number) => string
  /** http or https; one without either is taken as https. */
  readonly url: (key: string) => string
  /** YYYY or YYYY-MM. */
  readonly date: (key: string) => string | null
  /** An end that cannot be read takes the start with it: the start alone would say that it goes on. */
  readonly span: () => { readonly start: string | null; readonly end: string | null }
  /** Texts on one line each, the empty ones left out. A text alone is a list of one. */
  readonly lines: (key: string, limits: { readonly most: number; readonly chars: number }) => string[]
  readonly object: (key: string) => Fields | null
  /** The objects of a list; what is no object is reported. */
  readonly objects: (key: string) => Fields[]
  readonly has: (key: string) => boolean
  /** Reports it as having no place here, when it says something. */
  readonly leaveOut: (key: string, why: string) => void
  /** Reports the object itself, whatever it says. */
  readonly refuse: (why: string) => void
  /** Reports every field that nobody asked for. */
  readonly done: () => void
}

export function fieldsOf(value: object, { path, report }: { readonly path: string; readonly report: Report }): Fields {
  const asked = new Set<string>()
  const at = (key: string) => (path === '' ? key : `${path}.${key}`)
  const get = (key: string): unknown => {
    asked.add(key)
    const field: unknown = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
    return field ?? undefined
  }
  const asText = (found: unknown, where: string, most: number): string => {
    if (found === undefined || found === null) return ''
    if (typeof found !== 'string' && typeof found !== 'number') return refused(where, 'no text')
    const text = String(found).trim()
    return text.length <= most ? text : refused(where, `longer than ${most} characters`)
  }
  const refused = (where: string, why: string): '' => {
    report.ignore(where, why)
    return ''
  }
  const line = (key: string, most: number) => onOneLine(asText(get(key), at(key), most))
  const readDate = (key: string): { readonly date: string | null; readonly isWrong: boolean } => {
    const text = asText(get(key), at(key), 40)
    if (text === '') return { date: null, isWrong: Object.hasOwn(value, key) && isSaid(Reflect.get(value, key)) }
    const read = readJsonDate(text)
    if (read === null) report.ignore(at(key), 'no date')
    else if (read.hasDay) report.noteDay()
    return { date: read?.date ?? null, isWrong: read === null }
  }
  const list = (key: string): unknown[] => {
    const found = get(key)
    if (Array.isArray(found)) {
      const more = found.length - ENTRIES_MOST
      if (more > 0) report.ignore(at(key), `${more} more than ${ENTRIES_MOST} entries: the last ones are left out`)
      return found.slice(0, ENTRIES_MOST)
    }
    if (found !== undefined) report.ignore(at(key), 'no list')
    return []
  }
  return {
    path,
    text: (key, most) => asText(get(key), at(key), most),
    line,
    url: (key) => {
      const text = line(key, URL_MOST_CHARS)
      if (text === '') return ''
      return webAddressIn(text) ?? refused(at(key), 'no web address')
    },
    date: (key) => readDate(key).date,
    span: () => {
      const isOpen = OPEN_END.test(asOpenText(get('endDate')))
      const start = readDate('startDate')
      const end = isOpen ? { date: null, isWrong: false } : readDate('endDate')
      if (!end.isWrong || start.date === null) return { start: start.date, end: end.date }
      report.ignore(at('startDate'), 'left out, since the end cannot be read')
      return { start: null, end: null }
    },
    lines: (key, { most, chars }) => {
      const found = get(key)
      const entries: unknown[] = typeof found === 'string' ? [found] : list(key)
      const texts = entries.map((entry, index) => onOneLine(asText(entry, `${at(key)}[${index}]`, chars)))
      const said = texts.filter((text) => text !== '')
      if (said.length > most) report.ignore(`${at(key)}[${most}]`, `and what follows: more than ${most}`)
      return said.slice(0, most)
    },
    object: (key) => {
      const found = get(key)
      if (isObject(found)) return fieldsOf(found, { path: at(key), report })
      if (found !== undefined) report.ignore(at(key), 'no object')
      return null
    },
    objects: (key) =>
      list(key).flatMap((entry, index) => {
        const where = `${at(key)}[${index}]`
        if (isObject(entry)) return [fieldsOf(entry, { path: where, report })]
        report.ignore(where, 'no object')
        return []
      }),
    has: (key) => isSaid(get(key)),
    leaveOut: (key, why) => {
      if (isSaid(get(key))) report.ignore(at(key), why)
    },
    refuse: (why) => report.ignore(path, why),
    done: () => {
      for (const key of Object.keys(value)) if (!asked.has(key)) report.ignore(at(key), 'no place for it here')
    },
  }
}

/** What people write in place of an end when there is none. */
const OPEN_END = /^(present|current|now|today|ongoing)$/i

function asOpenText(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

const JSON_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/

/** A date of a file as YYYY or YYYY-MM; null for what is none, 30 February included. Pure. */
function readJsonDate(text: string): { readonly date: string; readonly hasDay: boolean } | null {
  const [, year, month, day] = JSON_DATE.exec(text) ?? []
  if (year === undefined) return null
  const date = month === undefined ? year : `${year}-${month}`
  if (!careerDateSchema.safeParse(date).success) return null
  if (day === undefined) return { date, hasDay: false }
  const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(day) >= 1 && Number(day) <= daysInMonth ? { date, hasDay: true } : null
}

function webAddressIn(text: string): string | null {
  const address = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol) || /\s/.test(text)) return null
  return url.hostname.includes('.') || url.hostname === 'localhost' || address === text ? address : null
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
}

function isSaid(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false
  return !Array.isArray(value) || value.length > 0
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An entry that was read, with its path. */
export interface ReadEntry<T> {
  readonly path: string
  readonly entry: T
}

import type { ResumeLine } from '../../file/resume-line.ts'
import { type DateSpan, hasDate } from '../dates.ts'
import { hasLegalForm, labelled, titleWords } from '../lexicon.ts'
import { type Parts, partsOf } from '../person/header-parts.ts'
import { type Entry, pointsOf } from './entries.ts'
import { looksAsEmployer } from './lone-part.ts'

/** A head says how the employer is placed, not what was done there. */
const MAX_HEAD_POINTS = 2

/** For each entry the index of the one that stands over it as its employer, with the whole stay: "ACME GmbH, 2016 – today" over "Senior
 *  Engineer, 2019 – today" and "Engineer, 2016 – 2019". Null for all others. Pure. */
export function headsOf(entries: readonly Entry[], headers: readonly Parts[]): (number | null)[] {
  let head: number | null = null
  return entries.map((entry, index) => {
    if (head !== null && isWithin(entry.span, entries[head]?.span) && !hasOwnEmployer(headers[index])) return head
    head = isHead(index, { entries, headers }) ? index : null
    return null
  })
}

interface Section {
  readonly entries: readonly Entry[]
  readonly headers: readonly Parts[]
}

function isHead(index: number, { entries, headers }: Section): boolean {
  const [entry, next] = [entries[index], entries[index + 1]]
  const own = headers[index]?.parts ?? []
  const [lone] = own
  if (entry === undefined || next === undefined || lone === undefined || own.length > 1) return false
  if (entry.points.length > MAX_HEAD_POINTS || entry.points.some(({ isBullet }) => isBullet)) return false
  if (titleWords(lone.text) > 0 && !hasLegalForm(lone.text)) return false
  const below = headers[index + 1]
  const isTitle = below?.parts.some(({ text }) => titleWords(text) > 0) === true || looksAsEmployer(lone)
  return isTitle && isWithin(next.span, entry.span) && !hasOwnEmployer(below)
}

/** Words of what was done may have those of employers: only a legal form beside a title is no chance. */
function hasOwnEmployer(header: Parts | undefined): boolean {
  const parts = header?.parts ?? []
  return header?.self !== '' || parts.some(({ text, label }) => label === 'company' || hasLegalForm(text))
}

function isWithin(inner: DateSpan | null | undefined, outer: DateSpan | null | undefined): boolean {
  if (!inner?.start || !outer?.start || !outer.isRange || isBefore(inner.start, outer.start)) return false
  if (outer.isOpen) return true
  return !inner.isOpen && inner.end !== null && outer.end !== null && !isBefore(outer.end, inner.end)
}

/** As far as both are said. */
function isBefore(one: string, other: string): boolean {
  const said = Math.min(one.length, other.length)
  return one.slice(0, said) < other.slice(0, said)
}

/** The entry with the lines below its date as what was done, but for places and fields. Pure. */
export function withoutBelow(entry: Entry): Entry {
  const { header, anchor, body } = entry
  const isKept = (line: ResumeLine) => {
    const { parts, place } = partsOf([{ line, span: null }])
    return hasDate(line.text) || labelled(line.text, line.cells) !== null || (parts.length === 0 && place !== '')
  }
  const below = header.slice(anchor + 1)
  const dropped = below.filter(({ line }) => !isKept(line)).map(({ line }) => line)
  if (dropped.length === 0) return entry
  const kept = header.filter(({ line }) => !dropped.includes(line))
  const lines = [...dropped, ...body]
  return { ...entry, header: kept, body: lines, points: pointsOf(lines) }
}

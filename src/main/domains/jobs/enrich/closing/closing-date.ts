import words from '#resources/closing-words.json' with { type: 'json' }
import { spellOutAll } from '../phrase-choices.ts'
import { type KindHit, scanKinds } from '../phrase-kinds.ts'
import { wholeWords } from '../word-context.ts'
import { findDates, type WrittenDate } from './dates.ts'

export interface ClosingDate {
  /** Midnight UTC of the last day, UTC ms. */
  readonly closesAt: number
  readonly words: string
}

interface ClosingInput {
  readonly descriptionText: string
  /** The day a date without a year comes after: when it was posted, else when it was first seen; UTC ms. */
  readonly from: number | null
  /** ISO 3166 alpha-2: where figures stand month first. */
  readonly countryCode: string | null
}

type Kind = keyof typeof words.kinds
type Hit = KindHit<Kind>

const scanner = scanKinds<Kind>(spellOutAll(words.kinds))
const MAX_TEXT_CHARS = 60_000
const DAY_MS = 86_400_000
/** Nobody keeps a posting open for longer. */
const MAX_AHEAD_MS = 366 * DAY_MS
const DEADLINE_REACH = 70
const UNTIL_REACH = 28
const APPLY_REACH = 130
const OTHERWISE_REACH = 45
const MAX_CUES = 1000
const SENTENCE_END = /[!?\n•]|(?<!\d)\.\s+(?=\p{Lu})/u
const BETWEEN =
  /^[\s:.,–-]*(?:(?:is|are|ist|est|es|jest|ar|är|den|le|el|il|the|on|am|o|a|al|del|dia|dzien|dnia|den|on|um|ore|ore|h|uhr|for|applications|midnight|mitternacht|kl|at|by|before|bis|zum|until|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|\d{1,2}[:.h]\d{2})[\s,.:–-]+){0,6}$/iu

/** The last day to apply that a text names ("Bewerbungsfrist: 15.01.2027", "apply by 31 January"); null when it names none, or one
 *  that cannot be: before the posting, or more than a year ahead. A date without a year is the next one after `from`, and none
 *  where that is not known. Pure, linear in the length of the text. */
export function readClosingDate(input: ClosingInput): ClosingDate | null {
  const text = input.descriptionText.slice(0, MAX_TEXT_CHARS)
  const hits = scanner.scanLongest(text)
  for (const [at, hit] of hits.entries()) {
    if (at > MAX_CUES) break
    const found = hit.kinds.includes('deadline') ? readDeadline(text, hit) : readUntil(text, hits, at)
    const closesAt = found && instantOf(found.date, input)
    if (found && closesAt !== null) return { closesAt, words: wholeWords(text, found.start, found.end) }
  }
  return null
}

interface Found {
  readonly date: WrittenDate
  readonly start: number
  readonly end: number
}

/** The first date after "closing date", in the same sentence. */
function readDeadline(text: string, { start, end }: Hit): Found | null {
  const after = sentenceFrom(text, end, DEADLINE_REACH)
  const date = findDates(after)[0]
  return date ? { date, start, end: end + date.end } : null
}

/** "… bis zum 15.01.2027": a date right after the word, where the sentence speaks of applying and not of a contract or a start. */
function readUntil(text: string, hits: readonly Hit[], at: number): Found | null {
  const hit = hits[at]
  if (!hit?.kinds.includes('until')) return null
  const after = sentenceFrom(text, hit.end, UNTIL_REACH + DEADLINE_REACH)
  const date = findDates(after)[0]
  if (!date || date.start > UNTIL_REACH || !BETWEEN.test(after.slice(0, date.start))) return null
  const end = hit.end + date.end
  const span = { start: hit.start, end }
  const isNear = (kind: Kind, reach: number): Hit | undefined =>
    hitsAround(hits, { at, ...span, reach }).find(
      (other) => other.kinds.includes(kind) && isOneSentence(text, other, span),
    )
  const apply = isNear('apply', APPLY_REACH)
  if (!apply || isNear('otherwise', OTHERWISE_REACH)) return null
  return { date, start: Math.min(apply.start, hit.start), end: Math.max(end, apply.end) }
}

interface Around {
  readonly at: number
  readonly start: number
  readonly end: number
  readonly reach: number
}

/** The hits beside one, as far as `reach` characters. */
function hitsAround(hits: readonly Hit[], { at, start, end, reach }: Around): Hit[] {
  let [from, to] = [at, at + 1]
  while ((hits[from - 1]?.end ?? -Infinity) > start - reach) from--
  while ((hits[to]?.start ?? Infinity) < end + reach) to++
  return hits.slice(from, to)
}

function isOneSentence(
  text: string,
  one: { start: number; end: number },
  other: { start: number; end: number },
): boolean {
  const between = one.start < other.start ? text.slice(one.end, other.start) : text.slice(other.end, one.start)
  return !SENTENCE_END.test(between)
}

function sentenceFrom(text: string, at: number, reach: number): string {
  const after = text.slice(at, at + reach)
  // A heading may have its date on the next line.
  const from = /^\s*[:–-]?\s*\n/.exec(after)?.[0].length ?? 0
  const end = after.slice(from).search(SENTENCE_END)
  return end === -1 ? after : after.slice(0, from + end)
}

function instantOf(date: WrittenDate, { from, countryCode }: ClosingInput): number | null {
  const isMonthFirst = date.other !== null && countryCode === 'US'
  const { month, day } = isMonthFirst && date.other ? date.other : date
  if (date.year !== null) return plausible(Date.UTC(date.year, month - 1, day), from)
  if (from === null) return null
  const year = new Date(from).getUTCFullYear()
  const [thisYear, nextYear] = [Date.UTC(year, month - 1, day), Date.UTC(year + 1, month - 1, day)]
  return plausible(thisYear + DAY_MS > from ? thisYear : nextYear, from)
}

function plausible(closesAt: number, from: number | null): number | null {
  if (from === null) return closesAt
  return closesAt + DAY_MS > from && closesAt <= from + MAX_AHEAD_MS ? closesAt : null
}

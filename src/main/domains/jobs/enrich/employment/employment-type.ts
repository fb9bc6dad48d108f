import type { EmploymentType } from '#shared/facts.ts'
import words from '#resources/employment-words.json' with { type: 'json' }
import { spellOutAll } from '../phrase-choices.ts'
import { type KindHit, scanKinds } from '../phrase-kinds.ts'
import { wholeWords, wordsAfter, wordsBefore } from '../word-context.ts'
import { readWeeklyHours } from './weekly-hours.ts'

interface EmploymentReading {
  readonly employmentType: EmploymentType | null
  /** The words that say so, as written; null when the source's field did, or nothing does. */
  readonly words: string | null
}

type TitleKind = keyof typeof words.title
type TextKind = keyof typeof words.text
type TextHit = KindHit<TextKind>

const titleScanner = scanKinds<TitleKind>(spellOutAll(words.title))
const textScanner = scanKinds<TextKind>(spellOutAll(words.text))
const around = {
  no: new Set(words.around.no),
  possible: new Set(words.around.possible),
  mayAsk: new Set(words.around.mayAsk),
  or: new Set(words.around.or),
  seek: new Set(words.around.seek),
  full: new Set(words.around.full),
}

const MAX_TITLE_CHARS = 300
const MAX_TEXT_CHARS = 30_000
const NEGATION = { count: 3, reach: 30 }
const SEEKING = { count: 7, reach: 60 }
const POSSIBLE = { count: 2, reach: 30 }
const MAY_ASK = { count: 4, reach: 45 }
const CHOICE_REACH = 16

/** From the most telling to the least: an internship may be full time as well, a fixed term too. */
const TITLE_ORDER = [
  'internship',
  'student',
  'contract',
  'asItem',
  'temporary',
  'interim',
  'either',
  'part_time',
  'full_time',
] as const
const TEXT_ORDER = [
  'internship',
  'contract',
  'fieldValue',
  'asItem',
  'hired',
  'temporary',
  'weakContract',
  'either',
] as const
const HOURS: readonly TextKind[] = ['full_time', 'part_time']
const TYPES: Readonly<Partial<Record<TitleKind | TextKind, EmploymentType>>> = {
  internship: 'internship',
  student: 'internship',
  contract: 'contract',
  hired: 'contract',
  fieldValue: 'contract',
  asItem: 'contract',
  weakContract: 'contract',
  temporary: 'temporary',
  interim: 'temporary',
  part_time: 'part_time',
  full_time: 'full_time',
  either: 'full_time',
}
const OPEN: ReadonlySet<TitleKind> = new Set(['student', 'interim', 'part_time', 'full_time', 'either'])
const NOTHING: EmploymentReading = { employmentType: null, words: null }

/** How a posting employs: what the source states, else what the title says, else the text; null when none says so. A choice of
 *  full or part time is full time, a fixed term outweighs the hours. Pure, linear in the length of the text. */
export function readEmploymentType(input: {
  title: string
  descriptionText: string
  stated: EmploymentType | null
}): EmploymentReading {
  if (input.stated) return { employmentType: input.stated, words: null }
  const fromTitle = readTitle(input.title.slice(0, MAX_TITLE_CHARS))
  if (fromTitle && !isOpen(fromTitle.kind)) return fromTitle.reading
  const text = input.descriptionText.slice(0, MAX_TEXT_CHARS)
  const said = readText(text)
  if (fromTitle?.kind === 'student') return said?.employmentType === 'part_time' ? said : fromTitle.reading
  const isTelling = said !== null && said.employmentType !== 'full_time' && said.employmentType !== 'part_time'
  return isTelling ? said : (fromTitle?.reading ?? said ?? NOTHING)
}

/** What a title leaves to be said: hours may go with any contract. */
function isOpen(kind: TitleKind): boolean {
  return OPEN.has(kind)
}

function readTitle(title: string): { kind: TitleKind; reading: EmploymentReading } | null {
  const hits = titleScanner.scanLongest(title)
  for (const kind of TITLE_ORDER) {
    const hit = hits.find(({ kinds, ...span }) => kinds.includes(kind) && isAllowed(title, { kinds, ...span }))
    if (!hit) continue
    const isEither = kind === 'part_time' && isHalfOfBoth(title, hit)
    return { kind, reading: reading(title, isEither ? 'full_time' : (TYPES[kind] ?? null), hit) }
  }
  const hours = readWeeklyHours(title, 'title')
  return hours && { kind: hours.type, reading: { employmentType: hours.type, words: hours.words } }
}

/** What a text says; of full and part time what it says first. */
function readText(text: string): EmploymentReading | null {
  const hits = textScanner.scanLongest(text)
  const counted = hits.filter((hit, at) => counts(text, hit, [hits[at - 1], hits[at + 1]]))
  for (const kind of TEXT_ORDER) {
    const hit = counted.find(({ kinds }) => kinds.includes(kind))
    if (hit) return reading(text, TYPES[kind] ?? null, hit)
  }
  const hit = counted.find(({ kinds }) => HOURS.some((kind) => kinds.includes(kind)))
  if (hit)
    return reading(text, hit.kinds.includes('full_time') || isHalfOfBoth(text, hit) ? 'full_time' : 'part_time', hit)
  const hours = readWeeklyHours(text, 'text')
  return hours && { employmentType: hours.type, words: hours.words }
}

/** Whether a phrase states how this posting employs: not denied, not only possible, not one of two choices. */
function counts(text: string, hit: TextHit, neighbours: readonly (TextHit | undefined)[]): boolean {
  const { kinds, start, end } = hit
  if (!isAllowed(text, hit)) return false
  if (kinds.includes('full_time') || kinds.includes('either')) return true
  if (wordsBefore(text, start, NEGATION).some((word) => around.no.has(word))) return false
  if (kinds.includes('part_time')) {
    const after = wordsAfter(text, end, POSSIBLE)
    return !hasAny(after, around.possible) && !hasAny(wordsBefore(text, start, MAY_ASK), around.mayAsk)
  }
  if (kinds.includes('fieldValue') && isAfterField(text, hit, neighbours[0])) return true
  if (kinds.includes('fieldValue') && !kinds.includes('hired')) return false
  if (kinds.includes('hired') && !hasAny(wordsBefore(text, start, SEEKING), around.seek)) return false
  return !neighbours.some((other) => other?.kinds.includes('employed') && isChoice(text, hit, other))
}

function isAfterField(text: string, { start }: TextHit, before: TextHit | undefined): boolean {
  return before?.kinds.includes('field') === true && /^\s?:\s?$/.test(text.slice(before.end, start))
}

function isAllowed(text: string, { kinds, start, end }: KindHit<TitleKind | TextKind>): boolean {
  if (kinds.includes('mask')) return false
  return (
    !kinds.includes('asItem') || /^[(|[]$/.test(text.charAt(start - 1)) || /^\s?[:)\]]/.test(text.slice(end, end + 2))
  )
}

/** "Voll- oder Teilzeit", "full- and part-time". */
function isHalfOfBoth(text: string, { start }: KindHit<string>): boolean {
  return hasAny(wordsBefore(text, start, { count: 2, reach: 16 }), around.full)
}

/** "Permanent or freelance", "UoP / B2B": two ways to be hired, and none of them said. */
function isChoice(text: string, one: TextHit, other: TextHit): boolean {
  const between = one.start < other.start ? text.slice(one.end, other.start) : text.slice(other.end, one.start)
  if (between.length > CHOICE_REACH) return false
  return /^\s?[/|]\s?$/.test(between) || hasAny(between.toLowerCase().match(/\p{L}+/gu) ?? [], around.or)
}

function hasAny(found: readonly string[], wanted: ReadonlySet<string>): boolean {
  return found.some((word) => wanted.has(word))
}

function reading(
  text: string,
  employmentType: EmploymentType | null,
  { start, end }: KindHit<string>,
): EmploymentReading {
  return { employmentType, words: wholeWords(text, start, end) }
}

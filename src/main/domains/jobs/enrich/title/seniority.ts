import type { Seniority } from '#shared/facts.ts'
import { stripAccents } from '#main/infra/text/fold.ts'
import { notBeforeNumerals, staffScanner, type TitleSign, titleScanner } from './level-lexicon.ts'
import { readLevelInText } from './level-text.ts'
import { findPeopleManagement } from './people-management.ts'
import { readTitleText, type TitleText } from './title-text.ts'

interface SeniorityReading {
  readonly seniority: Seniority
  /** The words that say so, as written; null when nothing does. */
  readonly words: string | null
}

interface LevelHit {
  readonly start: number
  readonly end: number
  readonly kinds: readonly TitleSign[]
}

const UNKNOWN: SeniorityReading = { seniority: 'unknown', words: null }
const ROMAN: Readonly<Record<string, Seniority>> = {
  I: 'junior',
  II: 'mid',
  III: 'senior',
  IV: 'senior',
  V: 'principal',
}
const DIGIT: Readonly<Record<string, Seniority>> = { 1: 'junior', 2: 'mid', 3: 'senior', 4: 'senior', 5: 'principal' }
const ROMAN_NUMERAL = /(?<=(\p{L}+)\s-?\s?)(III|II|IV|I|V)(?=$|[\s,)(\-–|/:])/u
const NUMBERED =
  /\b(?:engineer|developer|scientist|analyst|designer|level|sde|swe|entwickler|ingenieur|grade|stufe)\s*-?\s*([1-5])(?=$|[\s,)(\-–|/:])(?!\s*(?:x\b|positions?|openings?|days?|tage?n?\b|jours?|dagen|stellen|postes|months?|years?|\/))/i
/** A work stands close behind its level ("Staff Geospatial Engineer"). */
const STAFF_REACH = 24
/** Levels by which of two in one title counts: who leads is a leader, however senior. */
const FROM_THE_TOP = ['principal', 'director', 'manager', 'lead'] as const

/** The level a posting states, by the definitions in docs/READING.md: the title decides; where it names none, a plain statement in
 *  the text does ("we are looking for a senior …", "Seniority: mid"); else 'unknown'. Years of experience are not a level. Pure,
 *  linear in the length of the text. */
export function readSeniority(input: { title: string; descriptionText: string }): SeniorityReading {
  const title = readTitleText(input.title)
  const fromTitle = readTitle(title)
  if (fromTitle) return fromTitle
  const said = readLevelInText(input.descriptionText)
  if (said !== null) return { seniority: said.level, words: said.words }
  const people = isPost(title.text) ? findPeopleManagement(input.descriptionText) : null
  return people === null ? UNKNOWN : { seniority: 'manager', words: people }
}

/** A "manager" of things may be one of people too: the text says. */
function isPost(title: string): boolean {
  return titleScanner.scanLongest(title).some(({ kinds }) => kinds.includes('post') || kinds.includes('managerWord'))
}

function readTitle(title: TitleText): SeniorityReading | null {
  const hits = titleScanner.scanLongest(title.text)
  const open = hits.slice(0, aidedFrom(hits))
  const first = (kind: TitleSign): LevelHit | undefined => open.find(({ kinds }) => strongestOf(kinds) === kind)
  const found = (seniority: Seniority, ...signs: readonly LevelHit[]): SeniorityReading => ({
    seniority,
    words: title.quote(Math.min(...signs.map(({ start }) => start)), Math.max(...signs.map(({ end }) => end))),
  })
  const [intern, junior, senior, mid, team] = (['intern', 'junior', 'senior', 'mid', 'team'] as const).map(first)
  if (intern) return found('intern', intern)
  if (junior) return senior ? found('mid', junior, senior) : found('junior', junior)
  const staff = staffLevel(title.text, open)
  if (staff) return found('principal', staff)
  for (const level of FROM_THE_TOP) {
    const sign = first(level)
    if (sign) return found(level, sign)
  }
  const manager = first('managerWord')
  if (manager && opensPart(title.text, manager)) return found('manager', manager)
  if (mid && team) return found('mid', mid)
  if (team) return found('manager', team)
  if (senior) return found('senior', senior)
  if (mid) return found('mid', mid)
  return readNumeral(title)
}

/** What stands after "Assistant to the …" is somebody else's level. */
function aidedFrom(hits: readonly LevelHit[]): number {
  const at = hits.findIndex(({ kinds }) => kinds.includes('aide'))
  return at === -1 ? hits.length : at
}

const RANK: readonly TitleSign[] = [
  'mask',
  'aide',
  'post',
  'intern',
  'junior',
  'mid',
  'senior',
  'lead',
  'principal',
  'staff',
  'manager',
  'director',
  'team',
  'managerWord',
]

function strongestOf(kinds: readonly TitleSign[]): TitleSign | undefined {
  return RANK.find((kind) => kinds.includes(kind))
}

/** "Staff" is a level only before a work that has levels; "support staff" is not. */
function staffLevel(text: string, hits: readonly LevelHit[]): LevelHit | undefined {
  const works = staffScanner.scan(text)
  return hits.find(
    ({ kinds, end }) => kinds.includes('staff') && works.some(({ start }) => start > end && start - end <= STAFF_REACH),
  )
}

/** "Manager, Data Science" manages people; what a "Lifecycle Manager" manages is no team. */
function opensPart(text: string, { start }: LevelHit): boolean {
  return /(?:^|[,;:()|–—-]|\p{Lu}\p{L}*\))\s*$/u.test(text.slice(0, start))
}

function readNumeral({ text, quote }: TitleText): SeniorityReading | null {
  const roman = ROMAN_NUMERAL.exec(text)
  const [, word = '', numeral = ''] = roman ?? []
  const isRoman = roman !== null && !notBeforeNumerals.has(stripAccents(word))
  const digit = isRoman ? null : NUMBERED.exec(text)
  const match = isRoman ? roman : digit
  const seniority = isRoman ? ROMAN[numeral] : DIGIT[digit?.[1] ?? '']
  return match && seniority ? { seniority, words: quote(match.index, match.index + match[0].length) } : null
}

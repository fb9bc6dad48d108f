import words from '#resources/claim-words.json' with { type: 'json' }
import type { SPOKEN_LEVELS } from '#shared/profile.ts'
import { findLanguageNames } from '../../../jobs/enrich/reading-words.service.ts'
import { isWishedOrMissing } from './language-wishes.ts'
import { readTokens, spaced, spacedPhrase } from './tokens.ts'

type SpokenLevel = (typeof SPOKEN_LEVELS)[number]

/** A spoken language that a sentence claims; `levels` are those with which its words are true, null where it says none. */
export interface LanguageSaid {
  readonly code: string
  readonly written: string
  readonly levels: readonly string[] | null
}

const LEVELS = Object.entries(words.languages.levels)
  .flatMap(([level, phrases]) => phrases.map((phrase) => [level, spacedPhrase(phrase)] as const))
  .toSorted(([, one], [, other]) => other.length - one.length)
const FITS: Readonly<Record<string, readonly string[]>> = words.languages.fits
const SPEAKING = new Set(words.languages.speaking)
const CEFR = /(?<![\p{L}\d])([ABC][12])(?![\p{L}\d])/u
/** Letters around a language in which its level stands. */
const REACH = 60

/** The spoken languages that a sentence claims to be known: those with a level, or that somebody is said to speak; not those that somebody
 *  would like to learn. With `isList` every language that is named. Pure. */
export function readLanguages(text: string, { isList }: { isList: boolean }): LanguageSaid[] {
  const names = findLanguageNames(text).filter(({ start, end }) => !isPartOfName(text, start, end))
  const isSpoken = isList || (names.length > 0 && readTokens(text).some(({ plain }) => SPEAKING.has(plain)))
  const heads = headsOf(text, names)
  const isHopedAt = heads.map((head, at) => head === at && !isList && isWishedOrMissing(text, names[head]?.start ?? 0))
  return names.flatMap(({ start, end, code }, at) => {
    const written = text.slice(start, end)
    const isHoped = isHopedAt[heads[at] ?? at] === true
    const levels = isHoped ? bracketed(text.slice(end, end + REACH)) : levelOf(text, names, { heads, at })
    const followed =
      /^\s+(?:\p{Ll}|teams?|customers?)/u.test(text.slice(end)) &&
      !/^\s+(?:und|and|auf|at|on|mit|with|is|ist|als|as|fliessend|fließend|spreche|native|speaker|sprechen|sehr|in|level|\()/u.test(
        text.slice(end),
      )
    if (levels === null && (!isSpoken || isHoped || followed)) return []
    return [{ code, written, levels }]
  })
}

interface Named {
  readonly start: number
  readonly end: number
}

/** Of each the first of its row, in which nothing but commas and "and" stand between two. */
function headsOf(text: string, names: readonly Named[]): number[] {
  const heads: number[] = []
  for (const at of names.keys())
    heads.push(at > 0 && IN_ROW.test(between(text, names, at)) ? (heads[at - 1] ?? at) : at)
  return heads
}
const IN_ROW = /^\s*(?:,|&|,?\s+(?:and|und|sowie|or|oder))\s*$/

/** What stands before a name, behind the one before it. */
function between(text: string, names: readonly Named[], at: number): string {
  return text.slice(names[at - 1]?.end ?? 0, names[at]?.start)
}

/** Its own level; that of the row's first, which stands before it ("fluent in Italian and English"); or that of its last where it is said
 *  of all ("Polish and German are native"). */
function levelOf(
  text: string,
  names: readonly Named[],
  { heads, at }: { heads: readonly number[]; at: number },
): readonly string[] | null {
  const head = heads[at] ?? at
  const own = names[at]
  const first = names[head]
  if (!own || !first) return null
  const from = Math.max(names[at - 1]?.end ?? 0, own.start - REACH)
  const to = Math.min(names[at + 1]?.start ?? text.length, own.end + REACH)
  const around = levelAround(text, { ...own, from, to })
  if (around !== null) return around
  if (head < at) {
    const before = text.slice(Math.max(names[head - 1]?.end ?? 0, first.start - REACH), first.start)
    const inherited = levelIn(clauseBefore(before, head > 0))
    if (inherited !== null) return inherited
  }
  const last = heads.lastIndexOf(head)
  const behind = last > at ? text.slice(names[last]?.end, (names[last]?.end ?? 0) + REACH) : ''
  return OF_ALL.test(behind) ? levelIn(behind.split(/[,;.]/, 1)[0] ?? '') : null
}

const OF_ALL = /^,?\s+(?:are|sind|both|beide|jeweils|each|spreche ich|beherrsche ich)\s/u

/** "my German (B1)": known, though to be improved. */
function bracketed(after: string): readonly string[] | null {
  const level = /^\s*\(([ABC][12])(?![\p{L}\d])/u.exec(after)?.[1]
  return level === undefined ? null : [level]
}

interface Around {
  readonly from: number
  readonly start: number
  readonly end: number
  readonly to: number
}

/** The level right behind the name, else before it; a comma or the next language ends it. */
function levelAround(text: string, { from, start, end, to }: Around): readonly string[] | null {
  const after = text.slice(end, to)
  // ", das ich auf C2-Niveau beherrsche" goes on with the language.
  const cut =
    /,(?!\s(?:das|die|which|that|both|beide|jeweils)\s)|[;.]|\s(?:and|und|sowie)\s/.exec(after) ?? OF_NEXT.exec(after)
  const nearAfter = levelIn(cut ? after.slice(0, cut.index) : after)
  const clause = clauseBefore(text.slice(from, start), from > 0)
  // "native Portuguese speaker with C1 English", but "good German (B2)"
  const rightAfter = /^\s*\(?([ABC][12])(?![\p{L}\d])/u.exec(after)?.[1]
  if (rightAfter !== undefined) return [rightAfter]
  return levelIn(clause.split(/\s+/).slice(-RIGHT_BEFORE).join(' ')) ?? nearAfter ?? levelIn(clause)
}

/** "native speaker of Spanish with C1 German": the level is the next language's. */
const OF_NEXT = /\s(?:with|mit)\s+\S+\s+$/

/** What stands before a language and is said of it. */
function clauseBefore(before: string, isBehindOther: boolean): string {
  const own = before.slice(Math.max(...[',', ';', ')'].map((sign) => before.lastIndexOf(sign))) + 1)
  return ownClause(ownPart(own, isBehindOther), isBehindOther)
}

/** "Polish as a mother tongue and works in German": what stands before the last "and" is said of the language before. */
function ownPart(clause: string, isBehindOther: boolean): string {
  const border = isBehindOther ? /^(.*\S\s+)(?:and|und|while|but|sowie)\s/su.exec(clause) : null
  return border ? clause.slice(border[0].length - 1) : clause
}

/** Without the level of the language before: "Swedish native speaker at home in English". */
function ownClause(clause: string, isBehindOther: boolean): string {
  const words = clause.trim().split(/\s+/)
  const isOthers =
    isBehindOther && words.length > RIGHT_BEFORE && levelIn(words.slice(0, RIGHT_BEFORE).join(' ')) !== null
  return isOthers ? ` ${words.slice(RIGHT_BEFORE).join(' ')} ` : clause
}

/** The word before and the space behind it. */
const RIGHT_BEFORE = 2

function levelIn(text: string): readonly string[] | null {
  const level = CEFR.exec(text)?.[1]
  if (level !== undefined) return [level]
  const tokens = readTokens(text)
  const bare = tokens.map((token) => ({ ...token, plain: token.plain.replace(GERMAN_ENDING, '$1') }))
  const said = [spaced(tokens), spaced(bare)]
  const found = LEVELS.find(([, phrase]) => said.some((plain) => plain.includes(phrase)))
  return found ? (FITS[found[0]] ?? null) : null
}

/** "verhandlungssicheres", "gute" */
const GERMAN_ENDING = /^(\p{L}{3,}?)e[nmrs]?$/u

/** "Deutsche Bank", "German-Chinese Chamber": a name begins with it. */
function isPartOfName(text: string, start: number, end: number): boolean {
  return /^Deutsche$/.test(text.slice(start, end)) && /^\s\p{Lu}/u.test(text.slice(end))
}

/** Both written forms of Norwegian are the language that sentences name by one word. */
const NORWEGIAN: ReadonlySet<string> = new Set(['no', 'nb', 'nn'])

/** Whether a level that is known makes the claim true; "Norwegian" is true of who knows Bokmål or Nynorsk. Pure. */
export function isSpoken({ code, levels }: LanguageSaid, known: ReadonlyMap<string, SpokenLevel | null>): boolean {
  const codes = NORWEGIAN.has(code) ? [...NORWEGIAN] : [code]
  return codes.some((each) => {
    const level = known.get(each) ?? null
    return known.has(each) && (levels === null || (level !== null && levels.includes(level)))
  })
}

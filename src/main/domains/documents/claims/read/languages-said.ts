import words from '#resources/claim-words.json' with { type: 'json' }
import type { SPOKEN_LEVELS } from '#shared/profile.ts'
import { findLanguageNames } from '../../../jobs/enrich/reading-words.service.ts'
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

/** The spoken languages that a sentence claims to be known: those with a level, or that somebody is said to speak. With `isList` every
 *  language that is named. Pure. */
export function readLanguages(text: string, { isList }: { isList: boolean }): LanguageSaid[] {
  const names = findLanguageNames(text).filter(({ start, end }) => !isPartOfName(text, start, end))
  const isSpoken = isList || (names.length > 0 && readTokens(text).some(({ plain }) => SPEAKING.has(plain)))
  return names.flatMap(({ start, end, code }, at) => {
    const from = Math.max(names[at - 1]?.end ?? 0, start - REACH)
    const to = Math.min(names[at + 1]?.start ?? text.length, end + REACH)
    const written = text.slice(start, end)
    const levels =
      levelAround(text, { from, start, end, to }) ??
      (at > 0 && /^[\s,]*(?:and|und|&|,)\s*$/.test(text.slice(from, start)) ? inherited(text, names, at) : null)
    const followed =
      /^\s+(?:\p{Ll}|teams?|customers?)/u.test(text.slice(end)) &&
      !/^\s+(?:und|and|auf|at|on|mit|with|is|ist|als|as|fliessend|fließend|spreche|native|speaker|sprechen|sehr|in|level|\()/u.test(
        text.slice(end),
      )
    if (levels === null && (!isSpoken || followed)) return []
    return [{ code, written, levels }]
  })
}

/** "fluent in Italian and English": the level stands before the first. */
function inherited(
  text: string,
  names: readonly { start: number; end: number }[],
  at: number,
): readonly string[] | null {
  const first = names[at - 1]
  if (!first) return null
  const before = text.slice(Math.max(0, names[at - 2]?.end ?? 0, first.start - REACH), first.start)
  return levelIn(ownClause(ownPart(before, at > 1), at > 1))
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
  const before = text.slice(from, start)
  const clause = ownClause(
    ownPart(before.slice(Math.max(...[',', ';', ')'].map((sign) => before.lastIndexOf(sign))) + 1), from > 0),
    from > 0,
  )
  // "native Portuguese speaker with C1 English", but "good German (B2)"
  const rightAfter = /^\s*\(?([ABC][12])(?![\p{L}\d])/u.exec(after)?.[1]
  if (rightAfter !== undefined) return [rightAfter]
  return levelIn(clause.split(/\s+/).slice(-RIGHT_BEFORE).join(' ')) ?? nearAfter ?? levelIn(clause)
}

/** "native speaker of Spanish with C1 German": the level is the next language's. */
const OF_NEXT = /\s(?:with|mit)\s+\S+\s+$/

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
  const plain = spaced(readTokens(text))
  const found = LEVELS.find(([, phrase]) => plain.includes(phrase))
  return found ? (FITS[found[0]] ?? null) : null
}

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

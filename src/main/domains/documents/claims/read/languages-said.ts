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
  return levelIn(text.slice(Math.max(0, names[at - 2]?.end ?? 0, first.start - REACH), first.start))
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
  const cut = /[,;.]|\s(?:and|und|sowie)\s/.exec(after)
  const nearAfter = levelIn(cut ? after.slice(0, cut.index) : after)
  const before = text.slice(from, start)
  const nearBefore = levelIn(before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1))
  return nearAfter ?? nearBefore
}

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

/** Whether a level that is known makes the claim true. Pure. */
export function isSpoken({ code, levels }: LanguageSaid, known: ReadonlyMap<string, SpokenLevel | null>): boolean {
  if (!known.has(code)) return false
  const level = known.get(code) ?? null
  return levels === null || (level !== null && levels.includes(level))
}

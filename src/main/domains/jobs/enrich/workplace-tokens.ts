import lexicon from '#resources/workplace-clauses.json' with { type: 'json' }
import phrases from '#resources/workplace-phrases.json' with { type: 'json' }
import { scanKinds } from './phrase-kinds.ts'
import { splitSentences } from './sentences.ts'

const KINDS = [
  'office',
  'site',
  'attend',
  'us',
  'home',
  'partial',
  'rest',
  'split',
  'every',
  'fulltime',
  'full',
  'rare',
  'must',
  'optional',
  'choice',
  'no',
  'can',
  'presence',
  'work',
  'topic',
  'people',
] as const
export type WordKind = (typeof KINDS)[number] | 'day' | 'ignore'

/** A word or phrase of the lexicon at its offsets in the text. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly kinds: readonly WordKind[]
}

/** A sentence that names an office, a home or presence, with the words of the lexicon in it, in order. */
export interface TokenSentence {
  readonly start: number
  readonly end: number
  readonly tokens: readonly Token[]
}

const scanner = scanKinds<WordKind>({
  ...(Object.fromEntries(KINDS.map((kind) => [kind, lexicon[kind].flat()])) as Record<
    (typeof KINDS)[number],
    string[]
  >),
  day: lexicon.days.flat(),
  ignore: [...lexicon.ignore.flat(), ...phrases.ignore, ...phrases.abroad],
})

const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', String.raw`\s`))
    .join('|')
const ADJECTIVE = String.raw`(?:(?:${anyOf(lexicon.adjectives)})\s)?`
const OF = String.raw`(?:(?:${anyOf(lexicon.of)})\s){1,2}`
const RANGE = String.raw`(?:\s?(?:-|–|/|to|bis|à|tot|do|till|or|oder|ou|of|o|a|lub|eller|and)\s?[\p{L}\d]{1,7})?`
/** Language by language: "jeden Tag" is every day although "jeden" is a Polish one. */
const eachLanguage = (build: (counts: string, fives: string) => string): RegExp => {
  const sources = lexicon.days.map((days, language) => {
    const numbers = build(anyOf(lexicon.counts[language] ?? []), anyOf(lexicon.fives[language] ?? []))
    return String.raw`${numbers}${ADJECTIVE}(?:${anyOf(days)})(?![\p{L}\d])`
  })
  return new RegExp(String.raw`(?<![\p{L}\d.,–-])(?:${sources.join('|')})$`, 'iu')
}
const SOME_DAYS = eachLanguage((counts, fives) => String.raw`(?:${counts})${RANGE}\s?(?:x\s?)?(?:${OF}(?:${fives})\s)?`)
const FIVE_DAYS = eachLanguage((_, fives) => String.raw`(?:${fives})\s?(?:x\s?)?`)
/** Longest way from the number to the day ("between two and three of the five working days"). */
const COUNT_REACH = 40
const SHARE = /(?<![\d.,])[1-9]\d\s?%/gu
const PLACES: readonly WordKind[] = ['office', 'site', 'attend', 'home']

/** Every sentence of a text that may state where the work is done. Linear in the text's length. */
export function readTokenSentences(text: string): TokenSentence[] {
  const hits = scanner.scanLongest(text).filter(({ kinds }) => !kinds.includes('ignore'))
  if (!hits.some(isPlace)) return []
  const found: TokenSentence[] = []
  let at = 0
  for (const { start, end } of splitSentences(text)) {
    while ((hits[at]?.start ?? Infinity) < start) at++
    const from = at
    while ((hits[at]?.start ?? Infinity) < end) at++
    const own = hits.slice(from, at)
    if (!own.some(isPlace)) continue
    const tokens = [
      ...own,
      ...countDays(text, { start, days: own.filter(isDay) }),
      ...percents(text.slice(start, end), start),
    ]
    found.push({ start, end, tokens: tokens.sort((a, b) => a.start - b.start) })
  }
  return found
}

function isPlace({ kinds }: Token): boolean {
  return PLACES.some((place) => kinds.includes(place))
}

function isDay({ kinds }: Token): boolean {
  return kinds.includes('day')
}

/** "Three days", "two of five days": some of the week; "five days": all of it. */
function countDays(text: string, { start, days }: { start: number; days: readonly Token[] }): Token[] {
  return days.flatMap((day) => {
    const from = Math.max(start, day.start - COUNT_REACH)
    const written = text.slice(from, day.end)
    const some = SOME_DAYS.exec(written)
    const found = some ?? FIVE_DAYS.exec(written)
    return found ? [{ start: from + found.index, end: day.end, kinds: [some ? 'partial' : 'every'] }] : []
  })
}

/** "60 % of your time" */
function percents(sentence: string, offset: number): Token[] {
  if (!sentence.includes('%')) return []
  return Array.from(sentence.matchAll(SHARE), ({ 0: written, index }) => ({
    start: offset + index,
    end: offset + index + written.length,
    kinds: ['partial'],
  }))
}

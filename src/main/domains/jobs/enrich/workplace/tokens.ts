import lexicon from '#resources/workplace-clauses.json' with { type: 'json' }
import { stripAccents } from '#main/infra/text/fold.ts'
import phrases from '#resources/workplace-phrases.json' with { type: 'json' }
import { scanKinds } from '../phrase-kinds.ts'
import { type Sentence, splitSentences } from '../sentences.ts'
import { deriveTokens } from './derived-tokens.ts'
import { type DayCount, KINDS, type Token, type TokenSentence, type WordKind } from './token.ts'

const scanner = scanKinds<WordKind>({
  ...(Object.fromEntries(KINDS.map((kind) => [kind, lexicon[kind].flat()])) as Record<
    (typeof KINDS)[number],
    string[]
  >),
  ...lexicon.weekdays,
  where: lexicon.where.flatMap(({ starts }) => starts),
  work: [...lexicon.work, ...lexicon.wholly].flat(),
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
const RANGE = String.raw`(?:\s?(?:-|–|/|to|bis|à|tot|do|till|or|oder|ou|of|o|a|lub|eller|and)\s?[^\s.,;:!?()]{1,7})?`

interface DayWords {
  /** A number of days that is not the whole week. */
  readonly some: RegExp
  readonly five: RegExp
}

/** Language by language: "jeden Tag" is every day although "jeden" is a Polish one. A language's expressions are made when a text names
 *  days in it. */
const dayWords = lexicon.days.map((days, language) => {
  const counts = lexicon.counts[language] ?? []
  const fives = anyOf(lexicon.fives[language] ?? [])
  const before = (numbers: string) =>
    new RegExp(String.raw`(?<![\p{L}\d.,–-])(?:${numbers}${ADJECTIVE}(?:${anyOf(days)})(?![\p{L}\d]))$`, 'iu')
  let made: DayWords | null = null
  return {
    words: new Set(days.map(foldDay)),
    expressions: (): DayWords =>
      (made ??= {
        some: before(String.raw`(?:${anyOf(counts)})${RANGE}\s?(?:x\s?)?(?:${OF}(?:${fives})\s)?`),
        five: before(String.raw`(?:${fives})\s?(?:x\s?)?`),
      }),
  }
})

/** As the scanner compares words: without case, accents and kinds of hyphen. */
function foldDay(word: string): string {
  return stripAccents(word.toLowerCase()).replaceAll(/[^\p{L}]+/gu, '')
}

/** Longest way from the number to the day ("between two and three of the five working days"). */
const COUNT_REACH = 40
const SHARE =
  /(?<![\d.,])[1-9]\d\s?(?:%|per\s?cent|prozent|pour\s?cent|procent|por\s?ciento|per\s?cento|por\s?cento)/giu
const TRAVEL_REACH = 22
/** A sentence has fewer; a list of keywords may have more. */
const MAX_TOKENS = 70
const PLACES: readonly WordKind[] = ['office', 'site', 'attend', 'home', 'free']

/** Every sentence of a text that may state where the work is done. Linear in the text's length. */
export function readTokenSentences(text: string): TokenSentence[] {
  const words: readonly Token[] = scanner
    .scanLongest(text)
    .filter(({ start, end, kinds }) => !kinds.includes('ignore') && !isRestApi(text.slice(start, end)))
  const hits = [...words, ...deriveTokens(text, words)].sort((a, b) => a.start - b.start)
  if (!hits.some(isPlace)) return []
  const found: TokenSentence[] = []
  let at = 0
  for (const { start, end } of splitSentences(text).flatMap(cutAtBars)) {
    while ((hits[at]?.start ?? Infinity) < start) at++
    const from = at
    while ((hits[at]?.start ?? Infinity) < end) at++
    const own = hits.slice(from, Math.min(at, from + MAX_TOKENS))
    if (!own.some(isPlace)) continue
    const tokens = [
      ...own,
      ...countDays(text, { sentenceStart: start, days: own.filter(isDay) }),
      ...percents(text.slice(start, end), { offset: start, others: own.filter(isTravel) }),
    ]
    found.push({ start, end, tokens: tokens.sort((a, b) => a.start - b.start) })
  }
  return found
}

/** "Acme | Remote in Spain | full-time or 4 days": each part says a thing of its own. */
function cutAtBars({ text, start }: Sentence): { readonly start: number; readonly end: number }[] {
  if (!text.includes('|')) return [{ start, end: start + text.length }]
  let at = start
  return text.split('|').map((part) => {
    const own = { start: at, end: at + part.length }
    at = own.end + 1
    return own
  })
}

/** "The REST of it" is an interface. */
function isRestApi(words: string): boolean {
  return /\bREST\b/.test(words)
}

function isPlace({ kinds }: Token): boolean {
  return PLACES.some((place) => kinds.includes(place))
}

function isDay({ kinds }: Token): boolean {
  return kinds.includes('day')
}

/** "Three days", "two of five days": some of the week; "five days": all of it. */
function countDays(
  text: string,
  { sentenceStart, days }: { readonly sentenceStart: number; readonly days: readonly Token[] },
): Token[] {
  return days.flatMap((day) => {
    const from = Math.max(sentenceStart, day.start - COUNT_REACH)
    const written = text.slice(from, day.end)
    const word = foldDay(text.slice(day.start, day.end))
    const languages = dayWords.filter(({ words }) => words.has(word)).map(({ expressions }) => expressions())
    const some = firstMatch(
      languages.map((language) => language.some),
      written,
    )
    const found =
      some ??
      firstMatch(
        languages.map((language) => language.five),
        written,
      )
    if (!found) return []
    const start = from + found.index
    const days = readCount(text.slice(start, day.start))
    return [{ start, end: day.end, kinds: [some ? 'partial' : 'every'], ...(days && { days }) }]
  })
}

/** The match that begins first. */
function firstMatch(expressions: readonly RegExp[], text: string): RegExpExecArray | null {
  const found = expressions.map((expression) => expression.exec(text)).filter((match) => match !== null)
  return found.toSorted((a, b) => a.index - b.index)[0] ?? null
}

const numbers = new Map<string, number>(
  Object.entries(lexicon.numbers).flatMap(([value, words]) => [
    [value, Number(value)] as const,
    ...words.map((word) => [word, Number(value)] as const),
  ]),
)
const WORKING_WEEK = 5

/** The number before a day word; of "two or three" both, of "two of five" the first. Null for "a few". */
function readCount(words: string): DayCount | null {
  const [first, second] = words
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .flatMap((word) => numbers.get(word) ?? [])
  if (first === undefined) return null
  const most = second === undefined || second === WORKING_WEEK || second < first ? first : second
  return { least: first, most }
}

function isTravel({ kinds }: Token): boolean {
  return kinds.includes('travel')
}

/** "60 % of your time", "50 Prozent", not the share that is travel, a bonus or a discount. */
function percents(
  sentence: string,
  { offset, others }: { readonly offset: number; readonly others: readonly Token[] },
): Token[] {
  if (!/[1-9]\d\s?[%p]/i.test(sentence)) return []
  return Array.from(sentence.matchAll(SHARE)).flatMap(({ 0: written, index }) => {
    const start = offset + index
    const end = start + written.length
    if (others.some((other) => Math.max(other.start - end, start - other.end) <= TRAVEL_REACH)) return []
    const days = (Number.parseInt(written, 10) / 100) * WORKING_WEEK
    return [{ start, end, kinds: ['partial' as const], days: { least: days, most: days } }]
  })
}

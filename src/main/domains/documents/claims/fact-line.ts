import sums from '#resources/claim-sums.json' with { type: 'json' }
import { type DateSaid, readDates } from './figures/dates.ts'
import { type Stretch, stretchOfDates, stretchSince } from './figures/backing/durations.ts'
import { type Change, readChanges } from './figures/backing/from-to.ts'
import { type FactNumber, percentOf, readingsOf } from './figures/backing/match-number.ts'
import { ratesIn } from './figures/number-words.ts'
import { readNumbers } from './figures/numbers.ts'
import { readTotals, type Total } from './figures/backing/worked-out.ts'
import { type CertificatesSaid, readCertificates, readDegrees, readFields } from './read/degrees-said.ts'
import { type LanguageSaid, readLanguages } from './read/languages-said.ts'
import { languageOf } from './read/sentence-language.ts'
import { remembered } from './remembered.ts'
import { readTitles, type TitleSaid } from './read/titles-said.ts'
import { readTokens, spaced, spacedPhrase, type Token } from './read/tokens.ts'

/** All that one line of a fact says. */
export interface FactLine {
  readonly dates: readonly DateSaid[]
  readonly numbers: readonly FactNumber[]
  readonly changes: readonly Change[]
  readonly totals: readonly Total[]
  readonly stretch: Stretch | null
  readonly titles: readonly TitleSaid[]
  readonly degrees: readonly string[]
  readonly fields: readonly string[]
  readonly certificates: CertificatesSaid
  readonly languages: readonly LanguageSaid[]
}

/** Reads a line of a fact; `line` tells it from others, `now` is in UTC epoch ms. Pure. */
export function readFactLine(text: string, { line, now }: { line: number; now: number }): FactLine {
  const read = readLine(text)
  const onLine = <Of extends FactNumber>(number: Of): Of => ({ ...number, line })
  return {
    ...read,
    numbers: read.numbers.map(onLine),
    changes: read.changes.map(({ from, to }) => ({ from: onLine(from), to: onLine(to) })),
    stretch: stretchOfDates(read.dates) ?? stretchSince(read.dates, now),
  }
}

const readLine = remembered((text): Omit<FactLine, 'stretch'> => {
  const line = 0
  const tokens = readTokens(text)
  const dates = readDates(text)
  const isDate = (at: number) => dates.some((date) => at >= date.at && at < date.end)
  const plain = readNumbers(tokens, isDate)
  // "2000 users" is read as both: what backs a claim may be either.
  const years = readNumbers(tokens, () => false).filter(
    ({ value, is }) => value >= 1930 && value < 2100 && is === 'count',
  )
  const lineRates = [...new Set([...ratesIn(tokens), ...[...plain, ...years].flatMap(({ rate }) => rate ?? [])])]
  const language = languageOf(text, '')
  const asFacts = (numbers: typeof plain) => numbers.map((number) => ({ ...number, line, language, lineRates }))
  const read = asFacts(plain)
  const changes = changesIn(text, read)
  const numbers = read.map((number) => withPreposition(number, changes))
  return {
    dates,
    numbers: [
      ...numbers.flatMap(readingsOf),
      ...asFacts(years),
      ...percentiles(text, numbers),
      ...everyOther(text, line),
      ...oneTimes(text),
      ...partsOfAll(tokens, numbers),
    ],
    changes,
    totals: readTotals(text, numbers),
    titles: readTitles(text, tokens),
    degrees: readDegrees(tokens).map(({ name }) => name),
    fields: readFields(tokens).map(({ name }) => name),
    certificates: readCertificates(tokens),
    languages: readLanguages(text, { isList: false }),
  }
})

/** Where a change begins or ends is none by itself. */
function withPreposition(number: FactNumber, changes: readonly Change[]): FactNumber {
  if (number.preposition !== null) return number
  if (changes.some(({ from }) => from.at === number.at)) return { ...number, preposition: 'from' }
  return changes.some(({ to }) => to.at === number.at) ? { ...number, preposition: 'to' } : number
}

/** "from 86 to 22 million" begins at 86 million; from 0.88 to 0.96 is from 88 % to 96 %, too. */
function changesIn(text: string, numbers: readonly FactNumber[]): Change[] {
  const meant = numbers.map((number) => (number.also?.is === number.is ? { ...number, ...number.also } : number))
  const changes = readChanges(text, meant)
  const isShare = ({ is, value }: FactNumber) => is === 'count' && value > 0 && value < 1
  const shares = changes.filter(({ from, to }) => isShare(from) && isShare(to))
  return [...changes, ...shares.map(({ from, to }) => ({ from: percentOf(from), to: percentOf(to) }))]
}

/** "p95" is the 95th percentile. */
function percentiles(text: string, numbers: readonly FactNumber[]): FactNumber[] {
  const [some] = numbers
  if (!some) return []
  return Array.from(text.matchAll(/(?<![\p{L}\d])p(\d{2})(?![\p{L}\d])/giu), ({ 1: digits }) => {
    const plain = { ...some, ...PLAIN, nouns: ['percentile', 'Perzentil'], value: Number(digits) }
    return [
      { ...plain, is: 'count' as const },
      { ...plain, is: 'percent' as const, nouns: [] },
    ]
  }).flat()
}

const PLAIN = {
  money: null,
  counted: null,
  bound: 'exact',
  rate: null,
  preposition: null,
  trend: null,
  also: null,
} as const
const NO_WAY = { isDifference: false, isOthers: false, isGroup: false, isEach: false, isVague: false } as const

const ONE_TIME =
  /(?<!\p{L})(?:one|first|past|last|ein|einem|einer|ersten|letzten|(?:of|than|from|instead of|within|under|von|statt|als)\s(?:an?|einer|einem))\s(year|hour|jahr|stunde)(?!\p{L})/giu

/** "in one year" is twelve months, "instead of an hour" 60 minutes. */
function oneTimes(text: string): FactNumber[] {
  return Array.from(text.matchAll(ONE_TIME), ({ 0: written, 1: unit = '', index }) => {
    const isYear = /^(?:year|jahr)$/i.test(unit)
    const said = { ...PLAIN, ...NO_WAY, written, at: index, end: index + written.length, holder: null, nouns: [] }
    const time = isYear ? { is: 'months' as const, value: 12 } : { is: 'seconds' as const, value: 3600 }
    return { ...said, ...time, line: 0, language: '', lineRates: [] }
  })
}

const MOST_PARTS = 100
const OF = new Set(['of', 'von', 'out of'])

/** "7 of 10 requests" are 70 %. */
function partsOfAll(tokens: readonly Token[], numbers: readonly FactNumber[]): FactNumber[] {
  return numbers.flatMap((some, at) => {
    const all = numbers[at + 1]
    if (!all || some.is !== 'count' || all.is !== 'count' || some.value >= all.value || all.value > MOST_PARTS)
      return []
    const between = tokens.filter(({ start }) => start >= some.end && start < all.at)
    if (!OF.has(between.map(({ plain }) => plain).join(' '))) return []
    return [{ ...some, is: 'percent' as const, nouns: [], counted: null, value: (some.value / all.value) * 100 }]
  })
}
const EVERY_OTHER = sums.everyOther.map(spacedPhrase)
const TWO_WEEKS_SECONDS = 2 * 7 * 86_400

/** "every other Saturday" is every two weeks. */
function everyOther(text: string, line: number): FactNumber[] {
  const plain = spaced(readTokens(text))
  const phrase = EVERY_OTHER.find((one) => plain.includes(one))
  if (phrase === undefined) return []
  const said = { ...PLAIN, ...NO_WAY, written: phrase.trim(), at: -1, end: -1, holder: null, nouns: [] }
  return [{ ...said, is: 'seconds', value: TWO_WEEKS_SECONDS, line, language: '', lineRates: [] }]
}

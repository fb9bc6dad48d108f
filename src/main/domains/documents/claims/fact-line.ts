import { type DateSaid, readDates } from './figures/dates.ts'
import { type Stretch, stretchOfDates, stretchSince } from './figures/backing/durations.ts'
import { type Change, readChanges } from './figures/backing/from-to.ts'
import { impliedNumbers } from './figures/backing/implied-numbers.ts'
import type { FactNumber, Total } from './figures/backing/fact-number.ts'
import { percentOf, readingsOf } from './figures/backing/match-number.ts'
import { ratesIn } from './figures/rates.ts'
import { readNumbers } from './figures/numbers.ts'
import { readTotals } from './figures/backing/worked-out.ts'
import { type CertificatesSaid, readCertificates, readDegrees, readFields } from './read/degrees-said.ts'
import { type LanguageSaid, readLanguages } from './read/languages-said.ts'
import { glossOf } from './read/gloss/gloss.ts'
import { languageOf } from './read/sentence-language.ts'
import { rememberedIn } from './remembered.ts'
import { readTitles, type TitleSaid } from './read/titles-said.ts'
import { readTokens } from './read/tokens.ts'

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

/** Reads a line of a fact; `line` tells it from others, `now` is in UTC epoch ms, `around` the language of the career, '' where that says
 *  nothing. Pure. */
export function readFactLine(
  text: string,
  { line, now, around }: { line: number; now: number; around: string },
): FactLine {
  const read = readLine(text, around)
  const onLine = <Of extends FactNumber>(number: Of): Of => ({ ...number, line })
  return {
    ...read,
    numbers: read.numbers.map(onLine),
    changes: read.changes.map(({ from, to }) => ({ from: onLine(from), to: onLine(to) })),
    stretch: stretchOfDates(read.dates) ?? stretchSince(read.dates, now),
  }
}

const readLine = rememberedIn((written, around): Omit<FactLine, 'stretch'> => {
  const line = 0
  const language = languageOf(written, around)
  const { text } = glossOf(written, language)
  const tokens = readTokens(text)
  const dates = readDates(text)
  const isDate = (at: number) => dates.some((date) => at >= date.at && at < date.end)
  const plain = readNumbers(tokens, isDate)
  // "2000 users" is read as both: what backs a claim may be either.
  const years = readNumbers(tokens, () => false).filter(
    ({ value, is }) => value >= 1930 && value < 2100 && is === 'count',
  )
  const lineRates = [...new Set([...ratesIn(tokens), ...[...plain, ...years].flatMap(({ rate }) => rate ?? [])])]
  const asFacts = (numbers: typeof plain, isYear = false) =>
    numbers.map((number) => ({ ...number, line, language, lineRates, isYear: isYear && number.counted === null }))
  const read = asFacts(plain)
  const changes = changesIn(text, read)
  const numbers = read.map((number) => withPreposition(number, changes))
  return {
    dates,
    numbers: [...numbers.flatMap(readingsOf), ...asFacts(years, true), ...impliedNumbers(text, tokens, numbers)],
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

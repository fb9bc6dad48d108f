import type { SalaryFact, SalaryPeriod } from '#shared/facts.ts'
import { type ExchangeRates, toEur } from '#main/infra/money/exchange-rates.ts'
import { currencyOfCountry, readCurrency } from './amounts.ts'
import type { MoneyContext } from './context.ts'
import type { MoneySpan } from './spans.ts'
import { lastWordWithin, type SalaryWords } from './words.ts'

export type Amounts = Pick<SalaryFact, 'min' | 'max' | 'currency' | 'period'>

/** What a figure is read in: one field of the posting. */
export interface Field {
  readonly text: string
  readonly words: SalaryWords
  readonly countryCode: string | null
  readonly rates: ExchangeRates
  /** 'salary': everything in it is pay; 'title': a marked range or thousand is; 'text': words must say so. */
  readonly trust: 'salary' | 'title' | 'text'
}

/** A sum of money with the words around it. */
export interface Figure {
  readonly field: Field
  readonly span: MoneySpan
  readonly context: MoneyContext
}

type Bounds = Readonly<Record<SalaryPeriod, readonly [number, number]>>

/** Pay a period can hold, as EUR: outside it the figure is something else. The lower bounds admit internships. */
const PLAUSIBLE_EUR: Bounds = { hour: [3, 500], day: [40, 5000], month: [200, 60_000], year: [4000, 3_000_000] }
/** Tighter bounds for a period whose word only stands somewhere before the figure, or for a figure no pay word introduces. */
const USUAL_EUR: Bounds = { hour: [6, 300], day: [80, 2500], month: [400, 25_000], year: [9000, 1_000_000] }
/** Without a period word: at and above this many EUR the figure is a year's pay. Swiss months reach further up. */
const YEAR_FROM_EUR = 11_500
const YEAR_FROM_EUR_CHF = 18_000
const MONTH_FROM_EUR = 700
const MOST_UNLABELLED_EUR = 400_000
const HOUR_EUR: readonly [number, number] = [7, 120]
/** Currencies of which a month's pay takes a million: only in them are millions pay. */
const SMALL_UNITS_PER_EUR = 90
/** Without a sign of money: from here on a figure that pay words lead to is a sum, from the second on a single one too. */
const SUM_FROM = 1000
const SINGLE_SUM_FROM = 10_000
const SEPARATORS = /[\n,;|•·:()+✓✔→]|\s[-–—]\s|(?<!\p{L})plus(?!\p{L})/gu

function isWithin(amount: number, [low, high]: readonly [number, number]): boolean {
  return amount >= low && amount <= high
}

function isLabelled({ label }: MoneyContext): boolean {
  return label === 'introduced' || label === 'named' || label === 'hinted'
}

/** The period by magnitude alone; an hour only where a name of pay leads to the figure. */
function inferPeriod(
  { eur, currency }: { eur: number; currency: string },
  { label }: MoneyContext,
): SalaryPeriod | null {
  if (eur >= (currency === 'CHF' ? YEAR_FROM_EUR_CHF : YEAR_FROM_EUR)) return 'year'
  if (eur >= MONTH_FROM_EUR) return 'month'
  return label === 'introduced' && isWithin(eur, HOUR_EUR) ? 'hour' : null
}

function decidePeriod(worth: { eur: number; currency: string }, context: MoneyContext): SalaryPeriod | null {
  if (context.isOtherPeriod) return null
  const bounds = isLabelled(context) ? PLAUSIBLE_EUR : USUAL_EUR
  if (context.attached.length > 0) return context.attached.find((period) => isWithin(worth.eur, bounds[period])) ?? null
  const behind = context.behind.find((period) => isWithin(worth.eur, USUAL_EUR[period]))
  return behind ?? inferPeriod(worth, context)
}

/** A figure without a sign of money is in the money of the country, where words lead to it as pay. */
function decideCurrency(figure: Figure): string | null {
  const { field, span } = figure
  if (span.currencyToken !== null) return readCurrency(span.currencyToken, field.countryCode)
  if (span.looksLikeYear || (field.trust !== 'salary' && !isMoneyWithoutSign(figure))) return null
  return currencyOfCountry(field.countryCode)
}

function isMoneyWithoutSign(figure: Figure): boolean {
  const { field, span, context } = figure
  if (span.hasThousands && span.isRange) return context.label !== null || isBareClause(figure)
  if (field.trust === 'title' || !isLabelled(context)) return false
  if (span.hasThousands) return true
  if (context.label !== 'introduced' && !context.isTaxed) return false
  const isRate = context.attached.length > 0 || context.behind.some((period) => period === 'hour' || period === 'day')
  return isRate || (span.max ?? span.min ?? 0) >= (span.isRange ? SUM_FROM : SINGLE_SUM_FROM)
}

/** The stretch around a figure between commas, bars, brackets, colons and dashes. */
function clauseOf({ field: { text }, span, context }: Figure): { from: number; to: number } {
  const { sentenceStart, sentenceEnd } = context
  const before = text.slice(sentenceStart, span.start).matchAll(SEPARATORS)
  let from = sentenceStart
  for (const mark of before) from = sentenceStart + mark.index + mark[0].length
  const next = text.slice(span.end, sentenceEnd).search(SEPARATORS)
  return { from, to: next === -1 ? sentenceEnd : span.end + next }
}

/** A clause that holds the figure and words about it, nothing else: "c. £60,000 DOE", "80 000 - 110 000 Kč". */
function isBareClause(figure: Figure): boolean {
  const { field, span } = figure
  const { from, to } = clauseOf(figure)
  return field.words.isAboutPay(from, span.start) && field.words.isAboutPay(span.end, to)
}

/** A bare clause at the beginning of its line or cell. */
function isAlone(figure: Figure): boolean {
  if (!isBareClause(figure)) return false
  const { text } = figure.field
  const { from } = clauseOf(figure)
  return text.charAt(from - 1) === '|' || !/[\p{L}\p{N}]/u.test(text.slice(figure.context.sentenceStart, from))
}

/** "Data Engineer (m/w/d) ab 65.000 €": a title that closes with a sum names its pay. */
function endsTitle(figure: Figure): boolean {
  const { field, span } = figure
  if (field.trust !== 'title' || span.currencyToken === null) return false
  return field.words.isAboutPay(span.end, clauseOf(figure).to)
}

/** "Permanent employment, 45 000–53 000 kr": a band that the kind of contract leads to. */
function isWithContract({ field: { words }, span, context }: Figure): boolean {
  return span.isRange && lastWordWithin(words.of.employment, context.sentenceStart, span.start) !== null
}

/** A line of the kind "Acme | Berlin | Data Engineer | €70k". */
function isHeader({ field: { text }, context: { sentenceStart, sentenceEnd } }: Figure): boolean {
  return text.slice(sentenceStart, sentenceEnd).split('|').length > 2
}

/** Whether the figure, already known to be money and not spoken of as something else, is stated as pay. */
function isStatedAsPay(figure: Figure, eur: number): boolean {
  const { field, span, context } = figure
  if (field.trust === 'salary' || isLabelled(context)) return true
  const { label, attached, behind, isAmongOthers } = context
  const isBare = isBareClause(figure)
  if (label === 'distant' && (isBare || (span.isRange && !isAmongOthers))) return true
  const periods = [...attached, ...behind]
  const isRate = periods.includes('hour') || periods.includes('day')
  if ((isRate || (span.isRange && attached.length > 0)) && !isAmongOthers) return true
  const isYearly = isWithin(eur, [YEAR_FROM_EUR, MOST_UNLABELLED_EUR])
  if (label === 'offered' && (periods.length > 0 || isYearly)) return true
  if (isBare && (periods.length > 0 || (span.isRange && isYearly))) return true
  if (isAlone(figure) || endsTitle(figure) || (isBare && isWithContract(figure)))
    return isWithin(eur, [MONTH_FROM_EUR, MOST_UNLABELLED_EUR])
  return isYearly && (span.isRange || span.hasThousands) && (field.trust === 'title' || isHeader(figure))
}

/** What a figure says as pay, in its own currency and period; null when it is no pay or leaves more than one reading. */
export function readPay(figure: Figure): Amounts | null {
  const { field, span, context } = figure
  if (context.isNotPay) return null
  const currency = decideCurrency(figure)
  if (currency === null) return null
  if (span.hasMillions && (field.rates.unitsPerEur[currency] ?? 0) < SMALL_UNITS_PER_EUR) return null
  const eur = toEur(span.max ?? span.min ?? 0, currency, field.rates)
  if (eur === null || !isStatedAsPay(figure, eur)) return null
  const period = decidePeriod({ eur, currency }, context)
  return period === null ? null : { min: span.min, max: span.max, currency, period }
}

import type { SalaryFact, SalaryPeriod } from '#shared/facts.ts'
import { BUNDLED_RATES, toEur } from '#main/infra/money/exchange-rates.ts'
import { toYearlyEur } from '#main/infra/money/year-eur.ts'
import type { StatedSalary } from '../posting.ts'
import { currencyOfCountry, readCurrency } from './salary-amounts.ts'
import { type MoneyContext, readContext } from './salary-context.ts'
import { findMoneySpans, type MoneySpan } from './salary-ranges.ts'
import { findSalaryWords, lastWordWithin, type SalaryWords } from './salary-words.ts'

interface SalaryInput {
  readonly statedSalary: StatedSalary | null
  readonly salaryText: string | null
  readonly title: string
  readonly descriptionText: string
  readonly countryCode: string | null
}

type Pay = Pick<SalaryFact, 'min' | 'max' | 'currency' | 'period' | 'evidence'>
interface Candidate {
  readonly pay: Pay
  readonly kind: MoneyContext['kind']
  readonly start: number
}
interface Field {
  readonly text: string
  readonly countryCode: string | null
  /** 'salary': everything in it is pay; 'title': a marked range or thousand is; 'text': words must say so. */
  readonly trust: 'salary' | 'title' | 'text'
}

/** Pay a period can hold, as EUR: outside it the figure is something else. The lower bounds admit internships. */
const PLAUSIBLE_EUR: Readonly<Record<SalaryPeriod, readonly [number, number]>> = {
  hour: [3, 500],
  day: [40, 5000],
  month: [200, 60_000],
  year: [4000, 3_000_000],
}
/** Tighter bounds for a period whose word only stands somewhere before the figure, or for a figure no pay word introduces. */
const USUAL_EUR: Readonly<Record<SalaryPeriod, readonly [number, number]>> = {
  hour: [6, 300],
  day: [80, 2500],
  month: [400, 25_000],
  year: [9000, 1_000_000],
}
/** Without a period word: at and above this many EUR the figure is a year's pay. Swiss months reach further up. */
const YEAR_FROM_EUR = 11_500
const YEAR_FROM_EUR_CHF = 18_000
const MONTH_FROM_EUR = 700
const MOST_UNLABELLED_EUR = 400_000
const HOUR_EUR: readonly [number, number] = [7, 120]
const INTRODUCTION_REACH = 60
const EVIDENCE_LIMIT = 300
/** More figures than any posting has: the rest of a text made of numbers is not read. */
const MAX_FIGURES = 500
const MAX_TEXT = 200_000

function isWithin(amount: number, [low, high]: readonly [number, number]): boolean {
  return amount >= low && amount <= high
}

function inferPeriod(eur: number, currency: string, isLabelled: boolean): SalaryPeriod | null {
  if (eur >= (currency === 'CHF' ? YEAR_FROM_EUR_CHF : YEAR_FROM_EUR)) return 'year'
  if (eur >= MONTH_FROM_EUR) return 'month'
  return isLabelled && isWithin(eur, HOUR_EUR) ? 'hour' : null
}

function decidePeriod(eur: number, currency: string, context: MoneyContext): SalaryPeriod | null {
  const { period, isPeriodAttached, isLabelled } = context
  if (period === null) return isPeriodAttached ? null : inferPeriod(eur, currency, isLabelled)
  const bounds = isPeriodAttached && isLabelled ? PLAUSIBLE_EUR : USUAL_EUR
  if (isWithin(eur, bounds[period])) return period
  return isPeriodAttached ? null : inferPeriod(eur, currency, isLabelled)
}

function decideCurrency(field: Field, span: MoneySpan, context: MoneyContext): string | null {
  if (span.currencyToken !== null) return readCurrency(span.currencyToken, field.countryCode)
  if (field.trust === 'title' || span.looksLikeYear) return null
  if (
    field.trust === 'text' &&
    !(isIntroduced(field.text, span, context) && (span.isRange || context.isPeriodAttached || span.hasThousands))
  )
    return null
  return currencyOfCountry(field.countryCode)
}

const INTRODUCTION =
  /(?:salary|salaries|compensation|pay|remuneration|wage|wages|salar[iy]\w*|gehalt\w*|\p{L}*gehalt|vergütung|lohn|salaire|rémunération|salaris|salario|sueldo|retribución|wynagrodzenie|lön|løn|lønn|ral|retribuzione|salário|remuneração|mzda|plat)(?:\s+(?:range|band|scale|brutto|bruto|brut|annuel|annuelle|anual|lorda|bruta|mensual|mensuel|is|of|between|from|von|zwischen|de|entre|tussen|van|od|da|tra|från|mellan|\(\p{L}+\)|miesięczne|roczne))*\s*[:=]?\s*(?:(?:between|from|von|zwischen|de|entre|tussen|van|od|da|tra|från|mellan|up to|bis zu|ab|jusqu'à|à partir de|tot|vanaf|hasta|desde|do|upp till|fino a|a partire da|até|a partir de)\s+)?$/iu

const BESIDE =
  /^[^\p{L}\p{N}]*(?:(?:c|ca|circa|around|approx|from|up to|ab|bis zu|doe|negotiable|neg|plus|and|bonus|benefits|equity|package|b2b|uop)[^\p{L}\p{N}]*)*$/iu

function isIntroduced(text: string, span: MoneySpan, context: MoneyContext): boolean {
  return INTRODUCTION.test(text.slice(Math.max(context.sentenceStart, span.start - INTRODUCTION_REACH), span.start))
}

/** Whether the figure, already known to be money and not spoken of as something else, is stated as pay. */
function isStatedAsPay(field: Field, span: MoneySpan, context: MoneyContext, eur: number): boolean {
  if (field.trust === 'salary') return true
  if (context.isLabelled || context.period !== null) return true
  if (isAlone(field.text, span, context)) return eur >= MONTH_FROM_EUR && eur <= MOST_UNLABELLED_EUR
  if (eur < YEAR_FROM_EUR || eur > MOST_UNLABELLED_EUR) return false
  if (span.isRange) return true
  return span.hasThousands && (field.trust === 'title' || isHeader(field.text, context))
}

/** A line that holds the figure and nothing else: "c. £60,000 DOE", "80 000 - 110 000 Kč". */
function isAlone(text: string, { start, end }: MoneySpan, { sentenceStart, sentenceEnd }: MoneyContext): boolean {
  return BESIDE.test(`${text.slice(sentenceStart, start)} ${text.slice(end, sentenceEnd)}`)
}

/** A line of the kind "Acme | Berlin | Data Engineer | €70k". */
function isHeader(text: string, { sentenceStart, sentenceEnd }: MoneyContext): boolean {
  return text.slice(sentenceStart, sentenceEnd).split('|').length > 2
}

function readCandidate(field: Field, span: MoneySpan, context: MoneyContext): Candidate | null {
  if (span.hasMillions || (context.isNotPay && field.trust !== 'salary')) return null
  const currency = decideCurrency(field, span, context)
  if (currency === null) return null
  const eur = toEur(span.max ?? span.min ?? 0, currency, BUNDLED_RATES)
  if (eur === null || !isStatedAsPay(field, span, context, eur)) return null
  const period = decidePeriod(eur, currency, context)
  if (period === null) return null
  const evidence = quote(field.text, span, context)
  return { pay: { min: span.min, max: span.max, currency, period, evidence }, kind: context.kind, start: span.start }
}

function quote(text: string, span: MoneySpan, { sentenceStart, sentenceEnd }: MoneyContext): string {
  const sentence = text.slice(sentenceStart, sentenceEnd).trim()
  if (sentence.length <= EVIDENCE_LIMIT) return sentence
  return text.slice(Math.max(sentenceStart, span.start - 120), Math.min(sentenceEnd, span.end + 120)).trim()
}

/** A figure without currency is worth a look only after a pay word ("Gehalt: 60.000 - 70.000 brutto jährlich"). */
function mayLackCurrency({ trust }: Field, { start }: MoneySpan, words: SalaryWords): boolean {
  return (
    trust === 'salary' || (trust === 'text' && lastWordWithin(words.pay, start - INTRODUCTION_REACH, start) !== null)
  )
}

/** The first pay a field states; a figure with bonus or commission in it gives way to a base figure elsewhere in the field. */
function readField(field: Field): Pay | null {
  if (!/\d/.test(field.text)) return null
  const text = field.text.slice(0, MAX_TEXT)
  const words = findSalaryWords(text)
  const spans = findMoneySpans(text, words)
  let target: Candidate | null = null
  let considered = 0
  for (const [at, span] of spans.entries()) {
    if (span.currencyToken === null && !mayLackCurrency(field, span, words)) continue
    if (++considered > MAX_FIGURES) break
    const context = readContext(text, words, {
      span,
      previousEnd: spans[at - 1]?.end ?? 0,
      nextStart: spans[at + 1]?.start ?? text.length,
    })
    const candidate = readCandidate(field, span, context)
    if (!candidate) continue
    if (candidate.kind !== 'target') return candidate.pay
    target ??= candidate
  }
  return target?.pay ?? null
}

/** A structured field as it stands, if it says anything: bounds in order, zero and negative bounds dropped. */
function readStated(stated: StatedSalary): Pay | null {
  const bound = (value: number | null): number | null =>
    value !== null && Number.isFinite(value) && value > 0 ? value : null
  const [min, max] = [bound(stated.min), bound(stated.max)]
  const currency = stated.currency.trim().toUpperCase()
  if ((min === null && max === null) || !/^[A-Z]{3}$/.test(currency)) return null
  const isSwapped = min !== null && max !== null && min > max
  return { min: isSwapped ? max : min, max: isSwapped ? min : max, currency, period: stated.period, evidence: null }
}

/** The pay a posting states, or null. The source's own field wins over its salary line, that over the title, that over the text;
 *  base pay wins over on-target earnings, the first band over later ones. A currency sign that several countries use is read by
 *  `countryCode`. Without a period word the magnitude decides, and only where it leaves one reading. `evidence` is the sentence or
 *  line, word for word; null for a structured field. Linear in the text's length. */
export function readSalary(input: SalaryInput): SalaryFact | null {
  const { statedSalary, salaryText, title, descriptionText, countryCode } = input
  const pay =
    (statedSalary && readStated(statedSalary)) ??
    (salaryText === null ? null : readField({ text: salaryText, countryCode, trust: 'salary' })) ??
    readField({ text: title, countryCode, trust: 'title' }) ??
    readField({ text: descriptionText, countryCode, trust: 'text' })
  return pay && { ...pay, yearEur: toYearlyEur(pay, BUNDLED_RATES) }
}

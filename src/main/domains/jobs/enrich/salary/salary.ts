import type { SalaryFact } from '#shared/facts.ts'
import { BUNDLED_RATES, type ExchangeRates } from '#main/infra/money/exchange-rates.ts'
import { toYearlyEur } from '#main/infra/money/year-eur.ts'
import type { StatedSalary } from '../../posting.ts'
import { type Band, type FieldReading, readBands } from './bands.ts'
import { readBeside } from './beside.ts'
import { readExtras } from './extras.ts'
import type { Amounts, Field } from './pay.ts'
import { readVariants } from './variants.ts'

interface SalaryInput {
  readonly statedSalary: StatedSalary | null
  readonly salaryText: string | null
  readonly title: string
  readonly descriptionText: string
  readonly countryCode: string | null
}

const EVIDENCE_LIMIT = 300
const EVIDENCE_REACH = 120

function quote(text: string, { span, context }: Band): string {
  const { sentenceStart, sentenceEnd } = context
  const sentence = text.slice(sentenceStart, sentenceEnd).trim()
  if (sentence.length <= EVIDENCE_LIMIT) return sentence
  const from = Math.max(sentenceStart, span.start - EVIDENCE_REACH)
  return text.slice(from, Math.min(sentenceEnd, span.end + EVIDENCE_REACH)).trim()
}

/** A structured field as it stands, if it says anything: bounds in order, zero and negative bounds dropped. */
function readStated(stated: StatedSalary): Amounts | null {
  const bound = (value: number | null): number | null =>
    value !== null && Number.isFinite(value) && value > 0 ? value : null
  const [min, max] = [bound(stated.min), bound(stated.max)]
  const currency = stated.currency.trim().toUpperCase()
  if ((min === null && max === null) || !/^[A-Z]{3}$/.test(currency)) return null
  const isSwapped = min !== null && max !== null && min > max
  return { min: isSwapped ? max : min, max: isSwapped ? min : max, currency, period: stated.period }
}

/** The first band with base pay; what holds bonus and commission only where nothing else is stated. */
function answerOf({ bands }: FieldReading): Band {
  const isBase = ({ context }: Band): boolean => context.kind !== 'target'
  const first = bands.find((band) => isBase(band) && band.span.currencyToken !== null) ?? bands.find(isBase) ?? bands[0]
  return first.context.kind === 'base' ? first : (bands.find((band) => isPartOf(band, first)) ?? first)
}

/** "Package 80 k€: 70 k€ fixe": the base named after a greater sum in one sentence. */
function isPartOf(band: Band, whole: Band): boolean {
  const figure = ({ amounts }: Band): number => amounts.max ?? amounts.min ?? 0
  return (
    band.context.kind === 'base' &&
    band.span.start > whole.span.start &&
    band.context.sentenceStart === whole.context.sentenceStart &&
    figure(band) < figure(whole)
  )
}

function factOf(reading: FieldReading, rates: ExchangeRates): SalaryFact {
  const { field } = reading
  const answer = answerOf(reading)
  const said = { ...answer.amounts, ...readBeside(field, answer) }
  return {
    ...said,
    evidence: quote(field.text, answer),
    yearEur: toYearlyEur(said, rates),
    variants: readVariants(reading, answer),
    extras: readExtras(reading, answer),
  }
}

/** The pay a posting states, or null. The source's own field wins over its salary line, that over the title, that over the text;
 *  base pay wins over on-target earnings, the first band over later ones, which are kept as `variants`. A currency sign that
 *  several countries use is read by `countryCode`. Without a period word the magnitude decides, and only where it leaves one
 *  reading. `evidence` is the sentence or line, word for word; null for a structured field. Tax, contract and payments a year are
 *  what is said beside the figure. `rates` tell what is plausible and make `yearEur`. Linear in the text's length. Pure. */
export function readSalary(input: SalaryInput, rates: ExchangeRates = BUNDLED_RATES): SalaryFact | null {
  const { statedSalary, salaryText, title, descriptionText, countryCode } = input
  const stated = statedSalary && readStated(statedSalary)
  if (stated) {
    const beside = { tax: null, contract: null, paymentsPerYear: null, variants: [], extras: [] }
    return { ...stated, evidence: null, yearEur: toYearlyEur({ ...stated, paymentsPerYear: null }, rates), ...beside }
  }
  const fields: readonly (readonly [Field['trust'], string | null])[] = [
    ['salary', salaryText],
    ['title', title],
    ['text', descriptionText],
  ]
  for (const [trust, text] of fields) {
    const reading = text === null ? null : readBands({ text, trust, countryCode, rates })
    if (reading !== null) return factOf(reading, rates)
  }
  return null
}

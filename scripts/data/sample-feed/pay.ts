import type { SalaryPeriod, Seniority } from '#shared/facts.ts'
import type { Language } from './content.ts'
import type { Random } from './random.ts'
import type { TruthSalary } from './shape.ts'

/** Pay as a board writes it, with what it means. `form` decides which words can stand around it. */
export interface Pay {
  readonly text: string
  readonly truth: TruthSalary
  readonly form: 'range' | 'exact' | 'open'
}

interface PayRequest {
  readonly country: string
  readonly language: Language
  readonly seniority: Seniority
  readonly titleKey: string
  readonly isContract: boolean
}

/** Invented but plausible yearly gross in thousand EUR in Germany: lowest start of a band, highest start of a band. */
const BAND_START_THOUSAND_EUR: Readonly<Record<Seniority, readonly [number, number]>> = {
  intern: [0, 0],
  junior: [45, 52],
  mid: [55, 62],
  unknown: [55, 66],
  senior: [70, 82],
  lead: [80, 90],
  principal: [88, 102],
  manager: [86, 98],
  director: [105, 125],
}

const ROLE_FACTOR: Readonly<Record<string, number>> = {
  data_analyst: 0.87,
  qa: 0.88,
  ml_engineer: 1.07,
  research: 0.92,
}

/** Local amount for one German EUR of pay: exchange rate times an invented wage level. */
const LOCAL_AMOUNT: Readonly<Record<string, { currency: string; factor: number; period: SalaryPeriod }>> = {
  DE: { currency: 'EUR', factor: 1, period: 'year' },
  AT: { currency: 'EUR', factor: 0.9, period: 'year' },
  NL: { currency: 'EUR', factor: 0.97, period: 'year' },
  FR: { currency: 'EUR', factor: 0.83, period: 'year' },
  FI: { currency: 'EUR', factor: 0.86, period: 'month' },
  IE: { currency: 'EUR', factor: 1.05, period: 'year' },
  ES: { currency: 'EUR', factor: 0.72, period: 'year' },
  PT: { currency: 'EUR', factor: 0.63, period: 'year' },
  IT: { currency: 'EUR', factor: 0.68, period: 'year' },
  EE: { currency: 'EUR', factor: 0.85, period: 'year' },
  BE: { currency: 'EUR', factor: 0.85, period: 'month' },
  CH: { currency: 'CHF', factor: 1.6, period: 'year' },
  GB: { currency: 'GBP', factor: 0.88, period: 'year' },
  SE: { currency: 'SEK', factor: 9.4, period: 'month' },
  DK: { currency: 'DKK', factor: 10.4, period: 'month' },
  PL: { currency: 'PLN', factor: 3.2, period: 'month' },
  CZ: { currency: 'CZK', factor: 17, period: 'month' },
}

type Amounts = readonly [low: number, high: number]
type Style = readonly [form: 'range' | 'upTo' | 'from' | 'exact' | 'base', write: (amounts: Amounts) => string]

const grouped = (amount: number, separator: string) => String(amount).replace(/\B(?=(\d{3})+$)/g, separator)
const dot = (amount: number) => grouped(amount, '.')
const comma = (amount: number) => grouped(amount, ',')
const gap = (amount: number) => grouped(amount, ' ')
const tick = (amount: number) => grouped(amount, "'")
const thousands = (amount: number) => String(amount / 1000)

const EUR_YEAR_EN: readonly Style[] = [
  ['range', ([low, high]) => `€${comma(low)} – €${comma(high)} per year`],
  ['range', ([low, high]) => `€${thousands(low)}k–${thousands(high)}k`],
  ['range', ([low, high]) => `${thousands(low)}k–${thousands(high)}k EUR`],
  ['range', ([low, high]) => `EUR ${comma(low)} - ${comma(high)} gross per year`],
  ['range', ([low, high]) => `€${comma(low)} to €${comma(high)} gross a year`],
  ['upTo', ([, high]) => `up to €${comma(high)}`],
  ['upTo', ([, high]) => `up to ${thousands(high)}k EUR per year`],
  ['from', ([low]) => `from €${comma(low)} gross per year`],
  ['exact', ([low]) => `€${comma(low)} gross per year`],
  ['base', ([low]) => `€${comma(low)} base plus up to 15 % bonus`],
]
const EUR_YEAR_DE: readonly Style[] = [
  ['range', ([low, high]) => `€${dot(low)}–${dot(high)}`],
  ['range', ([low, high]) => `${dot(low)}–${dot(high)} € brutto/Jahr`],
  ['range', ([low, high]) => `${dot(low)} € bis ${dot(high)} € brutto im Jahr`],
  ['range', ([low, high]) => `${thousands(low)}–${thousands(high)} T€ p. a.`],
  ['range', ([low, high]) => `EUR ${dot(low)} bis ${dot(high)} brutto pro Jahr`],
  ['range', ([low, high]) => `${dot(low)} - ${dot(high)} EUR Jahresbrutto`],
  ['from', ([low]) => `ab ${dot(low)} €`],
  ['from', ([low]) => `mind. ${dot(low)} € brutto im Jahr`],
  ['upTo', ([, high]) => `bis zu ${dot(high)} € p. a.`],
  ['exact', ([low]) => `${dot(low)} € brutto jährlich`],
]
const EUR_MONTH_DE: readonly Style[] = [
  ['exact', ([low]) => `${dot(low)} € brutto/Monat`],
  ['range', ([low, high]) => `${dot(low)}–${dot(high)} € brutto pro Monat`],
  ['from', ([low]) => `ab ${dot(low)} € brutto/Monat`],
]
const EUR_MONTH_EN: readonly Style[] = [
  ['range', ([low, high]) => `€${comma(low)} – €${comma(high)} gross per month`],
  ['exact', ([low]) => `€${comma(low)} gross/month`],
  ['upTo', ([, high]) => `up to €${comma(high)} per month`],
]
const LOCAL_STYLES: Readonly<Record<string, readonly Style[]>> = {
  AT: [
    ['from', ([low]) => `mindestens ${dot(low)} € brutto/Jahr (Kollektivvertrag, Überzahlung möglich)`],
    ['from', ([low]) => `ab € ${dot(low)},- brutto im Jahr`],
    ['range', ([low, high]) => `${dot(low)} € bis ${dot(high)} € brutto jährlich`],
  ],
  CH: [
    ['range', ([low, high]) => `CHF ${tick(low)} – ${tick(high)}`],
    ['range', ([low, high]) => `${tick(low)} - ${tick(high)} CHF p.a.`],
    ['upTo', ([, high]) => `CHF ${tick(high)} max. p.a.`],
    ['exact', ([low]) => `CHF ${tick(low)}.– p.a.`],
  ],
  ES: [
    ['range', ([low, high]) => `${dot(low)}€ - ${dot(high)}€ brutos/año`],
    ['range', ([low, high]) => `€${thousands(low)}k - €${thousands(high)}k`],
    ['upTo', ([, high]) => `up to €${comma(high)} gross per year`],
  ],
  FR: [
    ['range', ([low, high]) => `${thousands(low)}-${thousands(high)} k€`],
    ['range', ([low, high]) => `${gap(low)} € – ${gap(high)} € gross per year`],
    ['upTo', ([, high]) => `up to €${thousands(high)}k`],
  ],
  GB: [
    ['exact', ([low]) => `£${thousands(low)}k`],
    ['range', ([low, high]) => `£${comma(low)}–£${comma(high)} per annum`],
    ['upTo', ([, high]) => `up to £${thousands(high)}k`],
    ['range', ([low, high]) => `£${thousands(low)}k - £${thousands(high)}k`],
    ['from', ([low]) => `from £${comma(low)} a year`],
  ],
  SE: [
    ['exact', ([low]) => `SEK ${gap(low)}/month`],
    ['range', ([low, high]) => `SEK ${comma(low)}–${comma(high)} per month`],
    ['range', ([low, high]) => `${gap(low)} – ${gap(high)} kr/month`],
  ],
  DK: [
    ['exact', ([low]) => `DKK ${comma(low)} per month`],
    ['range', ([low, high]) => `${dot(low)}-${dot(high)} kr. per month`],
  ],
  PL: [
    ['range', ([low, high]) => `PLN ${gap(low)}–${gap(high)} net per month (B2B + VAT)`],
    ['range', ([low, high]) => `${gap(low)} - ${gap(high)} PLN gross/month, employment contract`],
    ['range', ([low, high]) => `${thousands(low)}k–${thousands(high)}k PLN net/month on B2B`],
  ],
  CZ: [
    ['range', ([low, high]) => `${gap(low)} – ${gap(high)} Kč/month`],
    ['upTo', ([, high]) => `up to CZK ${comma(high)} per month`],
  ],
}

function stylesFor({ country, language }: PayRequest, random: Random): readonly Style[] {
  const local = LOCAL_STYLES[country]
  if (country === 'AT') return language === 'de' && local ? local : EUR_YEAR_EN
  if (local) return local
  if (language === 'de') return random.chance(0.25) ? EUR_MONTH_DE : EUR_YEAR_DE
  return localAmount(country).period === 'month' ? EUR_MONTH_EN : EUR_YEAR_EN
}

function localAmount(country: string) {
  const found = LOCAL_AMOUNT[country]
  if (!found) throw new Error(`no wage level for ${country}`)
  return found
}

const MONTH_STYLES: ReadonlySet<readonly Style[]> = new Set([EUR_MONTH_DE, EUR_MONTH_EN])

function bandFor(request: PayRequest, random: Random, period: SalaryPeriod): Amounts {
  const [first, last] = BAND_START_THOUSAND_EUR[request.seniority]
  const start = random.integer(first, last) * (ROLE_FACTOR[request.titleKey] ?? 1)
  const width = random.integer(8, 18)
  const perPeriod = period === 'month' ? localAmount(request.country).factor / 12 : localAmount(request.country).factor
  const step = period === 'month' && localAmount(request.country).currency === 'EUR' ? 100 : 1000
  const low = Math.round((start * 1000 * perPeriod) / step) * step
  const high = Math.max(low + step, Math.round(((start + width) * 1000 * perPeriod) / step) * step)
  return [low, high]
}

function exactPay(text: string, amount: number, unit: { currency: string; period: SalaryPeriod }): Pay {
  return { text, truth: { min: amount, max: amount, ...unit }, form: 'exact' }
}

const STUDENT_WORDS: Readonly<Record<Language, readonly (readonly [before: string, after: string])[]>> = {
  en: [
    ['€', ' per hour'],
    ['€', '/h'],
    ['EUR ', ' an hour'],
  ],
  de: [
    ['', ' €/Stunde'],
    ['', ' € pro Stunde'],
    ['', ' € brutto je Stunde'],
  ],
}

function studentPay({ country, language }: PayRequest, random: Random): Pay | null {
  if (localAmount(country).currency !== 'EUR') return null
  const halfEuros = random.integer(30, 38)
  const amount = halfEuros / 2
  const written = amount.toFixed(halfEuros % 2 === 0 ? 0 : 2)
  const german = written.replace('.', ',')
  const [before, after] = random.deal(`pay.student.${language}`, STUDENT_WORDS[language])
  const text = `${before}${language === 'de' ? german : written}${after}`
  return exactPay(text, amount, { currency: 'EUR', period: 'hour' })
}

function contractPay({ language }: PayRequest, random: Random): Pay {
  const amount = random.integer(52, 70) * 10
  const text = language === 'de' ? `Tagessatz ${amount} €` : `€${amount} per day`
  return exactPay(text, amount, { currency: 'EUR', period: 'day' })
}

/** One way of stating pay that fits country, language and level; null where students are not paid by a stated rate. */
export function writePay(request: PayRequest, random: Random): Pay | null {
  if (request.seniority === 'intern') return studentPay(request, random)
  if (request.isContract) return contractPay(request, random)
  const { currency, period: usualPeriod } = localAmount(request.country)
  const styles = stylesFor(request, random)
  const period = MONTH_STYLES.has(styles) ? 'month' : usualPeriod
  const key = `pay.${request.country === 'DE' ? request.language : request.country}.${styles.length}`
  const index = random.deal(key, [...styles.keys()])
  const [form, write] = styles[index] as Style
  const band = bandFor(request, random, period)
  const [low, high] = band
  const min = form === 'upTo' ? null : low
  const max = form === 'from' ? null : form === 'exact' || form === 'base' ? low : high
  return {
    text: write(band),
    truth: { min, max, currency, period },
    form: form === 'range' || form === 'exact' ? form : 'open',
  }
}

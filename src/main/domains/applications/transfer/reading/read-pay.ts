import currencies from '#resources/currencies.json' with { type: 'json' }
import presets from '#resources/import-presets.json' with { type: 'json' }
import type { PayWish } from '#shared/application-parts.ts'
import { SALARY_PERIODS, type SalaryPeriod } from '#shared/facts.ts'
import { comparedWords, hasPhrase } from './words.ts'

const BY_TOKEN = new Map<string, string>([...Object.entries(currencies.byToken), ['$', 'USD']])
const CODES = new Set(BY_TOKEN.values())
/** What is longer tells more than pay. */
const CHARS_READ = 300
const PERIODS: Readonly<Record<SalaryPeriod, readonly string[]>> = presets.periods
/** A figure in any of the ways thousands and cents are written, with or without a k. */
const FIGURE = /(\d{1,3}(?:[ .,'’\u00A0\u202F]\d{3})+|\d+)(?:[.,](\d{1,2}))?(?!\d)(?:\s*(k|tsd)(?![\p{L}\p{N}]))?/giu
const SIGN_OR_WORD = /[$€£¥₹₺₽₴₪₩]|\p{L}+[$€£]?/gu
/** A sum that is said without a period is a year's where it cannot be a month's. */
const YEARLY_FROM = 12_000
const YEARLY_BY_CUSTOM: ReadonlySet<string> = new Set(['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD'])
const MOST = 100_000_000

/** The pay that a cell tells, of a range its lower end; null when amount, currency or period is not certain. Pure. */
export function readPay(cell: string): PayWish | null {
  const text = cell.slice(0, CHARS_READ)
  const currency = currencyIn(text)
  const amount = amountIn(text)
  if (currency === null || amount === null) return null
  const period = periodIn(text) ?? (amount >= YEARLY_FROM && YEARLY_BY_CUSTOM.has(currency) ? 'year' : null)
  return period === null ? null : { amount, currency, period }
}

/** As an export writes it; `readPay` reads it as the same. Pure. */
export function writtenPay({ amount, currency, period }: PayWish): string {
  return `${amount} ${currency} per ${period}`
}

function currencyIn(text: string): string | null {
  const found = new Set<string>()
  for (const [token] of text.matchAll(SIGN_OR_WORD)) {
    const code = CODES.has(token) ? token : (BY_TOKEN.get(token) ?? BY_TOKEN.get(token.toLowerCase()))
    if (code !== undefined) found.add(code)
  }
  const [only] = found
  return only !== undefined && found.size === 1 ? only : null
}

/** The lower of the first two figures; "80-90k" means thousands twice. */
function amountIn(text: string): number | null {
  const figures = [...text.matchAll(FIGURE)].slice(0, 2).map((match) => {
    const whole = Number((match[1] ?? '').replace(/\D/g, ''))
    const isThousands = match[3] !== undefined
    const cents = match[2] === undefined ? 0 : Number(`0.${match[2]}`)
    return { value: (whole + cents) * (isThousands ? 1000 : 1), isThousands }
  })
  const [first, second] = figures
  if (first === undefined) return null
  const value =
    second?.isThousands === true && !first.isThousands && first.value < 1000 ? first.value * 1000 : first.value
  const amount = second !== undefined && second.value > 0 && second.value < value ? second.value : value
  return amount > 0 && amount <= MOST ? Math.round(amount * 100) / 100 : null
}

function periodIn(text: string): SalaryPeriod | null {
  const words = comparedWords(text.replace(/\d[\d.,'’ ]*k?/gi, ' '))
  const said = SALARY_PERIODS.filter((period) => PERIODS[period].some((phrase) => hasPhrase(words, phrase)))
  const [only] = said
  return only !== undefined && said.length === 1 ? only : null
}

import currencies from '#resources/currencies.json' with { type: 'json' }
import { CASE_SUFFIX } from './joints.ts'

/** A number as a posting writes it, with what is glued to it: currency, thousands, millions. `start` and `end` span all of that. */
export interface Amount {
  readonly start: number
  readonly end: number
  readonly value: number
  /** 1000 for "60k", a million for "1,2 Mio.". */
  readonly factor: number
  readonly hasThousands: boolean
  readonly hasMillions: boolean
  readonly currencyToken: string | null
  /** True when nothing marks the number as money and its digits look like a year. */
  readonly looksLikeYear: boolean
}

const GROUP_GAP = " .,'’\\u00a0\\u2009\\u202f"
const GLUED = 'eur|chf|usd|gbp|sek|nok|dkk|pln|czk|huf|ron|cad|aud|inr|isk|kr|rs|fr'
/** Either groups of three with one kind of separator and perhaps cents, or plain digits with perhaps decimals. */
const NUMBER = new RegExp(
  `(?:(?<![\\p{L}\\d]|\\d[.,'’])|(?<=(?<!\\p{L})(?:${GLUED})))(?:\\d{1,3}([${GROUP_GAP}])\\d{3}(?!\\d)(?:\\1\\d{3}(?!\\d))*(?:[.,]\\d{1,2}(?!\\d))?|\\d+(?:[.,]\\d{1,2}(?![\\d]))?)`,
  'giu',
)
const CENTS_DASH = /[.,][-–—]{1,2}|:-(?!\d)/y
const THOUSANDS =
  /[\s\u00a0\u202f]?(?:k(?![\p{L}\d])|k(?=p\.?a(?!\p{L}))|k(?=[\s]?(?:€|£|\$|eur|usd|gbp|chf|pln|sek|nok|dkk|czk|zł)(?!\p{L}))|t(?=€|eur\b)|tkr(?!\p{L})|e(?=ft(?!\p{L}))|(?:tsd|tys|tis|tūkst|tukst)\.?(?!\p{L})|(?:thousand|tausend|duizend|mille|mila|tusen|tusind|tisíc|ezer|tuhat|хил)(?!\p{L})|mii(?=\s(?:de\s)?(?:lei|ron|eur))|mil(?=\s+(?:euro|€|zł|kč|pesos|reais)))/iuy
const MILLIONS =
  /[\s\u00a0\u202f]?(?:(?:m|mm|mn|mio|mia|mln|mld|mrd|bn|b|md)\.?(?![\p{L}\d/.²])|m(?=€|£|ft(?!\p{L}))|(?:million|billion|milliard|milion|miljo|miljar|millones|milhõe|milhoe|miliard|millió|milliárd|εκατ|милион)\p{L}{0,6}(?!\p{L}))/iuy
const LAKHS = /\s?(?:lpa|lakhs?|lacs?)(?!\p{L})/iuy
/** American savings plans are written like a sum of money. */
const SAVINGS_PLAN = /^40[13]\s?\(?[kb]\)?(?!\p{L})/iu

const TOKENS = [...Object.keys(currencies.byToken), ...Object.keys(currencies.byCountry)].filter(
  (token) => token !== ':-',
)
const TOKEN_PATTERN = TOKENS.sort((a, b) => b.length - a.length)
  .map((token) => token.replaceAll(/[$.]/g, String.raw`\$&`))
  .join('|')
const CURRENCY_AFTER = new RegExp(
  `[\\s\\u00a0\\u202f]{0,2}(?:de\\s)?(?:(${TOKEN_PATTERN})(?:(?=${CASE_SUFFIX})|(?![\\p{L}\\d]|\\.[\\p{Ll}]))|\\((${TOKEN_PATTERN})\\))`,
  'iuy',
)
const CURRENCY_BEFORE = new RegExp(`(?<!\\p{L})(k)?(${TOKEN_PATTERN})(k)?[\\s\\u00a0\\u202f:]{0,2}$`, 'iu')
const LONGEST_TOKEN = 22
const MAX_FIGURES = 300
/** Codes that are words as well: meant only in capitals. */
const CAPITALS_ONLY = new Set(currencies.capitalsOnly)

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Reads European and English digits: one separator before groups of three is a thousands mark, before one or two digits a comma. */
function readNumber(written: string): number {
  const bare = written.replaceAll(/[\s\u00a0\u2009\u202f'’]/g, '')
  const decimals = /[.,](\d{1,2})$/.exec(bare)
  const whole = decimals ? bare.slice(0, -decimals[0].length) : bare
  return Number(`${whole.replaceAll(/[.,]/g, '')}.${decimals?.[1] ?? '0'}`)
}

function tokenOf(written: string | undefined): string | null {
  if (written === undefined) return null
  const token = written.toLowerCase()
  return CAPITALS_ONLY.has(token) && written !== written.toUpperCase() ? null : token
}

interface Magnitude {
  readonly end: number
  readonly factor: number
  readonly hasThousands: boolean
  readonly hasMillions: boolean
  readonly token: string | null
}

function readMagnitude(text: string, at: number): Magnitude {
  const none = { end: at, factor: 1, hasThousands: false, hasMillions: false, token: null }
  const lakhs = matchAt(LAKHS, text, at)
  if (lakhs) return { ...none, end: at + lakhs[0].length, factor: 100_000, hasThousands: true, token: 'inr' }
  const millions = matchAt(MILLIONS, text, at)
  if (millions) return { ...none, end: at + millions[0].length, factor: 1_000_000, hasMillions: true }
  const thousands = matchAt(THOUSANDS, text, at)
  if (!thousands) return none
  const token = thousands[0].trim().toLowerCase() === 'tkr' ? 'tkr' : null
  return { ...none, end: at + thousands[0].length, factor: 1000, hasThousands: true, token }
}

function readAmount(text: string, numberStart: number, written: string): Amount | null {
  let end = numberStart + written.length
  if (/^[\s\u00a0\u202f]?%/.test(text.slice(end, end + 2))) return null
  if (SAVINGS_PLAN.test(text.slice(numberStart, numberStart + 7))) return null
  const before = CURRENCY_BEFORE.exec(text.slice(Math.max(0, numberStart - LONGEST_TOKEN), numberStart))
  let currencyToken = tokenOf(before?.[2])
  const start = before ? numberStart - before[0].length : numberStart
  const dash = matchAt(CENTS_DASH, text, end)
  if (dash) {
    end += dash[0].length
    if (dash[0] === ':-') currencyToken ??= ':-'
  }
  const magnitude = readMagnitude(text, end)
  end = magnitude.end
  currencyToken ??= magnitude.token
  const after = matchAt(CURRENCY_AFTER, text, end)
  const tokenAfter = tokenOf(after?.[1] ?? after?.[2])
  if (after && tokenAfter !== null && (currencyToken === null || sameCurrency(currencyToken, tokenAfter))) {
    currencyToken ??= tokenAfter
    end +=
      after[0].length -
      (tokenAfter.endsWith('.') && /^\s+\p{Lu}/u.test(text.slice(end + after[0].length, end + after[0].length + 3))
        ? 1
        : 0)
  }
  const hasThousands =
    magnitude.hasThousands || before?.[1] !== undefined || before?.[3] !== undefined || currencyToken === 'teur'
  const factor = magnitude.factor === 1 && hasThousands ? 1000 : magnitude.factor
  const looksLikeYear = currencyToken === null && !hasThousands && /^(?:19|20)\d\d$/.test(written)
  const value = roundCents(readNumber(written) * factor)
  return { start, end, value, factor, hasThousands, hasMillions: magnitude.hasMillions, currencyToken, looksLikeYear }
}

/** 2.3 × 1000 is 2300 and not 2299.9999999999995. */
function roundCents(value: number): number {
  return Math.round(value * 100) / 100
}

/** True when two tokens can mean one currency ("€" and "EUR", "$" and "CAD"). */
export function sameCurrency(a: string, b: string): boolean {
  const [one, other] = [readCurrency(a.toLowerCase(), null), readCurrency(b.toLowerCase(), null)]
  return one === null || other === null || one === other || a === '$' || b === '$'
}

/** Every number of a text with its currency and magnitude, in order; percentages are left out, and what comes after more figures
 *  than any posting has. Linear in the text's length. */
export function findAmounts(text: string): Amount[] {
  const amounts: Amount[] = []
  for (const match of text.matchAll(NUMBER)) {
    if (amounts.length >= MAX_FIGURES) break
    const amount = readAmount(text, match.index, match[0])
    if (amount) amounts.push(amount)
  }
  return amounts
}

/** ISO 4217 code of a currency token; null when only the country could decide it and does not. */
export function readCurrency(token: string, countryCode: string | null): string | null {
  const fixed: Readonly<Record<string, string>> = currencies.byToken
  if (Object.hasOwn(fixed, token)) return fixed[token] ?? null
  const open: Readonly<Record<string, Readonly<Record<string, string>>>> = currencies.byCountry
  const byCountry = Object.hasOwn(open, token) ? open[token] : undefined
  if (!byCountry) return null
  return (countryCode === null ? undefined : byCountry[countryCode]) ?? byCountry['*'] ?? null
}

/** The currency people are paid in where nothing else is written; null for countries outside the table. */
export function currencyOfCountry(countryCode: string | null): string | null {
  const table: Readonly<Record<string, string>> = currencies.ofCountry
  return countryCode !== null && Object.hasOwn(table, countryCode) ? (table[countryCode] ?? null) : null
}

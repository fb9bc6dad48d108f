import currencies from '#resources/currencies.json' with { type: 'json' }

/** A number as a posting writes it, with what is glued to it: currency, thousands, millions. `start` and `end` span all of that. */
export interface Amount {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly hasThousands: boolean
  readonly hasMillions: boolean
  readonly currencyToken: string | null
  /** True when nothing marks the number as money and its digits look like a year. */
  readonly looksLikeYear: boolean
}

const GROUP_GAP = " .,'’\\u00a0\\u2009\\u202f"
/** Either groups of three with one kind of separator and perhaps cents, or plain digits with perhaps decimals. */
const NUMBER = new RegExp(
  `(?:(?<![\\p{L}\\d]|\\d[.,'’])|(?<=(?<!\\p{L})(?:eur|chf|usd|gbp|sek|nok|dkk|pln|czk|huf|ron|kr|rs)))(?:\\d{1,3}([${GROUP_GAP}])\\d{3}(?!\\d)(?:\\1\\d{3}(?!\\d))*(?:[.,]\\d{1,2}(?!\\d))?|\\d+(?:[.,]\\d{1,2}(?![\\d]))?)`,
  'giu',
)
const CENTS_DASH = /[.,][-–—]{1,2}|:-(?!\d)/y
const THOUSANDS =
  /[\s\u00a0\u202f]?(?:k(?![\p{L}\d])|k(?=[\s]?(?:€|£|\$|eur|usd|gbp|chf|pln|sek|nok|dkk|czk|zł)(?!\p{L}))|t(?=€|eur\b)|tkr(?!\p{L})|(?:tsd|tys|tis)\.?(?!\p{L})|(?:thousand|tausend|duizend|mille|mila|tusen)(?!\p{L})|mil(?=\s+(?:euro|€|zł|kč)))/iuy
const MILLIONS =
  /[\s\u00a0\u202f]?(?:(?:m|mm|mn|mio|mln|bn|b|mrd|mld)\.?(?![\p{L}\d/.])|(?:million|billion|milliard|milion|miljo|millones|milhõe|milhoe|miliard|millió)\p{L}{0,6}(?!\p{L}))/iuy

const TOKENS = [...Object.keys(currencies.byToken), ...Object.keys(currencies.byCountry)].filter(
  (token) => token !== ':-',
)
const TOKEN_PATTERN = TOKENS.sort((a, b) => b.length - a.length)
  .map((token) => token.replaceAll(/[$.]/g, String.raw`\$&`))
  .join('|')
const CURRENCY_AFTER = new RegExp(`[\\s\\u00a0\\u202f]{0,2}(${TOKEN_PATTERN})(?![\\p{L}\\d])`, 'iuy')
const CURRENCY_BEFORE = new RegExp(`(?<!\\p{L})(k)?(${TOKEN_PATTERN})(k)?[\\s\\u00a0\\u202f:]{0,2}$`, 'iu')
const LONGEST_TOKEN = 18

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

function readAmount(text: string, numberStart: number, written: string): Amount | null {
  let end = numberStart + written.length
  if (/^[\s]?%/.test(text.slice(end, end + 2))) return null
  const before = CURRENCY_BEFORE.exec(text.slice(Math.max(0, numberStart - LONGEST_TOKEN), numberStart))
  let currencyToken = before?.[2]?.toLowerCase() ?? null
  const start = before ? numberStart - before[0].length : numberStart
  const dash = matchAt(CENTS_DASH, text, end)
  if (dash) {
    end += dash[0].length
    if (dash[0] === ':-') currencyToken ??= ':-'
  }
  const millions = matchAt(MILLIONS, text, end)
  const thousands = millions ? null : matchAt(THOUSANDS, text, end)
  end += (millions ?? thousands)?.[0].length ?? 0
  if (thousands?.[0].trim().toLowerCase() === 'tkr') currencyToken ??= 'tkr'
  const after = matchAt(CURRENCY_AFTER, text, end)
  if (after && (currencyToken === null || sameCurrency(currencyToken, after[1] ?? ''))) {
    currencyToken ??= after[1]?.toLowerCase() ?? null
    end += after[0].length
  }
  const hasThousands =
    thousands !== null || before?.[1] !== undefined || before?.[3] !== undefined || currencyToken === 'teur'
  const value = readNumber(written) * (millions ? 1_000_000 : hasThousands ? 1000 : 1)
  const looksLikeYear = currencyToken === null && !hasThousands && /^(?:19|20)\d\d$/.test(written)
  return { start, end, value, hasThousands, hasMillions: millions !== null, currencyToken, looksLikeYear }
}

/** True when two tokens can mean one currency ("€" and "EUR", "$" and "CAD"). */
export function sameCurrency(a: string, b: string): boolean {
  const [one, other] = [readCurrency(a.toLowerCase(), null), readCurrency(b.toLowerCase(), null)]
  return one === null || other === null || one === other || a === '$' || b === '$'
}

/** Every number of a text with its currency and magnitude, in order; percentages are left out. Linear in the text's length. */
export function findAmounts(text: string): Amount[] {
  const amounts: Amount[] = []
  for (const match of text.matchAll(NUMBER)) {
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

/** Ranks order the cards of a column: texts that are compared character by character, between any two of which there is room for another.
 *  A rank is a whole number with its length in the first character ('a0' … 'az', 'b00' …; 'Zz' and below for what comes before), and
 *  after it, where no whole number fits between two neighbours, a fraction. So adding at either end stays short however often it is done. */

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const ZERO = '0'
const LAST = 'z'
const RANK = /^(?:[a-z]|[A-Z])[0-9A-Za-z]+$/
/** Longer than this, and a column is better numbered anew. */
export const RANK_MAX_CHARS = 40

/** Whether the text is a rank as this file makes them. Pure. */
export function isRank(text: string): boolean {
  if (!RANK.test(text) || text.length < wholeChars(text)) return false
  return text.length === wholeChars(text) || !text.endsWith(ZERO)
}

/** A rank strictly between two others; null: there is none on that side. Throws RangeError when the first is not below the second, or one
 *  is no rank. Pure. */
export function between(low: string | null, high: string | null): string {
  for (const rank of [low, high]) if (rank !== null && !isRank(rank)) throw new RangeError(`"${rank}" is no rank`)
  if (low !== null && high !== null && low >= high) throw new RangeError(`${low} is not below ${high}`)
  if (low === null) return high === null ? 'a0' : below(high)
  const whole = low.slice(0, wholeChars(low))
  const next = stepped(whole, 1)
  if (next !== null && (high === null || next < high)) return next
  const sameWhole = high?.startsWith(whole) === true
  return whole + middle(low.slice(whole.length), sameWhole ? high.slice(whole.length) : null)
}

/** So many ranks in order, as short as they can be. Pure. */
export function evenRanks(count: number): string[] {
  const ranks: string[] = []
  for (let index = 0; index < count; index += 1) ranks.push(between(ranks.at(-1) ?? null, null))
  return ranks
}

function below(high: string): string {
  const whole = high.slice(0, wholeChars(high))
  if (whole < high) return whole
  return stepped(whole, -1) ?? `${whole}${middle('', high.slice(whole.length))}`
}

/** 'a' has one digit, 'b' two …; 'Z' has one, 'Y' two …: what is longer lies further out. */
function wholeChars(rank: string): number {
  const head = rank.charCodeAt(0)
  return rank.charAt(0) >= 'a' ? head - 'a'.charCodeAt(0) + 2 : 'Z'.charCodeAt(0) - head + 2
}

/** The next whole number up or down; null when there is none. */
function stepped(whole: string, by: 1 | -1): string | null {
  const [from, to] = by === 1 ? [LAST, ZERO] : [ZERO, LAST]
  const digits = whole.slice(1).split('')
  for (let index = digits.length - 1; index >= 0; index -= 1) {
    const digit = digits[index] ?? ZERO
    if (digit !== from) {
      digits[index] = DIGITS.charAt(DIGITS.indexOf(digit) + by)
      return whole.charAt(0) + digits.join('')
    }
    digits[index] = to
  }
  return overflowed(whole.charAt(0), by)
}

function overflowed(head: string, by: 1 | -1): string | null {
  if (head === (by === 1 ? 'z' : 'A')) return null
  const between = by === 1 ? head === 'Z' : head === 'a'
  if (between) return by === 1 ? `a${ZERO}` : `Z${LAST}`
  const next = String.fromCharCode(head.charCodeAt(0) + by)
  return next + (by === 1 ? ZERO : LAST).repeat(wholeChars(next) - 1)
}

/** A fraction strictly between two; null: up to the next whole. None ends with a zero. */
function middle(low: string, high: string | null): string {
  let common = 0
  if (high !== null) while ((low.charAt(common) || ZERO) === high.charAt(common)) common += 1
  if (high !== null && common > 0) return high.slice(0, common) + middle(low.slice(common), high.slice(common))
  const lowDigit = low === '' ? 0 : DIGITS.indexOf(low.charAt(0))
  const highDigit = high === null ? DIGITS.length : DIGITS.indexOf(high.charAt(0))
  if (highDigit - lowDigit > 1) return DIGITS.charAt(Math.round((lowDigit + highDigit) / 2))
  if (high !== null && high.length > 1) return high.charAt(0)
  return DIGITS.charAt(lowDigit) + middle(low.slice(1), null)
}

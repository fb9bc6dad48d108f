import words from '#resources/claim-words.json' with { type: 'json' }
import sums from '#resources/claim-sums.json' with { type: 'json' }
import type { Token } from '../read/tokens.ts'
import { valueOfDigits, valueOfWord } from './number-values.ts'
import type { Raw } from './raw.ts'
import { isMeasured, readUnit, TIMES_UNIT } from './units.ts'

const ONE = new Set(words.numbers.one)
const HALF = new Set(sums.half)
const AND = new Set(['and', 'und'])
const TIMES: Readonly<Record<string, { readonly value: number; readonly unit: string }>> = sums.joinedTimes

/** A number with a half, or a part of a time, that begins at a token: "three and a half", "an hour and a half", "half a year",
 *  "three quarters of an hour", "Viertelstunde". Null where none does. Pure. */
export function mixedAt(tokens: readonly Token[], at: number): Raw | null {
  return (
    outOf(tokens, at) ??
    yearsAndMonths(tokens, at) ??
    andHalf(tokens, at) ??
    timeAndHalf(tokens, at) ??
    halfTime(tokens, at) ??
    partOfTime(tokens, at)
  )
}

function plainAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.plain ?? ''
}

/** "one" and "a" are numbers only where something follows that makes them so. */
function wholeAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at]
  if (token?.is === 'digits') return valueOfDigits(token.text)
  return ONE.has(token?.plain ?? '') ? 1 : valueOfWord(token?.plain ?? '')
}

/** How many tokens "and a half" takes; 0 where it does not stand. */
function halfBehind(tokens: readonly Token[], at: number): number {
  if (!AND.has(plainAt(tokens, at))) return 0
  const half = ONE.has(plainAt(tokens, at + 1)) ? at + 2 : at + 1
  return HALF.has(plainAt(tokens, half)) ? half + 1 - at : 0
}

const MOST_PARTS = 10

/** "four out of five" are 80 %. */
function outOf(tokens: readonly Token[], at: number): Raw | null {
  if (plainAt(tokens, at + 1) !== 'out' || plainAt(tokens, at + 2) !== 'of') return null
  const [some, all] = [wholeAt(tokens, at), wholeAt(tokens, at + 3)]
  if (some === null || all === null || some >= all || all > MOST_PARTS) return null
  return { value: (some / all) * 100, from: at, to: at + 4, unit: { ...TIMES_UNIT, is: 'percent' } }
}

/** "two years and eight months" */
function yearsAndMonths(tokens: readonly Token[], at: number): Raw | null {
  const [years, months] = [wholeAt(tokens, at), wholeAt(tokens, at + 3)]
  if (years === null || months === null || !AND.has(plainAt(tokens, at + 2))) return null
  const [first, second] = [
    timed(tokens, { value: years, from: at, at: at + 1 }),
    timed(tokens, { value: months, from: at + 3, at: at + 4 }),
  ]
  if (first?.unit?.is !== 'months' || second?.unit?.is !== 'months' || second.value >= first.value) return null
  return { ...second, value: first.value + second.value, from: at }
}

function andHalf(tokens: readonly Token[], at: number): Raw | null {
  const size = halfBehind(tokens, at + 1)
  const whole = size === 0 ? null : wholeAt(tokens, at)
  return whole === null ? null : { value: whole + 0.5, from: at, to: at + 1 + size }
}

/** A time in its base, read where its unit stands. */
function timed(tokens: readonly Token[], { value, from, at }: { value: number; from: number; at: number }): Raw | null {
  const { unit, to, factor } = readUnit(tokens, at, from)
  if (to === at || !isMeasured(unit)) return null
  return { value: value * factor, from, to, unit }
}

function timeAndHalf(tokens: readonly Token[], at: number): Raw | null {
  const size = halfBehind(tokens, at + 2)
  const whole = size === 0 ? null : wholeAt(tokens, at)
  const raw = whole === null ? null : timed(tokens, { value: whole + 0.5, from: at, at: at + 1 })
  return raw && { ...raw, to: at + 2 + size }
}

function halfTime(tokens: readonly Token[], at: number): Raw | null {
  if (!HALF.has(plainAt(tokens, at))) return null
  const unit = ONE.has(plainAt(tokens, at + 1)) ? at + 2 : at + 1
  return timed(tokens, { value: 0.5, from: at, at: unit })
}

const PARTS: Readonly<Record<string, number>> = { ...words.numbers.parts, ...sums.smallParts }

function partOfTime(tokens: readonly Token[], at: number): Raw | null {
  const joined = TIMES[plainAt(tokens, at)]
  const token = tokens[at]
  if (joined && token) {
    const { unit, factor } = readUnit([{ ...token, plain: joined.unit }], 0)
    return { value: joined.value * factor, from: at, to: at + 1, unit }
  }
  const below = PARTS[plainAt(tokens, at + 1)]
  const above = below === undefined ? null : wholeAt(tokens, at)
  if (below === undefined || above === null || above >= below) return null
  const isOf = plainAt(tokens, at + 2) === 'of' && ONE.has(plainAt(tokens, at + 3))
  if (!isOf && !plainAt(tokens, at + 1).endsWith('tel') && !plainAt(tokens, at + 1).endsWith('stel')) return null
  return timed(tokens, { value: above / below, from: at, at: isOf ? at + 4 : at + 2 })
}

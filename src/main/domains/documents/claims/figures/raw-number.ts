import sums from '#resources/claim-sums.json' with { type: 'json' }
import words from '#resources/claim-words.json' with { type: 'json' }
import type { Token } from '../read/tokens.ts'
import { clockAt } from './clocks.ts'
import { fractionAt } from './fractions.ts'
import { mixedAt } from './mixed-numbers.ts'
import { valueInsideWord, valueOfDigits, valueOfWord } from './number-values.ts'
import type { Raw } from './raw.ts'
import { classOf, readUnit, TIMES_UNIT } from './units.ts'
import { vagueAt } from './vague-numbers.ts'

const SCALES: Readonly<Record<string, number>> = words.numbers.scales
const PEOPLE = 'kopfiges'
const GLUED: Readonly<Record<string, number>> = words.numbers.glued
const FACTORS: Readonly<Record<string, number>> = words.numbers.factors
const BARE_SCALES = new Set(words.numbers.bareScales)
const ONE = new Set(words.numbers.one)
const MAY_BE_GLUED = new Set([
  ...Object.keys(words.units.seconds),
  ...Object.keys(words.units.bytes),
  ...words.units.times,
  ...'k m mio bn b mrd tsd eur usd chf st nd rd th pp'.split(' '),
])

/** "zu dritt" */
const IN_GROUPS: Readonly<Record<string, number>> = sums.inGroups

/** The number that begins at a token; null where none does. Pure. */
export function readRaw(tokens: readonly Token[], at: number): Raw | null {
  const token = tokens[at]
  if (!token) return null
  const clock = clockAt(tokens, at)
  if (clock) return clock
  const mixed = mixedAt(tokens, at)
  if (mixed) return mixed.unit ? mixed : scaled(tokens, mixed)
  if (token.is === 'digits')
    return isInsideName(tokens, at) ? null : scaled(tokens, { ...digitsAt(tokens, at), from: at })
  return token.is === 'word' ? readWord(tokens, at) : null
}

function readWord(tokens: readonly Token[], at: number): Raw | null {
  const token = tokens[at]
  if (!token) return null
  const { plain } = token
  const group = plain === 'zu' ? IN_GROUPS[tokens[at + 1]?.plain ?? ''] : undefined
  if (group !== undefined)
    return {
      value: group,
      from: at,
      to: at + 2,
      unit: { ...TIMES_UNIT, is: 'count', counted: ['people'] },
      isGroup: true,
    }
  const fraction = fractionAt(tokens, at)
  if (fraction?.is === 'count') return { value: fraction.value, from: at, to: fraction.to }
  if (fraction) return { ...fraction, unit: { ...TIMES_UNIT, is: fraction.is } }
  const joined = hyphenated(tokens, at)
  if (joined !== null) return scaled(tokens, { value: joined, from: at, to: at + 3 })
  const value = valueOfWord(plain)
  if (value !== null) return scaled(tokens, { value, from: at, to: at + 1 })
  const inside = valueInsideWord(plain)
  if (inside) {
    const { unit, factor } = readUnit([{ ...token, plain: inside.unit }], 0)
    return { value: inside.value * factor, from: at, to: at + 1, unit, isGroup: inside.unit === PEOPLE }
  }
  const vague = vagueAt(tokens, at)
  if (vague) return vague
  const times = timesAs(tokens, at)
  if (times !== null) return { value: times, from: at, to: at + 1, unit: TIMES_UNIT }
  const factor = FACTORS[plain] ?? (plain === 'doppelt' && tokens[at + 1]?.plain === 'so' ? 2 : undefined)
  if (factor !== undefined) return { value: factor, from: at, to: at + 1, unit: TIMES_UNIT }
  if (BARE_SCALES.has(plain)) return bareScale(tokens, at)
  return null
}

const TIMES_WORD = /^(\p{L}+)mal$/u
const TIMES_NEXT = new Set(['so', ...sums.compared.split(' '), ...sums.howOften.split(' ')])

/** "zehnmal so schnell", "dreimal schneller", "dreimal im Jahr" */
function timesAs(tokens: readonly Token[], at: number): number | null {
  const count = TIMES_WORD.exec(tokens[at]?.plain ?? '')?.[1]
  return count !== undefined && TIMES_NEXT.has(tokens[at + 1]?.plain ?? '') ? valueOfWord(count) : null
}

/** "a dozen", "one million": the scale is the number. */
function bareScale(tokens: readonly Token[], at: number): Raw | null {
  const value = SCALES[tokens[at]?.plain ?? '']
  if (value === undefined) return null
  // "a multi-million budget"
  if (tokens[at - 1]?.text === '-' && MULTI.has(tokens[at - 2]?.plain ?? ''))
    return { value: 2 * value, from: at - 2, to: at + 1, isVague: true }
  const from = ONE.has(tokens[at - 1]?.plain ?? '') ? at - 1 : at
  return scaled(tokens, { value, from, to: at + 1 })
}

const MULTI = new Set(['multi'])

/** "twenty-five" */
function hyphenated(tokens: readonly Token[], at: number): number | null {
  const [tens, sign, ones] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (sign?.text !== '-' || !sign.isGlued || !ones?.isGlued) return null
  const [high, low] = [valueOfWord(tens?.plain ?? ''), ones.plain === 'one' ? 1 : valueOfWord(ones.plain)]
  return high === null || low === null || high < 20 || low > 9 ? null : high + low
}

function digitsAt(tokens: readonly Token[], at: number): { value: number; to: number } {
  let written = tokens[at]?.text ?? ''
  let to = at + 1
  // "18 000": groups of three behind a space.
  while (/^\d{1,3}(?: \d{3})*$/.test(written) && /^\d{3}$/.test(tokens[to]?.text ?? '')) {
    written += ` ${tokens[to]?.text ?? ''}`
    to += 1
  }
  return { value: valueOfDigits(written.replaceAll(' ', '')), to }
}

/** Digits that a letter touches are part of a name ("k8s", "PRINCE2", "4HANA") unless a unit follows ("250k", "40ms"). */
function isInsideName(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (token?.isGlued && before?.is === 'word' && !MAY_COME_BEFORE.has(before.plain)) return true
  // "Sentinel-2", "GPT-4"
  const isHyphened = token?.isGlued === true && before?.text === '-' && before.isGlued
  if (isHyphened && /^\p{Lu}/u.test(tokens[at - 2]?.text ?? '') && after?.text !== '-') return true
  return after?.is === 'word' && after.isGlued && !MAY_BE_GLUED.has(after.plain)
}
const MAY_COME_BEFORE = new Set(['eur', 'usd', 'chf', 'gbp'])

function scaled(tokens: readonly Token[], raw: Raw): Raw {
  let [all, to] = [1, raw.to]
  // "an 8-billion-parameter model"
  if (tokens[to]?.text === '-' && tokens[to]?.isGlued && tokens[to + 1]?.isGlued && isScale(tokens[to + 1])) to += 1
  for (let scale = scaleAt(tokens, to); scale !== null; scale = scaleAt(tokens, to)) {
    all *= scale
    to += 1
    if (tokens[to]?.text === '.' && tokens[to]?.isGlued && !/^\p{Lu}/u.test(tokens[to + 1]?.text ?? 'X')) to += 1
    else if (tokens[to]?.text === '.' && tokens[to]?.isGlued && isMoney(tokens[to + 1])) to += 1
  }
  return { ...raw, value: Number((raw.value * all).toPrecision(12)), to, scale: all }
}

function isMoney(token: Token | undefined): boolean {
  return token !== undefined && token.plain in words.units.money
}

/** "1.1m transactions", but "a 5m cable" */
function isPlural(token: Token | undefined): boolean {
  return token?.is === 'word' && (/[^s]s$/.test(token.plain) || classOf(token) !== null)
}

function isScale(token: Token | undefined): boolean {
  return token !== undefined && token.plain.length > 2 && SCALES[token.plain] !== undefined
}

function scaleAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at]
  if (!token || token.is !== 'word') return null
  if (token.isGlued && tokens[at - 1]?.is === 'digits')
    return (
      GLUED[token.text] ?? (token.text === 'm' && (isMoney(tokens[at - 2]) || isPlural(tokens[at + 1])) ? 1e6 : null)
    )
  if (token.plain === 'k') return isMoney(tokens[at + 1]) ? 1000 : null
  return SCALES[token.plain] ?? null
}

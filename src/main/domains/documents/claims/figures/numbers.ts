import words from '#resources/claim-words.json' with { type: 'json' }
import { valueInsideWord, valueOfDigits, valueOfWord } from './number-values.ts'
import { type Bound, boundOf, movesOf, type NumberMoves } from './number-words.ts'
import { spaced, type Token } from '../read/tokens.ts'
import { fractionAt } from './fractions.ts'
import { readUnit, TIMES_UNIT, type Unit } from './units.ts'

/** A number that a sentence states. `value` is in the unit's base: one, percent, seconds, months, bytes. */
export interface NumberSaid extends Unit, NumberMoves {
  readonly written: string
  readonly value: number
  readonly bound: Bound
  /** "dozens": at least so many, and no one knows how many. */
  readonly isVague: boolean
}

interface Raw {
  readonly value: number
  readonly from: number
  readonly to: number
  readonly isVague?: boolean
  readonly unit?: Unit
}

const SCALES: Readonly<Record<string, number>> = words.numbers.scales
const GLUED: Readonly<Record<string, number>> = words.numbers.glued
const VAGUE: Readonly<Record<string, number>> = words.numbers.vague
const FACTORS: Readonly<Record<string, number>> = words.numbers.factors
const BARE_SCALES = new Set(words.numbers.bareScales)
const ONE = new Set(words.numbers.one)
const MAY_BE_GLUED = new Set([
  ...Object.keys(words.units.seconds),
  ...Object.keys(words.units.bytes),
  ...words.units.times,
  'k',
  'm',
  'mio',
  'bn',
  'b',
  'mrd',
  'tsd',
  'eur',
  'usd',
  'chf',
  'st',
  'nd',
  'rd',
  'th',
  'pp',
])

/** The numbers that a sentence states, in figures or words, with what they count; years of dates and digits inside names ("S3",
 *  "PRINCE2") are none. `isTaken` tells the offsets that are something else. Pure. */
export function readNumbers(tokens: readonly Token[], isTaken: (at: number) => boolean): NumberSaid[] {
  const text = spaced(tokens)
  const raws: Raw[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    const raw = token && !isTaken(token.start) ? readRaw(tokens, at) : null
    if (!raw) continue
    raws.push(raw)
    at = Math.max(at, raw.to - 1)
  }
  return shareUnits(
    raws.map((raw) => said(tokens, raw)),
    tokens,
    raws,
  ).concat(readHalves(text))
}

function readRaw(tokens: readonly Token[], at: number): Raw | null {
  const token = tokens[at]
  if (!token) return null
  if (token.is === 'digits')
    return isInsideName(tokens, at) ? null : scaled(tokens, { ...digitsAt(tokens, at), from: at })
  if (token.is !== 'word') return null
  const { plain } = token
  const fraction = fractionAt(tokens, at)
  if (fraction?.is === 'count') return { value: fraction.value, from: at, to: fraction.to }
  if (fraction) return { ...fraction, unit: { ...TIMES_UNIT, is: fraction.is } }
  const joined = hyphenated(tokens, at)
  if (joined !== null) return scaled(tokens, { value: joined, from: at, to: at + 3 })
  const value = valueOfWord(plain)
  if (value !== null) return scaled(tokens, { value, from: at, to: at + 1 })
  const inside = valueInsideWord(plain)
  if (inside)
    return { value: inside.value, from: at, to: at + 1, unit: readUnit([{ ...token, plain: inside.unit }], 0).unit }
  const vague = VAGUE[plain]
  if (vague !== undefined && tokens[at - 1]?.is !== 'digits')
    return { value: vague, from: at, to: at + 1, isVague: true }
  const factor = FACTORS[plain]
  if (factor !== undefined) return { value: factor, from: at, to: at + 1, unit: TIMES_UNIT }
  if (BARE_SCALES.has(plain)) return bareScale(tokens, at)
  return null
}

/** "a dozen", "one million": the scale is the number. */
function bareScale(tokens: readonly Token[], at: number): Raw | null {
  const value = SCALES[tokens[at]?.plain ?? '']
  if (value === undefined) return null
  const from = ONE.has(tokens[at - 1]?.plain ?? '') || tokens[at - 1]?.plain === 'one' ? at - 1 : at
  return scaled(tokens, { value, from, to: at + 1 })
}

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
  return after?.is === 'word' && after.isGlued && !MAY_BE_GLUED.has(after.plain)
}
const MAY_COME_BEFORE = new Set(['eur', 'usd', 'chf', 'gbp'])

function scaled(tokens: readonly Token[], raw: Raw): Raw {
  let { value, to } = raw
  for (let scale = scaleAt(tokens, to); scale !== null; scale = scaleAt(tokens, to)) {
    value *= scale
    to += 1
    if (tokens[to]?.text === '.' && tokens[to]?.isGlued && !/^\p{Lu}/u.test(tokens[to + 1]?.text ?? 'X')) to += 1
    else if (tokens[to]?.text === '.' && tokens[to]?.isGlued && isMoney(tokens[to + 1])) to += 1
  }
  return { ...raw, value: Number(value.toPrecision(12)), to }
}

function isMoney(token: Token | undefined): boolean {
  return token !== undefined && token.plain in words.units.money
}

function scaleAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at]
  if (!token || token.is !== 'word') return null
  if (token.isGlued && tokens[at - 1]?.is === 'digits')
    return GLUED[token.text] ?? (token.text === 'm' && isMoney(tokens[at - 2]) ? 1e6 : null)
  if (token.plain === 'k') return isMoney(tokens[at + 1]) ? 1000 : null
  return SCALES[token.plain] ?? null
}

function said(tokens: readonly Token[], raw: Raw): NumberSaid {
  const { unit, to, factor } = raw.unit ? { unit: raw.unit, to: raw.to, factor: 1 } : readUnit(tokens, raw.to, raw.from)
  const written = tokens
    .slice(raw.from, to)
    .reduce((text, { text: next, isGlued }) => text + (isGlued || text === '' ? '' : ' ') + next, '')
  const span = { from: raw.from, to }
  return {
    written,
    value: Number((raw.value * factor).toPrecision(12)),
    bound: boundOf(tokens, span),
    isVague: raw.isVague ?? false,
    ...unit,
    ...movesOf(tokens, span),
  }
}

const JOINTS = new Set([
  'to',
  'auf',
  'bis',
  '-',
  '–',
  '—',
  'and',
  'und',
  'or',
  'oder',
  'from',
  'von',
  'instead',
  'of',
  'statt',
  'anstatt',
])

/** "from 18 to 6 minutes": the first has the unit of the second. */
function shareUnits(numbers: readonly NumberSaid[], tokens: readonly Token[], raws: readonly Raw[]): NumberSaid[] {
  return numbers.map((number, at) => {
    const [raw, next, nextRaw] = [raws[at], numbers[at + 1], raws[at + 1]]
    if (number.is !== 'count' || number.counted !== null || !raw || !next || !nextRaw || next.is === 'times')
      return number
    const between = tokens.slice(raw.to, nextRaw.from)
    if (between.length === 0 || between.length > 2 || !between.every(({ plain }) => JOINTS.has(plain))) return number
    const factor = next.is === 'seconds' || next.is === 'months' || next.is === 'bytes' ? next.value / nextRaw.value : 1
    return {
      ...number,
      is: next.is,
      money: next.money,
      counted: next.counted,
      nouns: next.nouns,
      value: Number((number.value * factor).toPrecision(12)),
    }
  })
}

const HALF_PERCENT = 50

/** "by half" */
function readHalves(text: string): NumberSaid[] {
  const phrase = words.numbers.halves.find((half) => text.includes(` ${half} `))
  if (phrase === undefined) return []
  const how = { ...TIMES_UNIT, is: 'percent' as const, bound: 'exact' as const, isVague: false }
  return [{ ...how, rate: null, trend: null, preposition: null, written: phrase, value: HALF_PERCENT }]
}

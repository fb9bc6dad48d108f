import words from '#resources/claim-words.json' with { type: 'json' }
import type { Token } from '../read/tokens.ts'

/** What a number counts: `counted` is a class of words that stand for each other ("engineers", "people"). */
export interface Unit {
  readonly is: 'count' | 'percent' | 'points' | 'times' | 'money' | 'seconds' | 'months' | 'bytes'
  readonly money: string | null
  readonly counted: string | null
}

const MONEY: Readonly<Record<string, string>> = words.units.money
const SECONDS: Readonly<Record<string, number>> = words.units.seconds
const MONTHS: Readonly<Record<string, number>> = words.units.months
const BYTES: Readonly<Record<string, number>> = words.units.bytes
const PERCENT = new Set(words.units.percent)
const TIMES = new Set(words.units.times)
const COUNTED = new Map(
  Object.entries(words.counted).flatMap(([kind, list]) => list.map((word) => [word, kind] as const)),
)
/** How far behind a number the word stands that it counts. */
const NOUN_REACH = 3

export interface UnitRead {
  readonly unit: Unit
  /** The token behind the unit. */
  readonly to: number
  /** To the unit's base: hours to seconds. */
  readonly factor: number
}

const NO_MONEY = { money: null, counted: null }

/** What the number before token `at` counts; `from` is its first token. Pure. */
export function readUnit(tokens: readonly Token[], at: number, from = at): UnitRead {
  const start = (tokens[at]?.text === '-' || tokens[at]?.text === '–') && tokens[at + 1]?.is === 'word' ? at + 1 : at
  const token = tokens[start]
  const plain = token?.plain ?? ''
  const two = `${plain} ${tokens[start + 1]?.plain ?? ''}`
  const before = MONEY[tokens[from - 1]?.plain ?? '']
  if (before !== undefined) return { unit: { is: 'money', money: before, counted: null }, to: at, factor: 1 }
  if (words.units.points.includes(two)) return { unit: { is: 'points', ...NO_MONEY }, to: start + 2, factor: 1 }
  if (words.units.points.includes(plain)) return { unit: { is: 'points', ...NO_MONEY }, to: start + 1, factor: 1 }
  if (two === 'per cent') return { unit: { is: 'percent', ...NO_MONEY }, to: start + 2, factor: 1 }
  if (PERCENT.has(plain)) return { unit: { is: 'percent', ...NO_MONEY }, to: start + 1, factor: 1 }
  const money = MONEY[plain]
  if (money !== undefined) return { unit: { is: 'money', money, counted: null }, to: start + 1, factor: 1 }
  if (TIMES.has(plain)) return { unit: { is: 'times', ...NO_MONEY }, to: start + 1, factor: 1 }
  if (token?.is === 'word' && SECONDS[plain] !== undefined) return timed('seconds', start, SECONDS[plain])
  if (MONTHS[plain] !== undefined) return timed('months', start, MONTHS[plain])
  if (BYTES[plain] !== undefined) return timed('bytes', start, BYTES[plain])
  return { unit: { is: 'count', money: null, counted: countedAfter(tokens, start) }, to: at, factor: 1 }
}

function timed(is: 'seconds' | 'months' | 'bytes', at: number, factor: number): UnitRead {
  return { unit: { is, ...NO_MONEY }, to: at + 1, factor }
}

function countedAfter(tokens: readonly Token[], at: number): string | null {
  for (const token of tokens.slice(at, at + NOUN_REACH)) {
    if (token.is !== 'word' && token.text !== '-') return null
    const kind = COUNTED.get(token.plain)
    if (kind !== undefined) return kind
  }
  return null
}

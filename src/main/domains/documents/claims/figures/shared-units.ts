import words from '#resources/claim-words.json' with { type: 'json' }
import sums from '#resources/claim-sums.json' with { type: 'json' }
import type { Token } from '../read/tokens.ts'
import { nameBefore } from './named-numbers.ts'
import type { NumberSaid } from './number-said.ts'
import type { Raw } from './raw.ts'
import { isMeasured, type Unit } from './units.ts'

const JOINTS = new Set([...sums.joints.split(' '), ...Object.keys(words.units.money)])
const MOST_JOINTS = 3
const FROM = new Set(['from', 'von'])
const UNNAMED = { is: 'count', nouns: [] } as const
/** "from 500 to 2 million" may begin at 500 million, "from 4,000 to 2 million" does not. */
const MOST_BEFORE_SCALE = 1000

interface Read {
  readonly tokens: readonly Token[]
  readonly raws: readonly Raw[]
}

/** Numbers that leave out what their neighbour says: "from 18 to 6 minutes", "18 minutes rather than 6", "from 86 to 22 million", "four
 *  years here, after two there". Pure. */
export function shareUnits(numbers: readonly NumberSaid[], read: Read): NumberSaid[] {
  return numbers.map((number, at) => {
    const [before, next] = [numbers[at - 1], numbers[at + 1]]
    const scale = next && isJoined(read, at) ? scaleOf(read, at) : 1
    if (isBare(number)) {
      if (next && next.is !== 'times' && isJoined(read, at))
        return withUnit(number, { of: next, read, at: at + 1, scale })
      if (
        before &&
        before.is !== 'times' &&
        before.is !== 'count' &&
        isJoined(read, at - 1, 1) &&
        number.nouns.length === 0
      )
        return withUnit(number, { of: before, read, at: at - 1, scale: 1 })
      const years = numbers.slice(0, at).findLast(({ is }) => is === 'months' || is === 'seconds')
      if (years && number.nouns.length === 0)
        return { ...number, also: withUnit(number, { of: years, read, at: numbers.indexOf(years), scale: 1 }) }
    }
    return scale === 1 ? number : { ...number, also: { ...unitOf(number), value: number.value * scale } }
  })
}

/** A count of nothing that is named by a class. */
function isBare({ is, counted }: NumberSaid): boolean {
  return is === 'count' && counted === null
}

/** Nothing but "to", "and", "rather than" stands between a number, with its unit where it has one, and the next. */
function isJoined({ tokens, raws }: Read, at: number, unitSize = 0): boolean {
  const [raw, next] = [raws[at], raws[at + 1]]
  if (!raw || !next) return false
  // "on a Pixel 6 from 210 ms to 70 ms"
  if (raw.unit === undefined && FROM.has(tokens[raw.to]?.plain ?? '') && nameBefore(tokens, raw.from, UNNAMED) !== null)
    return false
  const after = tokens.slice(raw.to, next.from)
  const between = JOINTS.has(after[0]?.plain ?? '') ? after : after.slice(unitSize)
  return between.length > 0 && between.length <= MOST_JOINTS && between.every(({ plain }) => JOINTS.has(plain))
}

function scaleOf({ raws }: Read, at: number): number {
  const [raw, next] = [raws[at], raws[at + 1]]
  if (!raw || !next || (raw.scale ?? 1) > 1 || raw.value >= MOST_BEFORE_SCALE || raw.unit) return 1
  return next.scale ?? 1
}

function unitOf({ is, money, counted, nouns }: NumberSaid): Unit {
  return { is, money, counted, nouns }
}

const HOUR_SECONDS = 3600

interface Sharing {
  readonly of: NumberSaid
  readonly read: Read
  readonly at: number
  readonly scale: number
}

function withUnit(number: NumberSaid, { of, read, at, scale }: Sharing): NumberSaid {
  const raw = read.raws[at]?.value ?? 1
  const value = Number(
    (number.value * (of.is === 'clock' ? HOUR_SECONDS : isMeasured(of) && raw !== 0 ? of.value / raw : 1)).toPrecision(
      12,
    ),
  )
  const shared = { ...number, ...unitOf(of), value }
  return scale === 1 ? shared : { ...shared, also: { ...unitOf(of), value: value * scale } }
}

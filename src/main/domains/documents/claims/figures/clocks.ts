import sums from '#resources/claim-sums.json' with { type: 'json' }
import type { Token } from '../read/tokens.ts'
import { valueOfWord } from './number-values.ts'
import type { Raw } from './raw.ts'
import { TIMES_UNIT } from './units.ts'

const HOURS_OF_DAY = 24
const NOON = 12
const QUARTER = 15
const HALF_HOUR = 30

/** The time of day that begins at a token, in seconds: "6:30 a.m.", "06:30", "6 Uhr", "6.30 Uhr", "half past six", "halb sieben". Null
 *  where none does. Pure. */
export function clockAt(tokens: readonly Token[], at: number): Raw | null {
  return spokenAt(tokens, at) ?? writtenAt(tokens, at)
}

function plainAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.plain ?? ''
}

interface Reading {
  readonly from: number
  readonly to: number
  readonly hour: number
  readonly minutes: number
}

function clock({ from, to, hour, minutes }: Reading): Raw | null {
  if (hour < 0 || hour > HOURS_OF_DAY || minutes >= 60) return null
  return { value: (hour * 60 + minutes) * 60, from, to, unit: { ...TIMES_UNIT, is: 'clock' } }
}

/** "half past six", "quarter to six", "halb sieben", "Viertel nach sechs" */
function spokenAt(tokens: readonly Token[], at: number): Raw | null {
  const part = PARTS[plainAt(tokens, at)]
  if (part === undefined) return null
  const next = plainAt(tokens, at + 1)
  if (HALF_BEFORE.has(plainAt(tokens, at))) return hourWord(tokens, at + 1, { from: at, minutes: -part, isLast: true })
  if (PAST.has(next)) return hourWord(tokens, at + 2, { from: at, minutes: part })
  return TO.has(next) && part === QUARTER ? hourWord(tokens, at + 2, { from: at, minutes: -part, isLast: true }) : null
}
const PARTS: Readonly<Record<string, number>> = { half: HALF_HOUR, halb: HALF_HOUR, quarter: QUARTER, viertel: QUARTER }
const HALF_BEFORE = new Set(['halb'])
const PAST = new Set(['past', 'nach'])
const TO = new Set(['to', 'vor'])

function hourWord(
  tokens: readonly Token[],
  at: number,
  { from, minutes, isLast = false }: { from: number; minutes: number; isLast?: boolean },
): Raw | null {
  const hour = hourOf(tokens[at])
  if (hour === null || hour > NOON || (isLast && hour < 1)) return null
  const { isAfternoon, to } = dayHalf(tokens, at + 1)
  const ofDay = isAfternoon && hour < NOON ? hour + NOON : hour
  return clock({ from, to, hour: minutes < 0 ? ofDay - 1 : ofDay, minutes: minutes < 0 ? 60 + minutes : minutes })
}

function hourOf(token: Token | undefined): number | null {
  if (token?.is === 'digits') return /^\d\d?$/.test(token.text) ? Number(token.text) : null
  return token?.plain === 'eins' || token?.plain === 'one' ? 1 : valueOfWord(token?.plain ?? '')
}

/** "18:30", "6.30 Uhr", "6 Uhr 30", "six o'clock", "6 a.m." */
function writtenAt(tokens: readonly Token[], at: number): Raw | null {
  const token = tokens[at]
  const hour = hourOf(token)
  if (token && hour !== null) {
    const sign = tokens[at + 1]
    const minutes = tokens[at + 2]
    if (sign?.text === ':' && sign.isGlued && minutes?.isGlued === true && /^[0-5]\d$/.test(minutes.text))
      return ofDayHalf(tokens, { from: at, to: at + 3, hour, minutes: Number(minutes.text) }, true)
    if (UHR.has(plainAt(tokens, at + 1))) {
      const behind = tokens[at + 2]
      const isExact = behind?.is === 'digits' && /^[0-5]\d$/.test(behind.text)
      return clock({ from: at, to: isExact ? at + 3 : at + 2, hour, minutes: isExact ? Number(behind.text) : 0 })
    }
    return ofDayHalf(tokens, { from: at, to: at + 1, hour, minutes: 0 }, false)
  }
  if (token?.is !== 'digits' || !/^\d\d?\.[0-5]\d$/.test(token.text)) return null
  const [hours = '', minutes = ''] = token.text.split('.')
  const reading = { from: at, hour: Number(hours), minutes: Number(minutes) }
  if (UHR.has(plainAt(tokens, at + 1))) return clock({ ...reading, to: at + 2 })
  return ofDayHalf(tokens, { ...reading, to: at + 1 }, false)
}
const UHR = new Set(['uhr', "o'clock"])

/** With "a.m." or "p.m.", which an hour alone needs. */
function ofDayHalf(tokens: readonly Token[], reading: Reading, isClock: boolean): Raw | null {
  const { isAfternoon, isSaid, to } = dayHalf(tokens, reading.to)
  if (!isSaid) return isClock ? clock({ ...reading, to: UHR.has(plainAt(tokens, to)) ? to + 1 : to }) : null
  const hour = reading.hour % NOON
  return reading.hour > NOON ? null : clock({ ...reading, to, hour: isAfternoon ? hour + NOON : hour })
}

/** "p.m.", "pm", "in the evening"; "6 am Tag" has none. */
function dayHalf(tokens: readonly Token[], at: number): { isAfternoon: boolean; isSaid: boolean; to: number } {
  const [letter, dot, last] = [plainAt(tokens, at), plainAt(tokens, at + 1), plainAt(tokens, at + 2)]
  if ((letter === 'a' || letter === 'p') && dot === '.' && last === 'm' && tokens[at + 2]?.isGlued === true) {
    const isClosed = plainAt(tokens, at + 3) === '.' && tokens[at + 3]?.isGlued === true
    return { isAfternoon: letter === 'p', isSaid: true, to: isClosed && tokens.length > at + 4 ? at + 4 : at + 3 }
  }
  const next = tokens[at + 1]
  const isMorning = letter === 'am' && (tokens[at]?.isGlued === true || next?.is !== 'word')
  if (letter === 'pm' || isMorning) return { isAfternoon: letter === 'pm', isSaid: true, to: at + 1 }
  const isEvening = tokens.slice(at, at + EVENING_REACH).some(({ plain }) => EVENINGS.has(plain))
  return { isAfternoon: isEvening, isSaid: false, to: at }
}
const EVENING_REACH = 3
const EVENINGS = new Set(sums.evenings.split(' '))

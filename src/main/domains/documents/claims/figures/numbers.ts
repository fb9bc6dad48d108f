import words from '#resources/claim-words.json' with { type: 'json' }
import { boundOf, movesOf } from './number-words.ts'
import { spaced, type Token } from '../read/tokens.ts'
import type { Raw } from './raw.ts'
import { readRaw } from './raw-number.ts'
import type { NumberSaid } from './number-said.ts'
import { shareUnits } from './shared-units.ts'
import { readUnit, TIMES_UNIT } from './units.ts'

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
    { tokens, raws },
  ).concat(readHalves(text))
}

function said(tokens: readonly Token[], raw: Raw): NumberSaid {
  const { unit, to, factor } = raw.unit ? { unit: raw.unit, to: raw.to, factor: 1 } : readUnit(tokens, raw.to, raw.from)
  const written = tokens
    .slice(raw.from, to)
    .reduce((text, { text: next, isGlued }) => text + (isGlued || text === '' ? '' : ' ') + next, '')
  const span = { from: raw.from, to }
  const moves = movesOf(tokens, span)
  const isOften = unit.is === 'times' && (raw.value >= LEAST_FREQUENCY || (raw.value > 1 && moves.rate !== null))
  return {
    written,
    value: Number((raw.value * factor).toPrecision(12)),
    bound: boundOf(tokens, span),
    isVague: raw.isVague ?? false,
    at: tokens[raw.from]?.start ?? -1,
    end: tokens[to - 1]?.end ?? -1,
    also: isOften ? frequency(tokens, span, raw.value) : null,
    holder: holderOf(tokens, raw.from),
    ...unit,
    ...moves,
    isGroup: moves.isGroup || raw.isGroup === true,
    rate: raw.isClock === true ? null : moves.rate,
  }
}

const OF = new Set(['of', 'von'])

/** "records of 48,000 patients": what else the number counts. */
function holderOf(tokens: readonly Token[], from: number): Token | null {
  const [of, holder] = [tokens[from - 1], tokens[from - 2]]
  return of && OF.has(of.plain) && holder?.is === 'word' ? holder : null
}

/** Nothing is made twenty times as good; a thing is done so often. */
const LEAST_FREQUENCY = 20
const FREQUENCY_REACH = 5
const LEAST_LETTERS = 6

/** "downloaded 2,000 times" counts downloads. */
function frequency(
  tokens: readonly Token[],
  { from, to }: { from: number; to: number },
  value: number,
): NumberSaid['also'] {
  if (value < LEAST_FREQUENCY) return { is: 'count', money: null, counted: null, nouns: [], value }
  const around = [...tokens.slice(Math.max(0, from - FREQUENCY_REACH), from), ...tokens.slice(to, to + FREQUENCY_REACH)]
  const nouns = around.map(({ text }) => text).filter((text) => text.length >= LEAST_LETTERS)
  return { is: 'count', money: null, counted: null, nouns, value }
}

const HALF_PERCENT = 50

const NO_HALF = ['a', 'an', '-', 'of']

/** "by half" */
function readHalves(text: string): NumberSaid[] {
  // Not "in half a dozen", "in half-day workshops".
  const phrase = words.numbers.halves.find(
    (half) => text.includes(` ${half} `) && !NO_HALF.some((next) => text.includes(` ${half} ${next} `)),
  )
  if (phrase === undefined) return []
  const how = {
    ...TIMES_UNIT,
    is: 'percent' as const,
    bound: 'exact' as const,
    isVague: false,
    also: null,
    holder: null,
  }
  const moves = {
    rate: null,
    trend: null,
    preposition: null,
    isDifference: true,
    isOthers: false,
    isGroup: false,
    isEach: false,
  }
  return [{ ...how, ...moves, at: -1, end: -1, written: phrase, value: HALF_PERCENT }]
}

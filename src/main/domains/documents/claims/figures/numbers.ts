import words from '#resources/claim-words.json' with { type: 'json' }
import { boundOf, movesOf, type NumberMoves } from './number-words.ts'
import type { Span } from './rates.ts'
import { spaced, type Token } from '../read/tokens.ts'
import type { Raw } from './raw.ts'
import { readRaw } from './raw-number.ts'
import { nameBefore } from './named-numbers.ts'
import type { NumberSaid } from './number-said.ts'
import { shareUnits } from './shared-units.ts'
import { readUnit, TIMES_UNIT, type Unit } from './units.ts'

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
  return shareUnits(saidOf(tokens, raws), { tokens, raws }).concat(readHalves(text))
}

interface Measured extends Omit<Raw, 'unit'> {
  readonly unit: Unit
}

function withUnit(tokens: readonly Token[], raw: Raw): Measured {
  if (raw.unit) return { ...raw, unit: raw.unit }
  const { unit, to, factor } = readUnit(tokens, raw.to, raw.from)
  return { ...raw, unit, to, value: Number((raw.value * factor).toPrecision(12)) }
}

function saidOf(tokens: readonly Token[], raws: readonly Raw[]): NumberSaid[] {
  const measured = raws.map((raw) => withUnit(tokens, raw))
  return measured.map((number, at) => {
    const span = {
      from: number.from,
      to: number.to,
      before: measured[at - 1]?.to ?? 0,
      after: measured[at + 1]?.from ?? tokens.length,
    }
    return said(tokens, number, { span, times: raws[at]?.value ?? 0 })
  })
}

function said(
  tokens: readonly Token[],
  { unit, value, isVague = false, isGroup = false }: Measured,
  { span, times }: { span: Span; times: number },
): NumberSaid {
  const moves = unit.is === 'clock' ? STILL : movesOf(tokens, span, unit)
  const isOften = unit.is === 'times' && (times >= LEAST_FREQUENCY || (times > 1 && moves.rate !== null))
  return {
    written: writtenOf(tokens.slice(span.from, span.to)),
    value,
    bound: boundOf(tokens, span),
    isVague,
    at: tokens[span.from]?.start ?? -1,
    end: tokens[span.to - 1]?.end ?? -1,
    also: isOften ? frequency(tokens, span, times) : null,
    holder: holderOf(tokens, span.from),
    name: nameBefore(tokens, span.from, unit),
    ...unit,
    ...moves,
    isGroup: moves.isGroup || isGroup,
  }
}

function writtenOf(tokens: readonly Token[]): string {
  return tokens.reduce((text, { text: next, isGlued }) => text + (isGlued || text === '' ? '' : ' ') + next, '')
}

const OF = new Set(['of', 'von'])

/** "records of 48,000 patients": what else the number counts. */
function holderOf(tokens: readonly Token[], from: number): Token | null {
  const [of, holder] = [tokens[from - 1], tokens[from - 2]]
  return of && OF.has(of.plain) && holder?.is === 'word' ? holder : null
}

/** Nothing is made twenty times as good; a thing is done so often. */
const LEAST_FREQUENCY = 20
const FREQUENCY_REACH = 8
const LEAST_LETTERS = 5
const NO_NOUNS = new Set(['which', 'about', 'almost', 'nearly', 'times'])

/** "downloaded 2,000 times" counts downloads. */
function frequency(
  tokens: readonly Token[],
  { from, to }: { from: number; to: number },
  value: number,
): NumberSaid['also'] {
  if (value < LEAST_FREQUENCY) return { is: 'count', money: null, counted: null, nouns: [], value }
  const around = [...tokens.slice(Math.max(0, from - FREQUENCY_REACH), from), ...tokens.slice(to, to + FREQUENCY_REACH)]
  const nouns = around.map(({ text }) => text).filter((text) => text.length >= LEAST_LETTERS && !NO_NOUNS.has(text))
  return { is: 'count', money: null, counted: null, nouns, value }
}

/** Moves nowhere. */
const STILL: NumberMoves = {
  rate: null,
  trend: null,
  preposition: null,
  isDifference: false,
  isOthers: false,
  isGroup: false,
  isEach: false,
}
const HALF_PERCENT = 50

const NO_HALF = ['a', 'an', '-', 'of', 'past']

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
    name: null,
  }
  return [{ ...how, ...STILL, isDifference: true, at: -1, end: -1, written: phrase, value: HALF_PERCENT }]
}

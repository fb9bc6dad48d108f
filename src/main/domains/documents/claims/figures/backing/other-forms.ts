import words from '#resources/claim-words.json' with { type: 'json' }
import type { NumberSaid } from '../number-said.ts'
import { type FactNumber, percentOf } from './match-number.ts'

const SECONDS: Readonly<Record<string, number>> = words.units.seconds
const FIGURES = /^(?:figures?|digits?)$/u
/** Times of which a rate tells: "four times an hour". */
const OF_RATE = new Set(['hour', 'day', 'week'])
const EPSILON = 1e-6

/** "a seven-figure budget", "im sechsstelligen Bereich": how many digits an amount of the facts has. Pure. */
export function hasSoManyFigures({ is, value, nouns, written }: NumberSaid, facts: readonly FactNumber[]): boolean {
  if (is !== 'count' || !(/stellig/i.test(written) || FIGURES.test(nouns[0]?.toLowerCase() ?? ''))) return false
  return facts.some((fact) => fact.is === 'money' && Math.floor(Math.log10(Math.max(1, fact.value))) + 1 === value)
}

/** "four times an hour" is every 15 minutes. Pure. */
export function isAsOften({ is, value, rate, bound }: NumberSaid, facts: readonly FactNumber[]): boolean {
  if (is !== 'times' || rate === null || !OF_RATE.has(rate) || bound !== 'exact') return false
  const seconds = SECONDS[rate] ?? 0
  return facts.some((fact) => fact.is === 'seconds' && Math.abs(fact.value * value - seconds) < EPSILON)
}

/** "a recall of 0.94" is 94 %; the other way round is the facts' own reading. Pure. */
export function asShare(number: NumberSaid): NumberSaid | null {
  const isShare = number.is === 'count' && number.value > 0 && number.value < 1 && /^0?[.,]\d/.test(number.written)
  return isShare && number.counted === null ? percentOf(number) : null
}

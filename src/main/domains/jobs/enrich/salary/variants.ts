import type { SalaryFact, SalaryPeriod } from '#shared/facts.ts'
import type { Band, FieldReading } from './bands.ts'
import { LEADING_JOINT } from './joints.ts'
import type { Amounts, Field } from './pay.ts'
import { lastWordWithin, type SalaryWord } from './words.ts'

const MAX_VARIANTS = 12
const LONGEST_LABEL = 60
const SAME_WITHIN = 0.02
const PER_YEAR: Partial<Record<SalaryPeriod, number>> = { month: 12, year: 1 }
const EDGES = /^[\s\-–—•*·,;:|/(+)\].✓►]+|[\s\-–—•*·,;:|/(+[=]+$/gu
const BRACKET = /^[^\p{L}\d(]{0,40}\(([^()\n]{2,60})\)/u

/** A month's pay and twelve of them are one statement made twice. */
function isSameBand(a: Amounts, b: Amounts): boolean {
  const [aPerYear, bPerYear] = a.period === b.period ? [1, 1] : [PER_YEAR[a.period], PER_YEAR[b.period]]
  if (a.currency !== b.currency || aPerYear === undefined || bPerYear === undefined) return false
  const isNear = (one: number | null, other: number | null): boolean => {
    if (one === null || other === null) return one === other
    const [left, right] = [one * aPerYear, other * bPerYear]
    return Math.abs(left - right) <= Math.max(left, right) * SAME_WITHIN
  }
  return isNear(a.min, b.min) && isNear(a.max, b.max)
}

/** Whether the words say more than that this is pay: a level, a place, a contract. */
function tellsApart({ words }: Field, from: number, to: number): boolean {
  const isInside = (word: SalaryWord): boolean => word.start >= from && word.end <= to
  return !words.isFiller(from, to) || words.of.b2b.some(isInside) || words.of.employment.some(isInside)
}

function labelBefore(field: Field, { span, zoneStart }: Band): string | null {
  const { text, words } = field
  const bounds = (['at_least', 'at_most', 'circa'] as const).map((kind) =>
    lastWordWithin(words.of[kind], zoneStart, span.start),
  )
  const ends = bounds.flatMap((word) => (word && words.isFiller(word.end, span.start) ? word.start : []))
  const end = Math.min(span.start, ...ends)
  const label = text.slice(zoneStart, end).replaceAll(EDGES, '').replace(LEADING_JOINT, '')
  return label !== '' && label.length <= LONGEST_LABEL && tellsApart(field, zoneStart, end) ? label : null
}

function labelInBrackets(field: Field, { span, zoneEnd }: Band): string | null {
  const { text, words } = field
  if (!BRACKET.test(words.bare(span.end, zoneEnd)) && !BRACKET.test(text.slice(span.end, zoneEnd))) return null
  const from = text.indexOf('(', span.end) + 1
  const to = text.indexOf(')', from)
  return tellsApart(field, from, to) ? text.slice(from, to).trim() : null
}

/** The bands of a field beside the one that answers, each once, with the words that tell them apart. */
export function readVariants({ field, bands }: FieldReading, answer: Band): SalaryFact['variants'] {
  const seen: Amounts[] = [answer.amounts]
  const variants: SalaryFact['variants'] = []
  for (const band of bands) {
    if (band === answer || band.context.kind === 'target' || variants.length >= MAX_VARIANTS) continue
    if (seen.some((amounts) => isSameBand(amounts, band.amounts))) continue
    seen.push(band.amounts)
    variants.push({ ...band.amounts, label: labelBefore(field, band) ?? labelInBrackets(field, band) })
  }
  return variants
}

import type { SalaryFact } from '#shared/facts.ts'
import { stripAccents } from '#main/infra/text/fold.ts'
import type { Band } from './bands.ts'
import { COUNTED_PAYMENTS, TIMES_AFTER } from './joints.ts'
import type { Field } from './pay.ts'
import { firstWordWithin, lastWordWithin, type SalaryWord } from './words.ts'

const COUNT_REACH = 60
const LEAST_PAYMENTS = 12
const MOST_PAYMENTS = 18

type Beside = Pick<SalaryFact, 'tax' | 'contract' | 'paymentsPerYear'>
type Kind = 'gross' | 'net' | 'employment' | 'b2b'

interface Neighbours<K extends Kind> {
  readonly before: K | null
  readonly after: K | null
}

/** Of two kinds of words the one that stands nearest before the figure and the one nearest behind it, among its own words. */
function neighbours<K extends Kind>({ words }: Field, band: Band, kinds: readonly K[]): Neighbours<K> {
  const { span, zoneStart, zoneEnd } = band
  const kindOf = (word: SalaryWord | undefined): K | null => kinds.find((kind) => kind === word?.kind) ?? null
  const after = kinds.flatMap((kind) => firstWordWithin(words.of[kind], span.start, zoneEnd) ?? [])
  const before = kinds.flatMap((kind) => lastWordWithin(words.of[kind], zoneStart, span.start) ?? [])
  return {
    before: kindOf(before.toSorted((a, b) => b.end - a.end || a.start - b.start)[0]),
    after: kindOf(after.toSorted((a, b) => a.start - b.start || b.end - a.end)[0]),
  }
}

function countOf(match: RegExpExecArray | null): number | null {
  const written = match?.[1] ?? match?.[2]
  const count = Number(written?.replace(',', '.') ?? 0)
  return count > LEAST_PAYMENTS && count <= MOST_PAYMENTS ? count : null
}

/** How many months' pay come in a year, where the posting says so: beside the figure, or as an extra month anywhere in the field. */
function readPaymentsPerYear({ text, words }: Field, { span, context }: Band): number | null {
  const { sentenceStart, sentenceEnd } = context
  const after = text.slice(span.end, Math.min(sentenceEnd, span.end + COUNT_REACH))
  const counted = countOf(TIMES_AFTER.exec(after)) ?? countOf(COUNTED_PAYMENTS.exec(stripAccents(text)))
  if (counted !== null) return counted
  const isSaid = (list: readonly SalaryWord[]): boolean => firstWordWithin(list, sentenceStart, sentenceEnd) !== null
  if (words.of.fourteenth.length > 0 || isSaid(words.of.fourteen_times)) return 14
  return words.of.thirteenth.length > 0 || isSaid(words.of.thirteen_times) ? 13 : null
}

/** What is said beside a figure of pay: gross or net, employed or invoiced, and how often a year it is paid. */
export function readBeside(field: Field, band: Band): Beside {
  const tax = neighbours(field, band, ['gross', 'net'])
  const contract = neighbours(field, band, ['employment', 'b2b'])
  return {
    tax: tax.after ?? tax.before,
    contract: contract.before ?? contract.after,
    paymentsPerYear: readPaymentsPerYear(field, band),
  }
}

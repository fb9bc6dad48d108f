import type { SalaryPeriod } from '#shared/facts.ts'
import type { StatedSalary } from '../../posting.ts'
import { plainText } from '../parts/markup.ts'
import { salaryPeriodOf } from '../parts/stated-salary.ts'
import { all, isNode, property, textOf, type Graph, type Node } from './graph.ts'

export interface NodePay {
  /** Null unless amount, currency and period are said. */
  readonly statedSalary: StatedSalary | null
  readonly predictedSalary: StatedSalary | null
  /** Pay that stands there as a sentence. */
  readonly salaryText: string | null
}

/** What is no word: `unitCode` by UN/CEFACT, `duration` by ISO 8601, and what German pages write. A week is none of our periods and
 *  is not converted. */
const PERIOD_CODES: Readonly<Record<string, SalaryPeriod>> = {
  hur: 'hour',
  pt1h: 'hour',
  stunde: 'hour',
  day: 'day',
  p1d: 'day',
  tag: 'day',
  mon: 'month',
  p1m: 'month',
  monat: 'month',
  ann: 'year',
  p1y: 'year',
  jahr: 'year',
}
const CURRENCY = /^[A-Z]{3}$/
const LEAST = ['minValue', 'minPrice', 'percentile10', 'percentile25']
const MOST = ['maxValue', 'maxPrice', 'percentile90', 'percentile75']
const EXACT = ['value', 'price', 'median']

/** Pay as schema.org has it in all its forms: MonetaryAmount, QuantitativeValue, PriceSpecification, a bare number with
 *  `salaryCurrency`, MonetaryAmountDistribution for an estimate. An amount of 0 means that it is not said. Pure. */
export function payOf(posting: Node, graph: Graph): NodePay {
  const elsewhere = currencyIn(property(posting, 'salaryCurrency'))
  const base = property(posting, 'baseSalary') ?? property(posting, 'salary')
  const read = (value: unknown): StatedSalary | null => {
    for (const one of all(value)) {
      const salary = isNode(one) ? salaryIn(graph.nodeOf(one) ?? one, { graph, currency: elsewhere }) : null
      if (salary !== null) return salary
    }
    return null
  }
  const statedSalary = read(base)
  return {
    statedSalary,
    predictedSalary: read(property(posting, 'estimatedSalary')),
    salaryText: statedSalary === null ? sentenceIn(base) : null,
  }
}

function salaryIn(amount: Node, { graph, currency }: { graph: Graph; currency: string | null }): StatedSalary | null {
  const inner = all(property(amount, 'value')).find(isNode)
  const nodes = inner === undefined ? [amount] : [graph.nodeOf(inner) ?? inner, amount]
  const said = firstOf(nodes, ['currency', 'priceCurrency'], currencyIn) ?? currency
  const period = firstOf(nodes, ['unitText', 'unitCode', 'duration'], periodIn)
  const exact = firstOf(nodes, EXACT, amountIn)
  const min = firstOf(nodes, LEAST, amountIn)
  const max = firstOf(nodes, MOST, amountIn)
  const isRange = min !== null || max !== null
  if (said === null || period === null || (!isRange && exact === null)) return null
  return { min: isRange ? min : exact, max: isRange ? max : exact, currency: said, period }
}

function firstOf<T>(nodes: readonly Node[], names: readonly string[], read: (value: unknown) => T | null): T | null {
  for (const node of nodes) {
    for (const name of names) {
      const found = read(property(node, name))
      if (found !== null) return found
    }
  }
  return null
}

function currencyIn(value: unknown): string | null {
  const text = textOf(value)?.toUpperCase() ?? ''
  return CURRENCY.test(text) ? text : null
}

function periodIn(value: unknown): SalaryPeriod | null {
  const text = textOf(value)?.toLowerCase().split(/[/#]/).at(-1)?.trim() ?? ''
  return salaryPeriodOf(text) ?? (Object.hasOwn(PERIOD_CODES, text) ? (PERIOD_CODES[text] ?? null) : null)
}

/** A number, also one that is written out ("65,000.00", "65.000", "65 000"). */
function amountIn(value: unknown): number | null {
  const one = all(value)[0]
  if (typeof one === 'number') return one > 0 && Number.isFinite(one) ? one : null
  const text = typeof one === 'string' && one.length <= 40 ? one.replace(/[\s'’]/g, '') : ''
  const match = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(text)
  if (match === null) return null
  const number = Number(`${(match[1] ?? '').replace(/\D/g, '')}.${match[3] ?? '0'}`)
  return number > 0 ? number : null
}

/** "€65,000 – €80,000 per year" in place of a structure; a bare number is no sentence. */
function sentenceIn(value: unknown): string | null {
  for (const one of all(value)) {
    const node = isNode(one) ? (property(one, 'value') ?? property(one, 'description') ?? property(one, 'name')) : one
    const text = typeof node === 'string' ? plainText(node) : null
    if (text !== null && text.length <= 500 && /\d/.test(text) && /[^\d\s.,]/.test(text)) return text
  }
  return null
}

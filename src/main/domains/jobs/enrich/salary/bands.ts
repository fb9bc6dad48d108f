import { currencyOfCountry, readCurrency } from './amounts.ts'
import { type MoneyContext, readContext } from './context.ts'
import { ALTERNATIVE } from './joints.ts'
import { type Amounts, type Field, type Figure, readPay } from './pay.ts'
import { findMoneySpans, type MoneySpan } from './spans.ts'
import { findSalaryWords } from './words.ts'

/** A figure that states pay, with where it stands. `zoneStart` to `zoneEnd` are the words that are about this figure alone. */
export interface Band {
  readonly amounts: Amounts
  readonly span: MoneySpan
  readonly context: MoneyContext
  readonly zoneStart: number
  readonly zoneEnd: number
}

export interface FieldReading {
  readonly field: Field
  /** Every sum of money, pay or not. */
  readonly sums: readonly MoneySpan[]
  /** In order of appearance, at least one. */
  readonly bands: readonly [Band, ...Band[]]
}

const MAX_TEXT = 200_000
const LEAST_FIGURE = 10
const NEIGHBOUR_REACH = 80
const ZONE_REACH = 100
const SIBLING_RATIO = 4

function figureOf(span: MoneySpan): number {
  return span.max ?? span.min ?? 0
}

function isSum(span: MoneySpan): boolean {
  return span.currencyToken !== null || span.hasThousands || (figureOf(span) >= 1000 && !span.looksLikeYear)
}

/** "Junior 45-52k, Senior 60-75k €": a figure takes the sign of its neighbour in the line. */
function withNeighboursCurrency(text: string, spans: readonly MoneySpan[]): MoneySpan[] {
  return spans.map((span, at) => {
    if (span.currencyToken !== null || !isSum(span) || !(span.hasThousands || span.isRange)) return span
    for (const near of [spans[at + 1], spans[at - 1]]) {
      if (near === undefined || near.currencyToken === null) continue
      const [from, to] = near.start > span.start ? [span.end, near.start] : [near.end, span.start]
      const isNear = to - from <= NEIGHBOUR_REACH && !text.slice(from, to).includes('\n')
      if (isNear) return { ...span, currencyToken: near.currencyToken }
    }
    return span
  })
}

/** Where the words that follow a figure stop being about it and lead to the next one. */
function zoneEndOf({ field: { text, words }, span, context }: Figure, nextStart: number): number {
  const limit = Math.min(context.sentenceEnd, nextStart, span.end + ZONE_REACH)
  if (nextStart >= context.sentenceEnd) return limit
  const rest = words.bare(span.end, limit)
  const open = rest.lastIndexOf('(')
  if (open > rest.lastIndexOf(')')) return span.end + open
  const alternative = ALTERNATIVE.exec(rest)
  if (alternative) return span.end + alternative.index
  const letter = rest.search(/\p{L}/u)
  return letter === -1 || text.slice(span.end, limit).includes(')') ? limit : span.end + letter
}

/** "London: £55k - £62k; National: £49k - £56k": what nobody calls pay is, beside a like figure that is. */
function readSibling({ field, span, context }: Figure, elder: Band | undefined): Amounts | null {
  if (elder === undefined || elder.context.sentenceStart !== context.sentenceStart) return null
  if (context.isNotPay || context.isOtherPeriod || context.kind === 'target') return null
  const { countryCode } = field
  const { currencyToken } = span
  const currency = currencyToken === null ? currencyOfCountry(countryCode) : readCurrency(currencyToken, countryCode)
  const ratio = figureOf(span) / figureOf(elder.span)
  const isLike = span.isRange === elder.span.isRange && ratio >= 1 / SIBLING_RATIO && ratio <= SIBLING_RATIO
  if (!isLike || currency !== elder.amounts.currency) return null
  return { min: span.min, max: span.max, currency, period: elder.amounts.period }
}

/** The pay that a field states, figure by figure; null when it states none. Linear in the text's length. */
export function readBands(said: Omit<Field, 'words'>): FieldReading | null {
  if (!/\d/.test(said.text)) return null
  const text = said.text.slice(0, MAX_TEXT)
  const words = findSalaryWords(text)
  const field: Field = { ...said, text, words }
  const all = findMoneySpans(text, words).filter((span) => isSum(span) || figureOf(span) >= LEAST_FIGURE)
  const spans = withNeighboursCurrency(text, all)
  const bands: Band[] = []
  let previousEnd = 0
  for (const [at, span] of spans.entries()) {
    const nextStart = spans.slice(at + 1, at + 6).find(isSum)?.start ?? text.length
    const context = readContext({ text, words, span, previousEnd, nextStart, isTitle: field.trust === 'title' })
    const figure = { field, span, context }
    const zoneEnd = zoneEndOf(figure, nextStart)
    if (isSum(span)) previousEnd = zoneEnd
    const amounts = readPay(figure) ?? readSibling(figure, bands.at(-1))
    if (amounts !== null) bands.push({ amounts, span, context, zoneStart: context.left, zoneEnd })
  }
  const [first, ...others] = bands
  return first === undefined ? null : { field, sums: spans.filter(isSum), bands: [first, ...others] }
}

import type { SalaryFact } from '#shared/facts.ts'
import { toEur } from '#main/infra/money/exchange-rates.ts'
import { toYearlyEur } from '#main/infra/money/year-eur.ts'
import { readCurrency } from './amounts.ts'
import type { Band, FieldReading } from './bands.ts'
import { ITEM_EDGE } from './joints.ts'
import { readSentence } from './sentence.ts'
import type { MoneySpan } from './spans.ts'
import type { SalaryWord } from './words.ts'

type Extra = SalaryFact['extras'][number]

const MAX_EXTRAS = 8
const MAX_WORDS_TRIED = 200
const LONGEST_EXTRA = 140
const SHORT_ITEM_WORDS = 4
/** An allowance is small beside the pay; a greater sum is the budget that the work is about. */
const LARGEST_ALLOWANCE = 0.25
const TRIM = /^[\s\-–—•*·:.✓►]+|[\s\-–—•*·:.]+$/gu

interface Piece {
  readonly start: number
  readonly end: number
  readonly sentenceStart: number
}

interface Search extends FieldReading {
  readonly answer: Band
}

/** The item of a list or clause that a word stands in, without the answering figure itself. */
function pieceAround({ field: { text }, answer }: Search, word: SalaryWord): Piece {
  const sentence = readSentence(text, word)
  let { start, end } = sentence
  for (const mark of text.slice(start, word.start).matchAll(ITEM_EDGE))
    start = sentence.start + mark.index + mark[0].length
  const next = text.slice(word.end, end).search(ITEM_EDGE)
  if (next !== -1) end = word.end + next
  if (answer.span.end <= word.start && answer.span.end > start) start = answer.span.end
  return { start, end, sentenceStart: sentence.start }
}

function isSmall({ field, answer }: Search, sum: MoneySpan): boolean {
  if (sum.currencyToken === null || sum.hasMillions) return false
  const currency = readCurrency(sum.currencyToken, field.countryCode)
  const eur = currency === null ? null : toEur(sum.max ?? sum.min ?? 0, currency, field.rates)
  const year = toYearlyEur({ ...answer.amounts, paymentsPerYear: null }, field.rates)
  const pay = year?.max ?? year?.min ?? null
  return eur !== null && pay !== null && eur <= pay * LARGEST_ALLOWANCE
}

function isExtra(search: Search, kind: Extra['kind'], piece: Piece): boolean {
  const { field, sums, answer } = search
  const own = sums.filter(({ start, end }) => start >= piece.start && end <= piece.end && start !== answer.span.start)
  if (kind === 'allowance') return own.some((sum) => isSmall(search, sum))
  if (kind === 'on_target') return own.length > 0
  if (kind === 'extra_month') return true
  const said = field.text.slice(piece.start, piece.end)
  const isBeside = piece.sentenceStart === answer.context.sentenceStart
  if (isBeside || /\d\s?%/.test(said) || own.some((sum) => isSmall(search, sum))) return true
  const isItem = piece.sentenceStart === 0 || field.text.charAt(piece.sentenceStart - 1) === '\n'
  return isItem && said.trim().split(/\s+/).length <= SHORT_ITEM_WORDS
}

/** What comes on top of the pay, word for word: bonus, on-target earnings, equity, an extra month, and allowances with a sum. */
export function readExtras(reading: FieldReading, answer: Band): Extra[] {
  const search = { ...reading, answer }
  const { text, words } = reading.field
  const kinds: readonly (readonly [Extra['kind'], readonly SalaryWord[]])[] = [
    ['extra_month', words.of.extra_month],
    ['bonus', words.of.bonus],
    ['on_target', words.of.ote],
    ['equity', words.of.equity],
    ['allowance', words.of.perk],
  ]
  const extras: Extra[] = []
  for (const [kind, list] of kinds) {
    let reached = -1
    for (const word of list.slice(0, MAX_WORDS_TRIED)) {
      if (extras.length >= MAX_EXTRAS || word.start < reached) continue
      const piece = pieceAround(search, word)
      const evidence = text.slice(piece.start, piece.end).replaceAll(TRIM, '')
      const isQuoted = evidence !== '' && evidence.length <= LONGEST_EXTRA
      if (!isQuoted || extras.some((extra) => extra.evidence === evidence) || !isExtra(search, kind, piece)) continue
      reached = piece.end
      extras.push({ kind, evidence })
    }
  }
  return extras
}

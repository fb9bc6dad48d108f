import salaryWords from '#resources/salary-words.json' with { type: 'json' }
import { stripAccents } from '#main/infra/text/fold.ts'

const words = salaryWords.joints

function anyOf(...lists: readonly (readonly string[])[]): string {
  const longestFirst = lists.flat().toSorted((a, b) => b.length - a.length)
  return longestFirst.map((word) => word.replaceAll(' ', String.raw`\s`)).join('|')
}

function whole(pattern: string): string {
  return String.raw`(?<!\p{L})(?:${pattern})(?!\p{L})`
}

const AND_WORDS = anyOf(words.conjunction)
const DASH_SIGN = String.raw`\s[-–—]\s`
const ARTICLE = String.raw`(?:\s+(?:the|de|los|las|os|les|i|gli|den|die))?`

/** A word that leads on to something else: "competitive pay and a loan". */
export const CONJUNCTION = new RegExp(whole(AND_WORDS), 'iu')
/** Where what follows a figure is no longer about it: at a comma, a dash, "and", "with", "depending on". */
export const CLAUSE_END = new RegExp(
  String.raw`[,;+•·|]|${DASH_SIGN}|${whole(anyOf(words.conjunction, words.clause_end))}`,
  'iu',
)
/** Where the clause before a figure may begin. */
export const CLAUSE_START = new RegExp(String.raw`[,;|•·(]|${DASH_SIGN}|${whole(AND_WORDS)}`, 'giu')
/** What parts one offer from the next: "(B2B) / 15 000 (UoP)", "London £55k, Leeds £49k". */
export const ALTERNATIVE = new RegExp(String.raw`[;|\n/·•]|,\s|${whole(anyOf(words.alternative))}`, 'iu')
/** Where an item of a list ends; not between two figures or inside a decimal. */
export const ITEM_EDGE = new RegExp(
  String.raw`[\n;|•·()+]|,(?!\d)|${DASH_SIGN}|(?<!\p{L}|[%\d]\s)(?:${AND_WORDS}|más(?!\s+de)|più|mais(?!\s+de))(?!\p{L})`,
  'giu',
)
/** A joint at the beginning of what tells a band apart: "or", "and". */
export const LEADING_JOINT = new RegExp(
  String.raw`^(?:${anyOf(words.conjunction, words.alternative)}|i)\.?\s+(?=\S)`,
  'iu',
)

/** What stands between the two figures of a range, words about pay taken out: "to", "à", "til". */
export const TO = new RegExp(String.raw`^[-–—,]?\s*(?:${anyOf(words.to)})${ARTICLE}$`, 'iu')
/** The same between figures that "between" or "minimum" announces. */
export const AND = new RegExp(String.raw`^(?:${anyOf(words.conjunction, words.and_short)}|&)${ARTICLE}$`, 'iu')
export const BETWEEN = new RegExp(String.raw`(?:${anyOf(words.between)})\s*(?:(?:ca\.?|circa)\s*)?${ARTICLE}\s*$`, 'iu')
/** Where a statement within a sentence begins: "people see that a nurse …", "our index: a nurse …". */
export const STATEMENT_START = new RegExp(String.raw`[,;:|(]|${DASH_SIGN}|${whole(anyOf(words.that))}`, 'giu')
/** Case endings that bound a figure, glued to its currency: "Ft-tól", "forintig", "eurosta". */
export const FROM_SUFFIX = new RegExp(String.raw`^-?(?:${anyOf(words.from_suffix)})(?!\p{L})`, 'iu')
export const TO_SUFFIX = new RegExp(String.raw`^-?(?:${anyOf(words.to_suffix)})(?!\p{L})`, 'iu')
/** Either of them, as a pattern of what may follow a currency. */
export const CASE_SUFFIX = String.raw`-?(?:${anyOf(words.from_suffix, words.to_suffix)})(?!\p{L})`
/** Behind a figure, what makes it a length of time: "16 € an hour, up to 20 hours a week". */
export const TIME_UNIT = new RegExp(String.raw`^\s?(?:${anyOf(words.time_units)})(?!\p{L})`, 'iu')
/** Behind a figure, an open bound: "60k or more", "60k max". */
export const MORE_AFTER = new RegExp(String.raw`^\s*(?:(?:${anyOf(words.more_after)})(?!\p{L})|plus(?=[.,;)]|$))`, 'iu')
export const MOST_AFTER = new RegExp(
  String.raw`^(?:\s*(?:${anyOf(words.tax_short)}))?\s*(?:${anyOf(words.most_after)})(?!\p{L})`,
  'iu',
)
export const LEAST_AFTER = new RegExp(String.raw`^\s*(?:${anyOf(words.least_after)})(?!\p{L})(?!\.?\s*\d)`, 'iu')

const joints = new Set([...words.conjunction, ...words.and_short, ...words.joined])

/** True when nothing but joints and shares stands there: "salary + bonus", "salary incl. 8 % holiday pay". */
export function isJoint(text: string): boolean {
  const pieces = text.toLowerCase().match(/[\p{L}]+|\d+(?:[.,]\d+)?\s?%?/gu) ?? []
  return pieces.every((piece) => joints.has(piece) || piece.endsWith('%'))
}

const COUNT = String.raw`(1[2-8](?:[.,]\d{1,2})?)`
/** How often a month is paid, right behind the figure: "x 14", "14x", "14-mal", "14 times". */
export const TIMES_AFTER = new RegExp(
  String.raw`(?<![\p{L}\d])(?:[x×*]\s?${COUNT}(?![\d%])|${COUNT}\s?-?(?:${anyOf(words.times)})(?!\p{L}))`,
  'iu',
)
/** The same wherever it stands, in a text without accents: "13 Monatsgehälter", "14 pagas". */
export const COUNTED_PAYMENTS = new RegExp(
  String.raw`(?<![\p{L}\d.,])${COUNT}[\s-](?:\p{L}{0,12}\s)?(?:${anyOf(salaryWords.payment_counts.map(stripAccents))})`,
  'iu',
)

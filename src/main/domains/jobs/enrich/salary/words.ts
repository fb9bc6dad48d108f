import words from '#resources/salary-words.json' with { type: 'json' }
import { stripAccents } from '#main/infra/text/fold.ts'
import { scanKinds } from '../phrase-kinds.ts'

const { origin: _origin, filler, payment_counts: _counts, joints: _joints, ...phrases } = words

export type SalaryWordKind = keyof typeof phrases

/** A word that says something about the amounts near it, at its offsets in the text. */
export interface SalaryWord {
  readonly start: number
  readonly end: number
  readonly kind: SalaryWordKind
}

/** The words of a text by kind, each list in order of their ends. A word of two kinds ("day rate") is in both lists. */
export interface SalaryWords {
  readonly of: Readonly<Record<SalaryWordKind, readonly SalaryWord[]>>
  /** True when nothing stands there but words about pay, filler ("of the", "je nach Erfahrung"), percentages and signs. */
  readonly isFiller: (from: number, to: number) => boolean
  /** As `isFiller`, and words for what comes on top ("+ 10 % bonus") are passed over too. */
  readonly isAboutPay: (from: number, to: number) => boolean
  /** What stands there, words about pay and its bounds blanked out, letter for letter. */
  readonly bare: (from: number, to: number) => string
}

/** Names of pay, and money that is not pay: inside a longer phrase of the other group a word means nothing of its own. */
const NAMES: ReadonlySet<SalaryWordKind> = new Set(['pay', 'hint', 'offer', 'base', 'ote', 'gross', 'net'])
const OTHERS: ReadonlySet<SalaryWordKind> = new Set([
  'perk',
  'bonus',
  'equity',
  'extra_month',
  'business',
  'count',
  'law',
  'estimate',
  'average',
  'aside',
])
const PERIODS: ReadonlySet<SalaryWordKind> = new Set(['year', 'month', 'day', 'week', 'hour'])
const NEUTRAL: ReadonlySet<SalaryWordKind> = new Set([
  ...NAMES,
  ...PERIODS,
  'employment',
  'b2b',
  'at_most',
  'at_least',
  'rising',
  'circa',
])

const ON_TOP: ReadonlySet<SalaryWordKind> = new Set(['bonus', 'equity', 'extra_month', 'ote'])
/** "10-15 %", and how often a month is paid: "x 14". */
const SHARE =
  /\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+(?:[.,]\d+)?)?\s?%|[x×]\s?1[2-6](?:[.,]\d+)?(?!\d)|(?<!\d)1[2-6](?:[.,]\d+)?\s?[x×]/gi

const OTHER_ALPHABET = /[\u0370-\u052f]/
const latinScanner = scanKinds(ofAlphabet(false))
/** Greek and Cyrillic words have an automaton of their own, which most texts never wake. */
const otherScanner = scanKinds(ofAlphabet(true))
const fillers = new Set(filler.map(stripAccents))

/** Marks of a letter: in a word about pay, in a word for what comes on top. */
const PAY = 2
const TOP = 1

/** Stands for a letter of a known word; what is left of a compound goes with it ("Mindest·grund·gehalt"). */
const KNOWN = '\u0000'
const LETTER = /\p{L}/u
// oxlint-disable-next-line no-control-regex -- the sign is ours
const COMPOUND = /[\p{L}\p{N}]*\u0000+(?:[\p{L}\p{N}]+\u0000*)*/gu

type Group = 'names' | 'periods' | 'others' | null

function groupOf(kinds: readonly SalaryWordKind[]): Group {
  if (kinds.some((kind) => OTHERS.has(kind))) return 'others'
  if (kinds.some((kind) => NAMES.has(kind))) return 'names'
  return kinds.some((kind) => PERIODS.has(kind)) ? 'periods' : null
}

interface Hit {
  readonly start: number
  readonly end: number
  readonly kinds: readonly SalaryWordKind[]
}

/** "Salary" in "salary calculator" names no pay, "allowance" in "living allowance" is not beside pay: the longer phrase decides. */
function withoutCovered(hits: readonly Hit[]): Hit[] {
  const sorted = [...hits].sort((a, b) => a.start - b.start || b.end - a.end)
  let names: Hit | null = null
  let others: Hit | null = null
  return sorted.filter((hit) => {
    const group = groupOf(hit.kinds)
    const cover = group === 'others' ? names : group === null ? null : others
    if (group === 'names' && hit.end > (names?.end ?? 0)) names = hit
    if (group === 'others' && hit.end > (others?.end ?? 0)) others = hit
    return cover === null || cover.end < hit.end || cover.end - cover.start === hit.end - hit.start
  })
}

/** The end of the word that `at` cuts in two ("gehalt|srahmen"), else `at`. */
export function afterWord(text: string, at: number): number {
  let end = at
  while (end > 0 && end < text.length && LETTER.test(text.charAt(end - 1)) && LETTER.test(text.charAt(end))) end += 1
  return end
}

function ofAlphabet(isOther: boolean): Record<SalaryWordKind, readonly string[]> {
  const kept = { ...phrases }
  for (const kind of Object.keys(kept) as SalaryWordKind[]) {
    kept[kind] = phrases[kind].filter((phrase) => OTHER_ALPHABET.test(phrase) === isOther)
  }
  return kept
}

function emptyLists(): Record<SalaryWordKind, SalaryWord[]> {
  return {
    pay: [],
    hint: [],
    offer: [],
    base: [],
    ote: [],
    gross: [],
    net: [],
    employment: [],
    b2b: [],
    perk: [],
    bonus: [],
    equity: [],
    extra_month: [],
    thirteenth: [],
    fourteenth: [],
    thirteen_times: [],
    fourteen_times: [],
    business: [],
    count: [],
    law: [],
    permit: [],
    requires: [],
    estimate: [],
    average: [],
    earns: [],
    users: [],
    product: [],
    shows: [],
    own: [],
    reader: [],
    on_behalf: [],
    payers: [],
    payer: [],
    firms: [],
    pays: [],
    charge: [],
    counted: [],
    strangers: [],
    asks: [],
    places: [],
    aside: [],
    year: [],
    month: [],
    day: [],
    week: [],
    hour: [],
    at_most: [],
    at_least: [],
    rising: [],
    circa: [],
  }
}

/** "p.a." is no Swedish "på". */
const NO_WORD = /^på$/iu

/** Finds every salary word of a text in one pass. Linear in the text's length. */
export function findSalaryWords(text: string): SalaryWords {
  const of = emptyLists()
  const isNeutral = new Uint8Array(text.length)
  const found = OTHER_ALPHABET.test(text)
    ? [...latinScanner.scan(text), ...otherScanner.scan(text)]
    : latinScanner.scan(text)
  const hits = withoutCovered(found).sort((a, b) => a.end - b.end)
  for (const { start, end, kinds } of hits) {
    if (end - start === 2 && NO_WORD.test(text.slice(start, end))) continue
    for (const kind of kinds) of[kind].push({ start, end, kind })
    if (kinds.some((kind) => NEUTRAL.has(kind))) isNeutral.fill(PAY, start, end)
    else if (kinds.some((kind) => ON_TOP.has(kind))) isNeutral.fill(TOP, start, end)
  }
  const without = (from: number, to: number, least: number, blank: string): string => {
    let left = ''
    for (let at = from; at < to; at += 1) left += (isNeutral[at] ?? 0) >= least ? blank : text.charAt(at)
    return left
  }
  const isAll = (from: number, to: number, least: number): boolean => {
    const left = without(afterWord(text, from), to, least, KNOWN).replaceAll(COMPOUND, ' ').replaceAll(SHARE, ' ')
    return (stripAccents(left).match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => fillers.has(word))
  }
  return {
    of,
    bare: (from, to) => without(from, to, PAY, ' '),
    isFiller: (from, to) => isAll(from, to, PAY),
    isAboutPay: (from, to) => isAll(from, to, TOP),
  }
}

/** The last of `words` that ends at or before `to` and starts at or after `from`. Logarithmic in the number of words. */
export function lastWordWithin(words: readonly SalaryWord[], from: number, to: number): SalaryWord | null {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.end ?? Infinity) <= to) low = middle + 1
    else high = middle
  }
  const word = words[low - 1]
  return word && word.start >= from ? word : null
}

/** The first of `words` that starts at or after `from` and ends at or before `to`. Logarithmic in the number of words. */
export function firstWordWithin(words: readonly SalaryWord[], from: number, to: number): SalaryWord | null {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.end ?? Infinity) < from + 1) low = middle + 1
    else high = middle
  }
  for (let at = low; at < words.length && at < low + 4; at++) {
    const word = words[at]
    if (!word || word.end > to) return null
    if (word.start >= from) return word
  }
  return null
}

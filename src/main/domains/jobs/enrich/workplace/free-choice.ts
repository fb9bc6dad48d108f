import lexicon from '#resources/workplace-clauses.json' with { type: 'json' }
import phrases from '#resources/workplace-phrases.json' with { type: 'json' }
import { between, type Clause, gap, isNegated, of, type Span } from './clause.ts'
import type { Token, WordKind } from './token.ts'

const AT_WORDS = new Set(lexicon.at.flat())
const LACKING = new Set(lexicon.lacking)
const LIMITS = new Set(phrases.abroadLimit)
/** From "no" to the office, or from the office to "we have none". */
const NO_OFFICE_REACH = 26
const GONE_REACH = 30
const NO_REACH = 25
const MAX_OFFICES = 8
/** "No office.", "no office to come to", "no office and …"; not "no office politics". */
const ENDS =
  /^(?:\s*(?:$|[.,;:!?)–—\n])|\s(?:at all|to|and|or|any|anymore|und|mehr|meer|más|più|mais|since|seit|depuis|sinds|desde|od|sedan|dal|et|en|y|i|och|e|więcej|längre|where|in|im|w|på|au|à)(?!\p{L}))/u
const TAKES_BACK: readonly WordKind[] = ['partial', 'rest', 'rare', 'split', 'enable', 'every']

/** Everybody works where they like: nobody has an office, or the clause on work says that the place is free. Not for a few weeks a
 *  year, and not what a product lets its users do. */
export function findFreeChoice(clause: Clause): Span | null {
  return findNoOffice(clause) ?? findFreePlace(clause)
}

function findFreePlace(clause: Clause): Span | null {
  if (of(clause, ...TAKES_BACK).length > 0 || of(clause, 'work', 'presence').length === 0 || isLimited(clause))
    return null
  return of(clause, 'free').find((place) => !isNegated(clause, place, NO_REACH)) ?? null
}

function isLimited({ text }: Clause): boolean {
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => LIMITS.has(word))
}

function findNoOffice(clause: Clause): Span | null {
  const has = of(clause, 'have')
  const gone = of(clause, 'gone')
  for (const office of of(clause, 'office').slice(0, MAX_OFFICES)) {
    const no = of(clause, 'no').find((word) => isWithoutOffice(clause, { word, office, has }))
    const end = no ?? gone.find((word) => gap(word, office) <= GONE_REACH)
    if (end) return { start: Math.min(end.start, office.start), end: Math.max(end.end, office.end) }
  }
  return null
}

/** "We have no office", "ein Büro haben wir nicht", "sin oficina"; not "not in the office". */
function isWithoutOffice(
  clause: Clause,
  { word, office, has }: { readonly word: Token; readonly office: Token; readonly has: readonly Token[] },
): boolean {
  if (gap(word, office) > NO_OFFICE_REACH) return false
  const written = between(clause, word, office)
  const words = written.toLowerCase().split(/[^\p{L}]+/u)
  if (/[,:]/.test(written)) return false
  if (word.start > office.end)
    return has.some(({ start }) => start >= office.end && start < word.start) && !words.some((one) => AT_WORDS.has(one))
  if (!ENDS.test(clause.text.slice(office.end - clause.start))) return false
  if (words.filter((one) => one !== '').length > 3 || words.some((one) => AT_WORDS.has(one))) return false
  const no = clause.text.slice(word.start - clause.start, word.end - clause.start).toLowerCase()
  return LACKING.has(no) || has.some((verb) => gap(verb, { start: word.start, end: office.end }) <= 16)
}

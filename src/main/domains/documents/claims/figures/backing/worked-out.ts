import sums from '#resources/claim-sums.json' with { type: 'json' }
import words from '#resources/claim-words.json' with { type: 'json' }
import { foldLetters } from '#main/infra/text/fold.ts'
import { alike } from '../../read/titles-said.ts'
import { readTokens, spaced, spacedPhrase, type Token } from '../../read/tokens.ts'
import { isNear } from './near.ts'
import type { FactNumber } from './match-number.ts'
import type { NumberSaid } from '../number-said.ts'
import { classOf } from '../units.ts'

/** How many of a kind there are: "two groups of 25 each" are 50 students, "3 scientists and 2 interns" five people. */
export interface Total {
  readonly value: number
  readonly counted: readonly string[]
  /** The words for each of what was added. */
  readonly nouns: readonly (readonly string[])[]
}

const ONE = new Set(words.numbers.one)
const ADDING = new Set(['and', 'und', 'sowie', 'plus', ',', '&'])
/** Adjectives between "an" and the word that is counted. */
const NOUN_REACH = 3
const MOST_BETWEEN = 6
const MOST_ADDED = 5

/** The totals that a line of a fact tells without writing them. Pure. */
export function readTotals(text: string, numbers: readonly FactNumber[]): Total[] {
  return [
    ...pairsIn(readTokens(text), numbers),
    ...productsIn(numbers),
    ...sumsIn(text, numbers),
    ...listsIn(readTokens(text)),
  ]
}

const LIST_JOINTS = new Set(sums.listJoints.split(' '))
const LEAST_LISTED = 2
const LIST_TOKENS = 24

/** "the customers Fenwick Stores and Harlow Foods" are two customers; "among them" leaves open how many. */
function listsIn(tokens: readonly Token[]): Total[] {
  return tokens.flatMap((token, at) => {
    const counted = classOf(token)
    const value = counted === null ? 0 : listedAt(tokens, at + 1)
    return counted === null || value < LEAST_LISTED ? [] : [{ value, counted, nouns: [] }]
  })
}

function listedAt(tokens: readonly Token[], from: number): number {
  let [names, isOpen] = [0, false]
  for (const { text, plain } of tokens.slice(from, from + LIST_TOKENS)) {
    const isName = /^\p{Lu}/u.test(text)
    if (!isName && !(names > 0 && LIST_JOINTS.has(plain))) break
    if (isName && !isOpen) names += 1
    isOpen = isName
  }
  return names
}

/** "with one colleague" are two, "with three others" four. */
function pairsIn(tokens: readonly Token[], numbers: readonly FactNumber[]): Total[] {
  const isPair = tokens.some(({ plain }, at) => {
    const [one, mate] = [tokens[at + 1], tokens[at + 2]]
    return BESIDE.has(plain) && ONE.has(one?.plain ?? '') && MATE.has(mate?.plain ?? '')
  })
  const others = numbers.filter(({ isOthers, is }) => isOthers && is === 'count').map(({ value }) => value)
  return [...(isPair ? [1] : []), ...others].map((value) => ({ value: value + 1, counted: ['people'], nouns: [] }))
}
const BESIDE = new Set(sums.beside.split(' '))
const MATE = new Set(sums.mate.split(' '))

/** "two groups of 25 students each" */
function productsIn(numbers: readonly FactNumber[]): Total[] {
  return numbers.flatMap((times, at) => {
    const each = numbers[at + 1]
    if (!each?.isEach || each.counted === null || times.is !== 'count' || each.is !== 'count') return []
    return [{ value: times.value * each.value, counted: each.counted, nouns: [] }]
  })
}

interface Part {
  readonly value: number
  readonly counted: readonly string[]
  readonly nouns: readonly string[]
  readonly at: number
  readonly end: number
}

/** "two junior engineers and an apprentice" */
function sumsIn(text: string, numbers: readonly FactNumber[]): Total[] {
  const parts = [...numbers.flatMap(partOf), ...singlesIn(readTokens(text))].toSorted((one, other) => one.at - other.at)
  const found: Total[] = []
  for (let from = 0; from < parts.length; from++) {
    let [value, counted] = [parts[from]?.value ?? 0, parts[from]?.counted ?? []]
    for (let at = from + 1; at < parts.length && at < from + MOST_ADDED; at++) {
      const [before, part] = [parts[at - 1], parts[at]]
      if (!before || !part || !isAdded(text.slice(before.end, part.at))) break
      counted = counted.filter((kind) => part.counted.includes(kind))
      if (counted.length === 0) break
      value += part.value
      found.push({ value, counted, nouns: parts.slice(from, at + 1).map(({ nouns }) => nouns) })
    }
  }
  return found
}

function partOf({ value, is, counted, nouns, at, end, rate }: FactNumber): Part[] {
  return is === 'count' && counted !== null && rate === null ? [{ value, counted, nouns, at, end }] : []
}

/** "an apprentice" */
function singlesIn(tokens: readonly Token[]): Part[] {
  return tokens.flatMap((token, at) => {
    if (!ONE.has(token.plain)) return []
    const noun = tokens.slice(at + 1, at + 1 + NOUN_REACH).find((next) => classOf(next) !== null)
    const counted = noun ? classOf(noun) : null
    return noun && counted ? [{ value: 1, counted, nouns: [noun.text], at: token.start, end: noun.end }] : []
  })
}

function isAdded(between: string): boolean {
  const tokens = readTokens(between)
  return (
    tokens.length <= MOST_BETWEEN &&
    tokens.some(({ plain }) => ADDING.has(plain)) &&
    !tokens.some(({ text }) => /^[.;:()]$/.test(text))
  )
}

const PEOPLE = ['people']
const TOGETHER = sums.together.map(spacedPhrase)

/** Whether a sentence says that it adds up ("in total"). Pure. */
export function saysTogether(tokens: readonly Token[]): boolean {
  const text = spaced(tokens)
  return TOGETHER.some((phrase) => text.includes(phrase))
}

/** How far behind a number the names stand that it counts. */
const LIST_REACH = 4
const LIST_LETTERS = 160

/** "in two cities, Rotterdam and Antwerp": the sentence itself names them, and each is looked at by itself. Pure. */
export function isListed({ is, value, end, rate }: NumberSaid, text: string): boolean {
  if (is !== 'count' || rate !== null || value > MOST_ADDED || end < 0) return false
  const tokens = readTokens(text.slice(end, end + LIST_LETTERS))
  const first = tokens.slice(0, LIST_REACH).findIndex((token) => /^[:,(–]$/.test(token.text))
  return first > 0 && listedAt(tokens, first + 1) === value
}

/** Whether a count is the total of several that the facts tell, or one of a group without its author ("with three others" of a team of
 *  four). Pure. */
export function isTotalOfFacts(
  said: NumberSaid,
  { isTogether, facts, totals }: { isTogether: boolean; facts: readonly FactNumber[]; totals: readonly Total[] },
): boolean {
  if (said.is !== 'count' || said.rate !== null || said.isDifference) return false
  if (said.isOthers) return facts.some((fact) => fact.isGroup && !fact.isOthers && isNear(said, fact.value - 1, EXACT))
  const own = said.counted ?? (said.isGroup ? PEOPLE : null)
  if (own === null) return false
  const isOf = (counted: readonly string[] | null) => own.some((kind) => counted?.includes(kind) === true)
  if (totals.some((total) => isOf(total.counted) && isNear(said, total.value, EXACT) && !isOfOnePart(said, total)))
    return true
  return (
    isTogether &&
    isSumOfLines(
      said,
      facts.filter(({ counted }) => isOf(counted)),
    )
  )
}

/** "five interns" are not "3 scientists and 2 interns". */
function isOfOnePart(said: NumberSaid, { nouns }: Total): boolean {
  const named = nouns.map((part) =>
    part.some((noun) => said.nouns.some((own) => alike(foldLetters(own), foldLetters(noun)))),
  )
  return named.some(Boolean) && !named.every(Boolean)
}
const EXACT = { share: 0, slack: 1e-6 }

/** What several lines count, each once. */
function isSumOfLines(said: NumberSaid, facts: readonly FactNumber[]): boolean {
  const lines = new Map(
    facts.filter(({ is, rate }) => is === 'count' && rate === null).map((fact) => [fact.line, fact]),
  )
  const value = [...lines.values()].reduce((sum, fact) => sum + fact.value, 0)
  return lines.size > 1 && lines.size <= MOST_ADDED && isNear(said, value, EXACT)
}

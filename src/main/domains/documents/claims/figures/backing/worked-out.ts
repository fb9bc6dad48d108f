import sums from '#resources/claim-sums.json' with { type: 'json' }
import words from '#resources/claim-words.json' with { type: 'json' }
import { foldLetters } from '#main/infra/text/fold.ts'
import { alike } from '../../read/alike.ts'
import { readTokens, spaced, spacedPhrase, type Token } from '../../read/tokens.ts'
import { listsIn } from './lists.ts'
import { isNear } from './near.ts'
import type { FactNumber, Total } from './fact-number.ts'
import type { NumberSaid } from '../number-said.ts'
import { classOf } from '../units.ts'

const PEOPLE = ['people']
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

/** "with one colleague" are two, "with three others" four. */
function pairsIn(tokens: readonly Token[], numbers: readonly FactNumber[]): Total[] {
  const isPair = tokens.some(({ plain }, at) => {
    const [one, mate] = [tokens[at + 1], tokens[at + 2]]
    return BESIDE.has(plain) && mate !== undefined && ALONE.has(one?.plain ?? '') && isMate(mate)
  })
  const others = numbers.filter(({ isOthers, is }) => isOthers && is === 'count').map(({ value }) => value)
  return [...(isPair ? [1] : []), ...others].map((value) => ({ value: value + 1, ...WITH_AUTHOR }))
}
const WITH_AUTHOR = { counted: PEOPLE, nouns: [], isWithAuthor: true } as const
const BESIDE = new Set(sums.beside.split(' '))
const MATE = new Set(sums.mate.split(' '))
const ALONE = new Set([...words.numbers.one, 'another'])

function isMate(token: Token): boolean {
  return MATE.has(token.plain) || classOf(token)?.includes('people') === true
}

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
  /** It says what it counts only by what stands before. */
  readonly isShort: boolean
  readonly at: number
  readonly end: number
}

/** "two junior engineers and an apprentice" */
function sumsIn(text: string, numbers: readonly FactNumber[]): Total[] {
  const parts = [...numbers.flatMap((_, at) => partOf(numbers, at)), ...singlesIn(readTokens(text))].toSorted(
    (one, other) => one.at - other.at,
  )
  const found: Total[] = []
  for (let from = 0; from < parts.length; from++) {
    const run = runFrom(parts, { from, text })
    const [first] = run
    if (run.length < 2 || !first) continue
    const [value, counted] = [run.reduce((sum, part) => sum + part.value, 0), sharedKinds(run)]
    found.push({ value, counted, nouns: run.map(({ nouns }) => nouns) })
    // "with a designer and two engineers" is a team of four.
    if (counted.includes('people') && isBeside(text.slice(0, first.at)))
      found.push({ value: value + 1, ...WITH_AUTHOR })
    from += run.length - 1
  }
  return found
}

/** The parts that are added to the one they begin with, as long as they are of one kind. */
function runFrom(parts: readonly Part[], { from, text }: { from: number; text: string }): Part[] {
  const run = parts.slice(from, from + 1)
  for (const part of parts.slice(from + 1, from + MOST_ADDED)) {
    const last = run.at(-1)
    if (
      !last ||
      !isAdded(text.slice(last.end, part.at), isPartOf(part, last)) ||
      sharedKinds([...run, part]).length === 0
    )
      break
    run.push(part)
  }
  return run
}

function sharedKinds([first, ...others]: readonly Part[]): string[] {
  return (first?.counted ?? []).filter((kind) => others.every(({ counted }) => counted.includes(kind)))
}

function isBeside(before: string): boolean {
  return BESIDE.has(readTokens(before.slice(-BESIDE_LETTERS)).at(-1)?.plain ?? '')
}
const BESIDE_LETTERS = 12

/** "2 papers as first author and 3 as co-author": the second one counts what the first does. */
function partOf(numbers: readonly FactNumber[], index: number): Part[] {
  const [before, number] = [numbers[index - 1], numbers[index]]
  if (!number || number.is !== 'count' || number.rate !== null) return []
  const { value, at, end } = number
  const isShort = number.nouns.length === 0 && number.preposition === null && before?.is === 'count'
  const { counted, nouns } = isShort ? before : number
  return counted === null ? [] : [{ value, counted, nouns, isShort, at, end }]
}

/** "an apprentice" */
function singlesIn(tokens: readonly Token[]): Part[] {
  return tokens.flatMap((token, at) => {
    if (!ONE.has(token.plain)) return []
    const noun = tokens.slice(at + 1, at + 1 + NOUN_REACH).find((next) => classOf(next) !== null)
    const counted = noun ? classOf(noun) : null
    return noun && counted
      ? [{ value: 1, counted, nouns: [noun.text], isShort: false, at: token.start, end: noun.end }]
      : []
  })
}

/** "4 papers, 2 as first author": two of the four. */
function isPartOf({ isShort, value }: Part, last: Part): boolean {
  return isShort && value < last.value
}

function isAdded(between: string, mayBePart: boolean): boolean {
  const tokens = readTokens(between)
  return (
    tokens.length <= MOST_BETWEEN &&
    tokens.some(({ plain }) => ADDING.has(plain) && !(mayBePart && plain === ',')) &&
    !tokens.some(({ text }) => /^[.;:()]$/.test(text))
  )
}

const TOGETHER = sums.together.map(spacedPhrase)

/** Whether a sentence says that it adds up ("in total"). Pure. */
export function saysTogether(tokens: readonly Token[]): boolean {
  const text = spaced(tokens)
  return TOGETHER.some((phrase) => text.includes(phrase))
}

/** Whether a count is the total of several that the facts tell, or one of a group without its author ("with three others" of a team of
 *  four). Pure. */
export function isTotalOfFacts(
  said: NumberSaid,
  { isTogether, facts, totals }: { isTogether: boolean; facts: readonly FactNumber[]; totals: readonly Total[] },
): boolean {
  if (said.is !== 'count' || said.rate !== null || said.isDifference) return false
  if (said.isOthers && facts.some((fact) => isWithAuthor(fact, facts) && isNear(said, fact.value - 1, EXACT)))
    return true
  const own = said.counted ?? (said.isGroup ? PEOPLE : null)
  if (own === null) return false
  const isOf = (counted: readonly string[] | null) => own.some((kind) => counted?.includes(kind) === true)
  if (
    totals.some(
      (total) =>
        isOf(total.counted) &&
        !(said.isOthers && total.isWithAuthor) &&
        isNear(said, total.value, EXACT) &&
        !isOfOnePart(said, total),
    )
  )
    return true
  return (
    isTogether &&
    isSumOfLines(
      said,
      facts.filter(({ counted }) => isOf(counted)),
    )
  )
}

/** "a team of four", and "three developers" of a team that the same line tells of */
function isWithAuthor(fact: FactNumber, facts: readonly FactNumber[]): boolean {
  if (fact.isGroup) return !fact.isOthers
  if (fact.isOthers || fact.counted?.includes('people') !== true) return false
  return facts.some(({ isGroup, line, value }) => isGroup && line === fact.line && value > fact.value)
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

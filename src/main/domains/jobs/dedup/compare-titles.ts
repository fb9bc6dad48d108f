import { distance } from 'fastest-levenshtein'
import titleRules from '#resources/title-rules.json' with { type: 'json' }

/** same: the keys are equal · variant: spelling or a synonym differs · longer: one says more than the other ·
 *  different: each says something the other does not, or the levels differ. */
export type TitleVerdict = 'same' | 'variant' | 'longer' | 'different'

export interface TitleComparison {
  readonly verdict: TitleVerdict
  /** Share of letters in words that both have, 0–1. */
  readonly similarity: number
}

/** Two words of this length and likeness are one word spelled twice ("Engeneer"); shorter ones mean what they say. */
const MIN_SPELLING_LENGTH = 5
const MIN_SPELLING_LIKENESS = 0.8

const HAS_DIGIT = /\d/

const LEVEL_OF = new Map(
  Object.entries(titleRules.levels).flatMap(([level, words]) => words.map((word) => [word, level] as const)),
)
const SYNONYM_OF = new Map(titleRules.synonyms.flatMap((words, group) => words.map((word) => [word, group] as const)))

/** Compares two title keys. "Senior" and not senior, II and I, "Frontend" and "Backend" are different however few letters
 *  it takes. Pure, symmetric. */
export function compareTitles(keyA: string, keyB: string): TitleComparison {
  if (keyA === keyB) return { verdict: keyA === '' ? 'different' : 'same', similarity: keyA === '' ? 0 : 1 }
  const [a, b] = [keyA.split(' '), keyB.split(' ')]
  const onlyA = a.filter((word) => !b.includes(word))
  const onlyB = b.filter((word) => !a.includes(word))
  if (!areLevelsAgreed(onlyA, onlyB))
    return { verdict: 'different', similarity: shareOf(a, b, onlyA.length + onlyB.length) }
  const unpaired = pairWords(onlyA, onlyB)
  const similarity = shareOfLetters([...a, ...b], [...unpaired.a, ...unpaired.b])
  if (unpaired.a.length === 0 && unpaired.b.length === 0) return { verdict: 'variant', similarity }
  const isLonger = unpaired.a.length === 0 || unpaired.b.length === 0
  return { verdict: isLonger ? 'longer' : 'different', similarity }
}

function areLevelsAgreed(a: readonly string[], b: readonly string[]): boolean {
  const [inA, inB] = [a.some(isLevel), b.some(isLevel)]
  return inA === inB && (!inA || levels(a) === levels(b))
}

function isLevel(word: string): boolean {
  return LEVEL_OF.has(word)
}

/** The levels that words name, in order: "senior", "level2". */
function levels(words: readonly string[]): string {
  const named = words.flatMap((word) => LEVEL_OF.get(word) ?? [])
  return [...new Set(named)].sort().join(' ')
}

/** Takes away the words that mean the same on both sides; what stays has no counterpart. */
function pairWords(onlyA: readonly string[], onlyB: readonly string[]): { a: string[]; b: string[] } {
  const b = [...onlyB]
  const a = onlyA.filter((word) => {
    const index = b.findIndex((other) => isSameWord(word, other))
    if (index === -1) return true
    b.splice(index, 1)
    return false
  })
  return withoutCompounds(a, b)
}

/** "Softwareentwickler" and "Software Entwickler". */
function withoutCompounds(a: string[], b: string[]): { a: string[]; b: string[] } {
  if (a.length === 1 && b.length === 2 && isCompound(a[0], b)) return { a: [], b: [] }
  if (b.length === 1 && a.length === 2 && isCompound(b[0], a)) return { a: [], b: [] }
  return { a, b }
}

function isCompound(whole: string | undefined, [first, second]: readonly string[]): boolean {
  return (
    whole === `${first}${second}` ||
    whole === `${second}${first}` ||
    whole === `${first}s${second}` ||
    whole === `${second}s${first}`
  )
}

function isSameWord(a: string, b: string): boolean {
  const group = SYNONYM_OF.get(a)
  if (group !== undefined && group === SYNONYM_OF.get(b)) return true
  if (Math.min(a.length, b.length) < MIN_SPELLING_LENGTH) return false
  const mostErrors = (1 - MIN_SPELLING_LIKENESS) * Math.max(a.length, b.length)
  if (Math.abs(a.length - b.length) > mostErrors || HAS_DIGIT.test(a) || HAS_DIGIT.test(b)) return false
  if (LEVEL_OF.has(a) || LEVEL_OF.has(b)) return false
  return likeness(a, b) >= MIN_SPELLING_LIKENESS
}

/** 1 − Levenshtein distance / longer length; swapped letters inside a word ("Platfrom") count as one error, not two. */
export function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  if (longer === 0) return 1
  const errors = distance(a, b)
  const isSwap = errors === 2 && a.length === b.length && sortedLetters(a) === sortedLetters(b)
  return 1 - (isSwap ? 1 : errors) / longer
}

function sortedLetters(word: string): string {
  return word.split('').sort().join('')
}

function shareOfLetters(all: readonly string[], unpaired: readonly string[]): number {
  const length = (words: readonly string[]) => words.reduce((sum, word) => sum + word.length, 0)
  return 1 - length(unpaired) / length(all)
}

function shareOf(a: readonly string[], b: readonly string[], unshared: number): number {
  return 1 - unshared / (a.length + b.length)
}

import type { SUGGESTION_KINDS } from '#shared/jobs.ts'
import { textWords } from './words.ts'

export type SuggestionKind = (typeof SUGGESTION_KINDS)[number]

/** Something that can be suggested. `spellings` are the names under which it is found, its own among them. */
export interface Entry {
  readonly kind: SuggestionKind
  readonly value: string
  /** Open jobs that have it. */
  readonly jobs: number
  readonly spellings: readonly string[]
}

/** One spelling of an entry, as numbers of words. */
export interface Spelling {
  readonly entry: Entry
  /** Not its own name: what others call it. */
  readonly isOther: boolean
  readonly words: readonly number[]
}

/** Every word that something stored is called by. A word's number is its place in the lists. Never changed once it is made. */
export interface Vocabulary {
  readonly entries: readonly Entry[]
  readonly words: readonly string[]
  /** As they are written where they were met first. */
  readonly written: readonly string[]
  readonly letters: Uint32Array
  /** Code of the first letter. */
  readonly starts: Uint16Array
  readonly lengths: Uint16Array
  /** Open jobs of everything that has the word. */
  readonly jobs: Float64Array
  readonly spellings: readonly (readonly Spelling[])[]
  readonly numberOf: ReadonlyMap<string, number>
}

const ENTRIES_A_STEP = 200
const LONGEST = 65_535

/** Takes a step for some hundreds of entries: the caller may pause between them. */
export function* buildVocabulary(entries: readonly Entry[]): Generator<undefined, Vocabulary> {
  const words: string[] = []
  const written: string[] = []
  const letters: number[] = []
  const jobs: number[] = []
  const spellings: Spelling[][] = []
  const numberOf = new Map<string, number>()
  const numberFor = (folded: string, asWritten: string): number => {
    const known = numberOf.get(folded)
    if (known !== undefined) return known
    const number = words.length
    numberOf.set(folded, number)
    words.push(folded)
    written.push(asWritten)
    letters.push(lettersOf(folded))
    jobs.push(0)
    spellings.push([])
    return number
  }
  for (const [index, entry] of entries.entries()) {
    if (index % ENTRIES_A_STEP === 0) yield
    const met = new Set<number>()
    for (const name of new Set(entry.spellings)) {
      const spelling = {
        entry,
        isOther: name !== entry.value,
        words: textWords(name).map((word) => numberFor(word.folded, word.written)),
      }
      for (const number of new Set(spelling.words)) {
        spellings[number]?.push(spelling)
        met.add(number)
      }
    }
    for (const number of met) jobs[number] = (jobs[number] ?? 0) + entry.jobs
  }
  return {
    entries,
    words,
    written,
    letters: Uint32Array.from(letters),
    starts: Uint16Array.from(words, (word) => word.charCodeAt(0)),
    lengths: Uint16Array.from(words, (word) => Math.min(word.length, LONGEST)),
    jobs: Float64Array.from(jobs),
    spellings,
    numberOf,
  }
}

const LETTER_BITS = 26
const A = 97

/** A bit for each letter a word holds; other signs share the bits above. Pure. */
export function lettersOf(folded: string): number {
  let bits = 0
  for (let at = 0; at < folded.length; at += 1) {
    const place = folded.charCodeAt(at) - A
    bits |= 1 << (place >= 0 && place < LETTER_BITS ? place : LETTER_BITS + ((place + A) % 6))
  }
  return bits >>> 0
}

/** How many letters are in the one and not in the other. Pure. */
export function lettersMissing(typed: number, word: number): number {
  let left = typed & ~word
  let count = 0
  while (left !== 0) {
    left &= left - 1
    count += 1
  }
  return count
}

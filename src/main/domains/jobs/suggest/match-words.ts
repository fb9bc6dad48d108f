import { type CountEdits, editsAllowed } from './edits.ts'
import { lettersMissing, lettersOf, type Vocabulary } from './vocabulary.ts'

/** The words that fit a typed one: their numbers, and for each word of the vocabulary how it fits (see `fitOf`; 0: not at all). */
export interface WordFits {
  readonly numbers: readonly number[]
  readonly codes: Uint8Array
  /** How many spellings have one of the words; one that has two counts twice. */
  readonly spellings: number
}

/** `edits`: slips it takes; `isWhole`: the word ends where the typed one does. The better the fit, the lower the code. */
function fitCode(edits: number, isWhole: boolean): number {
  return 1 + edits * 2 + (isWhole ? 0 : 1)
}

export function fitOf(code: number): { edits: number; isWhole: boolean } {
  return { edits: (code - 1) >> 1, isWhole: (code & 1) === 1 }
}

/** The words of the vocabulary that begin as typed. Looks at all of them, which takes less than a millisecond for 50,000. Pure. */
export function wordsThatBegin(vocabulary: Vocabulary, typed: string): WordFits {
  const { words, letters, starts } = vocabulary
  const wanted = lettersOf(typed)
  const start = typed.charCodeAt(0)
  const fits = openFits(vocabulary)
  for (let number = 0; number < starts.length; number += 1) {
    if (starts[number] !== start || (wanted & ~(letters[number] ?? 0)) !== 0) continue
    const word = words[number] ?? ''
    if (word.startsWith(typed)) fits.add(number, fitCode(0, word.length === typed.length))
  }
  return fits.close()
}

/** The words that are like the typed one but for a slip or two; with `isOpen` also those that only begin so. One that is wrong in its
 *  first letter may hold no other slip. Pure but for the counter's own table. */
export function wordsNearly(
  vocabulary: Vocabulary,
  typed: string,
  options: { readonly countEdits: CountEdits; readonly isOpen: boolean },
): WordFits {
  const { countEdits, isOpen } = options
  const { words, letters, starts, lengths } = vocabulary
  const allowed = editsAllowed(typed.length)
  const wanted = lettersOf(typed)
  const start = typed.charCodeAt(0)
  const fits = openFits(vocabulary)
  if (allowed === 0) return wordsThatBegin(vocabulary, typed)
  for (let number = 0; number < starts.length; number += 1) {
    const most = starts[number] === start ? allowed : 1
    const length = lengths[number] ?? 0
    const has = letters[number] ?? 0
    if (length < typed.length - most || lettersMissing(wanted, has) > most) continue
    const mayBeWhole = length <= typed.length + most && lettersMissing(has, wanted) <= most
    const mayBegin = isOpen && length > typed.length && starts[number] === start
    if (!mayBeWhole && !mayBegin) continue
    const edits = countEdits(typed, words[number] ?? '', most)
    if (edits === null) continue
    if (edits.whole <= most) fits.add(number, fitCode(edits.whole, true))
    else if (mayBegin) fits.add(number, fitCode(edits.prefix, false))
  }
  return fits.close()
}

function openFits(vocabulary: Vocabulary) {
  const numbers: number[] = []
  const codes = new Uint8Array(vocabulary.words.length)
  let spellings = 0
  return {
    add: (number: number, code: number): void => {
      numbers.push(number)
      codes[number] = code
      spellings += vocabulary.spellings[number]?.length ?? 0
    },
    close: (): WordFits => ({ numbers, codes, spellings }),
  }
}

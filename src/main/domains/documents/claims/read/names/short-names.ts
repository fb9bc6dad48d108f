import { remembered } from '../../remembered.ts'
import type { Word } from '../words.ts'

/** The parts of names in a text, each with its capital: "TensorFlow Lite" is Tensor, Flow and Lite; a comma or another word ends a name.
 *  Words that join a name ("of") are left out. Pure. */
export function namePartsOf(text: string): string[][] {
  const names: string[][] = []
  let parts: string[] = []
  let end = 0
  for (const match of text.matchAll(WORD)) {
    const [word] = match
    const between = text.slice(end, match.index)
    if (!/^(?:[\s-]|\s(?:of|for|and|für|und|de)\s)*$/u.test(between)) {
      names.push(parts)
      parts = []
    }
    end = match.index + word.length
    if (JOINS.has(word)) continue
    if (/^\p{Lu}/u.test(word)) parts.push(...(word.match(CAMEL) ?? []))
    else {
      names.push(parts)
      parts = []
    }
  }
  names.push(parts)
  return names.filter(({ length }) => length > 1)
}

const WORD = /[\p{L}\p{M}]+/gu
const CAMEL = /\p{Lu}[\p{Ll}\p{M}]*/gu
const JOINS = new Set(['of', 'for', 'and', 'für', 'und', 'de'])
const LEAST_LETTERS = 3
/** With more it would be no short name. */
const LONGEST = 12

/** Whether a word is short for a name: its letters are the first ones of the parts, or parts as a whole ("TFLite", "UCC"). Pure. */
export function isShortFor(word: string, names: readonly (readonly string[])[]): boolean {
  if (word.length < LEAST_LETTERS || word.length > LONGEST || !/\p{Lu}.*\p{Lu}/u.test(word)) return false
  const letters = word.toLowerCase()
  if (word.length === COMPOUND_INITIALS && names.some((parts) => isOfCompound(letters, parts))) return true
  return names.some((parts) => parts.some((_, from) => isSpelled(letters, { parts, from })))
}

/** Words that count in a long form: no function words. */
const TELLING_WORD = /[\p{L}\p{M}]{3,}/gu
const LITTLE = new Set([
  'and',
  'the',
  'for',
  'with',
  'from',
  'und',
  'der',
  'die',
  'das',
  'den',
  'dem',
  'des',
  'mit',
  'von',
  'zur',
  'zum',
])

/** Whether capitals are the first letters of words of a text that stand in a row and need no capital: "NPCs" for "non-player characters".
 *  Pure. */
export function isShortForWords(word: string, texts: readonly string[]): boolean {
  const letters = /^(\p{Lu}{3,5})s?$/u.exec(word)?.[1]?.toLowerCase()
  return letters !== undefined && texts.some((text) => isRun(letters, initialRunsOf(text)))
}

/** "ROAS" for "return on ad spend": all words of a long one count. */
function isRun(letters: string, { telling, all }: InitialRuns): boolean {
  return telling.some((run) => run.includes(letters)) || (letters.length > LEAST_LETTERS && all.includes(letters))
}

interface InitialRuns {
  readonly telling: readonly string[]
  readonly all: string
}

/** The first letters of words in a row, which a sign or a little word ends. */
const initialRunsOf = remembered((text: string): InitialRuns => {
  const runs: string[] = []
  let run = ''
  let end = 0
  for (const match of text.matchAll(TELLING_WORD)) {
    const [word] = match
    const isLittle = LITTLE.has(word.toLowerCase())
    if (!/^[ -]?$/.test(text.slice(end, match.index)) || isLittle) {
      runs.push(run)
      run = ''
    }
    if (!isLittle) run += word.charAt(0).toLowerCase()
    end = match.index + word.length
  }
  const all = Array.from(text.matchAll(WORD), ([word]) => word.charAt(0).toLowerCase()).join('')
  return { telling: [...runs, run].filter(({ length }) => length > 2), all }
})

const COMPOUND_INITIALS = 3
const LEAST_COMPOUND = 10
const LEAST_HALF = 4

/** "DWD" of "Deutscher Wetterdienst": two parts, of which the second is a compound that gives two letters. */
function isOfCompound(letters: string, parts: readonly string[]): boolean {
  const [first, second, third] = letters
  return parts.some((part, at) => {
    const next = parts[at + 1]?.toLowerCase() ?? ''
    if (part.charAt(0).toLowerCase() !== first || next.length < LEAST_COMPOUND || !next.startsWith(second ?? ' '))
      return false
    const inside = next.indexOf(third ?? ' ', LEAST_HALF)
    return inside !== -1 && next.length - inside >= LEAST_HALF
  })
}

/** Behind these stands an employer. */
const PLACED = new Set(['at', 'for', 'joined', 'bei', 'fur'])

interface LongReading {
  readonly text: string
  readonly ground: { readonly acronyms: ReadonlySet<string> }
}

/** No acronym stands for more words on either side of one of them. */
const LONGEST_NAME = 8

/** Whether a word belongs to the long form of an acronym of the facts: capitals whose first letters it is ("Medical Device Regulation"; two
 *  only before a noun: "Materials Management module"),
 *  or that stand before it in brackets ("Research Promotion Agency (FFG)"). Pure. */
export function isLongFor(
  { text, ground }: LongReading,
  { words, at }: { words: readonly Word[]; at: number },
): boolean {
  if (!/^\p{Lu}/u.test(words[at]?.text ?? '')) return false
  let [from, to] = [at, at]
  while (at - from < LONGEST_NAME && isNextOfName(text, words[from - 1], words[from])) from -= 1
  while (to - at < LONGEST_NAME && isNextOfName(text, words[to], words[to + 1])) to += 1
  const bracketed = words[to + 1]
  const between = bracketed ? text.slice(words[to]?.end, bracketed.start) : ''
  if (to > from && between === ' (' && ground.acronyms.has(bracketed?.plain ?? '')) return true
  for (let start = from; start <= at; start++)
    for (let end = Math.max(at, start + 1); end <= to; end++) {
      const initials = words
        .slice(start, end + 1)
        .map(({ plain }) => plain.charAt(0))
        .join('')
      const isLong = end - start > 1 || /^ \p{Ll}/u.test(text.slice(words[end]?.end))
      if (isLong && !PLACED.has(words[start - 1]?.plain ?? '') && ground.acronyms.has(initials)) return true
    }
  return false
}

function isNextOfName(text: string, one: Word | undefined, other: Word | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    /^\p{Lu}/u.test(one.text) &&
    /^\p{Lu}/u.test(other.text) &&
    text.slice(one.end, other.start) === ' '
  )
}

/** Each part gives its first letter or all of them; at least two parts, none left out. */
function isSpelled(letters: string, { parts, from }: { parts: readonly string[]; from: number }): boolean {
  let reached = new Set([0])
  for (let at = from; at < parts.length && reached.size > 0; at++) {
    const part = parts[at]?.toLowerCase() ?? ''
    const next = new Set<number>()
    for (const start of reached)
      for (const piece of [part.slice(0, 1), part]) if (letters.startsWith(piece, start)) next.add(start + piece.length)
    if (at > from && next.has(letters.length)) return true
    reached = next
  }
  return false
}

import { foldLetters } from '#main/infra/text/fold.ts'

/** Where a phrase occurs in a folded text, from its first letter to the space after its last word. */
export interface PhraseSpan {
  readonly start: number
  readonly end: number
}

/** A compiled list of phrases: one expression that stands at the beginning of a word and ends after a space. */
export type PhraseList = RegExp

/** Compiles phrases of the little language described in resources/visa-phrases.json; what they are compared with is text from
 *  foldForPhrases. Phrases are grouped by first letter, so that a long list costs little more to look for than a short one;
 *  gaps are bounded, so matching stays linear in the length of the text. Throws on a phrase that is empty. */
export function compilePhrases(phrases: readonly string[]): PhraseList {
  const byLetter = new Map<string, string[]>()
  for (const phrase of phrases) {
    for (const source of compilePhrase(phrase)) {
      const letter = /^[\p{L}\p{N}]/u.exec(source)?.[0] ?? ''
      byLetter.set(letter, [...(byLetter.get(letter) ?? []), source.slice(letter.length)])
    }
  }
  const groups = [...byLetter].map(([letter, sources]) => `${letter}(?:${longestFirst(sources).join('|')})`)
  return new RegExp(groups.length === 0 ? '(?!)' : `(?<= )(?:${groups.join('|')})`, 'g')
}

function longestFirst(sources: readonly string[]): string[] {
  return [...new Set(sources)].sort((a, b) => b.length - a.length)
}

/** One source for every way the phrase can begin. */
function compilePhrase(phrase: string): string[] {
  const parts = phrase.match(/\([^()]*\)|[^\s()]+/g)
  if (!parts) throw new Error(`Empty phrase in a phrase list: "${phrase}"`)
  return beginnings(parts)
}

function beginnings(parts: readonly string[]): string[] {
  const [first, ...rest] = parts
  if (first === undefined) return []
  const tail = rest.map(compilePart).join('')
  if (!first.startsWith('(')) return beginningsOfWords(first.split('/')).map((word) => `${word} ${tail}`)
  return [...beginnings(first.slice(1, -1).trim().split(/\s+/)).map((source) => source + tail), ...beginnings(rest)]
}

/** One source for all words with the same first letter, so that what follows them is compiled once. */
function beginningsOfWords(words: readonly string[]): string[] {
  const byLetter = Map.groupBy(words.map(compileWord), (word) => /^[\p{L}\p{N}]/u.exec(word)?.[0] ?? word)
  return [...byLetter].map(([letter, group]) => {
    const [only] = group
    return group.length === 1 && only !== undefined
      ? only
      : `${letter}(?:${longestFirst(group.map((word) => word.slice(letter.length))).join('|')})`
  })
}

function compilePart(part: string): string {
  if (part === '..') return '(?:[^ ]+ ){0,4}?'
  if (part === '~') return '(?:[^ ,;:.()]+ ){0,4}?'
  if (part.startsWith('(')) return `(?:${compileWords(part.slice(1, -1))})?`
  return compileWords(part)
}

/** Every word brings the space after it, so that a missing optional word leaves no double space. */
function compileWords(words: string): string {
  return words
    .trim()
    .split(/\s+/)
    .map((word) => `(?:${word.split('/').map(compileWord).join('|')}) `)
    .join('')
}

function compileWord(word: string): string {
  const isTopic = /^[A-Z]+$/.test(word)
  const folded = isTopic ? word : foldLetters(word)
  return folded.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '[^ ]*')
}

/** Whether a phrase of the list occurs in a folded text. */
export function hasPhrase(list: PhraseList, folded: string): boolean {
  list.lastIndex = 0
  return list.test(folded)
}

/** Where phrases of the list occur in a folded text, from the left and without overlaps. */
export function findPhrases(list: PhraseList, folded: string): PhraseSpan[] {
  list.lastIndex = 0
  return [...folded.matchAll(list)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** The text with every occurrence replaced by what `replacement` makes of its words (which end in a space, as must the result). */
export function replacePhrases(
  list: PhraseList,
  { folded, replacement }: { folded: string; replacement: string | ((words: string) => string) },
): string {
  return typeof replacement === 'string'
    ? folded.replace(list, replacement)
    : folded.replace(list, (words) => replacement(words))
}

const ACCENTS = /\p{M}+/gu
const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:can't|can’t|cant)\b/g, 'can not'],
  [/\b(?:won't|won’t|wont)\b/g, 'will not'],
  [/\b(do|does|did|is|are|was|would|could|should)(?:n't|n’t)\b/g, '$1 not'],
  [/\b(dont|doesnt|isnt|arent)\b/g, 'do not'],
  [/\bcannot\b/g, 'can not'],
  [/['’](ll)\b/g, ' will'],
  [/['’](ve)\b/g, ' have'],
  [/['’](re)\b/g, ' are'],
  [/\b([ue])\.([skeu])\.?(?=[\s,;:)]|$)/g, '$1$2'],
]

/** A text as phrases are compared with it: lower case, no accents, no apostrophes or hyphens inside words, one space between
 *  words, punctuation as words of its own, a space at both ends. */
export function foldForPhrases(text: string): string {
  let folded = text.toLowerCase().normalize('NFD').replace(ACCENTS, '').replaceAll('ł', 'l').replaceAll('ø', 'o')
  for (const [contraction, full] of CONTRACTIONS) folded = folded.replace(contraction, full)
  folded = folded
    .replace(/[-‐‑](?=[\p{L}\p{N}])(?<=[\p{L}\p{N}][-‐‑])/gu, ' ')
    .replace(/['’`´/_"“”„«»*]+/g, ' ')
    .replace(/[,;:()[\]?!|•·–—&+✓✔✅❌✗✘🚫]|(?<!\p{N})\.|\.(?!\p{N})|\s[-‐‑](?=\s)/gu, ' $& ')
  return ` ${folded.replace(/\s+/g, ' ').trim()} `
}

/** Compiles phrases of the little language described in resources/visa-phrases.json into one expression over folded text.
 *  Gaps are bounded, so matching stays linear. Throws on a phrase that cannot be read. */
export function compilePhrases(phrases: readonly string[]): RegExp {
  if (phrases.length === 0) return /(?!)/g
  const alternatives = phrases.map((phrase) => compilePhrase(phrase))
  return new RegExp(`(?<= )(?:${alternatives.join('|')})`, 'gu')
}

function compilePhrase(phrase: string): string {
  const parts = phrase.match(/\([^()]*\)|[^\s()]+/g)
  if (!parts) throw new Error(`Empty phrase in a phrase list: "${phrase}"`)
  return parts
    .map((part) => {
      if (part === '..') return '(?:[^ ]+ ){0,4}?'
      if (part.startsWith('(')) return `(?:${compileWords(part.slice(1, -1))})?`
      return compileWords(part)
    })
    .join('')
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
  const folded = /^[A-Z]+$/.test(word)
    ? word
    : word.toLowerCase().normalize('NFD').replace(ACCENTS, '').replaceAll('ł', 'l')
  return folded.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[\\p{L}\\p{N}]*')
}

/** Whether a compiled list occurs in a folded text. */
export function hasPhrase(pattern: RegExp, folded: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(folded)
}

export interface PhraseSpan {
  readonly start: number
  readonly end: number
}

/** Where a compiled list occurs in a folded text, without overlaps, in order. */
export function findPhrases(pattern: RegExp, folded: string): PhraseSpan[] {
  return [...folded.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

import { foldLetters } from '#main/infra/text/fold.ts'

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
  let folded = foldLetters(text)
  for (const [contraction, full] of CONTRACTIONS) folded = folded.replace(contraction, full)
  folded = folded
    .replace(/[-‐‑](?=[\p{L}\p{N}])(?<=[\p{L}\p{N}][-‐‑])/gu, ' ')
    .replace(/(?<=\p{L})[-‐‑](?=\s)/gu, '')
    .replace(/['’`´/_"“”„«»*]+/g, ' ')
    .replace(/[,;:()[\]?!|•·–—✓✔✅❌✗✘🚫]|\.(?=\s|$)|(?<=\s)[-‐‑&+](?=\s)/gu, ' $& ')
  return ` ${folded.replace(/\s+/g, ' ').trim()} `
}

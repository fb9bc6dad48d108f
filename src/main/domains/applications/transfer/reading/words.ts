import { foldForKey } from '#main/infra/text/fold.ts'

/** A header or a stage as words are compared: folded, parts of "jobTitle" and "job_title" apart, signs left out, one space between.
 *  "Job Title *" → "job title"; "3. Vorstellungsgespräch" → "3 vorstellungsgesprach". Pure. */
export function comparedWords(text: string): string {
  const apart = text.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
  return foldForKey(apart)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const STAGE_WORD_MAX = 200

/** A cell of the stage column as a word: what is longer is none, and only its beginning is looked at. Pure. */
export function stageWordOf(cell: string): string {
  return cell.trim().slice(0, STAGE_WORD_MAX).toWellFormed()
}

/** What tells one word of the stage column from another: its letters; of "✅", which has none, the signs themselves. Pure. */
export function stageKey(word: string): string {
  const compared = comparedWords(word)
  return compared === '' ? word.trim() : compared
}

/** Whether the phrase stands in the text as whole words; both as `comparedWords` writes them. Pure. */
export function hasPhrase(text: string, phrase: string): boolean {
  return ` ${text} `.includes(` ${phrase} `)
}

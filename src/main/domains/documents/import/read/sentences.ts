import words from '#resources/resume-words.json' with { type: 'json' }
import { foldSame } from './fold-same.ts'

/** The longest name of an employer, school or title that is not looked at for a verb, in words. */
const MAX_NAME_WORDS = 8

const whole = new Set(words.deeds.filter((word) => !word.startsWith('*')).map(foldSame))
const endings = words.deeds.filter((word) => word.startsWith('*')).map((word) => foldSame(word.slice(1)))
const verbs = new Set(words.verbs.map(foldSame))

/** Whether a text says what was done and names nothing: of more than eight words, and begun in small letters, with a verb in the past, or
 *  with a verb within. Pure. */
export function isSentence(text: string): boolean {
  const all = foldSame(text)
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => word !== '')
  if (all.length <= MAX_NAME_WORDS) return false
  const [first = ''] = all
  const isDeed = whole.has(first) || (first.length > 4 && endings.some((ending) => first.endsWith(ending)))
  return /^\p{Ll}/u.test(text) || isDeed || all.some((word) => verbs.has(word))
}

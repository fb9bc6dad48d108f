import words from '#resources/resume-words.json' with { type: 'json' }
import { foldSame } from './fold-same.ts'
import { hasLegalForm, titleWords } from './lexicon.ts'

/** The longest name of an employer, school or title that is not looked at for a verb, in words. */
const MAX_NAME_WORDS = 8

const whole = new Set(words.deeds.filter((word) => !word.startsWith('*')).map(foldSame))
const endings = words.deeds.filter((word) => word.startsWith('*')).map((word) => foldSame(word.slice(1)))
const verbs = new Set(words.verbs.map(foldSame))

const nouns = new Set(words.deedNouns.map(foldSame))
const MIN_DEED_WORDS = 3

/** Whether a line of any length says what was done: begun with a verb in the past or a noun of doing, and gone on in small letters ("Led a
 *  team", "Aufbau einer Plattform"). What has words of titles or a legal form may name something. Pure. */
export function isDeed(text: string): boolean {
  const own = text.split(/\s+/u)
  const first = foldSame(own[0] ?? '').replaceAll(/[^\p{L}-]/gu, '')
  if (own.length < MIN_DEED_WORDS || hasLegalForm(text) || /\s[|·•]\s/u.test(text)) return false
  if (nouns.has(first)) return /^[\p{Ll}\d]/u.test(own[1] ?? '')
  return isDeedWord(first) && own.slice(1).some((word) => /^\p{Ll}{3}/u.test(word)) && titleWords(text) === 0
}

const isDeedWord = (first: string) =>
  whole.has(first) || (first.length > 4 && endings.some((ending) => first.endsWith(ending)))

/** Whether a text says what was done and names nothing: of more than eight words, and begun in small letters, with a verb in the past, or
 *  with a verb within. Pure. */
export function isSentence(text: string): boolean {
  const all = foldSame(text)
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => word !== '')
  if (all.length <= MAX_NAME_WORDS) return false
  const [first = ''] = all
  return /^\p{Ll}/u.test(text) || isDeedWord(first) || all.some((word) => verbs.has(word))
}

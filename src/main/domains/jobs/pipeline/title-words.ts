import titleWords from '#resources/title-words.json' with { type: 'json' }
import { remember } from '#main/infra/text/remember.ts'

const ENGLISH = new Map(
  Object.entries(titleWords.words).flatMap(([english, words]) => [english, ...words].map((word) => [word, english])),
)
const WHOLES = new Map(Object.entries(titleWords.wholes))
const ENDS = titleWords.compounds.ends.toSorted((a, b) => b.length - a.length)
const BEGINNINGS = new Set([...ENGLISH.keys(), ...titleWords.compounds.beginnings])
const LINKS = /(?:s|en|n)$/u

/** A word of a title in the English words that titles are compared by, parted where it is a compound: "softwareentwickler" →
 *  "software developer", "datos" → "data". A word that is not known stays. Expects folded words. */
export const englishWords = remember((word) => ENGLISH.get(word) ?? WHOLES.get(word) ?? partsOf(word) ?? word)

function partsOf(word: string): string | null {
  const end = ENDS.find((ending) => word.length > ending.length + 1 && word.endsWith(ending))
  if (end === undefined) return null
  const beginning = word.slice(0, -end.length)
  const found = [beginning, beginning.replace(LINKS, '')].find((part) => BEGINNINGS.has(part))
  return found === undefined ? null : `${ENGLISH.get(found) ?? found} ${ENGLISH.get(end) ?? end}`
}

import titleWords from '#resources/title-words.json' with { type: 'json' }

const ENGLISH = new Map(
  Object.entries(titleWords.words).flatMap(([english, words]) => [english, ...words].map((word) => [word, english])),
)
const WHOLES = new Map(Object.entries(titleWords.wholes))
const ENDS = titleWords.compounds.ends.toSorted((a, b) => b.length - a.length)
const BEGINNINGS = new Set([...ENGLISH.keys(), ...titleWords.compounds.beginnings])
const LINKS = /(?:s|en|n)$/u
const known = new Map<string, string>()
const MAX_KNOWN = 20_000

/** A word of a title in the English words that titles are compared by, parted where it is a compound: "softwareentwickler" →
 *  "software developer", "datos" → "data". A word that is not known stays. Expects folded words. */
export function englishWords(word: string): string {
  const before = known.get(word)
  if (before !== undefined) return before
  const english = ENGLISH.get(word) ?? WHOLES.get(word) ?? partsOf(word) ?? word
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(word, english)
  return english
}

function partsOf(word: string): string | null {
  const end = ENDS.find((ending) => word.length > ending.length + 1 && word.endsWith(ending))
  if (end === undefined) return null
  const beginning = word.slice(0, -end.length)
  const found = [beginning, beginning.replace(LINKS, '')].find((part) => BEGINNINGS.has(part))
  return found === undefined ? null : `${ENGLISH.get(found) ?? found} ${ENGLISH.get(end) ?? end}`
}

import words from '#resources/claim-words.json' with { type: 'json' }

const SAME_LETTERS = 4
const SYNONYMS: Readonly<Record<string, string>> = words.titleSynonyms

/** The beginning by which two words are one: "actuarial" and "aktuariell". */
function stemOf(word: string): string {
  const plain = SYNONYMS[word] ?? word.replace(/^daten/, 'data')
  return plain.length < SAME_LETTERS ? plain : `${plain.slice(0, SAME_LETTERS).replaceAll('c', 'k')}…`
}

/** "project" and "projekt", "data" and "daten". Pure. */
export function alike(one: string, other: string): boolean {
  return one === other || stemOf(one) === stemOf(other)
}

const stems = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>()

/** Whether one of the words is like this one. Pure but for what it keeps of the words, which must not change. */
export function hasAlike(known: ReadonlySet<string>, word: string): boolean {
  const kept = stems.get(known) ?? new Set(Array.from(known, stemOf))
  stems.set(known, kept)
  return known.has(word) || kept.has(stemOf(word))
}

import names from '#resources/claim-names.json' with { type: 'json' }

/** A practice that a text names by words that the skill table has not. */
export interface PracticeSaid {
  readonly name: string
  readonly start: number
  readonly end: number
}

const NAMES = new Map(
  Object.entries(names.practices).flatMap(([name, phrases]) => phrases.map((phrase) => [keyOf(phrase), name] as const)),
)
const PHRASE = new RegExp(
  `(?<![\\p{L}\\d])(?:${[...NAMES.keys()]
    .toSorted((one, other) => other.length - one.length)
    .map((key) => key.replaceAll(' ', '[ -]'))
    .join('|')})(?![\\p{L}\\d])`,
  'giu',
)

/** "Self-Service-Berichte", "Quantisierung". Pure; linear in the length of the text. */
export function readPractices(text: string): PracticeSaid[] {
  return Array.from(text.matchAll(PHRASE), ({ 0: written, index }) => ({
    name: NAMES.get(keyOf(written)) ?? written,
    start: index,
    end: index + written.length,
  }))
}

function keyOf(phrase: string): string {
  return phrase.toLowerCase().replaceAll('-', ' ')
}

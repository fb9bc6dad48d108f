import cueTable from '#resources/skill-cues.json' with { type: 'json' }
import { stripAccents } from '#main/infra/text/fold.ts'

/** How a name may go on: not at all, as a case form ("Pythona"), or as the first half of a compound ("Javaentwickler"). */
type WordEnding = 'none' | 'inflected' | 'compound'

/** The end of a name that a case form changes: what it replaces, and which endings the stem then takes ("Kafk-ę", "Jirz-e"). */
interface ChangedStem {
  readonly stem: string
  /** How many letters of the name the stem keeps. */
  readonly kept: number
  readonly endings: ReadonlySet<string>
}

const MAX_ENDING = 24
const MIN_INFLECTED = 3
const REST_OF_WORD = /[\p{L}\p{N}\p{M}]*/uy
const POLISH_LETTER = /[ąęłńśźż]/giu
const MIN_POLISH_LETTERS = 3

let inflections: ReadonlySet<string> | null = null
let compounds: RegExp | null = null

/** The rest of the word that a name of the table begins; '' when the word ends with the name. */
export function restOfWord(text: string, end: number): string {
  REST_OF_WORD.lastIndex = end
  return REST_OF_WORD.exec(text)?.[0] ?? ''
}

/** What the rest of a word makes of a name; null when it is another word ("Java" in "Javanese"). Case forms are read in Polish only. */
export function readEnding(rest: string, isPolish: boolean): WordEnding | null {
  if (rest === '') return 'none'
  if (rest.length > MAX_ENDING) return null
  inflections ??= new Set(cueTable.inflections.map(stripAccents))
  compounds ??= new RegExp(`^s?(?:${cueTable.compounds.map(stripAccents).join('|')})`, 'u')
  const ending = stripAccents(rest)
  if (isPolish && inflections.has(ending)) return 'inflected'
  return ending.length > MIN_INFLECTED && compounds.test(ending) ? 'compound' : null
}

/** True when a name may be inflected or head a compound: it ends in a letter and is long enough not to be a syllable. */
export function takesEndings(name: string): boolean {
  return /\p{L}{3}$/u.test(name)
}

const SOFT_ENDING: ReadonlySet<string> = new Set(['e'])
const SOFTENED: readonly (readonly [end: string, stem: string, endings: ReadonlySet<string>])[] = [
  ['ka', 'c', SOFT_ENDING],
  ['ra', 'rz', SOFT_ENDING],
  ['t', 'ci', SOFT_ENDING],
  ['d', 'dzi', SOFT_ENDING],
  ['x', 'ks', new Set(['a', 'u', 'owi', 'em', 'ie'])],
]
const AFTER_A: ReadonlySet<string> = new Set(['i', 'y', 'e', 'ie', 'ę', 'ą'].map(stripAccents))

/** The stems that Polish makes of a name: "Kafka" → "Kafk" (-i, -ę, -ą) and "Kafc" (-e), "Git" → "Gici" (-e). */
export function changedStems(name: string): ChangedStem[] {
  if (name.includes(' ') || !takesEndings(name)) return []
  const lower = stripAccents(name)
  const stems: ChangedStem[] = lower.endsWith('a')
    ? [{ stem: lower.slice(0, -1), kept: lower.length - 1, endings: AFTER_A }]
    : []
  for (const [end, stem, endings] of SOFTENED) {
    if (lower.endsWith(end))
      stems.push({
        stem: `${lower.slice(0, -end.length)}${stem}`,
        kept: lower.length - end.length,
        endings,
      })
  }
  return stems
}

/** True when a text has enough letters that only Polish writes. */
export function looksPolish(text: string): boolean {
  return (text.match(POLISH_LETTER)?.length ?? 0) >= MIN_POLISH_LETTERS
}

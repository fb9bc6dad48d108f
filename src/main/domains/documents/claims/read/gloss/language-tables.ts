import tables from '#resources/claim-languages.json' with { type: 'json' }

/** A phrase of a language, by its pieces, and what stands for it in English. */
interface PhraseEntry {
  readonly pieces: readonly string[]
  readonly english: string
  /** As an ordinal the same word is no share: "un quinto server". */
  readonly isShare: boolean
}

/** How one language says numbers, times and what else is read of a sentence. Words are in lower case with their accents. */
export interface LanguageTable {
  /** By the first piece, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly PhraseEntry[]>
  readonly numbers: ReadonlyMap<string, number>
  /** Parts of numbers that are written as one word, the longest first. */
  readonly glued: readonly string[]
  readonly glue: readonly string[]
  readonly half: readonly string[]
  /** Stand between tens and ones. */
  readonly joints: ReadonlySet<string>
  readonly ones: ReadonlySet<string>
  /** Numbers only before another word. */
  readonly ambiguous: ReadonlySet<string>
  readonly collective: ReadonlyMap<string, number>
  /** "cinquièmes": what a number before them is divided by. */
  readonly parts: ReadonlyMap<string, number>
  readonly stems: ReadonlyMap<string, number>
  readonly heads: ReadonlyMap<string, string>
  readonly from: ReadonlySet<string>
  readonly to: ReadonlySet<string>
  readonly by: ReadonlySet<string>
  readonly of: ReadonlySet<string>
  /** "since" only before a date. */
  readonly sinceDate: ReadonlySet<string>
  /** "2019 roku": says that the number is a year. */
  readonly afterYear: ReadonlySet<string>
  /** The words of the table that are no English ones, to know the language by. */
  readonly words: ReadonlySet<string>
}

interface Written {
  readonly numbers?: string
  readonly glued?: string
  readonly glue?: string
  readonly half?: string
  readonly joints?: string
  readonly ones?: string
  readonly ambiguous?: string
  readonly collective?: string
  readonly parts?: string
  readonly stems?: string
  readonly heads?: string
  readonly from?: string
  readonly to?: string
  readonly by?: string
  readonly of?: string
  readonly sinceDate?: string
  readonly afterYear?: string
  readonly names?: string
  readonly employerBefore?: string
  readonly with?: string
  readonly borders?: string
  readonly cases?: string
  readonly letters?: string
  readonly signs?: string
  /** Mean to lead only of a team. */
  readonly leads?: string
  readonly words: Readonly<Record<string, string | undefined>>
}

const LANGUAGES: Readonly<Record<string, Written>> = tables.languages
/** Codes of the languages that have a table. */
export const GLOSSED: readonly string[] = Object.keys(LANGUAGES)

/** The words of a list of the table of a language, split at spaces; none for a language without one. Pure. */
export function listOf(language: string, list: Exclude<keyof Written, 'words'>): readonly string[] {
  const written = LANGUAGES[language]?.[list] ?? ''
  return written === '' ? [] : written.split(' ')
}

const PIECE = /\d+(?:[.,'’\u00a0\u202f]\d+)*|[\p{L}\p{M}]+|[^\s\p{L}\p{N}\p{M}]|\p{N}/gu

/** A word, a number in digits or a sign of a text, at its offsets. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly text: string
  /** In lower case, with its accents. */
  readonly plain: string
}

/** The pieces of a text in order; an apostrophe is one by itself. Pure; linear in its length. */
export function piecesOf(text: string): Piece[] {
  return Array.from(text.matchAll(PIECE), ({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    text: written,
    plain: written === '’' ? "'" : written.toLowerCase().normalize('NFC'),
  }))
}

const known = new Map<string, LanguageTable>()

/** The table of a language; null for one without: English and German are read as they stand. */
export function tableOf(language: string): LanguageTable | null {
  const written = LANGUAGES[language]
  if (!written) return null
  const kept = known.get(language)
  if (kept) return kept
  const fresh = buildTable(language, written)
  known.set(language, fresh)
  return fresh
}

function buildTable(language: string, { words }: Written): LanguageTable {
  const setOf = (list: Exclude<keyof Written, 'words'>) => new Set(listOf(language, list))
  const phrases = phrasesOf(words)
  const numbers = valuesOf(listOf(language, 'numbers'))
  const english = new Set(Object.keys(words).flatMap((phrase) => phrase.split(' ')))
  return {
    phrases,
    numbers,
    glued: listOf(language, 'glued').toSorted((one, other) => other.length - one.length),
    glue: listOf(language, 'glue'),
    half: listOf(language, 'half'),
    joints: setOf('joints'),
    ones: setOf('ones'),
    ambiguous: setOf('ambiguous'),
    collective: valuesOf(listOf(language, 'collective')),
    parts: valuesOf(listOf(language, 'parts')),
    stems: valuesOf(listOf(language, 'stems')),
    heads: new Map(listOf(language, 'heads').map(pairOf)),
    from: setOf('from'),
    to: setOf('to'),
    by: setOf('by'),
    of: setOf('of'),
    sinceDate: setOf('sinceDate'),
    afterYear: setOf('afterYear'),
    words: new Set(
      [...phrases.keys(), ...numbers.keys(), ...listOf(language, 'signs')].filter((word) => !isEnglish(word, english)),
    ),
  }
}

const LEAST_TELLING = 3

/** "services" and "week" tell no language from English. */
function isEnglish(word: string, english: ReadonlySet<string>): boolean {
  return word.length < LEAST_TELLING || english.has(word) || english.has(`${word}s`)
}

function pairOf(written: string): [string, string] {
  const [word = '', value = ''] = written.split('=')
  return [word, value]
}

function valuesOf(list: readonly string[]): ReadonlyMap<string, number> {
  return new Map(list.map(pairOf).map(([word, value]) => [word, Number(value)]))
}

function phrasesOf(words: Written['words']): ReadonlyMap<string, readonly PhraseEntry[]> {
  const entries = Object.entries(words).flatMap(([key, list = '']) =>
    list.split(' | ').map((phrase) => ({
      pieces: piecesOf(phrase).map(({ plain }) => plain),
      english: key.replace(/\?$/, ''),
      isShare: key.endsWith('?'),
    })),
  )
  const byFirst = new Map<string, PhraseEntry[]>()
  for (const entry of entries.toSorted((one, other) => other.pieces.length - one.pieces.length)) {
    const [first = ''] = entry.pieces
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry])
  }
  return byFirst
}

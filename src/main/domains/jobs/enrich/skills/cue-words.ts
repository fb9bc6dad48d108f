import cueTable from '#resources/skill-cues.json' with { type: 'json' }
import { stripAccents } from '#main/infra/text/fold.ts'
import { countBelow, type Span } from './spans.ts'

/** What the words around a technology can tell; resources/skill-cues.json says what each kind is. */
export const CUE_KINDS = [
  'tradeBefore',
  'exampleBefore',
  'askedBefore',
  'tradeAfter',
  'tradeNouns',
  'role',
  'roleBefore',
  'negation',
  'notAsked',
  'goneBefore',
  'goneAfter',
  'goneSentence',
  'others',
  'care',
  'clients',
  'clientLinks',
  'companyBefore',
  'companyAfter',
  'employerAfter',
  'selfDescription',
  'requiredBefore',
  'requiredAfter',
  'preferredBefore',
  'preferredAfter',
  'requiredAnywhere',
  'preferredAnywhere',
  'knowledgeAfter',
  'owners',
  'moods',
  'likewise',
  'ifs',
  'ifApplies',
  'ifWants',
  'past',
  'strangers',
  'strangerNouns',
  'strangerVerbs',
  'rivals',
  'degrees',
  'years',
] as const
export type CueKind = (typeof CUE_KINDS)[number]

export const cuePhrases: Readonly<Record<CueKind, readonly string[]>> = cueTable

/** The cues of a text, by kind, each found from where a technology stands. */
export class Cues {
  readonly #byEnd = new Map<CueKind, Span[]>()
  readonly #byStart = new Map<CueKind, Span[]>()

  /** Cues must come in order of their ends. */
  add(kind: CueKind, span: Span): void {
    const list = this.#byEnd.get(kind)
    if (list) list.push(span)
    else this.#byEnd.set(kind, [span])
  }

  /** The nearest cue that ends at or before the offset, and not before `from`. */
  before(kind: CueKind, { from, offset }: { from: number; offset: number }): Span | null {
    const spans = this.#byEnd.get(kind)
    const span = spans?.[countBelow(spans, 'end', offset + 1) - 1]
    return span && span.start >= from ? span : null
  }

  /** The nearest cue that starts at or after the offset, and ends at or before `to`. Of several that start there, the longest. */
  after(kind: CueKind, { offset, to }: { offset: number; to: number }): Span | null {
    const spans = this.#inOrderOfStart(kind)
    const span = spans[countBelow(spans, 'start', offset)]
    return span && span.end <= to ? span : null
  }

  /** Every cue of the kind, in order of its end. */
  all(kind: CueKind): readonly Span[] {
    return this.#byEnd.get(kind) ?? []
  }

  #inOrderOfStart(kind: CueKind): readonly Span[] {
    const known = this.#byStart.get(kind)
    if (known) return known
    const sorted = (this.#byEnd.get(kind) ?? []).toSorted((a, b) => a.start - b.start || b.end - a.end)
    this.#byStart.set(kind, sorted)
    return sorted
  }
}

type WordListName =
  | 'except'
  | 'butStill'
  | 'turns'
  | 'employerBefore'
  | 'employerClauses'
  | 'productWords'
  | 'clientStops'
  | 'tradeLinks'
  | 'withoutWords'
  | 'experts'
  | 'nothing'
  | 'licences'
  | 'ands'
  | 'withs'
  | 'answersNo'
  | 'stops'
  | 'goneStops'
  | 'orWords'
  | 'qualifiers'
  | 'safeAfter'
  | 'atLeast'
  | 'nowWords'
  | 'selves'
  | 'wills'
  | 'fears'
  | 'moodSubjects'
  | 'yous'
  | 'goneStarts'
  | 'leadWords'
  | 'asideWords'
  | 'ownWords'
  | 'notYearsAfter'
  | 'notYearsBefore'

const wordLists = new Map<WordListName, ReadonlySet<string>>()

/** The single words of a list, folded; a phrase gives each of its words. */
export function wordsOf(name: WordListName): ReadonlySet<string> {
  const known = wordLists.get(name)
  if (known) return known
  const words = new Set(cueTable[name].flatMap((phrase) => foldWords(phrase)))
  wordLists.set(name, words)
  return words
}

/** Words of a piece of text: lower case, no accents, an apostrophe ends a word and stays with it ("d'"). */
export function foldWords(text: string): string[] {
  return stripAccents(text).match(/[\p{L}\p{N}]+['’]?/gu) ?? []
}

/** True when the text holds a word of the list. */
export function hasWord(name: WordListName, text: string): boolean {
  if (text === '') return false
  const words = wordsOf(name)
  return foldWords(text).some((word) => words.has(word))
}

/** How many words a piece of text has. */
export function countWords(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0
}

const falseFriends: Readonly<Record<string, readonly string[]>> = cueTable.falseFriends

/** True when a word of one language means something else in the text's: "no" is "in the" in Portuguese, "du" no "you" in French. */
export function isFalseFriend(word: string, language: string | null): boolean {
  return falseFriends[language ?? '']?.includes(stripAccents(word)) ?? false
}

import type lexicon from '#resources/workplace-clauses.json'

/** What the words of the lexicon are, as its lists are called. */
export const KINDS = [
  'office',
  'site',
  'attend',
  'us',
  'home',
  'partial',
  'rest',
  'split',
  'every',
  'fulltime',
  'full',
  'rare',
  'must',
  'optional',
  'choice',
  'no',
  'can',
  'presence',
  'work',
  'topic',
  'people',
  'travel',
  'process',
  'own',
  'indifferent',
  'room',
  'together',
  'wholly',
  'some',
  'have',
  'gone',
  'free',
  'enable',
  'daily',
  'once',
  'twice',
  'thrice',
] as const
type Weekday = keyof typeof lexicon.weekdays
export type WordKind = (typeof KINDS)[number] | Weekday | 'day' | 'where' | 'ignore'

/** A word or phrase of the lexicon at its offsets in the text. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly kinds: readonly WordKind[]
  /** How many days of the week, where the words say it; a share of the week in days. */
  readonly days?: DayCount
}

/** "Two to three days" is 2 to 3, "two days" 2 to 2. */
export interface DayCount {
  readonly least: number
  readonly most: number
}

/** A sentence that names an office, a home or presence, with the words of the lexicon in it, in order. */
export interface TokenSentence {
  readonly start: number
  readonly end: number
  readonly tokens: readonly Token[]
}

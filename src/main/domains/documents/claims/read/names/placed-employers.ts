import names from '#resources/claim-names.json' with { type: 'json' }
import type { Word } from '../words.ts'

/** Employers whose names are also everyday words, which can stand bare where an employer does. */
export const PLACED: ReadonlySet<string> = new Set(names.placedEmployers.split(' '))
const EMPLOYER_BEFORE = new Set(['at', 'for', 'bei', 'fur', 'joined', 'joining', 'join'])
const AND = new Set(['and', 'und', 'or', 'oder', 'sowie'])
const GOES_ON = new Set(names.goesOn.split(' '))
const BEFORE_CLAUSE = new Set([
  'and',
  'but',
  'which',
  'that',
  'while',
  'until',
  'because',
  'so',
  'where',
  'und',
  'aber',
])
const ADVERBS = new Set(names.companyAdverbs.split(' '))
const DEEDS = new Set(names.companyDeeds.split(' '))
/** So far before a second employer stands the preposition of the first. */
const REACH = 5

/** Behind these a German adjective may be written small without a noun right after it ("orange markierte Felder"). */
const ADJECTIVES = new Set(['orange', 'rational', 'rare'])

interface Place {
  readonly text: string
  readonly isGerman: boolean
  readonly words: readonly Word[]
  readonly at: number
}

/** Whether an everyday word in lower case is an employer by its place: bare behind "at" or "bei" ("at epic."), beside an employer there ("at
 *  Pixelmoor and rare"), or the subject of what only a company does ("and visa later booked the course"). Pure. */
export function isPlacedEmployer(place: Place): boolean {
  const word = place.words[place.at]
  if (!word || !PLACED.has(word.plain)) return false
  return (endsThere(place) && (isBehindPreposition(place) || isBesideEmployer(place))) || isSubject(place)
}

/** No noun follows that it might belong to ("for target groups"). */
function endsThere({ text, words, at, isGerman }: Place): boolean {
  const [word, next] = [words[at], words[at + 1]]
  if (!word || !next) return true
  const between = text.slice(word.end, next.start)
  if (/[.,;:!?)]/.test(between)) return true
  if (between !== ' ') return false
  return GOES_ON.has(next.plain) || (isGerman && /^\p{Ll}/u.test(next.text) && !ADJECTIVES.has(word.plain))
}

function isBehindPreposition({ text, words, at }: Place): boolean {
  const [before, word] = [words[at - 1], words[at]]
  return before !== undefined && EMPLOYER_BEFORE.has(before.plain) && text.slice(before.end, word?.start) === ' '
}

function isBesideEmployer({ words, at }: Place): boolean {
  const [and, other] = [words[at - 1], words[at - 2]]
  if (!AND.has(and?.plain ?? '') || !/^\p{Lu}/u.test(other?.text ?? '')) return false
  return words.slice(Math.max(0, at - 2 - REACH), at - 2).some(({ plain }) => EMPLOYER_BEFORE.has(plain))
}

function isSubject({ text, words, at }: Place): boolean {
  const [before, word, next, overNext] = [words[at - 1], words[at], words[at + 1], words[at + 2]]
  if (before && !BEFORE_CLAUSE.has(before.plain) && !text.slice(before.end, word?.start).includes(',')) return false
  return DEEDS.has((ADVERBS.has(next?.plain ?? '') ? overNext : next)?.plain ?? '')
}

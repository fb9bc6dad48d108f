import words from '#resources/claim-words.json' with { type: 'json' }
import { glossOf } from './gloss/gloss.ts'
import { listOf } from './gloss/language-tables.ts'
import { readTokens, spaced, spacedPhrase } from './tokens.ts'

/** Of whom a clause of a letter speaks: its author, what the author says to lack, what the author would like or expects of the job, the
 *  posting; 'none': nobody. */
export type Side = 'own' | 'missing' | 'wish' | 'posting' | 'none'

export interface Clause {
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface SidedClause extends Clause {
  readonly side: Side
}

const OWN = words.own.map(spacedPhrase)
const ASKS = words.mine.map(spacedPhrase)
const APPLIES = words.applying.map(spacedPhrase)
const NEGATIONS = words.negated.map(spacedPhrase)
const NOT_NEGATED = words.notNegated.map(spacedPhrase)
/** By their letters as they are: "würde" wishes, "wurde" tells. */
const WISHES = new RegExp(
  String.raw`(?<!\p{L})(?:${words.wishes.join('|').replaceAll(' ', String.raw`\s+`)})(?!\p{L})`,
  'iu',
)
/** ", which I used" speaks of what stands before it. */
const BORDER =
  /(?:[;:–—]|,(?!\s+(?:(?:in |with )?which|that) |\s+(?:\p{Ll}+ )?(?:die|der|das|den|dem|denen) ich ))\s+|\s+(?:and|but|while|whereas|und|aber|sowie|doch)\s+/giu
const borders = new Map<string, RegExp>()

function borderOf(language: string): RegExp {
  const [words = ''] = listOf(language, 'borders')
  if (words === '') return BORDER
  const known = borders.get(language) ?? new RegExp(`[;:–—,]\\s+|\\s+(?:${words.replaceAll('_', ' ')})\\s+`, 'giu')
  borders.set(language, known)
  return known
}

/** A clause so short names one thing more of a list. */
const MOST_LISTED_WORDS = 4

function has(text: string, phrases: readonly string[]): boolean {
  const plain = spaced(readTokens(text))
  return phrases.some((phrase) => plain.includes(phrase))
}

/** The clauses of a sentence with all that stands between them. Pure. */
export function clausesOf(sentence: string, language = 'en'): Clause[] {
  const borders = [...sentence.matchAll(borderOf(language))].map(({ index, 0: written }) => index + written.length)
  return [0, ...borders].map((start, at) => {
    const end = borders[at] ?? sentence.length
    return { text: sentence.slice(start, end), start, end }
  })
}

/** Whether a clause says for which job its author applies. Pure. */
export function isApplying(clause: string): boolean {
  return has(clause, APPLIES)
}

/** The clauses of a sentence with their sides. One without a subject goes on as the one before it; at the start, behind a stronger border
 *  or a contrast ("; ", "while") as the one behind. Only a list or a clause under it goes on with what is missing or wished: another longer one
 *  is the author's again. Pure. */
export function sidedClauses(sentence: string, language = 'en'): SidedClause[] {
  const clauses = clausesOf(sentence, language).map((clause) => ({
    ...clause,
    side: sideOf(glossOf(clause.text, language).text),
  }))
  const sided: SidedClause[] = []
  for (const [at, clause] of clauses.entries()) {
    const side =
      clause.side === 'none' ? sideAround(clauses, { at, before: sided.at(-1)?.side ?? 'none' }) : clause.side
    sided.push({ ...clause, side })
  }
  return sided
}

/** Of a clause without a subject. */
function sideAround(clauses: readonly SidedClause[], { at, before }: { at: number; before: Side }): Side {
  const sided = clauses.slice(at + 1).filter(({ side }) => side !== 'none')
  // ", wie Sie sie betreiben," says nothing of whom the sentence speaks.
  const behind = (sided.find(({ text }) => !SUBORDINATE.test(text)) ?? sided[0])?.side ?? 'none'
  const isFirst = clauses.slice(0, at).every(({ side }) => side === 'none')
  const isApart = STRONG.test(clauses[at - 1]?.text ?? '') || CONTRAST.test(clauses[at]?.text ?? '')
  if (isFirst || isApart) return behind === 'none' ? before : behind
  const isList = readTokens(clauses[at]?.text ?? '').filter(({ is }) => is === 'word').length <= MOST_LISTED_WORDS
  const goesOn = isList || SUBORDINATE.test(clauses[at]?.text ?? '')
  return (before === 'missing' || before === 'wish') && !goesOn ? 'own' : before
}
const STRONG = /(?:[;:–—]|(?<!\p{L})(?:while|whereas|but|aber|doch|während))\s*$/iu
/** ", das seit 1954 Getriebe baut", ", because your team …" */
const SUBORDINATE =
  /^(?:that|which|who|whose|where|because|since|as|dass|das|die|der|den|dem|deren|dessen|weil|wo|wie|ob|statt|denn)\s/iu
const CONTRAST = /^(?:while|whereas|but|aber|doch|während)\s/iu

function sideOf(clause: string): Side {
  const isMissing = has(clause, NEGATIONS) && !has(clause, NOT_NEGATED)
  if (WISHES.test(clause) && !isMissing) return 'wish'
  if (has(clause, OWN)) return isMissing ? 'missing' : 'own'
  return has(clause, ASKS) || ADDRESSES.test(clause) ? 'posting' : 'none'
}
const ADDRESSES =
  /(?<!\p{L})(?:[Yy]ours?|[Yy]ou|Ihr(?:e[mnrs]?)?|Ihnen|[Ee]uer|[Ee]ure[mnrs]?)(?!\p{L})|(?<=[\p{L},] )Sie(?!\p{L})/u

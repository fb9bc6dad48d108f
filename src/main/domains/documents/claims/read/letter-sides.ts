import words from '#resources/claim-words.json' with { type: 'json' }
import { readTokens, spaced, spacedPhrase } from './tokens.ts'

/** Of whom a clause of a letter speaks: its author, what the author says to lack, the posting; 'none': nobody. */
export type Side = 'own' | 'missing' | 'posting' | 'none'

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
/** ", which I used" speaks of what stands before it. */
const BORDER =
  /(?:[;:–—]|,(?!\s+(?:(?:in |with )?which|that) |\s+(?:\p{Ll}+ )?(?:die|der|das|den|dem|denen) ich ))\s+|\s+(?:and|but|while|whereas|und|aber|sowie|doch)\s+/giu
/** A clause so short names one thing more of a list. */
const MOST_LISTED_WORDS = 4

function has(text: string, phrases: readonly string[]): boolean {
  const plain = spaced(readTokens(text))
  return phrases.some((phrase) => plain.includes(phrase))
}

/** The clauses of a sentence with all that stands between them. Pure. */
export function clausesOf(sentence: string): Clause[] {
  const borders = [...sentence.matchAll(BORDER)].map(({ index, 0: written }) => index + written.length)
  return [0, ...borders].map((start, at) => {
    const end = borders[at] ?? sentence.length
    return { text: sentence.slice(start, end), start, end }
  })
}

/** Whether a clause says for which job its author applies. Pure. */
export function isApplying(clause: string): boolean {
  return has(clause, APPLIES)
}

/** The clauses of a sentence with their sides. One without a subject goes on as the one before it, at the start as the one behind. Only a
 *  list goes on with what is missing: a longer clause behind it is the author's again. Pure. */
export function sidedClauses(sentence: string): SidedClause[] {
  const sided: SidedClause[] = []
  for (const clause of clausesOf(sentence)) {
    const own = sideOf(clause.text)
    const before = sided.at(-1)?.side ?? 'none'
    const isList = readTokens(clause.text).filter(({ is }) => is === 'word').length <= MOST_LISTED_WORDS
    const side = own !== 'none' ? own : before === 'missing' && !isList ? 'own' : before
    sided.push({ ...clause, side })
  }
  const first = sided.find(({ side }) => side !== 'none')?.side ?? 'none'
  return sided.map((clause) => (clause.side === 'none' ? { ...clause, side: first } : clause))
}

function sideOf(clause: string): Side {
  if (has(clause, OWN)) return has(clause, NEGATIONS) && !has(clause, NOT_NEGATED) ? 'missing' : 'own'
  return has(clause, ASKS) ? 'posting' : 'none'
}

import { findPhrases, hasPhrase } from '../phrase-pattern.ts'
import type { PhraseList, PhraseSpan } from '../phrase-pattern.ts'
import type { VisaLexicon } from './lexicon.ts'

/** "Without" denies only what follows it this closely, in characters of folded text. */
const WITHOUT_REACH_CHARS = 30
/** "Without" in all languages. */
export const WITHOUT_WORD = '(?:without|ohne|sans|zonder|sin|bez|utan|senza|sem)'
const WITHOUT = new RegExp(`^${WITHOUT_WORD} $`)
const OPENS_WITHOUT = new RegExp(`^ ${WITHOUT_WORD} `)
const AT_END = /^[.,!; ]*$/
const OR = / (?:or|oder|ou|of|lub|eller|nor) /

/** A clause and the topic in it that is asked about ("PERMIT "). */
export interface Place {
  readonly clause: string
  readonly topic: string
}

/** Whether a clause begins with one of the phrases. */
export function startsWith(list: PhraseList, clause: string): boolean {
  return findPhrases(list, clause)[0]?.start === 1
}

/** Whether a clause negates anything at all. */
export function hasNegation(lexicon: VisaLexicon, clause: string): boolean {
  return hasPhrase(lexicon.negation, clause) || hasPhrase(lexicon.negationNoun, clause)
}

/** Whether a negation of the clause reaches the topic. A verb's negation reaches its whole clause, but none inside a condition
 *  that follows the topic ("…, if we cannot find anybody") or opens the clause. */
export function isNegated(lexicon: VisaLexicon, { clause, topic }: Place): boolean {
  const at = clause.indexOf(` ${topic}`)
  const conditionAt = findPhrases(lexicon.provided, clause).find(({ start }) => start > at)?.start ?? Infinity
  const mainAt = conditionEnd(lexicon, { clause, topic })
  const isMain = ({ start }: PhraseSpan): boolean => start < conditionAt && start >= mainAt
  if (findPhrases(lexicon.negation, clause).some(isMain)) return true
  const nouns = findPhrases(lexicon.negationNoun, clause).filter(isMain)
  return nouns.some((negation) => reaches(clause, { negation, at }))
}

/** Where a condition that opens the clause ends ("If we cannot find anybody here, we …", "Om ingen finns ansöker vi …"), when the
 *  topic comes after it. */
function conditionEnd(lexicon: VisaLexicon, { clause, topic }: Place): number {
  const isOpening = [lexicon.provided, lexicon.ifWord, lexicon.ifStart].some((list) => startsWith(list, clause))
  if (!isOpening) return 0
  const at = clause.indexOf(` ${topic}`)
  const comma = clause.indexOf(' , ')
  if (comma !== -1) return comma < at ? comma : 0
  return findPhrases(lexicon.company, clause).findLast(({ start }) => start <= at)?.start ?? 0
}

/** "No …" reaches up to the next comma, unless the list goes on with "or"; after the topic it denies only as the last word. */
function reaches(clause: string, { negation, at }: { negation: PhraseSpan; at: number }): boolean {
  if (isWithout(clause, negation)) return negation.end <= at + 1 && at - negation.end <= WITHOUT_REACH_CHARS
  if (negation.start > at) return !clause.slice(at, negation.start).includes(',') || negation.end >= clause.length - 2
  return !clause.slice(negation.end, at).includes(',') || OR.test(clause.slice(negation.end))
}

function isWithout(clause: string, { start, end }: PhraseSpan): boolean {
  return WITHOUT.test(clause.slice(start, end))
}

/** "Without visas.": a line of its own. */
export function opensWithout(clause: string): boolean {
  return OPENS_WITHOUT.test(clause)
}

/** Whether the last word of a clause denies what it leaves out ("…, for the other two not"). */
export function endsInNegation(lexicon: VisaLexicon, clause: string): boolean {
  return findPhrases(lexicon.negation, clause).some(({ end }) => AT_END.test(clause.slice(end)))
}

/** "No visas": the negation stands right before the topic. */
export function isDirectlyNegated(lexicon: VisaLexicon, { clause, topic }: Place): boolean {
  const at = clause.indexOf(` ${topic}`)
  return findPhrases(lexicon.negationNoun, clause).some(({ end }) => end === at + 1)
}

/** "Applicants without a permit are welcome": lacking the permit is no refusal of one. */
export function isOnlyWithout(lexicon: VisaLexicon, clause: string): boolean {
  if (hasPhrase(lexicon.negation, clause)) return false
  return findPhrases(lexicon.negationNoun, clause).every((span) => isWithout(clause, span))
}

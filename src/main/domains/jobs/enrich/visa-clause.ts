import { findPhrases, hasPhrase, replacePhrases } from './phrase-pattern.ts'
import type { PhraseList, PhraseSpan } from './phrase-pattern.ts'
import type { Section } from './sections.ts'
import type { VisaLexicon } from './visa-lexicon.ts'

/** A demand counts for a permit or citizenship only this near, in characters of folded text. */
const DEMAND_REACH_CHARS = 45
const WITHOUT = /^(?:without|ohne|sans|zonder|sin|bez|utan|senza|sem) $/
const SHORT_LINE_CHARS = 70
/** What a clause says: help refused, help offered, an existing right demanded, or nothing. */
export type ClauseReading = 'refuse' | 'offer' | 'demand' | null

/** Cuts a tagged sentence where one statement ends and another begins, so that a negation reaches only its own. */
export function splitClauses(lexicon: VisaLexicon, sentence: string): string[] {
  const marked = replacePhrases(lexicon.contrast, { folded: sentence, replacement: (words) => `\u0001 ${words}` })
    .replaceAll(/ (?:[;[\]|•·–—!]|-) /g, ' \u0001 ')
    .replaceAll(/ [()] /g, hasNegation(lexicon, sentence) ? ' \u0001 ' : ' , ')
    .replaceAll(', ', ', \u0002')
  return marked
    .split('\u0001')
    .flatMap((part) => splitAtSubjects(lexicon, part))
    .filter((clause) => clause.trim() !== '')
}

/** A comma followed by a subject ("…, we help you") starts a clause of its own. */
function splitAtSubjects(lexicon: VisaLexicon, part: string): string[] {
  const pieces = part.split('\u0002')
  const clauses: string[] = []
  for (const piece of pieces) {
    const padded = ` ${piece.trimStart()}`
    const startsClause = findPhrases(lexicon.subject, padded)[0]?.start === 1
    const last = clauses.at(-1)
    if (last === undefined || startsClause) clauses.push(padded)
    else clauses[clauses.length - 1] = last + piece
  }
  return clauses.map((clause) => ` ${clause.trim()} `)
}

export interface ClauseInput {
  readonly clause: string
  readonly sentence: string
  readonly section: Section
}

/** Reads one clause of a tagged sentence. Pure. */
export function readClause(lexicon: VisaLexicon, input: ClauseInput): ClauseReading {
  const { clause } = input
  const sponsors = / SPONSOR /.test(clause) && isAboutHiring(lexicon, input)
  if (/ HELP /.test(clause) || sponsors) {
    const topic = / HELP /.test(clause) ? 'HELP ' : 'SPONSOR '
    if (isNegated(lexicon, { clause, topic })) return 'refuse'
    return sponsors && topic === 'SPONSOR ' && !offersBareSponsorship(lexicon, clause) ? null : 'offer'
  }
  const reading =
    (/ PERMIT /.test(clause) ? readPermit(lexicon, input) : null) ??
    (/ RIGHT /.test(clause) ? readRight(lexicon, clause) : null) ??
    (/ STATUS /.test(clause) ? readStatus(lexicon, input) : null)
  if (reading) return reading
  if (
    / OUTSIDER /.test(clause) &&
    isNegated(lexicon, { clause, topic: 'OUTSIDER ' }) &&
    hasPhrase(lexicon.give, clause)
  )
    return 'refuse'
  return null
}

function readPermit(lexicon: VisaLexicon, { clause, section }: ClauseInput): ClauseReading {
  const gives = hasPhrase(lexicon.give, clause) || hasPhrase(lexicon.act, clause)
  const demands = isNear(clause, { pattern: lexicon.demand, topic: 'PERMIT ' })
  const negated = isNegated(lexicon, { clause, topic: 'PERMIT ' })
  if (negated && !isOnlyWithout(lexicon, clause)) {
    if (demands && !gives && !isDirectlyNegated(lexicon, clause))
      return hasPhrase(lexicon.excluded, clause) ? 'demand' : null
    return gives || hasPhrase(lexicon.hedge, clause) || isShort(clause) ? 'refuse' : null
  }
  if (isPreference(lexicon, clause)) return null
  const isValid = isNear(clause, { pattern: lexicon.valid, topic: 'PERMIT ' })
  if (gives && !(isValid && demands)) return isByEmployer(lexicon, clause) || !demands ? 'offer' : 'demand'
  if (isConditional(lexicon, clause)) return null
  if (isValid) return 'demand'
  if (hasPhrase(lexicon.duty, clause)) return null
  if (demands) return 'demand'
  if (section === 'requirements') return 'demand'
  return section === 'benefits' ? 'offer' : null
}

function readRight(lexicon: VisaLexicon, clause: string): ClauseReading {
  if (isPreference(lexicon, clause)) return null
  if (isNegated(lexicon, { clause, topic: 'RIGHT ' }) && !isOnlyWithout(lexicon, clause)) return null
  if (helps(lexicon, clause) && !hasPhrase(lexicon.demand, clause)) return 'offer'
  if (isConditional(lexicon, clause)) return null
  return 'demand'
}

function readStatus(lexicon: VisaLexicon, { clause, section }: ClauseInput): ClauseReading {
  if (isPreference(lexicon, clause) || isNegated(lexicon, { clause, topic: 'STATUS ' })) return null
  if (isConditional(lexicon, clause)) return null
  const demands =
    isNear(clause, { pattern: lexicon.demand, topic: 'STATUS ' }) ||
    isNear(clause, { pattern: lexicon.only, topic: 'STATUS ' })
  return demands || section === 'requirements' ? 'demand' : null
}

/** Sponsorship with nothing named counts only beside words about hiring: events, sports and projects are sponsored as well. */
function isAboutHiring(lexicon: VisaLexicon, { clause, sentence }: ClauseInput): boolean {
  return (
    hasPhrase(lexicon.sponsorContext, clause) || / (?:PERMIT|RIGHT|HELP|OUTSIDER) /.test(sentence) || isShort(sentence)
  )
}

function offersBareSponsorship(lexicon: VisaLexicon, clause: string): boolean {
  return [lexicon.act, lexicon.give, lexicon.hedge, lexicon.yes].some((list) => hasPhrase(list, clause))
}

function isByEmployer(lexicon: VisaLexicon, clause: string): boolean {
  return hasPhrase(lexicon.company, clause) || hasPhrase(lexicon.act, clause)
}

/** Whether the employer is said to do, arrange or pay something, whatever it is. */
export function helps(lexicon: VisaLexicon, clause: string): boolean {
  return hasPhrase(lexicon.act, clause) || (hasPhrase(lexicon.give, clause) && hasPhrase(lexicon.company, clause))
}

/** "If you hold a permit" supposes one; "a permit when you apply" is a point in time. */
function isConditional(lexicon: VisaLexicon, clause: string): boolean {
  const timeless = replacePhrases(lexicon.moment, { folded: clause, replacement: '_ ' })
  return hasPhrase(lexicon.ifWord, timeless) && !hasPhrase(lexicon.only, clause)
}

/** Whether a negation of the clause reaches the topic: a verb's negation reaches its whole clause, "no …" only up to the next
 *  comma, unless the list goes on with "or". */
function isNegated(lexicon: VisaLexicon, { clause, topic }: { clause: string; topic: string }): boolean {
  if (hasPhrase(lexicon.negation, clause)) return true
  const at = clause.indexOf(` ${topic}`)
  return findPhrases(lexicon.negationNoun, clause).some((negation) => reaches(clause, { negation, at }))
}

function reaches(clause: string, { negation, at }: { negation: PhraseSpan; at: number }): boolean {
  if (negation.start > at) return true
  const between = clause.slice(negation.end, at)
  if (!between.includes(',')) return true
  return / (?:or|oder|ou|of|lub|eller|nor) /.test(clause.slice(negation.end))
}

/** Whether a clause negates anything at all. */
export function hasNegation(lexicon: VisaLexicon, clause: string): boolean {
  return hasPhrase(lexicon.negation, clause) || hasPhrase(lexicon.negationNoun, clause)
}

function isNear(clause: string, { pattern, topic }: { pattern: PhraseList; topic: string }): boolean {
  const at = clause.indexOf(` ${topic}`)
  if (at === -1) return false
  const end = at + topic.length
  return findPhrases(pattern, clause).some(
    (span) => span.start - end <= DEMAND_REACH_CHARS && at - span.end <= DEMAND_REACH_CHARS,
  )
}

/** "No visas": the negation stands right before the topic. */
function isDirectlyNegated(lexicon: VisaLexicon, clause: string): boolean {
  const at = clause.indexOf(' PERMIT ')
  return findPhrases(lexicon.negationNoun, clause).some((negation) => negation.end === at + 1)
}

/** "Applicants without a permit are welcome": lacking the permit is no refusal of one. */
function isOnlyWithout(lexicon: VisaLexicon, clause: string): boolean {
  if (hasPhrase(lexicon.negation, clause)) return false
  return findPhrases(lexicon.negationNoun, clause).every(({ start, end }) => WITHOUT.test(clause.slice(start, end)))
}

function isPreference(lexicon: VisaLexicon, clause: string): boolean {
  return hasPhrase(lexicon.preferred, clause)
}

function isShort(text: string): boolean {
  return text.length <= SHORT_LINE_CHARS
}

import { findPhrases, hasPhrase, replacePhrases } from '../phrase-pattern.ts'
import type { PhraseList } from '../phrase-pattern.ts'
import type { Section } from '../sections.ts'
import { acts, gives, helps, isByEmployer } from './help.ts'
import type { VisaLexicon } from './lexicon.ts'
import { hasNegation, isDirectlyNegated, isNegated, isOnlyWithout, opensWithout, startsWith } from './negation.ts'
import { WITHOUT_WORD } from './negation.ts'
import type { Place } from './negation.ts'
import { isSupposed } from './supposed.ts'

/** A demand counts for a permit or citizenship only this near, in characters of folded text. */
const DEMAND_REACH_CHARS = 45
/** An adjective this near belongs to the topic. */
const ADJACENT_CHARS = 4
const SHORT_LINE_CHARS = 70
/** "What we do not do: on-call, sponsoring, cubicles." */
const DENIED_LIST_CHARS = 100
const SHORT_LABEL_CHARS = 40
const OR = '(?:or|oder|ou|of|lub|albo|eller|o|u|oppure|czy|beziehungsweise|bzw)'
/** "EU citizenship or a residence permit": what may be chosen from is what is asked for. */
const EITHER = new RegExp(
  String.raw` (?:STATUS (?:\S+ ){0,8}${OR} (?:\S+ ){0,4}(?:PERMIT|RIGHT)|(?:PERMIT|RIGHT) (?:\S+ ){0,3}${OR} (?:\S+ ){0,4}STATUS) `,
)
/** "Free to work in Norway without any further permit" */
const FREE_WITHOUT = new RegExp(` RIGHT (?:[^ ,;:.]+ ){0,6}${WITHOUT_WORD} (?:[^ ,;:.]+ ){0,3}PERMIT `)
/** "The sponsoring depends …" */
const OPENS_WITH_SPONSOR = /^ (?:(?:the|das|die|le|la|de|het|el|il|o|a|an|ein|een|un|une|una|uma) )?SPONSOR /
const WITH = / (?:with|mit|avec|met|con|z|med|com) $/
/** "… with a valid", before a topic */
const HOLDING = / (?:with|mit|avec|met|con|z|med|com) (?:[^ ,;:.]+ ){0,2}$/
/** A line that is only a name of a citizenship ("Italian or EU citizenship.") names a requirement. */
const BARE_STATUS =
  /^ (?:(?:[^ ,;:.]+ ){1,2}STATUS (?:: )?(?:[^ ,;:.]+ ){0,4}|STATUS (?:: )?(?:[^ ,;:.]+ ){1,4}|STATUS (?=[(,] .* ))(?:[(,.] .*)?$/

/** What a clause says: help refused, a permit denied without a word of help, help offered, help left open, something demanded of
 *  the candidate, or nothing. */
export type ClauseReading = 'refuse' | 'lack' | 'offer' | 'open' | `demand-${Demanded}` | null
export type Demanded = 'permit' | 'right' | 'citizenship'

export interface ClauseInput {
  readonly clause: string
  readonly sentence: string
  readonly section: Section
}

/** Reads one clause of a tagged sentence. Pure. */
export function readClause(lexicon: VisaLexicon, input: ClauseInput): ClauseReading {
  const { clause } = input
  if (/ HELP /.test(clause)) {
    if (!isNegated(lexicon, { clause, topic: 'HELP ' })) return 'offer'
    return hasPhrase(lexicon.otherKinds, clause) ? 'open' : 'refuse'
  }
  if (/ SPONSOR /.test(clause) && isAboutHiring(lexicon, input)) return readSponsoring(lexicon, input)
  if (FREE_WITHOUT.test(clause) && !isSupposed(lexicon, clause)) return 'demand-right'
  if (EITHER.test(clause) && asksEither(lexicon, clause)) return 'demand-permit'
  return (
    (/ PERMIT /.test(clause) ? readPermit(lexicon, input) : null) ??
    (/ RIGHT /.test(clause) ? readRight(lexicon, clause) : null) ??
    (/ STATUS /.test(clause) ? readStatus(lexicon, input) : null) ??
    (/ OUTSIDER /.test(clause) ? readOutsider(lexicon, clause) : null)
  )
}

/** Sponsorship with nothing named counts only beside words about hiring: events, sports and projects are sponsored as well. */
function isAboutHiring(lexicon: VisaLexicon, { clause, sentence }: ClauseInput): boolean {
  if (OPENS_WITH_SPONSOR.test(sentence) || hasPhrase(lexicon.sponsorContext, sentence)) return true
  if (/ (?:PERMIT|RIGHT|HELP|OUTSIDER) /.test(sentence) || hasPhrase(lexicon.people, sentence)) return true
  return sentence.length <= (hasNegation(lexicon, clause) ? DENIED_LIST_CHARS : SHORT_LABEL_CHARS)
}

function readSponsoring(lexicon: VisaLexicon, { clause, sentence }: ClauseInput): ClauseReading {
  if (isNegated(lexicon, { clause, topic: 'SPONSOR ' })) return 'refuse'
  if (gives(lexicon, clause) || hasPhrase(lexicon.yes, clause) || hasPhrase(lexicon.hedge, sentence)) return 'offer'
  return hasPhrase(lexicon.negotiable, clause) ? 'open' : null
}

function asksEither(lexicon: VisaLexicon, clause: string): boolean {
  return !gives(lexicon, clause) && !hasNegation(lexicon, clause) && !isSupposed(lexicon, clause)
}

function readPermit(lexicon: VisaLexicon, { clause, section }: ClauseInput): ClauseReading {
  const place = { clause, topic: 'PERMIT ' }
  if (hasPhrase(lexicon.otherKinds, clause) && hasNegation(lexicon, clause)) return 'open'
  if (isNegated(lexicon, place) && !isOnlyWithout(lexicon, clause)) return readDenial(lexicon, place)
  if (opensWithout(clause) && isShort(clause) && !gives(lexicon, clause)) return 'lack'
  if (isPreference(lexicon, clause)) return null
  if (hasPhrase(lexicon.ownCare, clause) && !acts(lexicon, clause)) return 'lack'
  if (isSeenTo(lexicon, clause) || isDoneForYou(lexicon, place)) return 'offer'
  if (isForHolders(lexicon, place)) return 'demand-permit'
  const isDemanded = isNear(place, lexicon.demand)
  const isValid = isNear(place, lexicon.valid)
  if (gives(lexicon, clause) && !(isValid && isDemandedOfHelped(lexicon, place))) {
    const isGiven =
      [lexicon.perk, lexicon.hedge].some((list) => hasPhrase(list, clause)) || isByEmployer(lexicon, clause)
    return isGiven || !isDemanded ? 'offer' : 'demand-permit'
  }
  if (isOpenQuestion(lexicon, place)) return 'open'
  if (isSupposed(lexicon, clause)) return null
  if (isValid) return 'demand-permit'
  if (isDuty(lexicon, clause)) return null
  if (isDemanded || section === 'requirements') return 'demand-permit'
  return section === 'benefits' || (section === null && hasPhrase(lexicon.perk, clause)) ? 'offer' : null
}

/** "Vous préparez des visas" is a duty, "vous disposez d'un visa" a demand: what is both is no duty. */
function isDuty(lexicon: VisaLexicon, clause: string): boolean {
  const duties = findPhrases(lexicon.duty, clause)
  if (duties.length === 0) return false
  const demands = findPhrases(lexicon.demand, clause)
  return duties.some((duty) => demands.every(({ end }) => end !== duty.end))
}

/** "We do not arrange permits" refuses help; "no permits" and "people who need one are not …" deny; "no permit is required" and
 *  the like say nothing. */
function readDenial(lexicon: VisaLexicon, place: Place): ClauseReading {
  const { clause } = place
  if (gives(lexicon, clause)) return 'refuse'
  if (hasPhrase(lexicon.need, clause) && hasPhrase(lexicon.people, clause)) return 'lack'
  if (isNear(place, lexicon.demand) && !isDirectlyNegated(lexicon, place))
    return hasPhrase(lexicon.excluded, clause) ? 'demand-permit' : null
  return hasPhrase(lexicon.hedge, clause) || isShort(clause) ? 'lack' : null
}

function readRight(lexicon: VisaLexicon, clause: string): ClauseReading {
  const place = { clause, topic: 'RIGHT ' }
  if (isPreference(lexicon, clause)) return null
  if (isNegated(lexicon, place) && !isOnlyWithout(lexicon, clause)) return acts(lexicon, clause) ? 'refuse' : null
  const isSought = hasPhrase(lexicon.wants, clause.slice(0, clause.indexOf(' RIGHT ') + 1))
  const isHelped = helps(lexicon, clause) && !hasPhrase(lexicon.demand, clause) && !isSought
  if (isSeenTo(lexicon, clause) || isHelped) return 'offer'
  if (isOpenQuestion(lexicon, place)) return 'open'
  return isSupposed(lexicon, clause) ? null : 'demand-right'
}

/** "We consider only people with a permit." */
function isForHolders(lexicon: VisaLexicon, { clause, topic }: Place): boolean {
  const before = clause.slice(0, clause.indexOf(` ${topic}`) + 1)
  const [person] = findPhrases(lexicon.people, before)
  return person !== undefined && HOLDING.test(before) && hasPhrase(lexicon.only, before.slice(0, person.end))
}

/** "Oakline Ltd will petition for your visa": somebody who is not "you" does something for "your" permit. */
function isDoneForYou(lexicon: VisaLexicon, { clause, topic }: Place): boolean {
  const at = clause.indexOf(` ${topic}`)
  const isYours = findPhrases(lexicon.you, clause).some(({ end }) => end === at + 1)
  if (!isYours || hasPhrase(lexicon.valid, clause)) return false
  const before = clause.slice(0, at + 1)
  const [deed] = findPhrases(lexicon.deed, before)
  if (!deed || hasPhrase(lexicon.demand, before)) return false
  const subject = before.slice(0, deed.start)
  return subject.trim() !== '' && !hasPhrase(lexicon.you, subject) && !isSupposed(lexicon, clause)
}

/** "You need a permit, which we arrange." */
function isSeenTo(lexicon: VisaLexicon, clause: string): boolean {
  const [relative] = findPhrases(lexicon.relative, clause)
  return relative !== undefined && acts(lexicon, ` ${clause.slice(relative.start)}`)
}

function readStatus(lexicon: VisaLexicon, { clause, section }: ClauseInput): ClauseReading {
  const place = { clause, topic: 'STATUS ' }
  if (isPreference(lexicon, clause) || isNegated(lexicon, place) || isSupposed(lexicon, clause)) return null
  const isDemanded = isNear(place, lexicon.demand) || isNear(place, lexicon.only) || section === 'requirements'
  return isDemanded || (isShort(clause) && BARE_STATUS.test(clause)) ? 'demand-citizenship' : null
}

function readOutsider(lexicon: VisaLexicon, clause: string): ClauseReading {
  const isSpokenOf = hasPhrase(lexicon.give, clause) || isByEmployer(lexicon, clause)
  return isSpokenOf && isNegated(lexicon, { clause, topic: 'OUTSIDER ' }) ? 'refuse' : null
}

function isPreference(lexicon: VisaLexicon, clause: string): boolean {
  return hasPhrase(lexicon.preferred, clause) && !hasPhrase(lexicon.only, clause) && !acts(lexicon, clause)
}

/** "Visa: to be discussed", "a permit only for permanent contracts": neither granted nor demanded. */
function isOpenQuestion(lexicon: VisaLexicon, { clause, topic }: Place): boolean {
  const at = clause.indexOf(` ${topic}`)
  const condition = findPhrases(lexicon.provided, clause).find(({ start }) => start > at)
  const main = clause.slice(0, condition?.start)
  if (startsWith(lexicon.ifWord, main) || isDemandedBeyondOnly(lexicon, { clause: main, topic })) return false
  const isForHolders = hasPhrase(lexicon.only, main.slice(0, at)) && hasPhrase(lexicon.people, main)
  if (isForHolders && !gives(lexicon, main)) return false
  const isValid = findPhrases(lexicon.valid, main).some(
    ({ start, end }) => start - at - topic.length <= ADJACENT_CHARS && at - end <= ADJACENT_CHARS,
  )
  const isNegotiable = hasPhrase(lexicon.negotiable, main) || (topic === 'PERMIT ' && canBeDone(lexicon, main))
  return !isValid && (isNegotiable || isRestrictedAfter(lexicon, { clause: main, at }))
}

/** "A visa can usually be arranged", by whomever. */
function canBeDone(lexicon: VisaLexicon, clause: string): boolean {
  return hasPhrase(lexicon.deed, clause) && hasPhrase(lexicon.hedge, clause)
}

/** "… only for senior roles", but not "… only with a valid one". */
function isRestrictedAfter(lexicon: VisaLexicon, { clause, at }: { clause: string; at: number }): boolean {
  return findPhrases(lexicon.onlyFor, clause).some(({ start, end }) => {
    const isWithValid = WITH.test(clause.slice(start, end)) && startsWith(lexicon.valid, ` ${clause.slice(end)}`)
    return start > at && !isWithValid
  })
}

/** "We arrange it only for permanent contracts" demands nothing; "we offer the job only to holders" does. */
function isDemandedOfHelped(lexicon: VisaLexicon, place: Place): boolean {
  return acts(lexicon, place.clause) ? isDemandedBeyondOnly(lexicon, place) : isNear(place, lexicon.demand)
}

/** Whether a word of demanding stands near the topic that is not merely an "only". */
function isDemandedBeyondOnly(lexicon: VisaLexicon, { clause, topic }: Place): boolean {
  const rest = replacePhrases(lexicon.only, { folded: clause, replacement: '_ ' })
  return isNear({ clause: rest, topic }, lexicon.demand)
}

function isNear({ clause, topic }: Place, list: PhraseList): boolean {
  const at = clause.indexOf(` ${topic}`)
  if (at === -1) return false
  const end = at + topic.length
  return findPhrases(list, clause).some(
    (span) => span.start - end <= DEMAND_REACH_CHARS && at - span.end <= DEMAND_REACH_CHARS,
  )
}

function isShort(text: string): boolean {
  return text.length <= SHORT_LINE_CHARS
}

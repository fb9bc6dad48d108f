import { findPhrases, hasPhrase } from '../phrase-pattern.ts'
import { leavesOutThisPost } from './answers.ts'
import { acts, helps } from './help.ts'
import type { VisaLexicon } from './lexicon.ts'
import { endsInNegation, hasNegation, startsWith } from './negation.ts'
import { TOPIC } from './tags.ts'

/** The employer as the one who acts, in all languages. */
const SAYS_WE = / (?:we|wir|nous|on|wij|vi|nosotros|my|noi|nos|\S{2,}(?:[aei]mos|iamo|[aeiy]my)) /
/** "No longer" that ends a sentence ends what it spoke of. */
const MAX_WORDS_AFTER_END = 5

/** "You cannot start without a visa, so we apply for one." */
export function helpsAfterAll(lexicon: VisaLexicon, tagged: string): string | null {
  const [consequence] = findPhrases(lexicon.therefore, tagged)
  if (!consequence || !/ (?:PERMIT|RIGHT|SPONSOR) /.test(tagged.slice(0, consequence.start))) return null
  const rest = ` ${tagged.slice(consequence.end)}`
  const isHelp = acts(lexicon, rest) && !hasNegation(lexicon, rest) && !hasPhrase(lexicon.only, rest)
  return isHelp && !TOPIC.test(rest) ? rest : null
}

/** "We sponsored visas until last year; we no longer do." */
export function isOver(lexicon: VisaLexicon, tagged: string): boolean {
  const [end] = findPhrases(lexicon.noLonger, tagged)
  return end !== undefined && tagged.slice(end.end).trim().split(' ').length <= MAX_WORDS_AFTER_END
}

/** "The group sponsors visas, but not for this role." */
export function leavesOutPost(lexicon: VisaLexicon, clauses: readonly string[]): boolean {
  return clauses.some((_, at) => {
    const rest = ` ${clauses.slice(at).join('').trim().replaceAll('  ', ' ')} `
    return at > 0 && !TOPIC.test(rest) && leavesOutThisPost(lexicon, rest)
  })
}

/** "While our nurses get help with their visas, this is ruled out in IT": granted to others, denied here. */
export function grantsOthersOnly(lexicon: VisaLexicon, clauses: readonly string[]): boolean {
  const [granted = '', denied = ''] = clauses
  if (clauses.length !== 2 || !startsWith(lexicon.concession, granted) || SAYS_WE.test(granted)) return false
  if (TOPIC.test(denied) || hasPhrase(lexicon.below, denied)) return false
  return hasNegation(lexicon, denied) || hasPhrase(lexicon.outOf, denied)
}

/** "If you need a permit, we arrange it": the topic stands in one clause, the help in another. */
export function helpsAcrossClauses(lexicon: VisaLexicon, clauses: readonly string[]): boolean {
  const hasTopic = clauses.some(
    (clause) => / (?:PERMIT|HELP|RIGHT) /.test(clause) && !isAsserted(lexicon, clause) && !isSetAside(lexicon, clause),
  )
  return hasTopic && clauses.some((clause) => isHelpWithoutTopic(lexicon, clause) && !hasNegation(lexicon, clause))
}

/** "We help with the move, but not with a visa." */
function isSetAside(lexicon: VisaLexicon, clause: string): boolean {
  return startsWith(lexicon.contrast, clause) && hasNegation(lexicon, clause)
}

/** Whether a clause demands the permit or right outright, or leaves it to the candidate ("your own"). */
function isAsserted(lexicon: VisaLexicon, clause: string): boolean {
  if (hasPhrase(lexicon.ownCare, clause) && !acts(lexicon, clause)) return true
  if (hasPhrase(lexicon.ifWord, clause) || / WAIVED /.test(clause)) return false
  if (/ PERMIT /.test(clause) && hasPhrase(lexicon.need, clause) && hasPhrase(lexicon.people, clause)) return false
  return hasPhrase(lexicon.valid, clause) || / RIGHT /.test(clause)
}

/** "If you need a visa, we cannot help", "… this is not the job for you". */
export function refusesAcrossClauses(lexicon: VisaLexicon, clauses: readonly string[]): boolean {
  const hasNeed = clauses.some(
    (clause) =>
      / (?:PERMIT|HELP|RIGHT|STATUS) /.test(clause) &&
      (hasPhrase(lexicon.ifWord, clause) || hasPhrase(lexicon.need, clause)),
  )
  const denials = clauses.filter((clause) => !TOPIC.test(clause) && hasNegation(lexicon, clause))
  const isLeftToYou =
    clauses.some((clause) => TOPIC.test(clause)) && !clauses.some((clause) => isActedOn(lexicon, clause))
  if (isLeftToYou && denials.some((clause) => helps(lexicon, clause) && hasPhrase(lexicon.pronoun, clause))) return true
  return hasNeed && denials.some((clause) => helps(lexicon, clause) || hasPhrase(lexicon.job, clause))
}

function isActedOn(lexicon: VisaLexicon, clause: string): boolean {
  return / HELP /.test(clause) || (TOPIC.test(clause) && acts(lexicon, clause))
}

function isHelpWithoutTopic(lexicon: VisaLexicon, clause: string): boolean {
  return !TOPIC.test(clause) && helps(lexicon, clause)
}

/** "We sponsor Blue Cards; other permits we cannot handle." */
export function leavesOutKinds(lexicon: VisaLexicon, clauses: readonly string[]): boolean {
  return clauses.some((clause) => hasPhrase(lexicon.otherKinds, clause) && hasNegation(lexicon, clause))
}

/** "…; in Graz we cannot.": a denial as the last word leaves out the help that it denies. */
export function isEllipticDenial(lexicon: VisaLexicon, clause: string): boolean {
  if (TOPIC.test(clause) || hasPhrase(lexicon.perk, clause)) return false
  if (endsInNegation(lexicon, clause)) return true
  const isLeft =
    hasNegation(lexicon, clause) ||
    hasPhrase(lexicon.ownCare, clause) ||
    (hasPhrase(lexicon.valid, clause) && hasPhrase(lexicon.demand, clause))
  return startsWith(lexicon.otherwise, clause) && isLeft
}

import { findPhrases, hasPhrase, replacePhrases } from '../phrase-pattern.ts'
import { splitClauses } from './clauses.ts'
import { gives, helps } from './help.ts'
import type { VisaLexicon } from './lexicon.ts'
import { hasNegation, startsWith } from './negation.ts'
import type { VisaVerdict } from './rulings.ts'
import { tagSentence, TOPIC } from './tags.ts'

/** An answer says yes or no in its first words. */
const MAX_ANSWER_WORDS = 12
/** "(yes / no)", "options: yes, no, do not know" */
const FORM_ANSWERS =
  / (?:yes|ja|oui|si|tak|sim) (?:[^a-z0-9 ]+ ){0,3}(?:o |or |oder |ou |of |o |lub |eller )?(?:no|nein|non|nee|nie|nej|nao) /
/** "Not at the moment.": so short an answer needs no verb. */
const MAX_CURT_WORDS = 10
const MAX_ENDING_WORDS = 20
/** "Not for this role.", "… but this opening is not." */
const MAX_REST_WORDS = 4

/** The sentence after a question ("Need a visa? We've got you covered.", "Do you sponsor? No.") answers it; "(Yes/No)" is a
 *  choice of a form. Pure. */
export function readAnswer(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  if (folded.endsWith(' ? ')) return null
  const words = folded.trim().split(' ')
  const opening = ` ${words.slice(0, MAX_ANSWER_WORDS).join(' ')} `
  for (const lexicon of lexicons) {
    const plain = replacePhrases(lexicon.neutral, { folded, replacement: '_ ' })
    const plainOpening = ` ${plain.trim().split(' ').slice(0, MAX_ANSWER_WORDS).join(' ')} `
    const [yes] = findPhrases(lexicon.answerYes, opening)
    const [no] = findPhrases(lexicon.answerNo, plainOpening)
    if (FORM_ANSWERS.test(opening)) return null
    if (!yes && startsWith(lexicon.noProblem, opening)) return answer(lexicon, 'offers')
    const isNo = no?.start === 1 && !startsWith(lexicon.noProblem, opening)
    if (isNo && (!yes || no.start < yes.start)) return answer(lexicon, 'refuses')
    const isLimited = startsWith(lexicon.only, opening) && tagSentence(lexicon, { folded, isNear: true }).hasTopic
    if (isLimited || startsWith(lexicon.onlyFor, opening)) return answer(lexicon, 'conditional')
    const status = yes ? 'offers' : readDeed(lexicon, { plain, isCurt: words.length <= MAX_CURT_WORDS })
    if (status === null) continue
    return answer(lexicon, status === 'offers' && hasPhrase(lexicon.hedge, folded) ? 'conditional' : status)
  }
  return null
}

/** What an answer without a yes or no says: help, no help, "it depends", or a curt "not yet". */
function readDeed(
  lexicon: VisaLexicon,
  { plain, isCurt }: { plain: string; isCurt: boolean },
): VisaVerdict['status'] | null {
  const helping = splitClauses(lexicon, plain).filter((clause) => helps(lexicon, clause))
  if (helping.some((clause) => !hasNegation(lexicon, clause))) return 'offers'
  if (helping.length > 0) return 'refuses'
  if (hasPhrase(lexicon.negotiable, plain)) return 'conditional'
  return (isCurt || hasPhrase(lexicon.company, plain)) && hasNegation(lexicon, plain) ? 'refuses' : null
}

/** "You may need a work permit. We take care of it.": what follows a need speaks of it only with a word that points back. Pure. */
export function readFollowUp(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  const lexicon = lexicons.find((lexicon) => helps(lexicon, folded) && hasPhrase(lexicon.pronoun, folded))
  if (!lexicon || tagSentence(lexicon, { folded, isNear: false }).hasTopic) return null
  const plain = replacePhrases(lexicon.neutral, { folded, replacement: '_ ' })
  const status = readDeed(lexicon, { plain, isCurt: false })
  if (status === null) return null
  return answer(lexicon, status === 'offers' && hasPhrase(lexicon.hedge, plain) ? 'conditional' : status)
}

/** "A permit is required by law. We apply for it.": after a demand only a known idiom of acting speaks of it. Pure. */
export function readCompliance(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  return readFollowUp(
    lexicons.filter(({ act }) => hasPhrase(act, folded)),
    folded,
  )
}

/** "We do not sponsor as a rule. For outstanding people we make an exception." Pure. */
export function readException(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  const lexicon = lexicons.find(({ exception }) => hasPhrase(exception, folded))
  if (!lexicon) return null
  const plain = replacePhrases(lexicon.neutral, { folded, replacement: '_ ' })
  return hasNegation(lexicon, plain)
    ? null
    : { ...answer(lexicon, 'conditional'), rule: `${lexicon.language}.conditional.exception` }
}

/** "The group sponsors visas. At our site this is not possible." Pure. */
export function readRetraction(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  const lexicon = lexicons.find(
    (lexicon) => hasPhrase(lexicon.retract, folded) || endsHelp(lexicon, folded) || leavesOutThisPost(lexicon, folded),
  )
  return lexicon ? { status: 'refuses', rule: `${lexicon.language}.refuses.not-here`, weight: 3 } : null
}

/** "Since April we no longer do." */
function endsHelp(lexicon: VisaLexicon, folded: string): boolean {
  if (folded.trim().split(' ').length > MAX_ENDING_WORDS || !hasPhrase(lexicon.noLonger, folded)) return false
  return [lexicon.company, lexicon.pronoun, lexicon.negotiable].some((list) => hasPhrase(list, folded))
}

/** "We sponsored visas in the past. With the present funding we cannot." Pure. */
export function readEnd(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  if (folded.trim().split(' ').length > MAX_ENDING_WORDS) return null
  const lexicon = lexicons.find((lexicon) => hasNegation(lexicon, folded))
  return lexicon ? { status: 'refuses', rule: `${lexicon.language}.refuses.no-longer`, weight: 3 } : null
}

/** "This vacancy is not part of the scheme": the post is named, left out, and what it is left out of is pointed back at. */
export function leavesOutThisPost(lexicon: VisaLexicon, folded: string): boolean {
  const [post] = findPhrases(lexicon.thisPost, folded)
  if (!post) return false
  const rest = ` ${folded.slice(post.end)}`
  if (!hasNegation(lexicon, folded) && !hasPhrase(lexicon.outOf, folded)) return false
  return (
    hasPhrase(lexicon.outOf, folded) ||
    hasPhrase(lexicon.scheme, folded) ||
    rest.trim().split(' ').length <= MAX_REST_WORDS
  )
}

/** "Many ask about visas", "I have no permit": what follows answers it. Pure. */
export function asksAbout(lexicon: VisaLexicon, { plain, tagged }: { plain: string; tagged: string }): boolean {
  return [plain, tagged].some((text) => {
    const [inquiry] = findPhrases(lexicon.inquiry, text)
    if (!inquiry || !TOPIC.test(text) || hasPhrase(lexicon.negotiable, text)) return false
    return !gives(lexicon, ` ${text.slice(inquiry.end)}`)
  })
}

/** Whether a tagged sentence says that the candidate needs a permit, so that the next one may answer. Pure. */
export function namesNeed(lexicon: VisaLexicon, tagged: string): boolean {
  return / PERMIT /.test(tagged) && hasPhrase(lexicon.need, tagged) && hasPhrase(lexicon.you, tagged)
}

function answer(lexicon: VisaLexicon, status: VisaVerdict['status']): VisaVerdict {
  return { status, rule: `${lexicon.language}.${status}.answer`, weight: 2 }
}

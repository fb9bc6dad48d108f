import { findPhrases, hasPhrase, replacePhrases } from '../phrase-pattern.ts'
import { splitClauses } from './clauses.ts'
import { helps } from './help.ts'
import type { VisaLexicon } from './lexicon.ts'
import { hasNegation, startsWith } from './negation.ts'
import type { VisaVerdict } from './sentence.ts'
import { tagSentence } from './tags.ts'

/** An answer says yes or no in its first words. */
const MAX_ANSWER_WORDS = 12
/** "Not at the moment.": so short an answer needs no verb. */
const MAX_CURT_WORDS = 10

/** The sentence after a question ("Need a visa? We've got you covered.", "Do you sponsor? No.") answers it; "(Yes/No)" is a
 *  choice of a form. Pure. */
export function readAnswer(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  if (folded.endsWith(' ? ')) return null
  const words = folded.trim().split(' ')
  const opening = ` ${words.slice(0, MAX_ANSWER_WORDS).join(' ')} `
  for (const lexicon of lexicons) {
    const plain = replacePhrases(lexicon.neutral, { folded, replacement: '_ ' })
    const [yes] = findPhrases(lexicon.answerYes, opening)
    const [no] = findPhrases(lexicon.answerNo, opening)
    if (yes && no && (yes.end === no.start || no.end === yes.start)) return null
    const isNo = no?.start === 1 && !startsWith(lexicon.noProblem, opening)
    if (isNo && (!yes || no.start < yes.start)) return answer(lexicon, 'refuses')
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
  return isCurt && hasNegation(lexicon, plain) ? 'refuses' : null
}

/** "You may need a work permit. We take care of it.": what follows a need speaks of it only with a word that points back. Pure. */
export function readFollowUp(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  const lexicon = lexicons.find((lexicon) => helps(lexicon, folded) && hasPhrase(lexicon.pronoun, folded))
  if (!lexicon || tagSentence(lexicon, folded).hasTopic) return null
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
  const lexicon = lexicons.find(({ retract }) => hasPhrase(retract, folded))
  return lexicon ? { status: 'refuses', rule: `${lexicon.language}.refuses.not-here`, weight: 3 } : null
}

/** Whether a tagged sentence says that the candidate needs a permit, so that the next one may answer. Pure. */
export function namesNeed(lexicon: VisaLexicon, tagged: string): boolean {
  return / PERMIT /.test(tagged) && hasPhrase(lexicon.need, tagged) && hasPhrase(lexicon.you, tagged)
}

function answer(lexicon: VisaLexicon, status: VisaVerdict['status']): VisaVerdict {
  return { status, rule: `${lexicon.language}.${status}.answer`, weight: 2 }
}

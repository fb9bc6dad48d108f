import { hasPhrase } from '../phrase-pattern.ts'
import { isHedged } from './conditions.ts'
import type { VisaLexicon } from './lexicon.ts'
import { hasNegation, startsWith } from './negation.ts'
import type { VisaVerdict } from './rulings.ts'

const MAX_LABEL_CHARS = 90
const LABEL = / (?:HELP|PERMIT|SPONSOR) (?:[^ ,;.]+ ){0,3}$/
/** "Visa needed: yes / no" is a question on a form. */
const FORM_CHOICE =
  / (?:yes|ja|oui|si|tak|sim) (?:\( )?(?:or |oder |ou |of |o |lub |eller )?(?:no|nein|non|nee|nie|nej|nao) /

/** "Visa support: yes, including for your partner", "Work permit: not provided"; null without a plain answer. */
export function readLabelled(lexicon: VisaLexicon, sentence: string): VisaVerdict['status'] | null {
  const colon = sentence.search(/ [:–—-] /)
  if (colon === -1 || !LABEL.test(sentence.slice(Math.max(0, colon - MAX_LABEL_CHARS), colon + 1))) return null
  const answer = sentence.slice(colon + 2)
  if (startsWith(lexicon.only, answer) && !hasPhrase(lexicon.valid, answer)) return 'conditional'
  const isNo = [lexicon.answerNo, lexicon.negation, lexicon.negationNoun].some((list) => startsWith(list, answer))
  const isYes = startsWith(lexicon.yes, answer) || answer.startsWith(' SPONSOR ')
  if (isNo === isYes || FORM_CHOICE.test(answer)) return null
  const label = sentence.slice(0, colon + 1)
  if (isNo) return hasPhrase(lexicon.negotiable, label) ? 'conditional' : 'refuses'
  const isPartly = isHedged(lexicon, answer) || hasNegation(lexicon, answer) || / PARTLY /.test(answer)
  return isPartly ? 'conditional' : 'offers'
}

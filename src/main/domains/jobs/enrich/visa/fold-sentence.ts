import visaPhrases from '#resources/visa-phrases.json' with { type: 'json' }
import { foldForPhrases } from '../fold-text.ts'
import { compilePhrases, hasPhrase } from '../phrase-pattern.ts'
import type { PhraseList } from '../phrase-pattern.ts'

/** "autorisé(e)", "ciudadano/a", "Bürger*innen": the other gender's ending says nothing. */
const OTHER_GENDER = /(?<=\p{L}{4})(?:\((?:ne|e|es|a|as|in|innen|r)\)|[·•:*/_](?:ne|e|es|a|as|in|innen|r)(?!\p{L}))/giu
/** Portuguese "exige-se": the pronoun is no "if". */
const REFLEXIVE = /(?<=\p{L}{3})-se(?!\p{L})/giu
/** Signs that open a Spanish question or call. */
const OPENING_SIGNS = /[¿¡]/g
const BARE_VISA = /(?<= )visa (?!sponsor|support|assist|help|and relocation|application)/g

let payments: PhraseList | undefined

/** A sentence as the phrases about visas are compared with it. Beside words about payments a bare "Visa" is the company and left
 *  out. Pure. */
export function foldSentence(sentence: string): string {
  const folded = foldForPhrases(sentence.replace(OTHER_GENDER, '').replace(REFLEXIVE, '').replace(OPENING_SIGNS, ''))
  payments ??= compilePhrases(visaPhrases.payments)
  return folded.includes(' visa ') && hasPhrase(payments, folded) ? folded.replace(BARE_VISA, '_ ') : folded
}

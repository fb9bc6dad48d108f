import { foldForPhrases } from '../fold-text.ts'
import { blankCapitals, blankCompany } from './payments.ts'

/** "autorisé(e)", "ciudadano/a", "Bürger*innen": the other gender's ending says nothing. */
const OTHER_GENDER = /(?<=\p{L}{4})(?:\((?:ne|e|es|a|as|in|innen|r)\)|[·•:*/_](?:ne|e|es|a|as|in|innen|r)(?!\p{L}))/giu
/** Portuguese "exige-se": the pronoun is no "if". */
const REFLEXIVE = /(?<=\p{L}{3})-se(?!\p{L})/giu
/** "a) Ter nacionalidade …": the mark of an item. */
const ITEM_MARK = /^\(?(?:[a-z]|\d{1,2})\)\s+/i
/** Signs that open a Spanish question or call. */
const OPENING_SIGNS = /[¿¡]/g

/** A sentence as the phrases about visas are compared with it, without "Visa" the company. Pure. */
export function foldSentence(sentence: string, isAboutPayments: () => boolean): string {
  const plain = sentence
    .replace(ITEM_MARK, '')
    .replace(OTHER_GENDER, '')
    .replace(REFLEXIVE, '')
    .replace(OPENING_SIGNS, '')
  return blankCompany(foldForPhrases(blankCapitals(plain, isAboutPayments)))
}

import { findPhrases, hasPhrase } from '../phrase-pattern.ts'
import type { VisaLexicon } from './lexicon.ts'

/** A sentence that names this many things nobody is judged by is one against discrimination. */
const MIN_ATTRIBUTES = 2
/** How many nationalities a team has is no demand. */
const COUNTED_STATUS = / \d+ STATUS /

/** Sentences against discrimination name citizenship and nationality without demanding them; a word about help survives. */
export function dropEqualOpportunity(lexicon: VisaLexicon, sentence: string): string {
  if (COUNTED_STATUS.test(sentence)) return sentence.replaceAll('STATUS ', '_ ')
  if (findPhrases(lexicon.attribute, sentence).length >= MIN_ATTRIBUTES)
    return sentence.replaceAll(/(?:STATUS|OUTSIDER|RIGHT|PERMIT) /g, '_ ')
  if (!hasPhrase(lexicon.eeo, sentence)) return sentence
  const stripped = sentence.replaceAll(/(?:STATUS|OUTSIDER) /g, '_ ')
  const marker = findPhrases(lexicon.eeo, stripped)[0]?.start ?? 0
  return hasPhrase(lexicon.demand, stripped) && / RIGHT /.test(stripped.slice(0, marker + 1))
    ? stripped
    : stripped.replaceAll('RIGHT ', '_ ')
}

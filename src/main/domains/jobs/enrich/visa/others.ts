import { findPhrases, hasPhrase } from '../phrase-pattern.ts'
import type { PhraseList } from '../phrase-pattern.ts'
import type { Section } from '../sections.ts'
import { splitClauses } from './clauses.ts'
import { acts, isByEmployer } from './help.ts'
import { visaLexicons } from './lexicon.ts'
import type { VisaLexicon } from './lexicon.ts'
import { startsWith } from './negation.ts'
import { TOPIC } from './tags.ts'

/** A full sentence states something about the job even among tasks, where a bare phrase is one of them. */
const STATEMENT =
  / (?:is|are|will|can|may|ist|sind|wird|werden|kann|est|sont|es|son|jest|sa|ar|e|sao|wordt|worden|kunnen) /

const VISA_WORD = / (?:\S*vis(?:a|as|um|to|ti|tos|ado|ados)|wiz\S*) /

/** "O projeto visa reduzir", "du ska visa hur": the permit is a "visto", a "visum". */
const VISA_IS_A_VERB: ReadonlySet<string> = new Set(['pt', 'sv'])

/** Whether a sentence ("plain": the verbs of helping still stand) is about visas of other people: helping customers or travellers
 *  is a task or a product, not an offer to the candidate. */
export function isAboutOthers(lexicon: VisaLexicon, { plain, section }: { plain: string; section: Section }): boolean {
  if (isDuty(lexicon, plain) || isForThirdParty(lexicon, plain)) return true
  if (section === 'benefits' || isByEmployer(lexicon, plain)) return false
  const isTask = section === 'tasks' && !STATEMENT.test(plain) && !hasPhrase(lexicon.yes, plain)
  return isTask || startsWith(lexicon.taskStart, plain)
}

/** "You will advise on visas": wherever the topic stands, the candidate acts and receives nothing. */
function isDuty(lexicon: VisaLexicon, plain: string): boolean {
  const topical = splitClauses(lexicon, plain).filter((clause) => TOPIC.test(clause))
  return topical.length > 0 && topical.every((clause) => isDutyClause(lexicon, clause))
}

function isDutyClause(lexicon: VisaLexicon, clause: string): boolean {
  const at = clause.search(TOPIC)
  const isDone = findPhrases(lexicon.duty, clause).some(({ start }) => start <= at)
  if (!isDone || hasPhrase(lexicon.receive, clause)) return false
  if (startsWith(lexicon.ifWord, clause) || (startsWith(lexicon.company, clause) && acts(lexicon, clause))) return false
  return !(isOwnPermit(lexicon, clause) && acts(lexicon, clause))
}

/** "Your permit". */
function isOwnPermit(lexicon: VisaLexicon, clause: string): boolean {
  return findPhrases(lexicon.you, clause).some(({ end }) => clause.startsWith('PERMIT ', end))
}

/** Customers, travellers, companies, unless the employer is said to do something for "you". */
export function isForThirdParty(lexicon: VisaLexicon, plain: string): boolean {
  if (hasPhrase(lexicon.you, plain) && acts(lexicon, plain)) return false
  return splitClauses(lexicon, plain).some((clause) => TOPIC.test(clause) && hasPhrase(lexicon.thirdParty, clause))
}

/** "You prepare the papers that travellers need for their visa" demands nothing of the candidate. */
export function isTaskForOthers(lexicon: VisaLexicon, plain: string): boolean {
  if (!hasPhrase(lexicon.thirdParty, plain)) return false
  return hasPhrase(lexicon.duty, plain) || startsWith(lexicon.taskStart, plain)
}

/** "Your engine tells travellers whether they need a visa": the nearest one named before the permit is somebody else. */
export function isNeededByOthers(lexicon: VisaLexicon, plain: string): boolean {
  if (!isForThirdParty(lexicon, plain)) return false
  const at = plain.indexOf(' PERMIT ')
  const lastStart = (list: PhraseList): number =>
    findPhrases(list, plain).findLast(({ start }) => start <= at)?.start ?? -1
  return lastStart(lexicon.thirdParty) >= lastStart(lexicon.you)
}

/** "We sell tourist visas to travellers": visas that look like no topic at all. Pure. */
export function isMaskedBusiness(folded: string): boolean {
  if (!VISA_WORD.test(folded)) return false
  return visaLexicons().some(
    ({ language, mask, thirdParty }) =>
      !VISA_IS_A_VERB.has(language) && hasPhrase(mask, folded) && hasPhrase(thirdParty, folded),
  )
}

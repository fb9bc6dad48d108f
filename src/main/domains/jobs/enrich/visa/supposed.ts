import { findPhrases, hasPhrase, replacePhrases } from '../phrase-pattern.ts'
import type { VisaLexicon } from './lexicon.ts'
import { startsWith } from './negation.ts'

/** Where somebody comes from. */
const ORIGIN = / (?:OUTSIDER|STATUS|eu|ue|ees|eea|ewr|eer|eog) /

/** "If you hold a permit" supposes one, "you need none yet" waives it; "a permit when you apply" is a point in time. */
export function isSupposed(lexicon: VisaLexicon, clause: string): boolean {
  if (isDemandedOfOutsiders(lexicon, clause)) return false
  if (/ WAIVED /.test(clause)) return true
  const timeless = replacePhrases(lexicon.moment, { folded: clause, replacement: '_ ' })
  if (isDemandedAfterCondition(lexicon, timeless)) return false
  const isCondition = hasPhrase(lexicon.ifWord, timeless) || startsWith(lexicon.ifStart, clause)
  return isCondition && !hasPhrase(lexicon.only, clause)
}

/** "If you come from outside the EU, you must already hold a permit." */
function isDemandedAfterCondition(lexicon: VisaLexicon, clause: string): boolean {
  const comma = clause.indexOf(' , ')
  const end = comma === -1 ? clause.search(ORIGIN) : comma
  if (end === -1 || ![lexicon.ifWord, lexicon.ifStart].some((list) => startsWith(list, clause))) return false
  const [condition, main] = [clause.slice(0, end + 1), clause.slice(end + 1)]
  if (/ (?:PERMIT|RIGHT) /.test(condition) || !/ (?:PERMIT|RIGHT) /.test(main)) return false
  return hasPhrase(lexicon.valid, main) && hasPhrase(lexicon.demand, main) && !hasPhrase(lexicon.ifWord, main)
}

/** "A valid permit is required if you are not from the EU." */
function isDemandedOfOutsiders(lexicon: VisaLexicon, clause: string): boolean {
  const [condition] = findPhrases(lexicon.ifWord, clause)
  if (!condition || !ORIGIN.test(clause.slice(condition.start - 1))) return false
  const main = clause.slice(0, condition.start)
  return (
    / PERMIT /.test(main) && !/ WAIVED /.test(main) && hasPhrase(lexicon.valid, main) && hasPhrase(lexicon.demand, main)
  )
}

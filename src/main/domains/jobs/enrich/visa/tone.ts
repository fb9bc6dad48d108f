import { hasPhrase } from '../phrase-pattern.ts'
import type { Section } from '../sections.ts'
import { splitClauses } from './clauses.ts'
import { isHedged, isProvided } from './conditions.ts'
import { isByEmployer } from './help.ts'
import type { VisaLexicon } from './lexicon.ts'
import { hasNegation } from './negation.ts'
import { isAboutOthers } from './others.ts'
import { conditional, offers, refuses } from './rulings.ts'
import type { Ruling } from './rulings.ts'
import { TOPIC } from './tags.ts'
import type { TaggedSentence } from './tags.ts'

const OUR_PERMIT =
  / (?:(?:our|unser\w*|nos|notre|onze|ons|nasz\w*|var|vara|vart) |(?:nuestr\w*|nostr\w*|noss\w*|nos|notre) (?:\S+ (?:para|per|de|des|di|dei|dos) (?:(?:i|los|las|os|as) )?)?)PERMIT /

/** What a sentence about permits says when no verb of helping or demanding is known in it: the employer speaks of them, with a
 *  denial, a condition or neither. */
export function judgeTone(
  lexicon: VisaLexicon,
  sentence: TaggedSentence & { readonly section: Section },
): Ruling | null {
  const { plain, tagged } = sentence
  if (!/ (?:PERMIT|HELP) /.test(tagged) || / WAIVED /.test(tagged) || hasPhrase(lexicon.inform, plain)) return null
  const isTrade = [lexicon.trade, lexicon.thirdParty, lexicon.elsewhere, lexicon.form].some((list) =>
    hasPhrase(list, plain),
  )
  const isLimited = isHedged(lexicon, plain) || isProvided(lexicon, tagged)
  const isSpokenOf = isByEmployer(lexicon, plain) || (isLimited && hasPhrase(lexicon.deed, plain))
  const topical = splitClauses(lexicon, tagged).filter((clause) => TOPIC.test(clause))
  const isDenied = topical.some((clause) => / (?:PERMIT|HELP) /.test(clause) && hasNegation(lexicon, clause))
  if (isTrade || !(isSpokenOf || isDenied) || isAboutOthers(lexicon, sentence)) return null
  if (isDenied) return refuses('employer-denies')
  if (hasNegation(lexicon, plain)) return conditional('employer-limits')
  if (isLimited) return conditional('employer-hedges')
  return isOwnProduct(lexicon, plain) ? null : offers('employer')
}

/** "Our visa kiosks": a product. */
function isOwnProduct(lexicon: VisaLexicon, plain: string): boolean {
  return OUR_PERMIT.test(plain) && !hasPhrase(lexicon.agent, plain)
}

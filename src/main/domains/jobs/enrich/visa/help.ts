import { findPhrases, hasPhrase } from '../phrase-pattern.ts'
import type { PhraseSpan } from '../phrase-pattern.ts'
import type { VisaLexicon } from './lexicon.ts'

/** The one who acts may follow the verb this closely ("regeln wir"), in characters of folded text. */
const INVERSION_CHARS = 14
/** Room for the word after a deed ("söker dig"). */
const WORD_AFTER_CHARS = 16
const INVERTING = new Set(['de', 'nl', 'sv', 'pl', 'es', 'it', 'pt'])

/** Whether the employer is said to do, arrange or pay something, whatever it is. */
export function helps(lexicon: VisaLexicon, clause: string): boolean {
  return acts(lexicon, clause) || (hasPhrase(lexicon.give, clause) && hasPhrase(lexicon.company, clause))
}

/** Whether the employer or somebody for it does a deed of helping: the one who acts stands before the deed with no word of
 *  demanding between them, or right after it. */
export function acts(lexicon: VisaLexicon, clause: string): boolean {
  if (hasPhrase(lexicon.act, clause)) return true
  const agents = findPhrases(lexicon.agent, clause)
  if (agents.length === 0) return false
  return findPhrases(lexicon.deed, clause).some((deed) => {
    const before = agents.findLast(({ start }) => start <= deed.start)
    return (before && !asksBetween(lexicon, { clause, before, deed })) || isInverted(lexicon, { agents, deed })
  })
}

/** "We expect you to arrange it", "vi söker dig", "our team grows: you will draft …": the employer asks for the deed, it is a
 *  word of asking itself, or the candidate does it. */
function asksBetween(
  lexicon: VisaLexicon,
  { clause, before, deed }: { clause: string; before: PhraseSpan; deed: PhraseSpan },
): boolean {
  const between = ` ${clause.slice(before.end, deed.end + WORD_AFTER_CHARS)}`
  const [at, end] = [deed.start - before.end + 1, deed.end - before.end + 1]
  const isAsked = (span: PhraseSpan): boolean => span.start < at || (span.start === at && span.end > end)
  if (findPhrases(lexicon.wants, between).some(isAsked)) return true
  return findPhrases(lexicon.duty, between).some(isAsked) && !hasPhrase(lexicon.receive, clause)
}

function isInverted(
  { language }: VisaLexicon,
  { agents, deed }: { agents: readonly PhraseSpan[]; deed: PhraseSpan },
): boolean {
  if (!INVERTING.has(language)) return false
  return agents.some(({ start }) => start > deed.start && start - deed.end <= INVERSION_CHARS)
}

/** Helping by name or by deed: a word of giving, or somebody who acts. */
export function gives(lexicon: VisaLexicon, clause: string): boolean {
  return hasPhrase(lexicon.give, clause) || acts(lexicon, clause)
}

export function isByEmployer(lexicon: VisaLexicon, clause: string): boolean {
  return hasPhrase(lexicon.company, clause) || acts(lexicon, clause)
}

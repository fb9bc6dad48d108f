import { hasPhrase } from '../phrase-pattern.ts'
import { helps } from './help.ts'
import type { VisaLexicon } from './lexicon.ts'
import { endsInNegation, hasNegation, startsWith } from './negation.ts'
import type { VisaVerdict } from './rulings.ts'
import { TOPIC } from './tags.ts'

const PREPOSITION =
  '(?:in|at|for|from|within|im|am|f[üu]r|bei|ab|[àa]|en|pour|au|aux|chez|depuis|voor|op|bij|vanuit|te|we?|dla|na|i|för|på|vid|per|presso|em|no|nos|nas|para|desde)'
/** "In Lyon …", "For the Leeds team …": a place or a team, by its capital letter, among the first words (the first in lower case). */
const OPENS_WITH_NAME = new RegExp(String.raw`^${PREPOSITION}\s+(?:[\p{Ll}'’]+\s+){0,2}?(?:[ld]['’])?\p{Lu}\p{L}`, 'u')
/** How far apart two sentences about two places may stand. */
const MAX_GAP = 2
/** A word about this very post weighs more, and stands whatever holds elsewhere. */
const MAX_GENERAL_WEIGHT = 2
const MAX_DENIAL_CHARS = 140
const MAX_OTHERWISE_CHARS = 60
/** "In Lisbon, no." */
const ENDS_IN_NO = / (?:no|nein|non|nee|nie|nej|nao) [.!]? ?$/

/** A verdict of a text with where it was found and whether it holds for one place, team, level or time only. */
export interface Placed {
  readonly verdict: VisaVerdict
  readonly evidence: string
  readonly index: number
  readonly isScoped: boolean
  /** Whether it speaks to the candidate or of one. */
  readonly isAddressed: boolean
}

/** Whether a sentence speaks for one place, team, level or time only. Pure. */
export function isScoped(
  lexicons: readonly VisaLexicon[],
  { text, folded }: { text: string; folded: string },
): boolean {
  return opensWithName(text) || lexicons.some(({ scope }) => hasPhrase(scope, folded))
}

function opensWithName(text: string): boolean {
  return OPENS_WITH_NAME.test(text.charAt(0).toLowerCase() + text.slice(1))
}

/** "In Lyon we apply for it. In Geneva you need one already.": help for some, none for others. Pure. */
export function readDivided(placed: readonly Placed[]): Placed | null {
  const scoped = placed.filter((one) => one.isScoped)
  for (const offer of scoped.filter(
    ({ verdict }) => verdict.status === 'offers' && verdict.weight <= MAX_GENERAL_WEIGHT,
  )) {
    const refusal = placed.find(
      ({ verdict, index, isScoped }) =>
        verdict.status === 'refuses' &&
        verdict.weight <= MAX_GENERAL_WEIGHT &&
        Math.abs(index - offer.index) <= (isScoped ? MAX_GAP : 1),
    )
    if (!refusal) continue
    const weight = Math.max(offer.verdict.weight, refusal.verdict.weight)
    return { ...offer, verdict: { status: 'conditional', rule: 'any.conditional.divided', weight } }
  }
  return null
}

/** "Lead and above: visa support. Below that: no.", "We sponsor visas in Lyon. In Geneva that is not possible." Pure. */
export function readOtherwise(
  lexicons: readonly VisaLexicon[],
  { text, folded }: { text: string; folded: string },
): VisaVerdict | null {
  if (folded.length > MAX_OTHERWISE_CHARS) return null
  const isElsewhere = opensWithName(text)
  const lexicon = lexicons.find((lexicon) => {
    if (isElsewhere && (ENDS_IN_NO.test(folded) || endsInNegation(lexicon, folded))) return true
    if (!hasNegation(lexicon, folded)) return false
    return startsWith(lexicon.below, folded) || (isElsewhere && hasPhrase(lexicon.negotiable, folded))
  })
  return lexicon ? { status: 'conditional', rule: `${lexicon.language}.conditional.divided`, weight: 2 } : null
}

/** "… In Aachen we lack the people for that.": after help in one place, a denial or demand in another. Pure. */
export function readOtherPlace(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  if (folded.length > MAX_DENIAL_CHARS) return null
  const lexicon = lexicons.find((lexicon) => {
    const isAboutIt = TOPIC.test(folded) || hasPhrase(lexicon.pronoun, folded) || hasPhrase(lexicon.paper, folded)
    const isDenied = hasNegation(lexicon, folded) && (helps(lexicon, folded) || isAboutIt)
    return isDenied || (hasPhrase(lexicon.valid, folded) && hasPhrase(lexicon.demand, folded) && isAboutIt)
  })
  return lexicon ? { status: 'conditional', rule: `${lexicon.language}.conditional.divided`, weight: 2 } : null
}

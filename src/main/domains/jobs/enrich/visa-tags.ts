import type { VisaLexicon } from './visa-lexicon.ts'

/** A folded sentence in which topics were replaced by their names in capitals (see resources/visa-phrases.json): `tagged` with
 *  all of them, `plain` without HELP and SPONSOR, where the verbs of helping still stand. */
export interface TaggedSentence {
  readonly tagged: string
  readonly plain: string
  readonly hasTopic: boolean
}

export const TOPIC = / (?:PERMIT|RIGHT|STATUS|HELP|SPONSOR|OUTSIDER) /

/** Replaces what a sentence is about by topic names, and what only looks like it by a blank. A negation or a topic inside
 *  replaced words stays beside the replacement. Pure. */
export function tagSentence(lexicon: VisaLexicon, folded: string): TaggedSentence {
  const masked = folded.replace(lexicon.mask, (words) =>
    /^(?:\S+ )?sponsor/.test(words) && /visa|permit|work/.test(words) ? words : '_ ',
  )
  const named = masked.replace(lexicon.help, (words) => `${negationsIn(lexicon, words)}HELP `)
  const plain = named
    .replace(lexicon.right, 'RIGHT ')
    .replace(lexicon.permit, 'PERMIT ')
    .replace(lexicon.status, 'STATUS ')
    .replace(lexicon.outsider, 'OUTSIDER ')
    .replace(lexicon.neutral, (words) => ['_', ...(words.match(/[A-Z]{4,}/g) ?? []), ''].join(' '))
  const tagged = plain
    .replace(lexicon.help, (words) => `${negationsIn(lexicon, words)}HELP `)
    .replace(lexicon.sponsor, 'SPONSOR ')
  return { tagged, plain, hasTopic: TOPIC.test(tagged) }
}

function negationsIn(lexicon: VisaLexicon, words: string): string {
  const padded = ` ${words}`
  return [...padded.matchAll(lexicon.negation), ...padded.matchAll(lexicon.negationNoun)].map(([word]) => word).join('')
}

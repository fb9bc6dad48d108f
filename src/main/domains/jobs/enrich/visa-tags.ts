import { findPhrases, replacePhrases } from './phrase-pattern.ts'
import type { PhraseList } from './phrase-pattern.ts'
import type { VisaLexicon } from './visa-lexicon.ts'

/** A folded sentence in which topics were replaced by their names in capitals (see resources/visa-phrases.json): `tagged` with
 *  all of them, `plain` without HELP and SPONSOR, where the verbs of helping still stand. */
export interface TaggedSentence {
  readonly tagged: string
  readonly plain: string
  /** The words as they were, without what only looks like a topic. */
  readonly words: string
  readonly hasTopic: boolean
}

export const TOPIC = / (?:PERMIT|RIGHT|STATUS|HELP|SPONSOR|OUTSIDER) /

/** Replaces what a sentence is about by topic names, and what only looks like it by a blank. A negation or a topic inside
 *  replaced words stays beside the replacement. Pure. */
export function tagSentence(lexicon: VisaLexicon, folded: string): TaggedSentence {
  const named = (text: string): string =>
    replacePhrases(lexicon.help, { folded: text, replacement: (words) => `${negationsIn(lexicon, words)}HELP ` })
  const topic = (text: string, [list, name]: readonly [PhraseList, string]): string =>
    replacePhrases(list, { folded: text, replacement: `${name} ` })
  const masked = replacePhrases(lexicon.mask, {
    folded,
    replacement: (words) => (/^(?:\S+ )?sponsor/.test(words) && /visa|permit|work/.test(words) ? words : '_ '),
  })
  const topics = [
    [lexicon.right, 'RIGHT'],
    [lexicon.permit, 'PERMIT'],
    [lexicon.status, 'STATUS'],
    [lexicon.outsider, 'OUTSIDER'],
  ] as const
  const plain = replacePhrases(lexicon.neutral, {
    folded: topics.reduce(topic, named(masked)),
    replacement: (words) => ['_', ...(words.match(/[A-Z]{4,}/g) ?? []), ''].join(' '),
  })
  const tagged = topic(named(plain), [lexicon.sponsor, 'SPONSOR'])
  return { tagged, plain, words: masked, hasTopic: TOPIC.test(tagged) }
}

function negationsIn(lexicon: VisaLexicon, words: string): string {
  const padded = ` ${words}`
  const spans = [...findPhrases(lexicon.negation, padded), ...findPhrases(lexicon.negationNoun, padded)]
  return spans.map((span) => padded.slice(span.start, span.end)).join('')
}

import { findPhrases, hasPhrase, replacePhrases } from '../phrase-pattern.ts'
import type { PhraseList } from '../phrase-pattern.ts'
import { acts } from './help.ts'
import type { VisaLexicon } from './lexicon.ts'

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

/** A denial that goes on ("…, but not in Graz") rather than one of quantity ("not for everybody"). */
const ADDED = /^(?:,|but|aber|mais|maar|pero|ale|men|ma|mas) /

/** Replaces what a sentence is about by topic names, and what only looks like it by a blank. A negation or a topic inside
 *  replaced words stays beside the replacement. `isNear` says that a sentence just before named a permit. Pure. */
export function tagSentence(
  lexicon: VisaLexicon,
  { folded, isNear }: { folded: string; isNear: boolean },
): TaggedSentence {
  const words = replacePhrases(lexicon.mask, {
    folded: replacePhrases(lexicon.employer, { folded, replacement: 'EMPLOYER ' }),
    replacement: (masked) => (/^(?:\S+ )?sponsor/.test(masked) && /visa|permit|work/.test(masked) ? masked : '_ '),
  })
  const topical = tagPartly(lexicon, { words, isNear })
  const waived = replacePhrases(lexicon.waived, { folded: topical, replacement: keepingTopics('WAIVED') })
  const plain = replacePhrases(lexicon.neutral, { folded: waived, replacement: keepingTopics('_') })
  const tagged = tag(tagHelp(lexicon, plain), [lexicon.sponsor, 'SPONSOR'])
  return { tagged, plain, words, hasTopic: TOPIC.test(tagged) }
}

/** Tags the topics, and "not for everybody" after one; before the topic ("but not with visas") it stays the denial it is. */
function tagPartly(lexicon: VisaLexicon, { words, isNear }: { words: string; isNear: boolean }): string {
  const denials: string[] = []
  const marked = replacePhrases(lexicon.partly, {
    folded: words,
    replacement: (denial) => `PARTLY${denials.push(denial)} `,
  })
  return tagTopics(lexicon, { words: marked, isNear }).replaceAll(
    /PARTLY(\d+) ((?:[^ ,;.]+ ){0,6})/g,
    (_, at: string, after: string) => {
      const denial = denials[Number(at) - 1] ?? ''
      return ADDED.test(denial) && TOPIC.test(` ${after}`) ? denial + after : `PARTLY ${after}`
    },
  )
}

/** A word that means a permit only in context ("papers", "Bewilligung") is one when its context stands in the sentence, some of
 *  them also after a sentence about permits; so is the office that issues it, for people from abroad. */
function tagTopics(lexicon: VisaLexicon, { words, isNear }: { words: string; isNear: boolean }): string {
  const topics = [
    [lexicon.right, 'RIGHT'],
    [lexicon.permit, 'PERMIT'],
    [lexicon.outsider, 'OUTSIDER'],
    [lexicon.status, 'STATUS'],
    [lexicon.exempt, 'RIGHT'],
  ] as const
  const named = topics.reduce(tag, tagHelp(lexicon, words))
  const isOfAbroad = / OUTSIDER /.test(named) && !/ (?:PERMIT|HELP|RIGHT) /.test(named)
  const tagged = isOfAbroad ? tag(named, [lexicon.official, 'PERMIT']) : named
  const inContext = hasPhrase(lexicon.paperContext, tagged) ? tag(tagged, [lexicon.paper, 'PERMIT']) : tagged
  const nouns = isNear ? lexicon.again : lexicon.permitNoun
  if (!isNear && !isAboutEmploying(lexicon, inContext)) return inContext
  return tag(replacePhrases(lexicon.otherPermit, { folded: inContext, replacement: '_ ' }), [nouns, 'PERMIT'])
}

/** Whether a sentence is about what the employer does, or about what somebody needs or has to have. */
function isAboutEmploying(lexicon: VisaLexicon, tagged: string): boolean {
  if (acts(lexicon, tagged)) return true
  const isWanted = hasPhrase(lexicon.need, tagged) || hasPhrase(lexicon.demand, tagged)
  return isWanted && (hasPhrase(lexicon.you, tagged) || hasPhrase(lexicon.people, tagged))
}

function tag(text: string, [list, name]: readonly [PhraseList, string]): string {
  return replacePhrases(list, { folded: text, replacement: `${name} ` })
}

function tagHelp(lexicon: VisaLexicon, text: string): string {
  return replacePhrases(lexicon.help, {
    folded: text,
    replacement: (words) => `${negationsIn(lexicon, words)}HELP `,
  })
}

function keepingTopics(name: string): (words: string) => string {
  return (words) => [name, ...(words.match(/[A-Z]{4,}/g) ?? []), ''].join(' ')
}

function negationsIn(lexicon: VisaLexicon, words: string): string {
  const padded = ` ${words}`
  const spans = [...findPhrases(lexicon.negation, padded), ...findPhrases(lexicon.negationNoun, padded)]
  return spans.map((span) => padded.slice(span.start, span.end)).join('')
}

import { countFunctionWords } from '../language.ts'
import { hasPhrase, replacePhrases } from '../phrase-pattern.ts'
import { visaLexicons } from './lexicon.ts'
import type { VisaLexicon } from './lexicon.ts'
import { tagSentence } from './tags.ts'
import type { TaggedSentence } from './tags.ts'

/** Fewer function words than this do not tell a sentence's language. */
const MIN_TELLING_WORDS = 2
const MIN_SHARE_OF_WORDS = 0.7
/** A longer line without one function word of any language is no sentence. */
const MAX_WORDLESS_CHARS = 300
/** With this many, twice as many as any other language's, the language of the whole text adds nothing. */
const PLAIN_LEAD = 4
/** A language that knows the word for the permit is the sentence's own rather than one that only knows "sponsoring". */
const NAMED_TOPIC = / (?:PERMIT|HELP|RIGHT) /

/** A sentence tagged by the lexicon that is to read it. */
export interface ReadySentence extends TaggedSentence {
  readonly lexicon: VisaLexicon
}

export interface SentenceOfText {
  readonly text: string
  /** The sentence folded by foldSentence. */
  readonly folded: string
  /** The language of the text it stands in; asked only when needed. */
  readonly ofText: () => string | null
  /** Whether a sentence just before named a permit. */
  readonly isNear: boolean
}

/** The sentence tagged by each lexicon whose topics it names, in the order its function words point to. Another language's
 *  lexicon never reads a sentence whose language is plain: "con" or "no" mean something else next door. A sentence with too few
 *  such words is read in the language of the whole text or in English; if they see nothing in it, in any of its words' languages,
 *  unless all it names is a "visa", which is one in most of them. */
export function readySentences({ text, ofText, ...sentence }: SentenceOfText): ReadySentence[] {
  const words = countFunctionWords(text)
  if (words.size === 0 && text.length > MAX_WORDLESS_CHARS) return []
  const [first = 0, second = 0] = [...words.values()].sort((a, b) => b - a)
  const textLanguage = first >= PLAIN_LEAD && second * 2 <= first ? null : ofText()
  const isOurs = visaLexicons().some(({ language }) => language === textLanguage)
  const count = ({ language }: VisaLexicon): number =>
    (words.get(language) ?? 0) + (language === textLanguage ? 0.5 : 0)
  const canRead = (lexicon: VisaLexicon): boolean => {
    const isOfText = lexicon.language === textLanguage
    if (first < MIN_TELLING_WORDS) return !isOurs || isOfText || lexicon.language === 'en'
    return (isOfText && words.has(lexicon.language)) || count(lexicon) >= first * MIN_SHARE_OF_WORDS
  }
  const canHalfRead = (lexicon: VisaLexicon): boolean => {
    const isTelling = lexicon.language === 'en' || !sentence.folded.includes(' visa ')
    return isTelling && first < PLAIN_LEAD && count(lexicon) >= first / 2
  }
  const likely = tagWith(visaLexicons().filter(canRead), sentence)
  if (
    isLookalike(
      sentence.folded,
      visaLexicons().filter(({ language }) => language === textLanguage),
    )
  ) {
    return likely.filter(({ lexicon }) => lexicon.language === textLanguage)
  }
  const ready = likely.length > 0 ? likely : tagWith(visaLexicons().filter(canHalfRead), sentence)
  const score = (sentence: ReadySentence): number => count(sentence.lexicon) + familiarity(sentence)
  return ready.sort((a, b) => score(b) - score(a))
}

/** "Ska visa hur …": a "visa" that is another word in the text's own language is no topic in any. */
function isLookalike(folded: string, own: readonly VisaLexicon[]): boolean {
  if (!folded.includes(' visa ')) return false
  return own.some(({ mask }) => !replacePhrases(mask, { folded, replacement: '_ ' }).includes(' visa '))
}

function tagWith(
  lexicons: readonly VisaLexicon[],
  sentence: Pick<SentenceOfText, 'folded' | 'isNear'>,
): ReadySentence[] {
  return lexicons.map((lexicon) => ({ lexicon, ...tagSentence(lexicon, sentence) })).filter(({ hasTopic }) => hasTopic)
}

/** How much of what a sentence says about its topic a lexicon understands: the name of the topic, and a word about it. */
function familiarity({ lexicon, tagged }: ReadySentence): number {
  const says = [lexicon.give, lexicon.demand, lexicon.hedge, lexicon.negotiable, lexicon.negation, lexicon.negationNoun]
  return (NAMED_TOPIC.test(tagged) ? 1 : 0) + (says.some((list) => hasPhrase(list, tagged)) ? 0.75 : 0)
}

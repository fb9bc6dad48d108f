import { findPhrases, hasPhrase, replacePhrases } from '../phrase-pattern.ts'
import { acts, gives } from './help.ts'
import type { VisaLexicon } from './lexicon.ts'
import { hasNegation, startsWith } from './negation.ts'
import { TOPIC } from './tags.ts'
import type { TaggedSentence } from './tags.ts'

/** "If so" is too short for a condition. */
const MIN_CONDITION_WORDS = 3
const ENDS_PART = /(?:^| )[,;:.!?–—] /

/** Whether words limit what is said: perhaps, in some cases, for some people only. */
export function isHedged(lexicon: VisaLexicon, plain: string): boolean {
  const rest = replacePhrases(lexicon.unhedge, { folded: plain, replacement: '_ ' })
  return hasPhrase(lexicon.hedge, rest) || hasPhrase(lexicon.only, rest)
}

/** "We sponsor a visa if your salary reaches the threshold": a condition, unless it is the candidate's own need or wish. */
export function isProvided(lexicon: VisaLexicon, sentence: string): boolean {
  if (opensWithCondition(lexicon, sentence)) return true
  return findPhrases(lexicon.provided, sentence).some(({ start, end }) => {
    const length = sentence.slice(end).search(ENDS_PART)
    const condition = sentence.slice(start - 1, length === -1 ? undefined : end + length + 1)
    if (condition.trim().split(' ').length < MIN_CONDITION_WORDS || sentence.endsWith(' _ ', start)) return false
    const isOwn = [lexicon.need, lexicon.ownWish, lexicon.unhedge].some((list) => hasPhrase(list, condition))
    return !isOwn && !condition.includes(' _ ') && !TOPIC.test(condition)
  })
}

/** "Liegt Ihre Anerkennung vor, stellen wir …": a condition that opens with its verb. */
function opensWithCondition(lexicon: VisaLexicon, sentence: string): boolean {
  const comma = sentence.indexOf(' , ')
  if (comma === -1 || !startsWith(lexicon.ifStart, sentence)) return false
  const condition = sentence.slice(0, comma + 1)
  const isOwn = [lexicon.need, lexicon.ownWish].some((list) => hasPhrase(list, condition))
  return !isOwn && !hasNegation(lexicon, condition) && !condition.includes(' _ ') && !TOPIC.test(condition)
}

/** "In exceptional cases", "unless …": what is refused is not refused to everybody. */
export function isExcepted(lexicon: VisaLexicon, plain: string): boolean {
  return hasPhrase(lexicon.exception, plain) && !hasPhrase(lexicon.only, plain)
}

/** "We would love to sponsor, but cannot." */
export function isOnlyWished(lexicon: VisaLexicon, plain: string): boolean {
  return hasPhrase(lexicon.wish, plain) && hasNegation(lexicon, plain) && !isExcepted(lexicon, plain)
}

/** "If you need a permit": the candidate's need is supposed, not asserted. */
function isAboutNeed(lexicon: VisaLexicon, plain: string): boolean {
  return hasPhrase(lexicon.need, plain) && hasPhrase(lexicon.ifWord, plain)
}

/** "If you need a visa, no problem", "a missing visa is no obstacle". */
export function isNeedWelcome(lexicon: VisaLexicon, { plain, words }: TaggedSentence): boolean {
  return hasPhrase(lexicon.noProblem, words) && hasPhrase(lexicon.need, plain)
}

/** "If you need sponsorship, please tell us" asks; it promises nothing. */
export function isOnlyAsked(lexicon: VisaLexicon, sentence: TaggedSentence): boolean {
  const { plain } = sentence
  const isActedOn = / HELP /.test(sentence.tagged) && acts(lexicon, plain)
  if (hasPhrase(lexicon.inform, plain) && !isActedOn) return isAboutNeed(lexicon, plain) || !isHedged(lexicon, plain)
  return isAboutNeed(lexicon, plain) && !isNeedWelcome(lexicon, sentence) && !gives(lexicon, plain)
}

/** "We take over a permit you have but do not apply for a first one": help with one kind, none with the other. */
export function isOnlyTakenOver(lexicon: VisaLexicon, { plain, words }: TaggedSentence): boolean {
  return hasPhrase(lexicon.takeover, words) && hasPhrase(lexicon.firstTime, plain) && hasNegation(lexicon, plain)
}

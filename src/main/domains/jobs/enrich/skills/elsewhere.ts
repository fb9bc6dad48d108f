import { foldWords, hasWord, wordsOf } from './cue-words.ts'
import type { Mention } from './find-mentions.ts'
import { isListedAsAsked, statementOf, type Reading } from './reading.ts'
import { countBelow, type Span } from './spans.ts'

const PART_BREAK = /[.!?;:\n]|,\s/
/** How far into a sentence somebody else may be named as the one who speaks or acts. */
const SUBJECT_CHARS = 40
const SHORT_REMARK = 200

/** True when a sentence tells of former days, of somebody else, or is followed by one that says that what it names is gone: "our first
 *  version was a Django app", "a competitor swears by Snowflake", "… in Perl. It was thrown away". */
export function isElsewhere(reading: Reading, mention: Mention): boolean {
  if (isListedAsAsked(reading, mention)) return false
  if (isOfFormerDays(reading, mention) || isOfStrangers(reading, mention)) return true
  return isDoneByOthers(reading, mention) || isGoneByTheNext(reading, mention)
}

/** Former days end with a word such as "today", and with what is said to whom the posting addresses. */
function isOfFormerDays(reading: Reading, mention: Mention): boolean {
  const { text, cues } = reading
  const { start, end } = statementOf(reading, mention)
  const before = cues.before('past', { from: start, offset: mention.start })
  const cue = before ?? cues.after('past', { offset: mention.end, to: end })
  if (!cue || addressesYou(clauseAround(text, { start, end, mention, cue }))) return false
  if (cues.before('askedBefore', { from: cue.end, offset: mention.start })) return false
  if (before) return !/[;:]/.test(text.slice(cue.end, mention.start)) && !saysNow(text.slice(cue.end, mention.start))
  return !PART_BREAK.test(text.slice(mention.end, cue.start)) && !saysNow(text.slice(start, mention.start))
}

/** No clause is longer, and no sentence that tells of others. */
const CLAUSE_CHARS = 200
const SENTENCE_CHARS = 400

/** From what the cue and the mention stand in to the next comma or semicolon on both sides. */
function clauseAround(text: string, { start, end, mention, cue }: Span & { mention: Span; cue: Span }): string {
  const [first, last] = [Math.min(cue.start, mention.start), Math.max(cue.end, mention.end)]
  const [from, to] = [Math.max(start, first - CLAUSE_CHARS), Math.min(end, last + CLAUSE_CHARS)]
  const stop = text.slice(last, to).search(/[;,]\s/)
  return text.slice(from + text.slice(from, first).lastIndexOf(';') + 1, stop === -1 ? to : last + stop)
}

/** Forms that say "you" without the word: "trabajarás", "lavorerai", "pracujesz". */
const SECOND_PERSON = /(?:\p{L}{2}(?:[aei]r(?:ás|ai)|[aeiy]sz)|(?<!\p{L})(?:vais|vas))(?!\p{L})/iu

function addressesYou(text: string): boolean {
  return hasWord('yous', text) || SECOND_PERSON.test(text)
}

function saysNow(text: string): boolean {
  return hasWord('nowWords', text)
}

/** "One of our customers runs SAP", up to "… and we …". */
function isOfStrangers(reading: Reading, mention: Mention): boolean {
  const { text, cues } = reading
  const { start, end } = statementOf(reading, mention)
  const cue = cues.before('strangers', { from: start, offset: mention.start })
  if (!cue || isHandedToYou(reading, { mention, end })) return false
  const [lead, between] = [text.slice(start, cue.start), text.slice(cue.end, mention.start)]
  if (lead.length > SUBJECT_CHARS || namesUs(foldWords(lead), reading.language)) return false
  // "Un éditeur nous a vanté …": right after the subject it is an object.
  const afterSubject = foldWords(between.replace(/^\s*\p{L}+/u, ''))
  return !between.includes(';') && !namesUs(afterSubject, reading.language)
}

/** A word for who posts or who reads; "i" is one in English only. */
function namesUs(words: readonly string[], language: string | null): boolean {
  return words.some((word) => wordsOf('selves').has(word) && (word !== 'i' || language === 'en'))
}

const OWN_REACH = 120
const NOUN_ENDS = /^[\s,(]/
const MAX_LEAD_WORDS = 5

/** "Our largest client, a chain from Cork, swears by Angular", "some rivals still run Hadoop": somebody else does it, and not with what
 *  is ours or was made with it. */
function isDoneByOthers(reading: Reading, mention: Mention): boolean {
  const { text, cues } = reading
  const { start, end } = statementOf(reading, mention)
  if (mention.start - start > SENTENCE_CHARS) return false
  const from = start + text.slice(start, mention.start).lastIndexOf(';') + 1
  const one = cues.after('strangerNouns', { offset: from, to: mention.start })
  const rival = cues.after('rivals', { offset: start, to: mention.start })
  const noun = rival ?? one
  if (!noun || !NOUN_ENDS.test(text.slice(noun.end, noun.end + 1))) return false
  const lead = foldWords(text.slice(rival ? start : from, noun.start))
  const opens = lead[0] === undefined || wordsOf('leadWords').has(lead[0])
  if (namesUs(lead.slice(1), reading.language) || isHandedToYou(reading, { mention, end })) return false
  if (!opens || (!rival && lead.length > MAX_LEAD_WORDS)) return false
  if (rival && isVerbLast(reading, { mention, rival })) return true
  const doing = cues.after('strangerVerbs', { offset: noun.end, to: mention.start })
  if (!doing || mention.start - doing.end > OWN_REACH) return false
  const aside = text.slice(noun.end, doing.start)
  const isAside = /^\s*(?:$|[,(;])/.test(aside) || wordsOf('asideWords').has(foldWords(aside)[0] ?? '')
  const between = text.slice(doing.end, mention.start)
  return (
    isAside &&
    !/[.!?:\n]/.test(between) &&
    !namesUs(foldWords(between), reading.language) &&
    !hasWord('ownWords', between)
  )
}

const VERB_LAST_REACH = 30

/** "… unsere Wettbewerber, die auf Power BI schwören" */
function isVerbLast({ text, cues }: Reading, { mention, rival }: { mention: Mention; rival: Span }): boolean {
  const between = text.slice(rival.end, mention.start)
  const verb = cues.after('strangerVerbs', { offset: mention.end, to: mention.end + VERB_LAST_REACH })
  return (
    /^, (?:die|der|das) [^,.;!?\n]*$/.test(between) && !!verb && !PART_BREAK.test(text.slice(mention.end, verb.start))
  )
}

/** "Our customers run SAP, and you connect it": theirs, but part of the work. */
function isHandedToYou({ text, cues }: Reading, { mention, end }: { mention: Mention; end: number }): boolean {
  const to = Math.min(end, mention.end + CLAUSE_CHARS)
  return addressesYou(text.slice(mention.end, to)) && cues.after('negation', { offset: mention.end, to }) === null
}

/** "The first tool was written in Perl. It is gone." */
function isGoneByTheNext(reading: Reading, mention: Mention): boolean {
  const { text, statements, mentions, cues } = reading
  const at = countBelow(statements, 'start', mention.start + 1)
  const [own, next] = [statements[at - 1], statements[at]]
  if (!own || !next || next.lineStart !== own.lineStart || next.end - next.start > SHORT_REMARK) return false
  const first = foldWords(text.slice(next.start, next.start + 12))[0]
  if (first === undefined || !wordsOf('goneStarts').has(first)) return false
  // "Il vecchio Informatica …" opens with an article and names another.
  if (reading.language !== 'de' && /\s\p{Lu}/u.test(text.slice(next.start, next.end))) return false
  const named = mentions[countBelow(mentions, 'start', next.start)]
  if (named && named.start < next.end) return false
  const kinds = ['goneAfter', 'goneSentence'] as const
  return kinds.some((kind) => cues.after(kind, { offset: next.start, to: next.end }) !== null)
}

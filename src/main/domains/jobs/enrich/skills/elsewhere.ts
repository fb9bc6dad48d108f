import { foldWords, hasWord, wordsOf } from './cue-words.ts'
import type { Mention } from './find-mentions.ts'
import { isAskedFor, statementOf, type Reading } from './reading.ts'
import { countBelow } from './spans.ts'

const PART_BREAK = /[.!?;:\n]|,\s/
/** How far into a sentence somebody else may be named as the one who speaks or acts. */
const SUBJECT_CHARS = 40
const SHORT_REMARK = 200

/** True when a sentence tells of former days, of somebody else, or is followed by one that says that what it names is gone: "our first
 *  version was a Django app", "a competitor swears by Snowflake", "… in Perl. It was thrown away". */
export function isElsewhere(reading: Reading, mention: Mention): boolean {
  if (isAskedFor(reading, mention)) return false
  return isOfFormerDays(reading, mention) || isOfStrangers(reading, mention) || isGoneByTheNext(reading, mention)
}

/** Former days end with a word such as "today", and with what is said to whom the posting addresses. */
function isOfFormerDays(reading: Reading, mention: Mention): boolean {
  const { text, cues } = reading
  const { start, end } = statementOf(reading, mention)
  const before = cues.before('past', { from: start, offset: mention.start })
  const cue = before ?? cues.after('past', { offset: mention.end, to: end })
  if (!cue || hasWord('yous', text.slice(start, end))) return false
  if (before) return !/[;:]/.test(text.slice(cue.end, mention.start)) && !saysNow(text.slice(cue.end, mention.start))
  return !PART_BREAK.test(text.slice(mention.end, cue.start)) && !saysNow(text.slice(start, mention.start))
}

function saysNow(text: string): boolean {
  return hasWord('nowWords', text)
}

/** "One of our customers runs SAP", up to "… and we …". */
function isOfStrangers(reading: Reading, mention: Mention): boolean {
  const { text, cues } = reading
  const { start } = statementOf(reading, mention)
  const cue = cues.before('strangers', { from: start, offset: mention.start })
  if (!cue) return false
  const [lead, between] = [text.slice(start, cue.start), text.slice(cue.end, mention.start)]
  if (lead.length > SUBJECT_CHARS || hasWord('selves', lead)) return false
  // "Un éditeur nous a vanté …": right after the subject it is an object.
  return !between.includes(';') && !hasWord('selves', between.replace(/^\s*\p{L}+/u, ''))
}

/** "The first tool was written in Perl. It is gone." */
function isGoneByTheNext(reading: Reading, mention: Mention): boolean {
  const { text, statements, mentions, cues } = reading
  const at = countBelow(statements, 'start', mention.start + 1)
  const [own, next] = [statements[at - 1], statements[at]]
  if (!own || !next || next.lineStart !== own.lineStart || next.end - next.start > SHORT_REMARK) return false
  const first = foldWords(text.slice(next.start, next.start + 12))[0]
  if (first === undefined || !wordsOf('goneStarts').has(first)) return false
  const named = mentions[countBelow(mentions, 'start', next.start)]
  if (named && named.start < next.end) return false
  const kinds = ['goneAfter', 'goneSentence'] as const
  return kinds.some((kind) => cues.after(kind, { offset: next.start, to: next.end }) !== null)
}

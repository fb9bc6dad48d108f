import { isAfterWithout } from './beside.ts'
import { isWelcomeAfterAll } from './carried-need.ts'
import { countWords, foldWords, hasWord, isFalseFriend, wordsOf } from './cue-words.ts'
import { isElsewhere } from './elsewhere.ts'
import type { Mention } from './find-mentions.ts'
import { areListedTogether, countListed, gapOf, isEitherOr, type Neighbours } from './lists.ts'
import { isListedAsAsked, statementOf, type Reading } from './reading.ts'
import type { Span } from './spans.ts'

const REACH = 100
const MAX_WORDS_BETWEEN = 7
const PLAIN_WORDS = /^[\s\p{L}\p{N}'’"„“«».&/-]*$/u
/** A subordinate clause between a technology and what is said of it means that it is said of another. */
const CLAUSE_BREAK = /[.!?;:\n]|,\s/u

/** Why a mention does not count: said not to be asked for, or said to be gone. What is gone is gone with its whole list; a "no" goes
 *  on only to the next "or". */
type Exclusion = 'no' | 'gone' | null

/** Which mentions the posting makes only to say that the skill is not asked for, no longer used or somebody else's: "no PHP, Perl or
 *  Ruby", "we moved off Java and Jenkins", "MATLAB setzen wir nicht mehr ein", "a competitor runs Snowflake". */
export function excludeMentions(reading: Reading): boolean[] {
  const { mentions } = reading
  const reasons = mentions.map((mention, at) => exclusionOf(reading, { mention, at }))
  const excluded = reasons.map((reason) => reason !== null)
  for (const [at, reason] of reasons.entries()) {
    if (reason === null) continue
    const reached = at + countCarried(reading, { at, reason })
    for (let next = at + 1; next <= reached; next++) excluded[next] = true
  }
  excludeBackwards(reading, excluded)
  return excluded
}

/** How far an exclusion goes on in the list behind it. */
function countCarried({ text, mentions }: Reading, { at, reason }: { at: number; reason: 'no' | 'gone' }): number {
  const listed = countListed(text, { mentions, from: at })
  let carried = 0
  for (let count = 1; count <= listed; count++) {
    const [one, other] = [mentions[at + count - 1], mentions[at + count]]
    if (!one || !other) break
    if (reason === 'gone' && !isPlainList(text, { one, other })) break
    if (reason === 'gone' || isEitherOr(text, { one, other })) carried = count
  }
  return carried
}

/** "We left Java, Jenkins and Puppet", but not "we replaced Jenkins with GitLab". */
function isPlainList(text: string, neighbours: Neighbours): boolean {
  const isPlainWord = (word: string): boolean =>
    wordsOf('ands').has(word) || !(wordsOf('stops').has(word) || wordsOf('withs').has(word))
  return foldWords(gapOf(text, neighbours)).every(isPlainWord)
}

function exclusionOf(reading: Reading, { mention, at }: { mention: Mention; at: number }): Exclusion {
  const { cues, mentions } = reading
  const statement = statementOf(reading, mention)
  if (statement.topic === 'excluded' || isElsewhere(reading, mention)) return 'no'
  const isGone = cues.after('goneSentence', { offset: statement.start, to: statement.end }) !== null
  if ((isGone && !isAfterGone(reading, mention)) || isLookedAfterByOthers(reading, mention)) return 'no'
  const from = Math.max(statement.start, mentions[at - 1]?.end ?? 0)
  const reason = isGoneBefore(reading, { mention, from }) ? 'gone' : isNegated(reading, { mention, from }) ? 'no' : null
  return reason !== null && isWelcomeAfterAll(reading, mention) ? null : reason
}

/** "… nothing to do with Java, we write Kotlin": what follows the phrase and another clause is meant. */
function isAfterGone({ text, cues }: Reading, { start }: Mention): boolean {
  const cue = cues.before('goneSentence', { from: start - 400, offset: start })
  return cue !== null && !/[.!?\n]/.test(text.slice(cue.end, start)) && CLAUSE_BREAK.test(text.slice(cue.end, start))
}

/** "The WordPress site is maintained by an agency." */
function isLookedAfterByOthers(reading: Reading, mention: Mention): boolean {
  const { text, cues } = reading
  const { start, end } = statementOf(reading, mention)
  const offset = start + text.slice(start, mention.start).lastIndexOf(';') + 1
  const semicolon = text.indexOf(';', mention.end)
  const to = semicolon === -1 ? end : Math.min(end, semicolon)
  return cues.after('others', { offset, to }) !== null && cues.after('care', { offset, to }) !== null
}

function isGoneBefore({ text, cues }: Reading, { mention, from }: { mention: Mention; from: number }): boolean {
  const cue = cues.before('goneBefore', { from: Math.max(from, mention.start - REACH), offset: mention.start })
  if (!cue) return false
  const between = text.slice(cue.end, mention.start)
  return isPlain(between) && !hasWord('stops', between) && !hasWord('goneStops', between)
}

/** At most a few words of the same clause. */
function isPlain(between: string): boolean {
  return PLAIN_WORDS.test(between) && !CLAUSE_BREAK.test(between) && countWords(between) <= MAX_WORDS_BETWEEN
}

function isNegated(reading: Reading, { mention, from }: { mention: Mention; from: number }): boolean {
  const { text, cues } = reading
  const earliest = Math.max(from, mention.start - REACH)
  const cue = cues.before('negation', { from: earliest, offset: mention.start })
  if (!cue || isFalseFriend(text.slice(cue.start, cue.end), reading.language)) return false
  const between = text.slice(cue.end, mention.start)
  if (!/^\s/.test(between) || !isPlain(between) || hasWord('stops', between) || hasWord('except', between)) return false
  return !isTurnedRound(reading, { cue, mention, earliest })
}

const FEAR_REACH = 14

/** "You cannot live without Python", "without Kafka nothing works", "you need not be a Kubernetes expert", "schrik je niet van SQL". */
function isTurnedRound(
  reading: Reading,
  { cue, mention, earliest }: { cue: Span; mention: Mention; earliest: number },
): boolean {
  const { text, cues } = reading
  const rest = text.slice(mention.end, statementOf(reading, mention).end)
  if (hasWord('experts', /^[ -]\p{L}+/u.exec(rest)?.[0] ?? '')) return true
  if (hasWord('fears', text.slice(Math.max(0, cue.start - FEAR_REACH), cue.start))) return true
  if (!hasWord('withoutWords', text.slice(cue.start, cue.end))) return false
  const later = cues.after('negation', { offset: mention.end, to: mention.end + rest.length })
  const isDeniedLater = later !== null && !CLAUSE_BREAK.test(text.slice(mention.end, later.start))
  if (hasWord('nothing', rest) || isDeniedLater) return true
  const earlier = cues.before('negation', { from: earliest, offset: cue.start })
  return earlier !== null && !CLAUSE_BREAK.test(text.slice(earlier.end, cue.start))
}

const WELCOME_KINDS = ['preferredAfter', 'preferredAnywhere'] as const

/** "Experience in Java is not required", "Angular ani Vue nie używamy": from what is said of it back through its list. */
function excludeBackwards(reading: Reading, excluded: boolean[]): void {
  const { text, mentions } = reading
  for (let at = mentions.length - 1; at >= 0; at--) {
    const [mention, next] = [mentions[at], mentions[at + 1]]
    if (!mention || excluded[at]) continue
    if (isDismissed(reading, mention)) excluded[at] = true
    else if (
      next &&
      excluded[at + 1] &&
      isDismissed(reading, next) &&
      areListedTogether(text, { one: mention, other: next }) &&
      // "… Maven und Git; COBOL musst du nicht können"
      !gapOf(text, { one: mention, other: next }).includes(';')
    )
      excluded[at] = true
  }
}

const ANSWER = /^\?\s+(\p{L}+)(?:\s(\p{L}+))?/u

/** "Kubernetes? Not here." */
function isAnsweredNo(text: string, { end }: Mention): boolean {
  const answer = ANSWER.exec(text.slice(end, end + 30))
  return answer !== null && hasWord('answersNo', answer[1] ?? '') && !hasWord('except', answer[2] ?? '')
}

function isDismissed(reading: Reading, mention: Mention): boolean {
  const { text } = reading
  const to = Math.min(statementOf(reading, mention).end, mention.end + REACH)
  if (isAnsweredNo(text, mention) || isSaidToBeGone(reading, { mention, to })) return true
  return isNotAsked(reading, { mention, to }) || isDenied(reading, { mention, to })
}

const MAX_WORDS_BEFORE_TOPIC = 2

/** "Java lernen müssen Sie bei uns nicht", "con SAP no vas a tropezar": a sentence that begins with the technology and denies
 *  something of it. */
function isDenied(reading: Reading, { mention, to }: { mention: Mention; to: number }): boolean {
  const { text, cues } = reading
  const { start } = statementOf(reading, mention)
  if (isListedAsAsked(reading, mention) || countWords(text.slice(start, mention.start)) > MAX_WORDS_BEFORE_TOPIC)
    return false
  if (isAfterWithout(text, mention)) return false
  const negation = cues.after('negation', { offset: mention.end, to })
  if (!negation || isFalseFriend(text.slice(negation.start, negation.end), reading.language)) return false
  if (isWelcomeBefore(reading, { mention, negation })) return false
  const rest = text.slice(negation.end, to).replace(/[.!?;:\n][\s\S]*$/u, '')
  return isSaidOf(text.slice(mention.end, negation.start)) && !hasWord('except', rest) && !hasWord('butStill', rest)
}

/** "PHP was switched off", "Angular setzen wir nicht mehr ein". */
function isSaidToBeGone({ text, cues }: Reading, { mention, to }: { mention: Mention; to: number }): boolean {
  const gone = cues.after('goneAfter', { offset: mention.end, to })
  if (!gone) return false
  const between = text.slice(mention.end, gone.start)
  return (between === ', ' || isSaidOf(between)) && !goesOn(text.slice(gone.end, gone.end + 24))
}

/** "Knowledge of SAS is not strictly needed": a negation and, within two words, what it denies. */
function isNotAsked(reading: Reading, { mention, to }: { mention: Mention; to: number }): boolean {
  const { text, cues } = reading
  const negation = cues.after('negation', { offset: mention.end, to })
  if (!negation || !isSaidOf(text.slice(mention.end, negation.start))) return false
  const asked = cues.after('notAsked', { offset: negation.end, to: negation.end + 40 })
  if (!asked || isFalseFriend(text.slice(negation.start, negation.end), reading.language)) return false
  const between = text.slice(negation.end, asked.start)
  if (countWords(between) > 2 || hasWord('except', between) || CLAUSE_BREAK.test(between)) return false
  // "Python est apprécié sans être exigé"
  if (isWelcomeBefore(reading, { mention, negation })) return false
  return !goesOn(text.slice(asked.end, asked.end + 12))
}

function isWelcomeBefore({ cues }: Reading, { mention, negation }: { mention: Mention; negation: Span }): boolean {
  return WELCOME_KINDS.some((kind) => cues.after(kind, { offset: mention.end, to: negation.start }) !== null)
}

/** What is said after a few plain words of the same clause is said of the mention. */
function isSaidOf(between: string): boolean {
  if (!PLAIN_WORDS.test(between.replace(/[()]/g, ' ')) || CLAUSE_BREAK.test(between)) return false
  return countWords(between) <= MAX_WORDS_BETWEEN && !hasWord('turns', between)
}

const EVEN_IF = /(?:auch wenn|even if|même si|anche se|mesmo que|även om|ook al)/iu

/** "… is not required, but a plus". A single letter is a word of some other language: "avvecklas och ingår i …". */
function goesOn(said: string): boolean {
  const after = said.replace(EVEN_IF, '')
  const word = /^\s*,?\s*(\p{L}+)/u.exec(after)?.[1]
  return word !== undefined && (hasWord('butStill', word) || hasWord('except', after.replaceAll(/\s\p{L}(?=\s)/gu, '')))
}

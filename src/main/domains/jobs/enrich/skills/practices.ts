import { wordsOf, foldWords } from './cue-words.ts'
import type { Mention } from './find-mentions.ts'
import { areListed, gapOf, type Neighbours } from './lists.ts'
import type { Need } from '#shared/facts.ts'
import { statementOf, type Reading } from './reading.ts'

const OWNER_REACH = 30
const MAX_LINK_WORDS = 4

/** True for a broad practice ("unit tests", "code review") that the posting mentions in passing: not asked for and in no list of skills
 *  ("our end-to-end tests are slow"), or told by its tool ("unit tests in xUnit"). */
export function isInPassing(reading: Reading, { at, need }: { at: number; need: Need | null }): boolean {
  const { text, mentions } = reading
  const [previous, mention, next] = [mentions[at - 1], mentions[at], mentions[at + 1]]
  if (!mention?.skill.isPractice) return false
  if (next?.skill.category === 'testing' && !next.skill.isPractice && isByMeansOf(text, { one: mention, other: next }))
    return true
  if (need !== null) return isOurs(reading, mention)
  const isListed = (one: Mention | undefined, other: Mention | undefined): boolean =>
    one !== undefined && other !== undefined && isStep(reading, { one, other })
  return !isListed(previous, mention) && !isListed(mention, next)
}

/** "… in xUnit", "… opieramy na Testcontainers" */
function isByMeansOf(text: string, neighbours: Neighbours): boolean {
  const gap = gapOf(text, neighbours)
  if (/[,.;:\n/]/.test(gap)) return false
  const words = foldWords(gap)
  const last = words.at(-1)
  return last !== undefined && words.length <= MAX_LINK_WORDS && isLink(last)
}

function isLink(word: string): boolean {
  return wordsOf('tradeLinks').has(word) || wordsOf('withs').has(word)
}

/** "I" is an "and" in Polish, an "in" in Swedish. */
function isStep({ text, language }: Reading, neighbours: Neighbours): boolean {
  const words = foldWords(gapOf(text, neighbours))
  const isAnd = (word: string): boolean =>
    (wordsOf('ands').has(word) && (word !== 'i' || language === 'pl')) || wordsOf('orWords').has(word)
  const isPlain = words.every((word) => isAnd(word) || !isLink(word))
  return isPlain && areListed(text, neighbours)
}

function isOurs(reading: Reading, mention: Mention): boolean {
  const { start } = statementOf(reading, mention)
  const from = Math.max(start, mention.start - OWNER_REACH)
  return reading.cues.before('owners', { from, offset: mention.start }) !== null
}

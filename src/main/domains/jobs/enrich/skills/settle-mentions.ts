import {
  isOpening,
  isRightAfter,
  isTradeContext,
  isTradeSentence,
  isWholeItem,
  MAX_CUE_GAP,
  SHORT_NAME,
} from './beside.ts'
import { foldWords, wordsOf } from './cue-words.ts'
import { arePair, groupByName, hasFamilyNear } from './family.ts'
import type { Mention } from './find-mentions.ts'
import { areListed, areStrictlyListed, closesListStep, opensListStep, type Neighbours } from './lists.ts'
import { isOtherThing } from './other-meanings.ts'
import { isAskedFor, statementOf, type Reading } from './reading.ts'
import { countBelow } from './spans.ts'

/** Which mentions are meant as the technology: by what stands right around them, by where they stand, by the family they are near,
 *  then by the company they keep in a list, in both directions. */
export function settleMentions(reading: Reading): boolean[] {
  const { mentions } = reading
  const sure = mentions.filter(({ certainty }) => certainty === 'sure')
  const taken = mentions.map((mention) => isMeant(reading, mention))
  takeNear(reading, taken)
  takeAmongSkills(reading, { taken, sure })
  spread(reading, taken)
  return taken
}

function isMeant(reading: Reading, mention: Mention): boolean {
  if (isOtherThing(reading, mention)) return false
  switch (mention.certainty) {
    case 'sure':
      return true
    case 'loose':
      return false
    case 'list':
      if (isAskedFor(reading, mention) && isWholeLine(reading, mention)) return true
      return isRightAfter(reading, { mention, kind: 'askedBefore' }) && !startsLower(reading.text, mention)
    case 'asked':
      return isAskedFor(reading, mention) || isRightAfter(reading, { mention, kind: 'askedBefore' })
    case 'mid':
      if (!isOpening(reading.text, mention) || isWholeItem(reading.text, mention)) return true
      break
    case 'context':
      break
  }
  if (isTradeContext(reading, mention) || isRightAfter(reading, { mention, kind: 'exampleBefore' })) return true
  return isTradeSentence(reading, mention) || isHeadOfItem(reading, mention) || isSubjectOfNeed(reading, mention)
}

/** "Knowledge of panel data" */
function startsLower(text: string, { start }: Mention): boolean {
  return /^\p{Ll}/u.test(text.slice(start, start + 2))
}

const NEED_REACH = 60
const NEED_KINDS = ['requiredAfter', 'preferredAfter'] as const

/** "Statistics at university level is expected": a sentence about a science that opens with it. */
function isSubjectOfNeed({ text, cues, ...reading }: Reading, mention: Mention): boolean {
  const { skill, end } = mention
  if (skill.category !== 'science' || skill.isVerb || skill.isName || !isOpening(text, mention)) return false
  const to = Math.min(statementOf({ text, cues, ...reading }, mention).end, end + NEED_REACH)
  return NEED_KINDS.some((kind) => cues.after(kind, { offset: end, to }) !== null)
}

const ITEM_HEAD = /^["'„“«(*\s]*$/u
const AFTER_HEAD = /^\s*(?:$|[,;:/|()–—+-]|\.(?:\s|$))/u
const WORD_AFTER = /^\s*(\p{L}+['’]?)/u

/** In a list of what is asked for or worked with: "Go, for small tools", "R to the point that…", "Some Rust", "Excellent C for
 *  microcontrollers", "to have written something in Rust". */
function isHeadOfItem(reading: Reading, mention: Mention): boolean {
  if (!isAskedFor(reading, mention)) return false
  const { text } = reading
  const { skill, start, end } = mention
  const statement = statementOf(reading, mention)
  const head = text.slice(statement.bodyStart, start)
  const after = text.slice(end, Math.min(statement.lineEnd, end + MAX_CUE_GAP))
  if (ITEM_HEAD.test(head)) {
    return skill.isVerb !== true || AFTER_HEAD.test(after) || hasSafeWord(after)
  }
  const qualifiers = wordsOf('qualifiers')
  if (head.length <= MAX_CUE_GAP && foldWords(head).every((word) => qualifiers.has(word))) return true
  return skill.name.length > SHORT_NAME && statement.isItem && /^\p{Lu}/u.test(text.slice(start, end))
}

function hasSafeWord(after: string): boolean {
  const words = foldWords(WORD_AFTER.exec(after)?.[1] ?? '')
  return words.length > 0 && words.every((word) => wordsOf('safeAfter').has(word))
}

function takeNear(reading: Reading, taken: boolean[]): void {
  const { text, mentions } = reading
  const found = groupByName(mentions.filter((_, at) => taken[at]))
  for (const [at, mention] of mentions.entries()) {
    if (taken[at] || isOtherThing(reading, mention)) continue
    const next = mentions[at + 1]
    if (next && arePair(mention, next)) taken[at] = taken[at + 1] = true
    const isWord = mention.certainty === 'context' || (mention.certainty === 'list' && isProperNoun(reading, mention))
    if (isWord && !isOpening(text, mention) && hasFamilyNear(found, mention)) taken[at] = true
  }
}

/** A capital inside a sentence, in a language that gives none to its nouns. */
function isProperNoun({ text, language }: Reading, { skill, start, end }: Mention): boolean {
  if (language === 'de' || skill.isName || skill.name.length <= SHORT_NAME) return false
  return /^\p{Lu}/u.test(text.slice(start, end)) && !isOpening(text, { start })
}

const REACH = 110
const COMPANY_NEEDED = 2

/** Words at the end of a list step ("…, Kafka and user journeys, Sketch") and names ("the texts come from Sanity") in a sentence that
 *  names at least two technologies. */
function takeAmongSkills(reading: Reading, { taken, sure }: { taken: boolean[]; sure: readonly Mention[] }): void {
  const { text, mentions } = reading
  for (const [at, mention] of mentions.entries()) {
    const { start, end, certainty } = mention
    if (taken[at] || certainty !== 'context' || isOtherThing(reading, mention)) continue
    if (!opensListStep(text, mention) && !isProperNoun(reading, mention)) continue
    const statement = statementOf(reading, mention)
    const first = countBelow(sure, 'start', Math.max(statement.start, start - REACH))
    const company = sure[first + COMPANY_NEEDED - 1]
    if (company && company.start < Math.min(statement.end, end + REACH)) taken[at] = true
  }
}

/** A word next to a settled one in a list is settled, too. */
function spread(reading: Reading, taken: boolean[]): void {
  const { mentions } = reading
  const step = (from: number, to: number): void => {
    const [known, open] = [mentions[from], mentions[to]]
    if (!known || !open || !taken[from] || taken[to] || isOtherThing(reading, open)) return
    const neighbours = from < to ? { one: known, other: open } : { one: open, other: known }
    if (belongs(reading, { known, open, neighbours })) taken[to] = true
  }
  for (let at = 1; at < mentions.length; at++) step(at - 1, at)
  for (let at = mentions.length - 1; at > 0; at--) step(at, at - 1)
}

function belongs(
  reading: Reading,
  { known, open, neighbours }: { known: Mention; open: Mention; neighbours: Neighbours },
): boolean {
  const { text } = reading
  const { one, other } = neighbours
  if (text.slice(one.end, other.start).includes('\n') && !isWholeLine(reading, open)) return false
  const isFamily = open.skill.near?.includes(known.skill.name) ?? false
  if (open.certainty === 'loose' && !closesListStep(text, open)) return false
  const needsComma = open.certainty === 'loose' || (open.certainty === 'list' && !isFamily)
  return needsComma ? areStrictlyListed(text, neighbours) : areListed(text, neighbours)
}

/** A list item that is the word and nothing else, or goes on after a comma or bracket. */
function isWholeLine(reading: Reading, mention: Mention): boolean {
  return statementOf(reading, mention).bodyStart === mention.start && isWholeItem(reading.text, mention)
}

import { foldWords, hasWord, wordsOf, type CueKind } from './cue-words.ts'
import type { Mention } from './find-mentions.ts'
import { statementOf, type Reading } from './reading.ts'

/** How much text may stand between a cue and the mention it speaks of. */
export const MAX_CUE_GAP = 34
const LONGEST_CUE = 56
/** Names of one letter need more than a capital. */
export const SHORT_NAME = 1

interface Beside {
  readonly mention: Mention
  readonly kind: CueKind
}

const OPENING_BEFORE = /(?:^|[\n.!?•|]|[-–—*·▪►✓]\s)\s*$/u

/** True when the words open a sentence, a line or a list item, where any word has a capital. */
export function isOpening(text: string, { start }: Pick<Mention, 'start'>): boolean {
  return OPENING_BEFORE.test(text.slice(Math.max(0, start - 6), start))
}

/** True when a list item or line is this one word, or starts a list with it: "React", "Excel (advanced)", "Flask, Django". */
export function isWholeItem(text: string, { end }: Pick<Mention, 'end'>): boolean {
  return /^\s*(?:$|\n|[,/|(])/.test(text.slice(end, end + 4))
}

const GAP_SIGNS = /^[\s:("'„“«*–—-]*/u
const GAP_BEFORE = /^[\s\p{L}:("'’„“«*–—-]*$/u
const NEXT_LINE = /^\s*:?\s*\n?\s*$/

/** A cue of the kind stands right before the mention, with at most words such as "modern" or "the" between. */
export function isRightAfter({ text, cues }: Reading, { mention, kind }: Beside): boolean {
  const { start } = mention
  const cue = cues.before(kind, { from: Math.max(0, start - MAX_CUE_GAP - LONGEST_CUE), offset: start })
  if (!cue || start - cue.end > MAX_CUE_GAP) return false
  const gap = text.slice(cue.end, start)
  if (!GAP_BEFORE.test(gap) || (gap.includes('\n') && !NEXT_LINE.test(gap))) return false
  const qualifiers = wordsOf('qualifiers')
  return foldWords(gap.replace(GAP_SIGNS, '')).every((word) => qualifiers.has(word))
}

const ONE_MORE = /^[ \u00a0-]?(?:(?:&|\/|(\p{L}{1,4})) ?\S{1,20} )?$/u

/** A cue of the kind stands right after the mention, or after one more word: "React and Vue components". */
export function isRightBefore({ text, cues }: Reading, { mention, kind }: Beside): boolean {
  const { end } = mention
  const cue = cues.after(kind, { offset: end, to: end + LONGEST_CUE })
  const gap = cue && ONE_MORE.exec(text.slice(end, cue.start))
  return gap !== null && (gap[1] === undefined || wordsOf('ands').has(gap[1].toLowerCase()))
}

const BEFORE = ['tradeBefore', 'likewise'] as const
const CUES_AFTER = ['tradeAfter', 'requiredAfter', 'preferredAfter'] as const
const VERSION_AFTER = /^\s?\d+(?:\.\d+)*(?:\+|\s|,|\.|\)|$)/
const YEAR_AFTER = /^\s?(?:19|20)\d\d/
const AND_D = /^\s*[&+]\s*D\b/

/** True when words of the trade stand right before or after: "experience with Go", "R packages", "Senior Rust Engineer". */
export function isTradeContext(reading: Reading, mention: Mention): boolean {
  const after = reading.text.slice(mention.end, mention.end + 10)
  if (AND_D.test(after)) return false
  const hasVersion = mention.skill.name.length > SHORT_NAME && VERSION_AFTER.test(after) && !YEAR_AFTER.test(after)
  if (hasVersion || BEFORE.some((kind) => isRightAfter(reading, { mention, kind }))) return true
  return CUES_AFTER.some((kind) => isRightBefore(reading, { mention, kind }))
}

const WORDS_BEFORE = /(?:\p{L}+[’']?\s+){1,4}$/u

/** "The services are mostly Go", "firmware in C": a word of the trade in the sentence, and a word that links it with the name. */
export function isTradeSentence(reading: Reading, mention: Mention): boolean {
  if (mention.skill.isName) return false
  const statement = statementOf(reading, mention)
  if (!reading.cues.after('tradeNouns', { offset: statement.start, to: statement.end })) return false
  const before = reading.text.slice(Math.max(statement.start, mention.start - MAX_CUE_GAP), mention.start)
  const links = wordsOf('tradeLinks')
  const words = foldWords(WORDS_BEFORE.exec(before)?.[0] ?? '').toReversed()
  const link = words.find((word) => links.has(word) || !wordsOf('qualifiers').has(word))
  return link !== undefined && links.has(link)
}

const WORD_BEFORE = /(\p{L}+)\s+$/u

/** "Without SQL …" */
export function isAfterWithout(text: string, { start }: Pick<Mention, 'start'>): boolean {
  const word = WORD_BEFORE.exec(text.slice(Math.max(0, start - 14), start))?.[1]
  return word !== undefined && hasWord('withoutWords', word)
}

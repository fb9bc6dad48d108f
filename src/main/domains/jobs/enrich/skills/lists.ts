import cueTable from '#resources/skill-cues.json' with { type: 'json' }
import { foldWords, hasWord, wordsOf } from './cue-words.ts'
import type { Span } from './spans.ts'

/** Two mentions that follow one another. */
export interface Neighbours {
  readonly one: Span
  readonly other: Span
}

const MAX_GAP = 34
const VERSION = '(?:[ \\u00a0]?v?\\d[\\d.x]*\\+?)?'
const REMARK = '(?:\\s?\\([^()\\n]{1,24}\\))?'

let listGap: RegExp | null = null

/** Words or phrases as one group of an expression, the longest first. */
export function alternatives(words: readonly string[]): string {
  return words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(' ', '\\s'))
    .join('|')
}

/** What may stand between two technologies of one list: a comma, a slash, "and", a bracket, a line break with its bullet. */
function readListGap(): RegExp {
  const word = `(?:${alternatives(cueTable.conjunctions)})(?=[\\s(])`
  const filler = `(?:(?:${alternatives(cueTable.fillers)})\\s+)?`
  const preposition = `(?:(?:${alternatives(cueTable.listPrepositions)})\\s+)?`
  const space = '[ \\t\\u00a0\\u202f]*'
  const sign = `(?:[,/|&+•·;(:–—-]|${word}|\\)${space}[,/|&]?)?`
  const sameLine = `${space}${sign}${space}(?:${word}\\s)?${space}${preposition}${filler}\\(?${space}`
  const bullet = '(?:[-–•*·▪●‣►✓✔]|\\d{1,2}[.)])[ \\t]*'
  const nextLine = `[ \\t]*\\n(?:[ \\t]*(?:${bullet})?|[ \\t]*\\n[ \\t]*${bullet})`
  return new RegExp(`^${VERSION}${REMARK}(?:${sameLine}|${nextLine})$`, 'iu')
}

/** True when two mentions are neighbours in one list. */
export function areListed(text: string, { one, other }: Neighbours): boolean {
  if (other.start - one.end > MAX_GAP) return false
  listGap ??= readListGap()
  return listGap.test(text.slice(one.end, other.start))
}

/** As `areListed`, in one line: what a sentence says of one it says of the other. */
export function areListedTogether(text: string, neighbours: Neighbours): boolean {
  return areListed(text, neighbours) && !gapOf(text, neighbours).includes('\n')
}

const STRICT_GAP = /^[ \u00a0]*[,/|][ \u00a0]*$/
const MAX_STRICT_GAP = 8

/** True when only a comma, a slash or a bar stands between two mentions. */
export function areStrictlyListed(text: string, neighbours: Neighbours): boolean {
  return neighbours.other.start - neighbours.one.end <= MAX_STRICT_GAP && STRICT_GAP.test(gapOf(text, neighbours))
}

/** What stands between two mentions. */
export function gapOf(text: string, { one, other }: Neighbours): string {
  return text.slice(one.end, other.start)
}

/** No sentence lists more. */
const MAX_LISTED = 30

/** How many of the mentions behind `from` still belong to the same list in one line. */
export function countListed(text: string, { mentions, from }: { mentions: readonly Span[]; from: number }): number {
  let count = 0
  while (count < MAX_LISTED) {
    const [one, other] = [mentions[from + count], mentions[from + count + 1]]
    if (!one || !other || !areListedTogether(text, { one, other })) break
    count++
  }
  return count
}

/** True when an "or" stands between two mentions. */
export function isEitherOr(text: string, neighbours: Neighbours): boolean {
  return hasWord('orWords', gapOf(text, neighbours))
}

const STEP_BEFORE = /(?:[,/&]|(?<!\p{L})(\p{L}{1,6}))\s+$/u

/** True when a comma or an "and" stands right before the mention: it begins a list step. */
export function opensListStep(text: string, { start }: Span): boolean {
  const step = STEP_BEFORE.exec(text.slice(Math.max(0, start - 10), start))
  if (!step) return false
  return (
    step[1] === undefined ||
    foldWords(step[1]).every((word) => wordsOf('ands').has(word) || wordsOf('orWords').has(word))
  )
}

const STEP_AFTER = /^\s*(?:$|[\n,/|();.]|(\p{L}{1,6})\s)/u

/** True when nothing stands between the mention and the end of its list step: a comma, an "and", the end. */
export function closesListStep(text: string, { end }: Span): boolean {
  const step = STEP_AFTER.exec(text.slice(end, end + 10))
  if (!step) return false
  return (
    step[1] === undefined ||
    foldWords(step[1]).every((word) => wordsOf('ands').has(word) || wordsOf('orWords').has(word))
  )
}

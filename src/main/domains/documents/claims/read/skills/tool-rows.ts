import names from '#resources/claim-names.json' with { type: 'json' }
import { isKnownSkill } from '../../../../jobs/match/matching.service.ts'
import { readWords, type Word } from '../words.ts'

/** A stretch of a text that names a tool. */
export interface ToolSpan {
  readonly start: number
  readonly end: number
}

interface Member extends ToolSpan {
  /** Null for a tool that is known to be one. */
  readonly lower: string | null
}

/** Names that stand for one maker's tool, in lower case, too. */
const TELLING: ReadonlySet<string> = new Set(names.lowerSkills.split(' '))
/** Those that are also verbs: "and express", "and move". */
const VERBS = new Set(names.verbSkills.split(' '))
/** German words that are written in lower case and are tools in English. */
const GERMAN_WORDS = new Set(names.germanLowerSkills.split(' '))
const BEFORE = new Set(names.beforeSkill.split(' '))
const BEFORE_TOOL = new Set(names.beforeTool.split(' '))
const AFTER_ROW = new Set(names.afterToolRow.split(' '))
const MOST_WORDS = 3
const LEAST_LETTERS = 3
const LONGEST_JOINT = 12
/** ", and " */
const JOINT = /^\s*(?:[,;/+&]\s*)?(?:(?:and|or|und|oder|sowie|plus|as well as)\s+)?$/
const CONJUNCTION = /^\s*(?:and|or|und|oder|sowie)\s/

/** The tools that a text names in lower case ("in C# and unreal", "mit jax umgesetzt"). Everyday words count only in a row with tools that
 *  `known` holds, and where the row ends or goes on behind them. Pure. */
export function readLowerTools(
  text: string,
  { language, known }: { language: string; known: readonly ToolSpan[] },
): ToolSpan[] {
  const words = readWords(text)
  const members = [...known.map(({ start, end }) => ({ start, end, lower: null })), ...lowerTools(text, words, known)]
  members.sort((one, other) => one.start - other.start)
  const rows = rowsOf(text, members)
  return rows.flatMap((row) => {
    const isRow = row.some(({ lower }) => lower === null)
    return row.filter((member, at) => isMeant(member, { text, row, at, isRow, words, language }))
  })
}

/** Phrases of the skill table in lower case that nobody has read yet, the longest at each place. */
function lowerTools(text: string, words: readonly Word[], known: readonly ToolSpan[]): Member[] {
  const found: Member[] = []
  for (let at = 0; at < words.length; at++) {
    const first = words[at]
    if (!first || !/^[\p{Ll}\d]/u.test(first.text) || /[-.@/_]/.test(text.charAt(first.start - 1))) continue
    for (let size = MOST_WORDS; size > 0; size--) {
      const last = words[at + size - 1]
      if (!last || /[-@_]/.test(text.charAt(last.end))) continue
      const phrase = text.slice(first.start, last.end)
      if (phrase !== phrase.toLowerCase() || !/^[^\s,;:/()]+(?: [^\s,;:/()]+)*$/.test(phrase)) continue
      if (known.some(({ start, end }) => start < last.end && end > first.start) || !isKnownSkill(phrase)) continue
      found.push({ start: first.start, end: last.end, lower: phrase })
      at += size - 1
      break
    }
  }
  return found
}

/** Members with nothing but a comma, a slash or "and" between them. */
function rowsOf(text: string, members: readonly Member[]): Member[][] {
  const rows: Member[][] = []
  let before: Member | undefined
  for (const member of members) {
    const row = rows.at(-1)
    const between = before && member.start > before.end ? text.slice(before.end, member.start) : ''
    const isJoined = between.trim() !== '' && between.length <= LONGEST_JOINT && JOINT.test(between)
    if (row && isJoined) row.push(member)
    else rows.push([member])
    before = member
  }
  return rows
}

interface Place {
  readonly text: string
  readonly row: readonly Member[]
  readonly at: number
  /** A tool that is known to be one stands in the row. */
  readonly isRow: boolean
  readonly words: readonly Word[]
  readonly language: string
}

function isMeant({ lower, start, end }: Member, { text, row, at, isRow, words, language }: Place): boolean {
  if (lower === null) return false
  const first = words.findIndex((word) => word.start === start)
  const before = words[first - 1]?.plain ?? ''
  const isGerman = language === 'de'
  const isForeign = isGerman && lower.length >= LEAST_LETTERS && !GERMAN_WORDS.has(lower)
  const isTelling = TELLING.has(lower) && !(isGerman && GERMAN_WORDS.has(lower))
  const isBehind = (cues: ReadonlySet<string>) => cues.has(before) && isSpace(text.slice(words[first - 1]?.end, start))
  if (!isRow) return (isTelling && isBehind(BEFORE)) || (isForeign && isBehind(BEFORE_TOOL))
  if (at === 0 && !isBehind(BEFORE_TOOL)) return false
  return isTelling || at < row.length - 1 || isEndOfRow(text, { start, end, lower, isGerman })
}

function isSpace(between: string): boolean {
  return /^\s+$/.test(between)
}

/** Behind the last of a row stands a sign or a preposition, in German also a verb; not a noun: "and express delivery". */
function isEndOfRow(
  text: string,
  { start, end, lower, isGerman }: ToolSpan & { lower: string; isGerman: boolean },
): boolean {
  const rest = text.slice(end, end + 30)
  if (/^\s*(?:$|[.;:!?),–—])/.test(rest)) return true
  if (CONJUNCTION.test(rest))
    return /(?:and|or|und|oder|sowie)\s+$/.test(text.slice(Math.max(0, start - LONGEST_JOINT), start))
  const next = /^\s+(\p{L}+)/u.exec(rest)?.[1] ?? ''
  if ((VERBS.has(lower) && !isGerman) || next === '') return false
  return AFTER_ROW.has(next.toLowerCase()) || (isGerman && !GERMAN_WORDS.has(lower) && /^\p{Ll}/u.test(next))
}

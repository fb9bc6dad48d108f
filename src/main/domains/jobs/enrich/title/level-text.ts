import type { Seniority } from '#shared/facts.ts'
import { stripAccents } from '#main/infra/text/fold.ts'
import { wholeWords, wordsAfter } from '../word-context.ts'
import {
  alsoWords,
  breakers,
  leadsTo,
  levelWords,
  otherPeople,
  type LevelInText,
  softBreakers,
  statingWords,
  type TextSign,
  textScanner,
} from './level-lexicon.ts'

interface SaidLevel {
  readonly level: Seniority
  readonly words: string
}

interface SignHit {
  readonly start: number
  readonly end: number
  readonly kinds: readonly TextSign[]
}

/** Later lines speak of colleagues and superiors. */
const MAX_TEXT_CHARS = 4000
const CUE_REACH = 80
const FIELD_REACH = 40
const AUDIENCE_REACH = 45
const LOOK_BACK = 28
/** How many words may stand before the level after a cue that is also a common word ("as a", "als"). */
const CLOSE_WORDS = 2
const MAX_CUES = 60
const NEXT_WORD = { count: 1, reach: 24 }
const LEVELS: readonly LevelInText[] = ['intern', 'junior', 'mid', 'senior', 'lead', 'principal']
const OPEN_TO: ReadonlySet<LevelInText> = new Set(['intern', 'junior'])
const SELF = ['junior', 'mid', 'senior', 'lead'] as const

/** The level that a text plainly gives its own post, with the words that do; null when it gives none, or several. Pure, linear. */
export function readLevelInText(text: string): SaidLevel | null {
  const read = text.slice(0, MAX_TEXT_CHARS)
  const hits = textScanner.scanLongest(read)
  if (!hits.some(({ kinds }) => levelOf(kinds) !== null || selfLevel(kinds) !== undefined)) return null
  const rules = [readField, readSelf, readCue, readRole, readLevelWord, readAudience]
  for (const rule of rules) {
    let cues = 0
    for (const [at, hit] of hits.entries()) {
      const said = rule(read, hits, at)
      if (said !== undefined) cues++
      if (said) return { level: said.level, words: wholeWords(read, said.start, said.end) }
      if (cues > MAX_CUES || hit.start > MAX_TEXT_CHARS) break
    }
  }
  return null
}

type Found = { readonly level: LevelInText; readonly start: number; readonly end: number }
/** `undefined`: the rule does not begin here; null: it does, and finds nothing. */
type Rule = (text: string, hits: readonly SignHit[], at: number) => Found | null | undefined

/** "Seniority: Senior", "Level – Mid", a heading with the level under it. */
const readField: Rule = (text, hits, at) => {
  const field = hits[at]
  if (!field?.kinds.includes('field')) return undefined
  const after = /^\s?(?:[:=–-]|\n)\s?[^,;.:\n]*/.exec(text.slice(field.end, field.end + FIELD_REACH))?.[0] ?? ''
  return only(field.start, levelsWithin({ text, hits, at, to: field.end + after.length }))
}

/** "Einstiegsposition", "puesto de nivel intermedio". */
const readSelf: Rule = (text, hits, at) => {
  const hit = hits[at]
  const level = hit === undefined ? undefined : selfLevel(hit.kinds)
  if (!hit || level === undefined) return undefined
  const before = text.slice(Math.max(0, hit.start - LOOK_BACK), hit.start)
  return isSomewhereElse(before) || hasWord(before, alsoWords) ? null : { level, start: hit.start, end: hit.end }
}

/** "At senior level", "the job is mid-level", "auf Junior-Niveau". */
const readLevelWord: Rule = (text, hits, at) => {
  const hit = hits[at]
  const level = hit === undefined ? null : levelOf(hit.kinds)
  if (!hit || level === null || !levelWords.has(lastWord(text, hit))) return undefined
  const before = text.slice(Math.max(0, hit.start - LOOK_BACK), hit.start)
  const isStated = statingWords.has(wordsOf(before).at(-1) ?? '')
  return isStated && !isSomewhereElse(before) ? { level, start: hit.start, end: hit.end } : null
}

/** "We are looking for a senior …", "als Junior …": the level belongs to what is looked for. */
const readCue: Rule = (text, hits, at) => {
  const cue = hits[at]
  const isClose = cue?.kinds.includes('closeCue') === true
  if (!cue || (!isClose && !cue.kinds.includes('cue'))) return undefined
  if (hasWord(text.slice(Math.max(0, cue.start - 5), cue.start), alsoWords)) return null
  const colon = /^\s?:/.exec(text.slice(cue.end, cue.end + 2))?.[0].length ?? 0
  const phrase = phraseAfter(text.slice(cue.end + colon, cue.end + CUE_REACH))
  const levels = levelsWithin({ text, hits, at, to: cue.end + colon + phrase.length })
  const [first] = levels
  if (isClose && first && wordsOf(text.slice(cue.end, first.start)).length > CLOSE_WORDS) return null
  return only(cue.start, levels)
}

/** "A senior role", "poste junior". */
const readRole: Rule = (text, hits, at) => {
  const [hit, next] = [hits[at], hits[at + 1]]
  if (!hit || !next || next.start - hit.end > 4 || /[,;.:\n]/.test(text.slice(hit.end, next.start))) return undefined
  const [before, after] = [levelOf(hit.kinds), levelOf(next.kinds)]
  const isBefore = before !== null && next.kinds.some((kind) => kind === 'role' || kind === 'roleBefore')
  const isAfter = after !== null && hit.kinds.includes('roleBefore')
  const level = isBefore ? before : isAfter ? after : null
  if (level === null) return undefined
  return isSomewhereElse(text.slice(Math.max(0, hit.start - LOOK_BACK), hit.start))
    ? null
    : { level, start: hit.start, end: next.end }
}

/** "This post is meant for graduates"; "also open to graduates" names no level. */
const readAudience: Rule = (text, hits, at) => {
  const cue = hits[at]
  if (!cue?.kinds.includes('audience')) return undefined
  const phrase = /^[^,;.:!?\n]*/.exec(text.slice(cue.end, cue.end + AUDIENCE_REACH))?.[0] ?? ''
  const level = levelsWithin({ text, hits, at, to: cue.end + phrase.length }).find((found) => OPEN_TO.has(found.level))
  if (!level) return null
  const around = text.slice(Math.max(0, cue.start - LOOK_BACK / 2), level.start)
  return hasWord(around, alsoWords) ? null : { ...level, start: cue.start }
}

/** What a cue is about: up to the end of the clause or the first word that begins to tell of somebody or something else. */
function phraseAfter(text: string): string {
  const clause = /^[^,;.:!?()\n]*/.exec(text)?.[0] ?? ''
  const isCut = clause.length === text.length
  let words = 0
  for (const { index, 0: word } of clause.matchAll(/[\p{L}\p{N}'’]+/gu)) {
    const plain = stripAccents(word)
    if (breakers.has(plain) || (words > 0 && softBreakers.has(plain))) return clause.slice(0, index)
    words++
  }
  return isCut ? clause.slice(0, Math.max(0, clause.lastIndexOf(' '))) : clause
}

interface Stretch {
  readonly text: string
  readonly hits: readonly SignHit[]
  readonly at: number
  readonly to: number
}

/** The levels after a hit, but for those of other people ("senior colleagues"). */
function levelsWithin({ text, hits, at, to }: Stretch): Found[] {
  const found: Found[] = []
  for (let next = at + 1; next < hits.length; next++) {
    const hit = hits[next]
    if (!hit || hit.end > to) break
    const level = levelOf(hit.kinds)
    const isOthers = otherPeople.has(wordsAfter(text, hit.end, NEXT_WORD)[0] ?? '')
    if (level !== null && !isOthers) found.push({ level, start: hit.start, end: hit.end })
  }
  return found
}

/** One level, or the same one twice; "junior to senior" is none. */
function only(start: number, levels: readonly Found[]): Found | null {
  const [first] = levels
  return first && levels.every(({ level }) => level === first.level) ? { ...first, start } : null
}

function selfLevel(kinds: readonly TextSign[]): LevelInText | undefined {
  return SELF.find((level) => kinds.includes(`self ${level}`))
}

/** The last word of a level, or the one after it: "senior-level", "Junior Niveau". */
function lastWord(text: string, { start, end }: SignHit): string {
  const own = wordsOf(wholeWords(text, start, end)).at(-1) ?? ''
  if (levelWords.has(own)) return own
  return /^[\s-]/.test(text.slice(end, end + 1)) ? (wordsOf(text.slice(end + 1, end + 12))[0] ?? '') : ''
}

function levelOf(kinds: readonly TextSign[]): LevelInText | null {
  return kinds.includes('mask') ? null : (LEVELS.find((level) => kinds.includes(level)) ?? null)
}

/** "Grow into a senior role", "report to our senior …". */
function isSomewhereElse(before: string): boolean {
  const plain = ` ${stripAccents(before).trimEnd()}`
  return leadsTo.some((words) => plain.endsWith(` ${words}`))
}

function hasWord(text: string, words: ReadonlySet<string>): boolean {
  return wordsOf(text).some((word) => words.has(word))
}

function wordsOf(text: string): string[] {
  return stripAccents(text).match(/[\p{L}\p{N}'’]+/gu) ?? []
}

import { readListTopic, type ListTopic } from '../sections.ts'
import { splitSentences } from '../sentences.ts'
import { countBelow, type Span } from './spans.ts'

/** A sentence, list item or line of a posting, and what the part it stands in lists; null where nothing tells. */
export interface Statement extends Span {
  readonly topic: ListTopic | null
  /** Where its words begin, after a label such as "Nice to have:". */
  readonly bodyStart: number
  /** Where its line begins: at the bullet's first word. */
  readonly lineStart: number
  readonly lineEnd: number
  readonly isItem: boolean
  readonly isTitle: boolean
}

interface Line extends Span {
  /** Where its words begin, after a bullet. */
  readonly wordStart: number
  /** The sign of a list item; '' where there is none. */
  readonly bullet: string
  readonly isBullet: boolean
  /** The line before, or after, is empty or there is none. */
  readonly opensBlock: boolean
  readonly closesBlock: boolean
}

const BULLET = /^[ \t]*(?:[-–—*•·●▪◦‣▸►➤➜→✓✔✅❌☑#>+o]|\p{Emoji_Presentation}\uFE0F?|\d{1,2}[.)])[ \t]+/u
const SPACE = 0x20
const HARD_SPACE = 0xa0
const MIN_LABEL = 4
const MAX_HEADING = 70
const MAX_COLON_HEADING = 120
const MAX_LABEL = 70
const MAX_ITEM = 140
/** No posting has more lines; what stands behind them is read without their headings. */
const MAX_LINES = 2000
/** No posting has more headings and labels; what follows them is read without. */
const MAX_TOPICS = 400

/** The statements of a text whose first line is the title, in order. `isNamed` tells whether a skill that needs no context stands
 *  in a piece of the text: a line that names one is no heading. Linear in the text's length. */
export function readStatements(text: string, isNamed: (span: Span) => boolean): Statement[] {
  const lines = readLines(text)
  const topicOf = topicReader()
  const topics = topicOfLines(text, { lines, isNamed, topicOf })
  const statements: Statement[] = []
  let labelled = -1
  let label: ListTopic | null = null
  // "Bonus: Rust. We are …": what may be there ends with its sentence.
  let carries = true
  for (const sentence of splitSentences(text).flatMap((whole) => splitBeforeNames(text, { whole, isNamed }))) {
    const at = countBelow(lines, 'start', sentence.start + 1) - 1
    const line = lines[at]
    if (!line || sentence.start > line.end) break
    const own = readLabel(text, { sentence, isNamed, topicOf })
    if (own || labelled !== at || !carries) label = own?.topic ?? null
    if (own) carries = own.topic !== 'preferred' || text.charAt(sentence.end - 1) === '?'
    labelled = at
    statements.push({
      start: sentence.start,
      end: sentence.end,
      topic: label ?? topics[at] ?? null,
      bodyStart: own?.end ?? Math.max(sentence.start, line.wordStart),
      lineStart: line.wordStart,
      lineEnd: line.end,
      isItem: isItem(line),
      isTitle: at === 0,
    })
  }
  return statements
}

const SMALL_START = /[.!](?<=\p{L}{4}.)\s+(?=\p{Ll})/gu

/** "… of SQL. dbt is a plus": a small letter begins a sentence where it begins a technology's name. */
function splitBeforeNames(text: string, { whole, isNamed }: { whole: Span; isNamed: (span: Span) => boolean }): Span[] {
  const pieces: Span[] = []
  let start = whole.start
  for (const match of text.slice(whole.start, whole.end).matchAll(SMALL_START)) {
    const next = whole.start + match.index + match[0].length
    if (!isNamed({ start: next, end: next + 1 })) continue
    pieces.push({ start, end: whole.start + match.index + match[0].trimEnd().length })
    start = next
  }
  return [...pieces, { start, end: whole.end }]
}

interface Topics {
  readonly isNamed: (span: Span) => boolean
  readonly topicOf: (heading: string, isLabel: boolean) => ListTopic | null
}

function topicReader(): Topics['topicOf'] {
  let left = MAX_TOPICS
  return (heading, isLabel) => (left-- > 0 ? readListTopic(heading, { isLabel }) : null)
}

function readLines(text: string): Line[] {
  const found: { row: number; start: number; end: number; bullet: string }[] = []
  let start = 0
  for (let row = 0; start < text.length && row < MAX_LINES; row++) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const first = firstWord(text, { start, end })
    if (first < end) found.push({ row, start, end, bullet: readBullet(text, { start, end, first }) })
    start = end + 1
  }
  return found.map(({ row, start, end, bullet }, at) => ({
    start,
    end,
    wordStart: start + bullet.length,
    bullet: bullet.trim(),
    isBullet: bullet !== '',
    opensBlock: at <= 1 || found[at - 1]?.row !== row - 1,
    closesBlock: found[at + 1]?.row !== row + 1,
  }))
}

/** Where the line's first sign that is no space stands; its end for an empty line. */
function firstWord(text: string, { start, end }: Span): number {
  let at = start
  while (at < end && (text.charCodeAt(at) <= SPACE || text.charCodeAt(at) === HARD_SPACE)) at++
  return at
}

function readBullet(text: string, { start, end, first }: Span & { first: number }): string {
  const isWord = /[\p{L}(]/u.test(text.charAt(first)) && text.charAt(first + 1) !== ' '
  return isWord ? '' : (BULLET.exec(text.slice(start, Math.min(end, start + MAX_HEADING)))?.[0] ?? '')
}

function isItem({ isBullet, opensBlock, closesBlock, start, end }: Line): boolean {
  return isBullet || (end - start <= MAX_ITEM && !(opensBlock && closesBlock))
}

function topicOfLines(text: string, { lines, ...topicsOf }: Topics & { lines: readonly Line[] }) {
  const topics: (ListTopic | null)[] = []
  let topic: ListTopic | null = null
  let sawList = false
  for (const [at, line] of lines.entries()) {
    const previous = lines[at - 1]
    if (at === 0 || isHeading(text, { line, previous, next: lines[at + 1], ...topicsOf })) {
      const words = text.slice(line.start, line.end)
      const announced = at === 0 ? null : topicsOf.topicOf(words, false)
      const introduces = announced === null && topic !== null && !sawList && words.trimEnd().endsWith(':')
      if (!introduces) topic = announced
      sawList = false
      topics.push(null)
      continue
    }
    if (sawList && endsList(line, previous)) topic = null
    sawList = sawList || line.isBullet || !(line.opensBlock && line.closesBlock)
    topics.push(topic)
  }
  return topics
}

/** A paragraph after a list belongs to no list any more. */
function endsList(line: Line, previous: Line | undefined): boolean {
  if (line.isBullet) return false
  return line.opensBlock || (previous?.isBullet === true && line.end - line.start > MAX_HEADING)
}

function isSentence(text: string, line: Line | undefined): boolean {
  return line !== undefined && /[.!?]$/.test(text.slice(line.start, line.end).trimEnd())
}

function isHeading(
  text: string,
  around: Topics & { line: Line; previous: Line | undefined; next: Line | undefined },
): boolean {
  const { line, previous, next } = around
  const length = line.end - line.start
  if (length > MAX_COLON_HEADING) return false
  const words = text.slice(line.start, line.end).trimEnd()
  if (words.endsWith(':')) return !line.isBullet || length <= MAX_HEADING
  if (length > MAX_HEADING || /[.!;,]$/.test(words) || around.isNamed(line)) return false
  if (line.isBullet) return /^\p{So}/u.test(line.bullet) && next?.isBullet === true && next.bullet !== line.bullet
  if (next?.isBullet === true || (line.opensBlock && line.closesBlock)) return true
  const opens = line.opensBlock || previous?.isBullet === true || isSentence(text, previous) || /^\p{L}+$/u.test(words)
  return opens && around.topicOf(words, false) !== null
}

const LABEL = /^(.{2,70}?)(?:\s?:|\s[–—-])\s+/u
const DASH = /[–—-]\s+$/u

interface Label {
  readonly topic: ListTopic
  /** Where the words after it begin. */
  readonly end: number
}

/** A label before a colon or dash, or a question that its line answers: "Nice to have: Go", "Must have – SQL", "What do you need?" */
function readLabel(text: string, { sentence, isNamed, topicOf }: Topics & { sentence: Span }): Label | null {
  if (sentence.end - sentence.start < MIN_LABEL) return null
  const said = text.slice(sentence.start, sentence.end)
  const isQuestion = said.endsWith('?') && said.length <= MAX_LABEL
  const found = isQuestion ? null : LABEL.exec(said.slice(0, MAX_LABEL + 4))
  const words = isQuestion ? said : found?.[1]
  if (words === undefined || isNamed({ start: sentence.start, end: sentence.start + words.length })) return null
  const topic = topicOf(words, true)
  if (topic === null || topic === 'stack' || (topic === 'other' && DASH.test(found?.[0] ?? ''))) return null
  return { topic, end: sentence.start + (found?.[0].length ?? 0) }
}

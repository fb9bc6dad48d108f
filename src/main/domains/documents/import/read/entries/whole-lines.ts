import type { ResumeLine } from '../../file/resume-line.ts'
import { findSpans, hasDate } from '../dates.ts'
import { joinLines } from '../source-lines.ts'

/** A line with what it was wrapped into. */
export interface WholeLine {
  readonly line: ResumeLine
  /** The lines of the file that it is made of. */
  readonly parts: readonly ResumeLine[]
}

const MAX_CHARS = 80
/** In capitals. */
const MAX_LOUD_CHARS = 120
/** Words after which no name or title ends. */
export const OPEN_END =
  /\s(?:de|del|della|di|du|des|da|do|of|the|and|et|und|für|der|des|en|in|im|e|y|i|w|na|van|voor|och|og|ja|for|at|&)$/iu
/** Words with which none begins. */
const OPEN_BEGIN = /^(?:and|of|und|für|et|des|du|de|della|y|e|i|w|for|&|en|van|och|og|ja)\s/iu
const isLoud = (text: string) => text === text.toUpperCase() && /\p{Lu}{3}/u.test(text)

/** Titles and names that a narrow column broke into several lines, as one again; other lines as they are. Pure, linear. */
export function wholeLines(lines: readonly WholeLine[]): WholeLine[] {
  const whole: WholeLine[] = []
  for (const { line, parts } of lines) {
    const last = whole.at(-1)
    if (last !== undefined && isBrokenSpan(last.line, line)) {
      const text = `${last.line.text} ${line.text}`
      const cells = [...last.line.cells.slice(0, -1), `${last.line.cells.at(-1) ?? ''} ${line.text}`]
      whole[whole.length - 1] = { line: { ...last.line, text, cells }, parts: [...last.parts, ...parts] }
    } else if (last !== undefined && goesOn(last.line, line)) {
      const text = joinLines([last.line, line])
      whole[whole.length - 1] = { line: { ...last.line, text, cells: [text] }, parts: [...last.parts, ...parts] }
    } else whole.push({ line, parts })
  }
  return whole
}

const MAX_SPAN_CHARS = 60

/** "… | September 2012 –" over "Dezember 2014": one span in two lines. */
function isBrokenSpan(above: ResumeLine, line: ResumeLine): boolean {
  if (above.flow !== line.flow || line.isBullet || line.gap > 1.9 || line.text.length > MAX_SPAN_CHARS) return false
  if (!/(?:[–—-]|\p{L}|\d)$/u.test(above.text)) return false
  const end = above.text.length
  const isWhole = findSpans(above.text).some(({ isRange, isOpen }) => isRange && !isOpen)
  const across = findSpans(`${above.text} ${line.text}`).find(
    ({ isRange, from, to }) => isRange && from < end && to > end + 1,
  )
  if (isWhole || across === undefined) return false
  // A span of its own lacks at most the month that ends the line above.
  const own = findSpans(line.text).find(({ isRange }) => isRange)
  return own === undefined || own.start === null || (/\p{L}$/u.test(above.text) && own.start !== across.start)
}

function goesOn(above: ResumeLine, line: ResumeLine): boolean {
  const isAlike =
    above.size === line.size && above.isBold === line.isBold && above.flow === line.flow && above.page === line.page
  const isPlain = ({ isBullet, cells, text }: ResumeLine) => !isBullet && cells.length === 1 && !hasDate(text)
  if (!isAlike || !isPlain(above) || !isPlain(line) || line.gap > 1.9) return false
  if (isLoud(above.text) && isLoud(line.text)) return above.text.length <= MAX_LOUD_CHARS && OPEN_BEGIN.test(line.text)
  if (above.text.length > MAX_CHARS || !/^\p{Lu}/u.test(above.text) || /[.;,:!?]$/u.test(above.text)) return false
  if ((line.isBold || /\p{Ll}-$/u.test(above.text)) && /^\p{Ll}/u.test(line.text)) return true
  return OPEN_END.test(above.text) && line.text.length < MAX_CHARS && !/[.;]$/u.test(line.text)
}

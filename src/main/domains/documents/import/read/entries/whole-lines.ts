import type { ResumeLine } from '../../file/resume-line.ts'
import { hasDate } from '../dates.ts'
import { joinLines } from '../source-lines.ts'

/** A line with what it was wrapped into. */
export interface WholeLine {
  readonly line: ResumeLine
  /** The lines of the file that it is made of. */
  readonly parts: readonly ResumeLine[]
}

const MAX_CHARS = 80
/** Words after which no name or title ends. */
const OPEN_END =
  /\s(?:de|del|della|di|du|des|da|do|of|the|and|et|und|für|der|des|en|in|im|e|y|i|w|na|van|voor|och|og|ja|for|at|&)$/iu

/** Titles and names that a narrow column broke into several lines, as one again; other lines as they are. Pure, linear. */
export function wholeLines(lines: readonly ResumeLine[]): WholeLine[] {
  const whole: WholeLine[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    if (last !== undefined && goesOn(last.line, line)) {
      const text = joinLines([last.line, line])
      whole[whole.length - 1] = { line: { ...last.line, text, cells: [text] }, parts: [...last.parts, line] }
    } else whole.push({ line, parts: [line] })
  }
  return whole
}

function goesOn(above: ResumeLine, line: ResumeLine): boolean {
  const isAlike =
    above.size === line.size && above.isBold === line.isBold && above.flow === line.flow && above.page === line.page
  const isPlain = ({ isBullet, cells, text }: ResumeLine) => !isBullet && cells.length === 1 && !hasDate(text)
  if (!isAlike || !isPlain(above) || !isPlain(line) || line.gap > 1.9) return false
  if (above.text.length > MAX_CHARS || !/^\p{Lu}/u.test(above.text) || /[.;,:!?]$/u.test(above.text)) return false
  if ((line.isBold || /\p{Ll}-$/u.test(above.text)) && /^\p{Ll}/u.test(line.text)) return true
  return OPEN_END.test(above.text) && line.text.length < MAX_CHARS && !/[.;]$/u.test(line.text)
}

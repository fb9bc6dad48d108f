import type { ResumeLine, ResumeText } from './resume-line.ts'

/** More than forty pages of small print. */
const MAX_LINES = 3_000
const MAX_CHARS = 150_000
/** A paragraph of a page; a longer one is read in pieces. */
const MAX_LINE_CHARS = 1_500

/** No more text than a résumé can have, no line longer than a long paragraph. Pure, linear. */
export function boundedLines(text: ResumeText): ResumeText {
  const lines: ResumeLine[] = []
  let chars = 0
  let isCut = text.isCut
  for (const line of text.lines) {
    for (const piece of piecesOf(line, MAX_CHARS - chars)) {
      chars += piece.text.length
      lines.push(piece)
    }
    if (lines.length > MAX_LINES || chars >= MAX_CHARS) {
      isCut = true
      break
    }
  }
  return { ...text, lines: lines.slice(0, MAX_LINES), isCut }
}

function piecesOf(line: ResumeLine, room: number): ResumeLine[] {
  if (line.text.length <= MAX_LINE_CHARS) return [line]
  const whole = line.text.slice(0, room)
  const pieces: ResumeLine[] = []
  for (let at = 0; at < whole.length;) {
    const end = endOf(whole, at)
    const text = whole.slice(at, end).trim()
    if (text !== '') pieces.push({ ...line, text, cells: [text], isWrapped: pieces.length > 0 })
    at = end
  }
  return pieces
}

function endOf(text: string, from: number): number {
  const most = from + MAX_LINE_CHARS
  if (most >= text.length) return text.length
  const space = text.lastIndexOf(' ', most)
  return space > from + MAX_LINE_CHARS / 2 ? space : most
}

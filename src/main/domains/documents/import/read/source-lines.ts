import type { ResumeLine } from '../file/resume-line.ts'

/** Lines joined to one text as they would stand without line ends: a hyphen at a line's end goes, where a small letter follows. Pure. */
export function joinLines(lines: readonly { readonly text: string }[]): string {
  let text = ''
  for (const { text: piece } of lines) {
    if (text === '') text = piece
    else if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(piece) && !/\p{L}-\p{L}+-$/u.test(text))
      text = text.slice(0, -1) + piece
    else text = /[\p{L}]-$/u.test(text) ? text + piece : `${text} ${piece}`
  }
  return text.replaceAll(/\s+/gu, ' ').trim()
}

/** The lines word for word. */
export function sourceOf(lines: readonly ResumeLine[]): string {
  return lines.map(({ text }) => text).join('\n')
}

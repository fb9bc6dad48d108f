import type { Outgoing } from '../message.ts'

/** How to get no more of them, at the end of every letter. */
export const SWITCH_OFF_LINE =
  'Career Copilot on your computer sent this letter. Which letters it sends is chosen there, under Settings, Notifications.'

/** A letter as plain text. Pure. */
export function letterText({ title, body, letter }: Pick<Outgoing, 'title' | 'body' | 'letter'>): string {
  const sections = (letter?.sections ?? []).map(({ heading, lines }) =>
    [heading, '-'.repeat(Math.min(heading.length, 60)), ...lines.map(lineText)].join('\n'),
  )
  const parts = [title, body, letter?.intro ?? '', ...sections, `-- \n${SWITCH_OFF_LINE}`]
  return `${parts.filter((part) => part.trim() !== '').join('\n\n')}\n`
}

function lineText({ text, note }: { text: string; note: string }): string {
  return note.trim() === '' ? `* ${text}` : `* ${text}\n  ${note.replaceAll('\n', '\n  ')}`
}

import words from '#resources/resume-words.json' with { type: 'json' }
import { plain } from './lexicon.ts'

const clients = new Set(words.clients.map(plain))

interface Cells {
  readonly text: string
  readonly cells: readonly string[]
}

/** Whom "Client: …", or "Kunde" in a cell of its own, names; null for another line. Pure. */
export function clientIn({ text, cells }: Cells): string | null {
  const [first = '', ...rest] = cells
  if (rest.length > 0 && clients.has(plain(first))) return rest.join(' ')
  const [whole = '', label = ''] = /^([^:：]{3,30})[:：]\s*(?=\S)/u.exec(text) ?? []
  return clients.has(plain(label)) ? text.slice(whole.length) : null
}

/** A line that says for whom something was done within a post. Pure. */
export const isClientLine = (line: Cells): boolean => clientIn(line) !== null

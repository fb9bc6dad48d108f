import { brotliDecompressSync } from 'node:zlib'
import table from '#resources/german-nouns.json' with { type: 'json' }

/** Employers whose names are German nouns, too, folded. */
export const NOUN_NAMES: ReadonlySet<string> = new Set(table.names.split(' '))

const NEW_LINE = '\n'
let unpacked: string | null = null

/** Whether a folded word is a form of a German noun of the bundled table, which is unpacked at the first question and searched where it
 *  lies: a set of its words would take six times the memory. */
export function isNounForm(word: string): boolean {
  unpacked ??= brotliDecompressSync(Buffer.from(table.forms, 'base64')).toString('latin1')
  let low = 0
  let high = unpacked.length
  while (low < high) {
    const middle = (low + high) >> 1
    const start = middle === 0 ? 0 : unpacked.lastIndexOf(NEW_LINE, middle - 1) + 1
    const order = compareAt(unpacked, { start, word })
    if (order === 0) return true
    if (order > 0) high = start
    else {
      const end = unpacked.indexOf(NEW_LINE, middle)
      low = end === -1 ? unpacked.length : end + 1
    }
  }
  return false
}

/** How the line that begins there is ordered against a word: below zero before it. */
function compareAt(lines: string, { start, word }: { start: number; word: string }): number {
  for (let at = 0; at < word.length; at++) {
    const difference = lines.charCodeAt(start + at) - word.charCodeAt(at)
    // A line that ends within the word has its sign of a new line here, or nothing.
    if (difference !== 0) return Number.isNaN(difference) ? -1 : difference
  }
  const next = start + word.length
  return next >= lines.length || lines.charAt(next) === NEW_LINE ? 0 : 1
}

import { classOf, type Unit } from './units.ts'
import type { Token } from '../read/tokens.ts'

const CAPITAL = /^\p{Lu}/u
const ENDS = new Set(['.', ':', ';', '!', '?'])
/** Behind a name that opens a line: "sciatrace 3: a toolkit". */
const SUBTITLE = ':'

/** The name whose part a number is, folded: "Pixel 6", "ISO 13849", "sciatrace 3: a toolkit"; null for one that counts or measures
 *  ("Betreue 3 Dienste", "im Team 5 Leute"). Pure. */
export function nameBefore(
  tokens: readonly Token[],
  at: number,
  { is, nouns }: Pick<Unit, 'is' | 'nouns'>,
): string | null {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (token?.is !== 'digits' || before?.is !== 'word' || token.isGlued || is !== 'count') return null
  const [noun] = nouns
  if (noun !== undefined && CAPITAL.test(noun)) return null
  if (at === 1) return tokens[at + 1]?.text === SUBTITLE ? before.plain : null
  const isFirst = ENDS.has(tokens[at - 2]?.text ?? '')
  return /\p{Lu}/u.test(before.text) && !isFirst && classOf(before) === null ? before.plain : null
}

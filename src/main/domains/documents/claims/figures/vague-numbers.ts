import sums from '#resources/claim-sums.json' with { type: 'json' }
import words from '#resources/claim-words.json' with { type: 'json' }
import type { Token } from '../read/tokens.ts'
import type { Raw } from './raw.ts'

const VAGUE: Readonly<Record<string, number>> = { ...words.numbers.vague, ...sums.vague }
const SCALES: Readonly<Record<string, number>> = { ...words.numbers.scales, ...sums.vagueScales }
const SEVERAL = new Set(sums.several.split(' '))
const OF = new Set(['of', 'von'])
/** The least of "several". */
const SOME = 2

/** A number that nobody knows exactly: "dozens", "hundreds of thousands", "Milliarden", "several hundred", at its least. Null where none
 *  begins. Pure. */
export function vagueAt(tokens: readonly Token[], at: number): Raw | null {
  const plain = tokens[at]?.plain ?? ''
  const several = SEVERAL.has(plain) ? scaleAt(tokens, at + 1) : undefined
  if (several !== undefined) return { value: SOME * several, from: at, to: at + 2, isVague: true }
  const value = VAGUE[plain]
  if (value === undefined || tokens[at - 1]?.is === 'digits') return null
  const scale = OF.has(tokens[at + 1]?.plain ?? '') ? at + 2 : at + 1
  const times = scaleAt(tokens, scale)
  if (times !== undefined) return { value: value * times, from: at, to: scale + 1, isVague: true }
  // "tens of thousands", but "in the tens"
  return NEEDS_SCALE.has(plain) ? null : { value, from: at, to: at + 1, isVague: true }
}
const NEEDS_SCALE = new Set(['tens'])

function scaleAt(tokens: readonly Token[], at: number): number | undefined {
  const plain = tokens[at]?.plain ?? ''
  return plain.length < LEAST_LETTERS ? undefined : SCALES[plain]
}
/** "mio" and "k" stand behind digits. */
const LEAST_LETTERS = 5

import sums from '#resources/claim-sums.json' with { type: 'json' }
import words from '#resources/claim-words.json' with { type: 'json' }
import type { Token } from '../read/tokens.ts'
import { valueOfWord } from './number-values.ts'

/** A number told as a part: "two thirds", "half a million". `is`: a share ("by a third"), what is left ("to a third"), or a part of a
 *  large number. */
export interface Fraction {
  readonly value: number
  readonly from: number
  readonly to: number
  readonly is: 'percent' | 'times' | 'count'
}

const { numbers } = words
const PARTS: Readonly<Record<string, number>> = numbers.parts
/** In German a part is no ordinal. */
const NO_ORDINALS = new Set(Object.keys(PARTS).filter((part) => part.endsWith('tel')))
const SCALES: Readonly<Record<string, number>> = numbers.scales
const HALF_SCALES: Readonly<Record<string, number>> = numbers.halfScales
const JOINED: Readonly<Record<string, number>> = numbers.joinedScales
const ONE = new Set(numbers.one)
const ARTICLES = new Set([...numbers.one, 'the', 'die', 'das'])
const AFTER = new Set(numbers.partsAfter)
const CHANGES = new Set(sums.changes.split(' '))
const OF = new Set(['of', 'der', 'des', 'davon', 'aller', 'von'])
const COMPARING = new Set(numbers.partsCompare)
const BOUNDS = new Set(
  Object.values(words.bounds)
    .flat()
    .flatMap((phrase) => phrase.split(' ')),
)
/** "by more than two thirds": these move a number, whatever bound they are part of. */
const MOVING = new Set([...numbers.partsBefore.by, ...numbers.partsBefore.to, ...numbers.partsBefore.in, 'of', 'von'])

/** The fraction that begins at a token; null for an ordinal ("a third team") and for any other word. Pure. */
export function fractionAt(tokens: readonly Token[], at: number): Fraction | null {
  return partOfScale(tokens, at) ?? partAt(tokens, at)
}

/** "half a million", "eine halbe Million", "Viertelmillion" */
function partOfScale(tokens: readonly Token[], at: number): Fraction | null {
  const plain = tokens[at]?.plain ?? ''
  const joined = JOINED[plain]
  if (joined !== undefined) return { value: joined, from: at, to: at + 1, is: 'count' }
  const half = HALF_SCALES[plain]
  if (half === undefined) return null
  const scaleAt = ONE.has(tokens[at + 1]?.plain ?? '') ? at + 2 : at + 1
  const scale = SCALES[tokens[scaleAt]?.plain ?? '']
  return scale === undefined ? null : { value: half * scale, from: at, to: scaleAt + 1, is: 'count' }
}

function partAt(tokens: readonly Token[], at: number): Fraction | null {
  const first = tokens[at]?.plain ?? ''
  const above = ONE.has(first) ? 1 : valueOfWord(first)
  const below = PARTS[tokens[at + 1]?.plain ?? '']
  if (above === null || below === undefined || above >= below) return null
  const share = above / below
  const to = at + 2
  if (tokens[to]?.plain === 'of' && ONE.has(tokens[to + 1]?.plain ?? '')) {
    const scale = SCALES[tokens[to + 2]?.plain ?? '']
    if (scale !== undefined) return { value: share * scale, from: at, to: to + 3, is: 'count' }
  }
  const next = tokens[to]
  if (next?.is === 'word' && !AFTER.has(next.plain) && !NO_ORDINALS.has(tokens[at + 1]?.plain ?? '')) return null
  return usedAs(tokens, { share, from: at, to })
}

/** By what stands before it: "by a third" is a change, "to a third" and "in a third of the time" what is left of all. */
function usedAs(tokens: readonly Token[], { share, from, to }: { share: number; from: number; to: number }) {
  const before =
    tokens.slice(0, from).findLast(({ plain }) => MOVING.has(plain) || (!BOUNDS.has(plain) && !ARTICLES.has(plain)))
      ?.plain ?? ''
  const percent = { value: share * 100, from, to, is: 'percent' as const }
  if (numbers.partsBefore.by.includes(before) || COMPARING.has(tokens[to]?.plain ?? '')) return percent
  if (numbers.partsBefore.to.includes(before)) return { value: share, from, to, is: 'times' as const }
  // "a reduction of three quarters"
  if (before === 'of' || before === 'von') {
    const change = tokens.slice(0, from).findLast(({ plain }) => CHANGES.has(plain))
    if (change) return percent
  }
  if (!OF.has(tokens[to]?.plain ?? '')) return null
  return numbers.partsBefore.in.includes(before) ? { value: share, from, to, is: 'times' as const } : percent
}

import type { Token } from '../read/tokens.ts'
import type { Bound, NumberMoves } from './number-words.ts'
import type { Unit } from './units.ts'

/** A number that a sentence states. `value` is in the unit's base: one, percent, seconds, months, bytes. */
export interface NumberSaid extends Unit, NumberMoves {
  readonly written: string
  readonly value: number
  readonly bound: Bound
  /** "dozens": at least so many, and no one knows how many. */
  readonly isVague: boolean
  /** Where it stands in the text; -1 where that is not known. */
  readonly at: number
  readonly end: number
  /** The name that it is part of ("Pixel 6", "ISO 13849"), folded; null where it counts or measures. */
  readonly name: string | null
  /** What it may also mean: "from 86 to 22 million" begins at 86 million, and "four years here, two there" ends with two years. */
  readonly holder: Token | null
  readonly also: Pick<NumberSaid, 'value' | keyof Unit> | null
}

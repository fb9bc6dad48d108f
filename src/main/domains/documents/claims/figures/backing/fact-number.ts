import type { NumberSaid } from '../number-said.ts'

/** A number of a fact; `line` tells those of one line from others. `language` of the line, '' where it does not tell. */
export interface FactNumber extends NumberSaid {
  readonly line: number
  readonly language: string
  /** A time that the line names, for a number that names none. */
  readonly lineRates: readonly string[]
  /** It may be a year: as a number it is exact. */
  readonly isYear: boolean
}

/** How many of a kind there are: "two groups of 25 each" are 50 students, "3 scientists and 2 interns" five people. */
export interface Total {
  readonly value: number
  readonly counted: readonly string[]
  /** The words for each of what was added. */
  readonly nouns: readonly (readonly string[])[]
  /** With the one who writes. */
  readonly isWithAuthor?: true
}

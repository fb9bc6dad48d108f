import type { Rule } from './rule.ts'

export interface Range {
  readonly offset: number
  readonly limit: number
}

/** The jobs that a question found, of one state of the data. Lists of ids are newest first. */
export interface Hits {
  readonly total: number
  readonly newest: (range: Range) => readonly number[]
  /** Which of some ids are among them. */
  readonly among: (ids: readonly number[]) => readonly number[]
  /** Those for which a rule about tokens holds too. */
  readonly with: (rule: Rule) => Hits
  /** Only those among the ids, which are among the hits. */
  readonly only: (ids: readonly number[]) => Hits
  /** All but those among the ids, which need not be among the hits. */
  readonly but: (ids: readonly number[]) => Hits
}

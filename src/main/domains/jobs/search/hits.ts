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
  /** The newest of them that also say something, none older than the job `from`. */
  readonly saying: (match: string, part: { from: number; limit: number }) => readonly number[]
  /** Only those among the ids; or all but them. The ids are among the hits. */
  readonly only: (ids: readonly number[]) => Hits
  readonly but: (ids: readonly number[]) => Hits
}

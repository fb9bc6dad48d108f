import { expect, test } from 'vitest'
import type { JobFacts } from '#shared/facts.ts'
import type { Profile } from '#shared/profile.ts'
import type { MatchJob } from '../../jobs/match/matching.service.ts'
import { CONTEXT, jobSaying, seeking } from '../match-job.fixture.ts'
import type { Factor } from './factor.ts'

export type Said = Partial<Profile>
interface Case {
  readonly name: string
  readonly said: Said
  readonly facts: Partial<JobFacts>
  readonly job?: Partial<Omit<MatchJob, 'facts'>>
  readonly value: number
  readonly evidence: string
  readonly isKnown?: boolean
}

/** Each case as a test: value, sentence, and whether it is known. */
export function holds(factor: Factor, cases: readonly Case[]): void {
  test.each(cases)('$name', ({ said, facts, job, value, evidence, isKnown = true }) => {
    const reading = factor(seeking(said), jobSaying(facts, job), CONTEXT)
    expect(reading.value).toBeCloseTo(value, 3)
    expect(reading.evidence).toBe(evidence)
    expect(reading.isKnown).toBe(isKnown)
  })
}

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_WEIGHTS } from '#shared/recommendations.ts'
import { CONTEXT, jobSaying, seeking } from './match-job.fixture.ts'
import { placed } from './placing.ts'
import { weightsFrom } from './score.ts'
import { type Candidate, candidateOf } from './shortlist.ts'

const RULES = { minScore: 0, maxPerCompany: 3 }

function candidate(
  id: number,
  company: string,
  { value, concerns = [] }: { value: number; concerns?: string[] },
): Candidate {
  const job = jobSaying({}, { id, company, companyKey: company })
  const made = candidateOf(job, { seeker: seeking({}), context: CONTEXT })
  return { ...made, concerns, values: weightsFrom(() => value) }
}

const idsOf = (candidates: readonly Candidate[], rules = RULES) =>
  placed(candidates, DEFAULT_WEIGHTS, rules).map((one) => one.candidate.job.id)

describe('the order of a list', () => {
  test('is by score, and of equal ones the newer first', () => {
    expect(
      idsOf([candidate(1, 'a', { value: 0.5 }), candidate(2, 'b', { value: 0.9 }), candidate(3, 'c', { value: 0.5 })]),
    ).toEqual([2, 3, 1])
  })

  test('a further job of an employer is placed by nine tenths of its score, and shows all of it', () => {
    const list = placed(
      [candidate(1, 'a', { value: 0.9 }), candidate(2, 'a', { value: 0.88 }), candidate(3, 'b', { value: 0.8 })],
      DEFAULT_WEIGHTS,
      RULES,
    )
    expect(list.map((one) => one.candidate.job.id)).toEqual([1, 3, 2])
    expect(list.map(({ score }) => score)).toEqual([90, 80, 88])
  })

  test('no employer has more jobs than allowed; a job without an employer counts for none', () => {
    const many = [1, 2, 3, 4, 5].map((id) => candidate(id, 'a', { value: 0.9 }))
    expect(idsOf(many).length).toBe(3)
    expect(idsOf(many.map((one, at) => candidate(at, '', { value: one.values.skills }))).length).toBe(5)
  })

  test('each concern halves the score that a job is placed by and that the least is compared with', () => {
    const refused = candidate(1, 'a', { value: 0.9, concerns: ['It refuses the sponsorship you need.'] })
    const plain = candidate(2, 'b', { value: 0.5 })
    expect(idsOf([refused, plain])).toEqual([2, 1])
    expect(idsOf([refused, plain], { ...RULES, minScore: 46 })).toEqual([2])
  })

  test('does not depend on the order in which jobs come', () => {
    const any = fc.record({
      value: fc.double({ min: 0, max: 1, noNaN: true }),
      company: fc.constantFrom('a', 'b', 'c', ''),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (jobs) => {
        const candidates = jobs.map(({ value, company }, at) => candidate(at + 1, company, { value }))
        expect(idsOf(candidates.toReversed())).toEqual(idsOf(candidates))
      }),
    )
  })
})

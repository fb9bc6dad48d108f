import { describe, expect, test } from 'vitest'
import type { JobFacts } from '#shared/facts.ts'
import { atOnce, CONTEXT, jobSaying, paying, seeking, skillsAsked } from './match-job.fixture.ts'
import { weightsFrom } from './score.ts'
import { candidateOf } from './shortlist.ts'
import { skillGapSteps } from './skill-gaps.ts'

const comparing = {
  seeker: seeking({ skills: ['Python', 'SQL', 'Spark'].map((name) => ({ name, years: null, level: null })) }),
  context: CONTEXT,
}
/** Only skills count, so that a test says by them alone how well a job fits. */
const weights = weightsFrom((factor) => (factor === 'skills' ? 100 : 0))

const asking = (written: readonly string[], facts: Partial<JobFacts> = {}) =>
  candidateOf(jobSaying({ skills: skillsAsked(...written), ...facts }), comparing)
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)
const gapsOf = (jobs: readonly ReturnType<typeof asking>[], limit = 20) =>
  atOnce(skillGapSteps(jobs, { ...comparing, weights, limit }))

/** Four of five skills are there: 80 points. */
const good = (missing: string) => asking(['Python!', 'SQL!', 'Spark!', `${missing}?`])
/** Half of them: with one more it is good. */
const near = (missing: string) => asking(['Python!', `${missing}!`])
/** Too far away for one skill. */
const far = (missing: string) => asking([`${missing}!`, 'Haskell!', 'Erlang!', 'Rust!'])

describe('skills to learn', () => {
  test('nothing from nothing', () => {
    expect(gapsOf([])).toEqual({ gaps: [], goodMatches: 0 })
  })

  test('those that good matches ask for, with their share, and none that is there', () => {
    const { gaps, goodMatches } = gapsOf([good('Kafka'), good('Kafka'), good('Go')])
    expect(goodMatches).toBe(3)
    expect(gaps.map(({ skill, jobs, share }) => [skill, jobs, share])).toEqual([
      ['Kafka', 2, 0.667],
      ['Go', 1, 0.333],
    ])
  })

  test('what would open jobs stands before what more of the good ones ask for', () => {
    const { gaps, goodMatches } = gapsOf([...times(3, good('Kafka')), near('Go')])
    expect(goodMatches).toBe(3)
    expect(gaps.map(({ skill, jobs, wouldOpen }) => [skill, jobs, wouldOpen])).toEqual([
      ['Go', 0, 1],
      ['Kafka', 3, 0],
    ])
  })

  test('a job that one skill cannot lift is no reason to learn it', () => {
    expect(gapsOf(times(9, far('Go'))).gaps).toEqual([])
  })

  test('the same demand is in the order of the alphabet, and no more are named than asked for', () => {
    const jobs = [good('Kafka'), good('Go'), good('Ansible')]
    expect(gapsOf(jobs).gaps.map(({ skill }) => skill)).toEqual(['Ansible', 'Go', 'Kafka'])
    expect(gapsOf(jobs, 1).gaps.map(({ skill }) => skill)).toEqual(['Ansible'])
  })

  test('a job that names a skill twice asks for it once', () => {
    expect(gapsOf([asking(['Python!', 'SQL!', 'Spark!', 'Kafka?', 'Kafka?'])]).gaps[0]).toMatchObject({
      jobs: 1,
      share: 1,
    })
  })
})

describe('pay beside a skill', () => {
  const paid = (missing: string, eur: number) => asking(['Python!', 'SQL!', 'Spark!', `${missing}?`], paying(eur, eur))

  test.each([
    ['five with it and five without', 5, 5, 80_000, 20_000],
    ['too few without it', 5, 4, 80_000, null],
    ['too few with it', 4, 5, null, null],
  ])('%s', (_name, withIt, without, medianPayEur, payDifferenceEur) => {
    const { gaps } = gapsOf([...times(withIt, paid('Kafka', 80_000)), ...times(without, paid('Go', 60_000))])
    expect(gaps.find(({ skill }) => skill === 'Kafka')).toMatchObject({
      medianPayEur,
      payDifferenceEur,
      payFrom: withIt + without,
    })
  })

  test('of an even number the median lies between the two in the middle; unstated pay is left out', () => {
    const jobs = [50_000, 90_000, 60_000, 70_001, 40_000, 80_000].map((eur) => paid('Kafka', eur))
    expect(gapsOf([...jobs, good('Kafka')]).gaps[0]).toMatchObject({ medianPayEur: 65_001, payFrom: 6, jobs: 7 })
  })
})

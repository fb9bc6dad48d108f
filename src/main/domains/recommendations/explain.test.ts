import { describe, expect, test } from 'vitest'
import type { JobFacts } from '#shared/facts.ts'
import type { Profile } from '#shared/profile.ts'
import { DEFAULT_WEIGHTS, MATCH_FACTORS, type MatchFactor, type MatchWeights } from '#shared/recommendations.ts'
import { lossesOf } from './explain.ts'
import { BERLIN, CONTEXT, jobSaying, paying, seeking, skillsAsked } from './match-job.fixture.ts'
import { normalisedWeights, scoredParts, weightsFrom } from './score.ts'
import { candidateOf } from './shortlist.ts'

interface Case {
  readonly profile: Partial<Profile>
  readonly facts: Partial<JobFacts>
  readonly weights?: MatchWeights
}

function explained({ profile, facts, weights = DEFAULT_WEIGHTS }: Case) {
  const comparing = { seeker: seeking(profile), context: CONTEXT }
  const candidate = candidateOf(jobSaying(facts), comparing)
  const used = normalisedWeights(weights)
  const { parts } = scoredParts(candidate.readings, used)
  return { parts, losses: lossesOf(candidate, { parts, weights: used, comparing }) }
}

const skills = (...names: string[]) => ({ skills: names.map((name) => ({ name, years: null, level: null })) })
const only = (factor: MatchFactor) => weightsFrom((other) => (other === factor ? 100 : 0))
const sentenceOf = (factor: MatchFactor, one: Case) =>
  explained(one).losses.find((loss) => loss.factor === factor)?.sentence

describe('why a job is not higher', () => {
  test('what is lost and what is there make up the weights, most lost first', () => {
    const { parts, losses } = explained({
      profile: { ...skills('Python'), countries: ['FR'], salaryMinEur: 90_000 },
      facts: { skills: skillsAsked('Python!', 'Kafka!', 'Rust!'), places: [BERLIN], ...paying(40_000, 50_000) },
    })
    const points = parts.reduce((sum, part) => sum + part.points, 0)
    const lost = losses.reduce((sum, loss) => sum + loss.lost, 0)
    expect(points + lost).toBeCloseTo(100, 5)
    expect(losses.map((loss) => loss.lost)).toEqual(losses.map((loss) => loss.lost).toSorted((a, b) => b - a))
  })

  test('a factor that has all its points or does not count is not named', () => {
    const one = { profile: { countries: ['DE'] }, facts: { places: [BERLIN] } }
    expect(explained({ ...one, weights: only('place') }).losses).toEqual([])
    const weightless = MATCH_FACTORS.filter((factor) => factor !== 'skills')
    const named = explained({ ...one, weights: only('skills') }).losses.map(({ factor }) => factor)
    expect(named.some((factor) => weightless.some((other) => other === factor))).toBe(false)
  })

  test('three missing skills are named, a required one before a nice-to-have, never one that is there', () => {
    const sentence = sentenceOf('skills', {
      profile: skills('Python'),
      facts: { skills: skillsAsked('Rust?', 'Python!', 'Kafka!', 'Ansible', 'Erlang?', 'Haskell?') },
    })
    expect(sentence).toMatch(/^Kafka would add \d+\.\d points, Ansible \d+\.\d, \w+ \d+\.\d\.$/)
    expect(sentence).not.toContain('Python')
  })

  test('where no skill would help, the evidence stands', () => {
    const one = {
      profile: { ...skills('Python'), roleFamilies: ['frontend' as const] },
      facts: { roleFamily: 'devops_sre' as const },
    }
    const part = explained(one).parts.find(({ factor }) => factor === 'skills')
    expect(sentenceOf('skills', one)).toBe(part?.evidence)
  })

  test.each<[string, MatchFactor, Case, RegExp]>([
    [
      'stated pay below the wish says what would do',
      'salary',
      { profile: { salaryWishEur: 80_000 }, facts: paying(40_000, 50_000) },
      /\. Pay that reaches your wish would add \d+\.\d points\.$/,
    ],
    [
      'pay that is not stated is called neutral',
      'salary',
      { profile: { salaryWishEur: 80_000 }, facts: {} },
      /\. That counts as neutral; pay that reaches your wish would add \d+\.\d points\.$/,
    ],
    [
      'another country',
      'place',
      { profile: { countries: ['FR'] }, facts: { places: [BERLIN] } },
      /\. A place, a workplace and a sponsorship as you need them would add \d+\.\d points\.$/,
    ],
  ])('%s', (_name, factor, one, sentence) => {
    expect(sentenceOf(factor, one)).toMatch(sentence)
  })
})

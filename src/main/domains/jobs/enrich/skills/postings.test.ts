import { describe, expect, it } from 'vitest'
import { readLanguage } from '../language.ts'
import fixture from './fixtures/postings.json' with { type: 'json' }
import prose from './fixtures/prose.json' with { type: 'json' }
import { readSkills } from './skills.ts'

interface Score {
  readonly right: number
  readonly given: number
  readonly true: number
}

function scoreOf(pairs: readonly { truth: readonly string[]; given: readonly string[] }[]): Score {
  const sum = (of: (pair: (typeof pairs)[number]) => number): number => pairs.reduce((all, pair) => all + of(pair), 0)
  return {
    right: sum(({ truth, given }) => given.filter((name) => truth.includes(name)).length),
    given: sum(({ given }) => given.length),
    true: sum(({ truth }) => truth.length),
  }
}

const read = fixture.postings.map((posting) => {
  const { title, company, description: descriptionText } = posting
  return { posting, facts: readSkills({ title, company, descriptionText, language: readLanguage(descriptionText) }) }
})

describe('readSkills, over whole postings with traps in nine languages', () => {
  it.each(['en', 'de', 'fr', 'nl', 'es', 'pl', 'sv', 'it', 'pt'])(
    'finds what %s postings name, and little else',
    (language) => {
      const score = scoreOf(
        read
          .filter(({ posting }) => posting.language === language)
          .map(({ posting, facts }) => ({
            truth: [...posting.required, ...posting.preferred, ...posting.named],
            given: facts.map(({ name }) => name),
          })),
      )
      expect(score.right / score.given).toBeGreaterThan(0.95)
      expect(score.right / score.true).toBeGreaterThan(0.95)
    },
  )

  it.each(['required', 'preferred'] as const)('tells which skills are %s', (need) => {
    const score = scoreOf(
      read.map(({ posting, facts }) => ({
        truth: posting[need],
        given: facts.filter((fact) => fact.need === need).map(({ name }) => name),
      })),
    )
    expect(score.right / score.given).toBeGreaterThan(0.95)
    expect(score.right / score.true).toBeGreaterThan(0.95)
  })

  it('reads the years asked for, and no others', () => {
    const years = read.map(({ posting, facts }) => ({
      truth: Object.entries('years' in posting ? posting.years : {}).map(([name, least]) => `${name} ${least}`),
      given: facts.filter((fact) => fact.years !== null).map((fact) => `${fact.name} ${fact.years}`),
    }))
    const score = scoreOf(years)
    expect(score.right / score.given).toBeGreaterThan(0.95)
    expect(score.right / score.true).toBeGreaterThan(0.95)
  })

  it('quotes each skill word for word', () => {
    for (const { posting, facts } of read) {
      for (const { evidence } of facts) expect(`${posting.title}\n${posting.description}`).toContain(evidence)
    }
  })
})

describe('readSkills, over short postings that tell their needs in prose', () => {
  const told = prose.postings.map((posting) => {
    const { title, company, description: descriptionText } = posting
    return { posting, facts: readSkills({ title, company, descriptionText, language: readLanguage(descriptionText) }) }
  })

  it('finds what they name, and little else', () => {
    const score = scoreOf(
      told.map(({ posting, facts }) => ({
        truth: [...posting.required, ...posting.preferred, ...posting.named],
        given: facts.map(({ name }) => name),
      })),
    )
    expect(score.right / score.given).toBeGreaterThan(0.97)
    expect(score.right / score.true).toBeGreaterThan(0.97)
  })

  it.each(['required', 'preferred'] as const)('tells which skills are %s', (need) => {
    const score = scoreOf(
      told.map(({ posting, facts }) => ({
        truth: posting[need],
        given: facts.filter((fact) => fact.need === need).map(({ name }) => name),
      })),
    )
    expect(score.right / score.given).toBeGreaterThan(0.95)
    expect(score.right / score.true).toBeGreaterThan(0.95)
  })
})

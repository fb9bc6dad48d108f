import { describe, expect, test } from 'vitest'
import { type ComparedJob, likenessOf } from './likeness.ts'

const berlin = { city: 'Berlin', countryCode: 'DE' }
const munich = { city: 'Munich', countryCode: 'DE' }
const paris = { city: 'Paris', countryCode: 'FR' }

const job: ComparedJob = {
  titleKey: 'data engineer senior',
  skills: ['Python', 'SQL', 'Airflow', 'dbt'],
  seniority: 'senior',
  roleFamily: 'data_engineer',
  places: [berlin],
  workplace: 'hybrid',
}
const silent: ComparedJob = {
  titleKey: '',
  skills: [],
  seniority: 'unknown',
  roleFamily: 'other',
  places: [],
  workplace: 'unknown',
}

const alike = (other: Partial<ComparedJob>, mine: Partial<ComparedJob> = {}) =>
  likenessOf({ ...job, ...mine }, { ...job, ...other }, () => 1)

describe('how alike two jobs are', () => {
  test('a job is wholly like its double, and says in what', () => {
    expect(alike({})).toEqual({
      score: 1,
      reasons: ['same title', 'same level', '4 of 4 skills', 'also in Berlin'],
    })
  })

  test.each<[string, Partial<ComparedJob>, readonly string[]]>([
    ['the level in the title counts as level, not as title', { titleKey: 'data engineer' }, ['same title']],
    ['another level is no reason', { seniority: 'lead' }, ['same title', '4 of 4 skills', 'also in Berlin']],
    ['some skills', { skills: ['Python', 'SQL', 'Kafka'] }, ['2 of 4 skills']],
    ['no skill in common is no reason', { skills: ['Kafka'] }, ['same title', 'same level', 'also in Berlin']],
    ['one of several cities', { places: [paris, berlin] }, ['also in Berlin']],
    ['only the country', { places: [munich] }, ['also in Germany']],
    ['another country is no reason', { places: [paris] }, ['same title', 'same level', '4 of 4 skills']],
  ])('%s', (_name, other, reasons) => {
    expect(alike(other).reasons).toEqual(expect.arrayContaining([...reasons]))
    expect(alike(other).score).toBeLessThanOrEqual(1)
  })

  test('remote jobs are alike wherever they are', () => {
    expect(alike({ places: [paris], workplace: 'remote' }, { workplace: 'remote' }).reasons).toContain('also remote')
  })

  test('cities of one name in two countries are two cities', () => {
    expect(alike({ places: [{ city: 'Berlin', countryCode: 'US' }] }).reasons.join()).not.toContain('Berlin')
  })

  test('each step away from it makes it less alike', () => {
    const scores = [{}, { seniority: 'lead' }, { seniority: 'principal' }, { seniority: 'director' }].map(
      (other) => alike(other as Partial<ComparedJob>).score,
    )
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(new Set(scores.slice(0, 3)).size).toBe(3)
  })

  test('a rare skill in common tells more than a common one', () => {
    const weight = (name: string) => (name === 'dbt' ? 4 : 1)
    const rare = likenessOf(job, { ...job, skills: ['dbt'] }, weight)
    const common = likenessOf(job, { ...job, skills: ['SQL'] }, weight)
    expect(rare.score).toBeGreaterThan(common.score)
  })

  test('what the other does not say lies between the same and something else', () => {
    expect(alike({ skills: [] }).score).toBeGreaterThan(alike({ skills: ['Kafka'] }).score)
    expect(alike({ skills: [] }).score).toBeLessThan(alike({}).score)
  })

  test('a job that says nothing is like none', () => {
    expect(likenessOf(silent, job, () => 1)).toEqual({ score: 0, reasons: [] })
    expect(likenessOf(job, silent, () => 1).reasons).toEqual([])
  })

  test('skills that weigh nothing do not divide by nothing', () => {
    expect(likenessOf(job, job, () => 0).score).toBeLessThan(1)
  })
})

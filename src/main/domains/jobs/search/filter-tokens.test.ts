import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import spoken from '#resources/spoken-languages.json' with { type: 'json' }
import {
  EMPLOYMENT_TYPES,
  ROLE_FAMILIES,
  SENIORITIES,
  SPOKEN_LANGUAGES,
  VISA_STATUSES,
  WORKPLACES,
} from '#shared/facts.ts'
import { excludedRules, filterRules } from './filter-rules.ts'
import * as tokens from './filter-tokens.ts'
import { carries, toMatch } from './rule.ts'
import { everything, factsOf, plainJob } from './search.fixture.ts'

const tokensOf = (job: Partial<typeof plainJob> & { registers?: string[] }): string[] =>
  tokens
    .filterTokens({
      facts: factsOf({ ...plainJob, ...job }),
      sources: job.sources ?? plainJob.sources,
      isClosed: false,
      registers: job.registers ?? [],
    })
    .split(' ')

describe('filter tokens', () => {
  test('a job carries one token for each of its facts', () => {
    expect(
      tokensOf({
        countries: ['DE', 'NL', 'DE'],
        visa: 'offers',
        workplace: 'remote',
        seniority: 'senior',
        roleFamily: 'backend',
        employmentType: 'full_time',
        language: 'de',
        sources: ['sample', 'rss'],
      }).sort(),
    ).toEqual(
      ['#all', '#cde', '#cnl', '#tberlin', '#voffers', '#wremote', '#lsenior', '#fbackend', '#nde', '#osample', '#orss']
        .concat(tokens.employmentToken('full_time'))
        .sort(),
    )
  })

  test.each<[{ min: number | null; max: number | null } | null, number | undefined]>([
    [{ min: 50_000, max: 72_000 }, 70],
    [{ min: 65_000, max: null }, 65],
    [{ min: null, max: 64_999.99 }, 60],
    [{ min: 5_000, max: 5_000 }, 0],
    [{ min: null, max: 900_000 }, 200],
    [{ min: null, max: null }, undefined],
    [null, undefined],
  ])('pay %j carries every step up to %s', (pay, highest) => {
    const carried = tokensOf({ pay }).filter((token) => token.startsWith('#s'))
    const steps = tokens.SALARY_STEPS_THOUSAND_EUR.filter((step) => highest !== undefined && step <= highest)
    expect(carried).toEqual(steps.map(tokens.salaryStepToken))
  })

  test('a language that is only a plus is none that one has to know', () => {
    const asksLanguages = [
      { code: 'de', level: null, need: 'required' as const, evidence: 'German' },
      { code: 'fr', level: null, need: 'preferred' as const, evidence: 'French' },
    ]
    const subject = { facts: { ...factsOf(plainJob), asksLanguages }, sources: [], isClosed: false, registers: [] }
    const carried = tokens.filterTokens(subject).split(' ')
    expect(carried.filter((token) => token.startsWith('#q'))).toEqual(['#qde'])
    const excluded = (speaks: string[]) => excludedRules({ ...everything, openings: 'all', speaks })
    expect(excluded(['en', 'fr'])).toContainEqual(carries('#qde'))
    expect(excluded(['en', 'fr'])).not.toContainEqual(carries('#qfr'))
    expect(excluded([])).toEqual([])
  })

  test('every language that can be read can be filtered by', () => {
    expect([...SPOKEN_LANGUAGES].toSorted()).toEqual(Object.keys(spoken.languages).toSorted())
  })

  test.each([
    [0, { floor: 0, ceiling: 20, isExact: true }],
    [19_999, { floor: 0, ceiling: 20, isExact: false }],
    [60_000, { floor: 60, ceiling: 65, isExact: true }],
    [62_500.5, { floor: 60, ceiling: 65, isExact: false }],
    [200_000, { floor: 200, ceiling: null, isExact: true }],
    [9_000_000, { floor: 200, ceiling: null, isExact: false }],
  ])('a wanted salary of %s lies in its band', (wanted, band) => {
    expect(tokens.salaryBand(wanted)).toEqual(band)
  })

  test('every value of every kind has a token of its own', () => {
    const all = [
      tokens.ANY_JOB_TOKEN,
      ...['DE', 'LL', 'AL'].map(tokens.countryToken),
      ...['Berlin', 'Köln', 'Koln'].map(tokens.cityToken),
      ...VISA_STATUSES.map(tokens.visaToken),
      ...WORKPLACES.map(tokens.workplaceToken),
      ...SENIORITIES.map(tokens.seniorityToken),
      ...ROLE_FAMILIES.map(tokens.roleToken),
      ...EMPLOYMENT_TYPES.map(tokens.employmentToken),
      ...['de', 'en'].map(tokens.languageToken),
      ...['sample', 'the-muse', 'themuse', 'a2', 'a-2'].map(tokens.sourceToken),
      ...['C', 'C++', 'C#', 'F#', '.NET', 'NET', 'Node.js', 'Nodejs', 'node js', '0432b2b'].map(tokens.skillToken),
      ...tokens.SALARY_STEPS_THOUSAND_EUR.map(tokens.salaryStepToken),
    ]
    expect(new Set(all).size).toBe(all.length)
  })

  test('any skill makes one word for the tokenizer, the same only for names equal up to case', () => {
    const nameArb = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('C', 'c', 'C++', 'c2b2b'))
    fc.assert(
      fc.property(nameArb, nameArb, (one, other) => {
        const same = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
        expect(tokens.skillToken(one)).toMatch(/^#k[a-z0-9]*$/)
        const isOneName = Buffer.from(same(one)).equals(Buffer.from(same(other)))
        expect(tokens.skillToken(one) === tokens.skillToken(other)).toBe(isOneName)
      }),
    )
  })

  test('a token gives its value back', () => {
    for (const id of ['sample', 'the-muse', 'a2']) expect(tokens.valueOfToken(tokens.sourceToken(id))).toBe(id)
    for (const role of ROLE_FAMILIES) expect(tokens.valueOfToken(tokens.roleToken(role))).toBe(role)
  })

  test('values from outside cannot leave their token', () => {
    const hostile = ['")', '" ', 'OR', '* ', '\u0000"']
    const rules = filterRules({
      ...everything,
      countries: hostile,
      cities: hostile,
      skills: hostile,
      languages: hostile,
    })
    for (const rule of rules) expect(toMatch(rule)).toMatch(/^"#[a-z0-9]*"( OR "#[a-z0-9]*")*$/)
  })

  test('to choose every value of a fact is to choose none', () => {
    expect(filterRules({ ...everything, visa: [...VISA_STATUSES], workplaces: [...WORKPLACES] })).toEqual([])
  })
})

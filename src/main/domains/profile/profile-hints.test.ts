import { describe, expect, test } from 'vitest'
import { type Profile, profileSchema } from '#shared/profile.ts'
import { isEmptyProfile, profileHints } from './profile-hints.ts'

const profileOf = (parts: Partial<Profile>): Profile => profileSchema.parse(parts)
const skills = (...names: string[]) => names.map((name) => ({ name, years: null, level: null }))
const KNOWN = skills('Python', 'SQL', 'Spark', 'Airflow', 'AWS')

/** Nothing is left to say. */
const FULL: Partial<Profile> = {
  skills: KNOWN,
  roleFamilies: ['backend'],
  countries: ['DE'],
  seniorities: ['senior'],
  languages: [{ code: 'en', level: null }],
  salaryMinEur: 60_000,
  workplaces: ['remote'],
  wishes: ['learning_budget'],
}

describe('hints', () => {
  test('an empty profile is asked for everything, what counts most first', () => {
    expect(profileHints(profileOf({})).map(({ field }) => field)).toEqual([
      'skills',
      'roleFamilies',
      'countries',
      'seniorities',
      'languages',
      'salaryMinEur',
      'workplaces',
      'wishes',
    ])
  })

  test.each<[string, Partial<Profile>, string[]]>([
    ['a full profile', {}, []],
    [
      'few skills',
      { skills: KNOWN.slice(0, 2) },
      ['skills: Name more than 2 of your skills: postings ask for several.'],
    ],
    ['no country but a city', { countries: [], cities: ['Berlin'] }, []],
    ['no level but years', { seniorities: [], yearsOfExperience: 0 }, []],
    ['no least pay but a wish', { salaryMinEur: null, salaryWishEur: 80_000 }, []],
    ['a wish that is the least', { salaryWishEur: 60_000 }, []],
    [
      'a wish below the least',
      { salaryWishEur: 50_000 },
      ['salaryWishEur: Your wish is below your least pay; the least counts.'],
    ],
    ['a skill under another name', { skills: [...KNOWN.slice(1), ...skills('postgres')] }, []],
    [
      'a skill that no table knows',
      { skills: [...KNOWN, ...skills('Zorbling')] },
      ['skills: Not in the skill table, so no posting is found to ask for it: Zorbling.'],
    ],
    [
      'many of them',
      { skills: [...KNOWN, ...skills('Zorbling', 'Quuxing', 'Frobbing', 'Blargling', 'Wibbling')] },
      ['skills: Not in the skill table, so no posting is found to ask for it: Zorbling, Quuxing, Frobbing and 2 more.'],
    ],
  ])('%s', (_name, parts, hints) => {
    const found = profileHints(profileOf({ ...FULL, ...parts }))
    expect(found.map(({ field, message }) => `${field}: ${message}`)).toEqual(hints)
  })
})

describe('a profile that jobs cannot be compared with', () => {
  test.each<[string, Partial<Profile>, boolean]>([
    ['nothing', {}, true],
    ['only an avoided employer', { avoidedCompanies: ['Acme'] }, true],
    ['only a level that says nothing', { seniorities: ['unknown'] }, true],
    ['a liked employer', { likedCompanies: ['Acme'] }, false],
    ['no years of experience at all', { yearsOfExperience: 0 }, false],
    ['a sponsorship', { needsSponsorship: true }, false],
    ['a country', { countries: ['DE'] }, false],
    ['a wish for pay', { salaryWishEur: 1 }, false],
  ])('%s', (_name, parts, isEmpty) => {
    expect(isEmptyProfile(profileOf(parts))).toBe(isEmpty)
  })
})

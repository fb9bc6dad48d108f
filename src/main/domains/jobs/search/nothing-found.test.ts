import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JobSearchInput } from '#shared/jobs.ts'
import { searchWithReasons } from './nothing-found.ts'
import { createJobSearch, type JobSearch } from './search.ts'
import { clock, everything, NOW, openTestDatabase, plainJob, type SampleJob, storeJobs } from './search.fixture.ts'

const DAY_MS = 86_400_000

const JOBS: readonly Partial<SampleJob>[] = [
  { title: 'Python developer', skills: ['Python', 'AWS'], workplace: 'remote', pay: { min: 70_000, max: 90_000 } },
  { title: 'Python engineer', skills: ['Python'], workplace: 'remote' },
  { title: 'Baker', place: 'Paris', countries: ['FR'], workplace: 'onsite' },
  { title: 'Cook', place: 'Paris', countries: ['FR'], workplace: 'onsite', visa: 'offers' },
  { title: 'Old cook', place: 'Lyon', countries: ['FR'], postedAt: NOW - 90 * DAY_MS },
  { title: 'Sailor', place: 'Porto', countries: ['PT'], closedAt: NOW - DAY_MS },
]

describe('what stands in the way of a search that finds nothing', () => {
  const { db, dispose } = openTestDatabase()
  let engine: JobSearch
  const stopped = () => 0
  const hintsOf = (input: Partial<JobSearchInput>, workedMs: () => number = stopped): readonly string[] => {
    const { total, jobs, hints } = searchWithReasons(engine, { ...everything, ...input }, workedMs)
    expect([total, jobs]).toEqual([0, []])
    return hints
  }
  beforeAll(async () => {
    storeJobs(
      db,
      JOBS.map((job) => ({ ...plainJob, ...job })),
    )
    engine = createJobSearch(db, clock)
    await engine.ready()
  })
  afterAll(dispose)

  test.each<[string, Partial<JobSearchInput>, string]>([
    [
      'a city abroad',
      { countries: ['DE'], cities: ['Paris'] },
      'Paris is in France, not in Germany: take off the city or the country.',
    ],
    [
      'cities abroad',
      { countries: ['DE', 'nl'], cities: ['Paris', 'Lyon'] },
      'None of the cities is in Germany or Netherlands: take off the cities or the country.',
    ],
    ['a city by its own name', { cities: ['München'] }, 'München is called Munich here: choose that name.'],
    [
      'a city that nobody knows',
      { countries: ['DE'], cities: ['Zzyzx upon Nowhere'] },
      'Take off the city Zzyzx upon Nowhere, and 2 jobs are left.',
    ],
    [
      'a word asked for and left out',
      { text: 'python -python' },
      '“python” is both asked for and left out: take one of the two off.',
    ],
    [
      'a skill asked for and left out',
      { text: '-skill:python', skills: ['Python'] },
      '“python” is both asked for and left out: take one of the two off.',
    ],
    [
      'pay upside down',
      { salaryMinEur: 80_000, salaryMaxEur: 20_000 },
      'The lowest pay you ask for is above the highest: change one of them.',
    ],
    [
      'pay above all',
      { salaryMinEur: 500_000 },
      'The best paid of 5 jobs otherwise found can reach 90,000 EUR a year: ask for less.',
    ],
    [
      'pay that none of the others states',
      { countries: ['FR'], salaryMinEur: 1 },
      'Take off the pay from 1 EUR, and 3 jobs are left.',
    ],
    ['pay below all', { salaryMaxEur: 20_000 }, 'Take off the pay up to 20,000 EUR, and 5 jobs are left.'],
    [
      'a workplace that the city has not',
      { workplaces: ['remote'], cities: ['Paris'] },
      'Take off the city Paris, and 2 jobs are left.',
    ],
    ['one skill too many', { skills: ['Python', 'Cobol'] }, 'Take off the skill Cobol, and 2 jobs are left.'],
    [
      'any of skills that none has',
      { skillsAny: ['Cobol', 'Fortran', 'Ada', 'APL', 'PL/I'], text: 'python' },
      'Take off the skills Cobol, Fortran, Ada and 2 more, and 2 jobs are left.',
    ],
    [
      'the filter that leaves most, not the first',
      { text: 'baker', visa: ['offers'], countries: ['FR'] },
      'Take off the text “baker”, and 1 job is left.',
    ],
    ['few days', { text: 'cook', cities: ['Lyon'], postedWithinDays: 7 }, 'Take off the city Lyon, and 1 job is left.'],
    [
      'filters that only together are in the way',
      { text: 'cook', skills: ['Python'], cities: ['Berlin'], visa: ['refuses'] },
      'These filters leave no job together: take off several of them, or all.',
    ],
    ['a job that is closed', { text: 'sailor' }, '1 job that is closed would fit: show closed jobs as well.'],
    [
      'a job that is closed, and a filter',
      { text: 'sailor', countries: ['PT'] },
      '1 job that is closed would fit: show closed jobs as well.',
    ],
    ['marks', { mark: 'saved', text: 'cook' }, 'Take off the limit to saved jobs, and 2 jobs are left.'],
  ])('%s', (_what, input, hint) => {
    expect(hintsOf(input)).toEqual([hint])
  })

  test.each<[string, Partial<JobSearchInput>]>([
    ['a text that nothing says', { text: 'zebra' }],
    ['nothing saved yet', { mark: 'saved' }],
  ])('%s needs no reason', (_what, input) => {
    expect(hintsOf(input)).toEqual([])
  })

  test('a search that finds something has none, and neither has a page beyond its end', () => {
    for (const page of [1, 9]) {
      const input = { ...everything, cities: ['Paris'], page }
      expect(searchWithReasons(engine, input).hints).toEqual([])
    }
  })

  test('how the text was read is said before the reason', () => {
    expect(hintsOf({ text: '"cook', cities: ['Berlin'] })).toEqual([
      'A quote was not closed; what follows it was searched as single words.',
      'Take off the city Berlin, and 2 jobs are left.',
    ])
  })

  test('when counting takes long, the best of what was counted is told', () => {
    const input = { cities: ['Paris'], text: 'python', workplaces: ['remote' as const] }
    const after = (counts: number) => {
      let looks = 0
      return () => (looks++ <= counts ? 0 : 50)
    }
    expect(hintsOf({ ...input, skills: ['Cobol'] }, after(3))).toEqual([
      'These filters leave no job together: take off several of them, or all.',
    ])
    expect(hintsOf(input, after(1))).toEqual(['Take off the city Paris, and 2 jobs are left.'])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JobSearchInput } from '#shared/jobs.ts'
import { createJobSearch, type JobSearch } from './search.ts'
import { clock, everything, openTestDatabase, plainJob, storeJobs } from './search.fixture.ts'

const titlesOf = (engine: JobSearch, input: Partial<JobSearchInput>): string[] =>
  engine.search({ ...everything, ...input }).jobs.map((job) => job.title)

describe('skills of which one is enough', () => {
  const { db, dispose } = openTestDatabase()
  let engine: JobSearch
  beforeAll(() => {
    const skills = { ml: ['Python', 'AWS'], web: ['TypeScript', 'AWS'], data: ['Python', 'GCP'], none: [] }
    storeJobs(
      db,
      Object.entries(skills).map(([title, names]) => ({ ...plainJob, title, skills: names })),
    )
    engine = createJobSearch(db, clock)
  })
  afterAll(dispose)

  test.each<[Partial<JobSearchInput>, readonly string[]]>([
    [{ skillsAny: ['gcp', 'typescript'] }, ['data', 'web']],
    [{ skillsAny: ['AWS'] }, ['ml', 'web']],
    [{ skills: ['Python'], skillsAny: ['AWS', 'TypeScript'] }, ['ml']],
    [{ skills: ['Python', 'AWS'], skillsAny: ['GCP'] }, []],
  ])('%j', async (input, titles) => {
    expect(titlesOf(engine, input).sort()).toEqual(titles)
    expect(db.write(() => titlesOf(engine, input)).sort()).toEqual(titles)
    const { sources } = await engine.facets({ ...everything, ...input })
    expect(sources[0]?.count ?? 0).toBe(titles.length)
  })
})

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type JobSearchInput, type JobSearchResult, jobSearchResultSchema } from '#shared/jobs.ts'
import type { ProfilePatch } from '#shared/profile.ts'
import { recommendationListSchema, type RecommendationList } from '#shared/recommendations.ts'
import { runCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'
import { discover, testCore } from '../support/test-core.ts'
import { screenOf } from './screen-host.ts'

/** The command line and the screen ask the same procedures: over one profile they must answer alike, value for value. */

const PROFILE: ProfilePatch = {
  skills: ['python', 'SQL', 'airflow', 'Spark'].map((name) => ({ name, years: 4, level: null })),
  yearsOfExperience: 5,
  seniorities: ['mid', 'senior'],
  roleFamilies: ['data_engineer'],
  languages: [{ code: 'en', level: 'C1' }],
  countries: ['DE', 'NL'],
  salaryMinEur: 55_000,
}

const FILE = 'career-copilot.db'
const filled = mkdtempSync(join(tmpdir(), 'career-copilot-'))
afterAll(() => rmSync(filled, { recursive: true, force: true }))

test('the sample jobs are there, scored for a profile, one saved and one hidden', async () => {
  const core = testCore({ profileDir: filled })
  await discover(core, ['sample'])
  const scored = new Promise<void>((resolve, reject) => {
    const look = ({ isFresh }: RecommendationList): void => {
      if (isFresh) resolve()
    }
    core.events.listen(({ type }) => {
      if (type === 'jobs.changed') core.client.recommendations.list({}).then(look, reject)
    })
  })
  await core.client.profile.update(PROFILE)
  await scored
  const [first, second] = (await core.client.jobs.search({ text: 'data' })).jobs
  if (first === undefined || second === undefined) throw new Error('The sample feed has no data jobs')
  await core.client.jobs.save({ id: first.id, isSaved: true })
  await core.client.jobs.hide({ id: second.id, isHidden: true, reason: 'place' })
  expect((await core.client.jobs.search({ mark: 'saved' })).jobs).toMatchObject([{ id: first.id }])
  expect((await core.client.jobs.search({ mark: 'hidden' })).jobs).toMatchObject([{ id: second.id }])
  await core.stop()
})

/** A copy of the filled profile: what one test does to it reaches no other. */
function copyOfFilled(): string {
  const home = tempDir()
  copyFileSync(join(filled, FILE), join(home, FILE))
  return home
}

async function told(home: string, args: readonly string[]): Promise<unknown> {
  const { code, stdout, stderr } = await runCliProcess(['--home', home, ...args, '--json'])
  expect([code, stderr]).toEqual([0, ''])
  return JSON.parse(stdout)
}

/** Everything that is an answer; how long it took is none. */
function answerOf({ tookMs: _tookMs, ...answer }: JobSearchResult): Omit<JobSearchResult, 'tookMs'> {
  return answer
}

/** Each row in words of the command line and of the screen, and how many jobs it has to find at least: a row that finds nothing
 *  proves little. */
const SEARCHES: readonly (readonly [args: readonly string[], input: Partial<JobSearchInput>, atLeast: number])[] = [
  [[], {}, 200],
  [['--text', 'python "data engineer" -senior'], { text: 'python "data engineer" -senior' }, 2],
  [['--text', 'skill:python OR skill:rust'], { text: 'skill:python OR skill:rust' }, 20],
  [['--text', 'company:GmbH eng*', '--sort', 'relevance'], { text: 'company:GmbH eng*', sort: 'relevance' }, 10],
  [['--text', 'never "closed'], { text: 'never "closed' }, 0],
  [['--city', 'Berlin,munich'], { cities: ['Berlin', 'munich'] }, 10],
  [['--country', 'de', '--country', 'NL'], { countries: ['DE', 'NL'] }, 50],
  [['--visa', 'offers', '--visa', 'conditional'], { visa: ['offers', 'conditional'] }, 20],
  [['--skill', 'Python,SQL'], { skills: ['Python', 'SQL'] }, 10],
  [['--salary-min', '65000', '--sort', 'salary'], { salaryMinEur: 65_000, sort: 'salary' }, 10],
  [
    ['--workplace', 'remote,hybrid', '--seniority', 'senior', '--role', 'backend,data_engineer'],
    { workplaces: ['remote', 'hybrid'], seniorities: ['senior'], roleFamilies: ['backend', 'data_engineer'] },
    2,
  ],
  [['--type', 'full_time', '--language', 'DE'], { employmentTypes: ['full_time'], languages: ['de'] }, 1],
  [['--speaks', 'en', '--since-days', '14'], { speaks: ['en'], postedWithinDays: 14 }, 20],
  [['--skills-any', 'AWS,kubernetes, ,AWS'], { skillsAny: ['AWS', 'kubernetes'] }, 10],
  [
    ['--skill', 'Python', '--skills-any', 'SQL', '--skills-any', 'AWS'],
    { skills: ['Python'], skillsAny: ['SQL', 'AWS'] },
    5,
  ],
  [['--salary-min', '50000', '--salary-max', '62500'], { salaryMinEur: 50_000, salaryMaxEur: 62_500 }, 5],
  [['--text', 'company : GmbH title: engineer'], { text: 'company : GmbH title: engineer' }, 1],
  [['--text', 'python -python'], { text: 'python -python' }, 0],
  [['--country', 'DE', '--city', 'Paris'], { countries: ['DE'], cities: ['Paris'] }, 0],
  [['--city', 'Köln'], { cities: ['Köln'] }, 0],
  [['--reaches-permit'], { reachesPermit: true }, 10],
  [['--sponsor-listed', '--openings', 'all'], { isSponsorListed: true, openings: 'all' }, 0],
  [['--show', 'saved'], { mark: 'saved' }, 1],
  [['--show', 'hidden', '--openings', 'all'], { mark: 'hidden', openings: 'all' }, 1],
  [['--sort', 'match', '--per-page', '200'], { sort: 'match', perPage: 200 }, 200],
  [['--source', 'sample', '--page', '3', '--per-page', '50'], { sources: ['sample'], page: 3, perPage: 50 }, 101],
  [
    ['--text', 'engineer', '--sort', 'relevance', '--page', '2', '--per-page', '7'],
    { text: 'engineer', sort: 'relevance', page: 2, perPage: 7 },
    8,
  ],
]

describe('search', () => {
  test('finds what the jobs screen finds: the same jobs, in the same order, of the same total, with the same hints', async () => {
    const home = copyOfFilled()
    const screen = await screenOf(testCore({ profileDir: home }))
    for (const [args, input, atLeast] of SEARCHES) {
      const shown = await screen.jobs.search({ perPage: 20, ...input })
      const same = jobSearchResultSchema.parse(await told(home, ['search', ...args]))
      expect(answerOf(same), args.join(' ')).toEqual(answerOf(shown))
      expect(same.total, args.join(' ')).toBeGreaterThanOrEqual(atLeast)
    }
  }, 180_000)

  test('that finds nothing says why: in print, as JSON and on the screen', async () => {
    const home = copyOfFilled()
    const screen = await screenOf(testCore({ profileDir: home }))
    const hints = ['Paris is in France, not in Germany: take off the city or the country.']
    expect(await screen.jobs.search({ countries: ['DE'], cities: ['Paris'] })).toMatchObject({ total: 0, hints })
    const args = ['search', '--country', 'DE', '--city', 'Paris']
    expect(await told(home, args)).toMatchObject({ total: 0, hints })
    const printed = await runCliProcess(['--home', home, ...args])
    expect(printed).toMatchObject({ code: 0, stdout: expect.stringContaining(`${hints.join()}\n`) })
  }, 60_000)

  test('pages follow each other without a gap or a double, and beyond the last the total stays', async () => {
    const home = copyOfFilled()
    const all = jobSearchResultSchema.parse(await told(home, ['search', '--sort', 'match', '--per-page', '200']))
    const pages = [1, 2, 3, 4].map(async (page) =>
      jobSearchResultSchema.parse(
        await told(home, ['search', '--sort', 'match', '--per-page', '50', '--page', `${page}`]),
      ),
    )
    const ids = (await Promise.all(pages)).flatMap(({ jobs }) => jobs.map(({ id }) => id))
    expect(ids).toEqual(all.jobs.map(({ id }) => id))
    expect(all.jobs.every(({ match }) => match !== null)).toBe(true)
    expect(await told(home, ['search', '--page', '900'])).toMatchObject({ total: all.total, jobs: [] })
  }, 180_000)
})

/** What a list says, without its name and the moment in which it was made. */
function listOf({ computedAt: _computedAt, listId: _listId, ...list }: RecommendationList) {
  return list
}

describe('recommend', () => {
  test.each([
    [[], {}],
    [['--limit', '7', '--min-score', '55.5', '--max-per-company', '1'], { limit: 7, minScore: 55.5, maxPerCompany: 1 }],
    [['--limit', '200', '--min-score', '0', '--max-per-company', '50'], { limit: 200, minScore: 0, maxPerCompany: 50 }],
  ] as const)(
    'ranks as the screen does: jobs, scores, parts, totals, weights %j',
    async (args, input) => {
      const home = copyOfFilled()
      const core = testCore({ profileDir: home })
      // Points fall with the age of a posting: the answer lies between that of the moment before and that of the moment after.
      const before = await (await screenOf(core)).recommendations.list({ limit: 20, ...input })
      const same = recommendationListSchema.parse(await told(home, ['recommend', ...args]))
      const after = await (await screenOf(testCore({ profileDir: home }))).recommendations.list({ limit: 20, ...input })
      expect([listOf(before), listOf(after)]).toContainEqual(listOf(same))
      expect(same.jobs.length).toBeGreaterThan(3)
    },
    120_000,
  )

  test('follows a profile and weights that were changed on the screen', async () => {
    const home = copyOfFilled()
    const screen = await screenOf(testCore({ profileDir: home }))
    const before = recommendationListSchema.parse(await told(home, ['recommend']))
    await screen.profile.update({ skills: [{ name: 'React' }], roleFamilies: ['frontend'] })
    await screen.recommendations.setWeights({
      weights: { skills: 10, place: 0, experience: 0, salary: 0, culture: 0, growth: 0, recency: 90 },
    })
    const after = recommendationListSchema.parse(await told(home, ['recommend']))
    expect(after.weights).toMatchObject({ skills: 10, recency: 90 })
    expect(after.jobs.map(({ job }) => job.id)).not.toEqual(before.jobs.map(({ job }) => job.id))
    const shown = await screen.recommendations.list({ limit: 20 })
    expect(after.jobs.map(({ job }) => job.id)).toEqual(shown.jobs.map(({ job }) => job.id))
  }, 120_000)
})

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Core } from '#main/core.ts'
import type { ProfilePatch } from '#shared/profile.ts'
import { MATCH_FACTORS, type RecommendedJob } from '#shared/recommendations.ts'
import { tempDir } from '../support/profile.ts'
import { discover, testCore } from '../support/test-core.ts'

const DATA_PERSON: ProfilePatch = {
  skills: ['python', 'SQL', 'pandas', 'airflow', 'Spark', 'AWS'].map((name) => ({ name, years: 4, level: null })),
  yearsOfExperience: 5,
  seniorities: ['mid', 'senior'],
  roleFamilies: ['data_engineer', 'data_scientist'],
  languages: [{ code: 'en', level: 'C1' }],
  countries: ['DE', 'NL'],
  salaryMinEur: 55_000,
  wishes: ['flexible_hours', 'learning_budget'],
}

const FILE = 'career-copilot.db'
const filled = mkdtempSync(join(tmpdir(), 'career-copilot-'))
afterAll(() => rmSync(filled, { recursive: true, force: true }))

test('the sample feed is there to be compared', async () => {
  const core = testCore({ profileDir: filled })
  expect((await discover(core, ['sample'])).state).toBe('completed')
})

/** A core over a copy of the filled profile. */
function sampleCore(): Core {
  const profileDir = tempDir()
  copyFileSync(join(filled, FILE), join(profileDir, FILE))
  return testCore({ profileDir })
}

async function coreWithSample(profile: ProfilePatch = DATA_PERSON): Promise<Core> {
  const core = sampleCore()
  await core.client.profile.update(profile)
  return core
}

/** Resolves when the scores of the background are done. */
async function scored(core: Core): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const stop = core.events.listen(({ type }) => {
      if (type === 'jobs.changed') core.client.recommendations.list({}).then(look, reject)
    })
    const look = ({ isFresh }: { isFresh: boolean }): void => {
      if (!isFresh) return
      stop()
      resolve()
    }
    core.start({ withSchedule: false })
  })
}

const tenths = (points: number) => Math.round(points * 10)

function expectSound({ score, parts }: RecommendedJob): void {
  expect(parts.map(({ factor }) => factor)).toEqual(MATCH_FACTORS)
  expect(parts.reduce((sum, { points }) => sum + tenths(points), 0)).toBe(tenths(score))
  expect(parts.reduce((sum, { weight }) => sum + tenths(weight), 0)).toBe(1000)
  for (const { points, weight, value, evidence } of parts) {
    expect(tenths(points)).toBeGreaterThanOrEqual(0)
    expect(tenths(points)).toBeLessThanOrEqual(tenths(weight))
    expect(value).toBeGreaterThanOrEqual(0)
    expect(value).toBeLessThanOrEqual(1)
    expect(evidence).toMatch(/[.”]$/)
  }
}

test('an empty profile gets an empty list with hints and no error', async () => {
  const core = sampleCore()
  const view = await core.client.profile.get()
  expect(view).toMatchObject({ version: 0, updatedAt: null, isEmpty: true })
  const list = await core.client.recommendations.list({})
  expect(list).toMatchObject({ jobs: [], total: 0 })
  expect(list.hints[0]).toBe('Your profile says nothing yet that jobs could be compared with.')
  expect((await core.client.recommendations.skillGaps({})).gaps).toEqual([])
})

test('a list is ranked, its parts add up to the scores exactly, and no employer has more than its share', async () => {
  const core = await coreWithSample()
  const list = await core.client.recommendations.list({ limit: 200, minScore: 0, maxPerCompany: 2 })
  expect(list.jobs.length).toBeGreaterThan(50)
  for (const job of list.jobs) expectSound(job)
  const companies = list.jobs.map(({ job }) => job.company)
  const most = Math.max(...companies.map((name) => companies.filter((other) => other === name).length))
  expect(most).toBeLessThanOrEqual(2)
  const [first] = list.jobs
  expect(first?.parts.find(({ factor }) => factor === 'skills')?.evidence).toMatch(/^\d+ of \d+ skills/)
})

test('a profile that names only countries gets jobs there, or remote ones that reach them', async () => {
  const core = await coreWithSample({ countries: ['PT'] })
  const { jobs } = await core.client.recommendations.list({ limit: 5 })
  expect(jobs.length).toBe(5)
  for (const { job } of jobs) expect(job.place?.countryCode === 'PT' || job.workplace === 'remote').toBe(true)
})

test('an update replaces the fields it names, keeps the others, and counts only real changes', async () => {
  const core = testCore()
  const first = await core.client.profile.update({
    skills: [{ name: 'postgres' }, { name: 'PostgreSQL' }],
    cities: ['Munich'],
  })
  expect(first.profile.skills).toEqual([{ name: 'PostgreSQL', years: null, level: null }])
  const second = await core.client.profile.update({ countries: ['DE'] })
  expect(second).toMatchObject({ version: 2, profile: { cities: ['Munich'], countries: ['DE'] } })
  expect((await core.client.profile.update({ countries: ['DE'] })).version).toBe(2)
})

test('other weights are previewed over the same jobs without storing anything', async () => {
  const core = await coreWithSample()
  const before = await core.client.recommendations.list({ minScore: 0 })
  const onlyPay = { skills: 0, place: 0, experience: 0, salary: 1, culture: 0, growth: 0, recency: 0 }
  const preview = await core.client.recommendations.preview({ minScore: 0, weights: onlyPay })
  expect(preview.weights.salary).toBe(100)
  expect(preview.jobs[0]?.parts.find(({ factor }) => factor === 'salary')?.value).toBe(1)
  expect(await core.client.recommendations.list({ minScore: 0 })).toMatchObject({ weights: before.weights })
  const none = { ...onlyPay, salary: 0 }
  await expect(core.client.recommendations.preview({ weights: none })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('an explanation says what was lost, most first, and what a missing skill would add', async () => {
  const core = await coreWithSample()
  const { jobs } = await core.client.recommendations.list({})
  const withGap = jobs.find(({ missingSkills }) => missingSkills.length > 1)
  if (withGap === undefined) throw new Error('No job of the sample misses a skill')
  const explained = await core.client.recommendations.explain({ jobId: withGap.job.id })
  expectSound(explained)
  expect(explained.score).toBe(withGap.score)
  expect(explained.losses.map(({ lost }) => lost)).toEqual(
    explained.losses.map(({ lost }) => lost).toSorted((a, b) => b - a),
  )
  const lost = explained.losses.reduce((sum, loss) => sum + tenths(loss.lost), 0)
  expect(lost + tenths(explained.score)).toBe(1000)
  expect(explained.losses.find(({ factor }) => factor === 'skills')?.sentence).toMatch(/would add \d+\.\d points/)
})

test('what was hidden is left out, what was saved is marked, and both are learned from until they are taken back', async () => {
  const core = await coreWithSample()
  const { recommendations, jobs } = core.client
  const list = await recommendations.list({ limit: 20 })
  const [first, second, ...others] = list.jobs.map(({ job }) => job.id)
  if (first === undefined || second === undefined) throw new Error('The list is too short')
  await jobs.save({ id: first, isSaved: true })
  await jobs.hide({ id: second, isHidden: true, reason: 'salary' })
  for (const id of others.slice(0, 4)) await jobs.hide({ id, isHidden: true, reason: 'salary' })
  const after = await recommendations.list({ limit: 200 })
  expect(after.jobs.find(({ job }) => job.id === first)?.job.isSaved).toBe(true)
  expect(after.jobs.some(({ job }) => job.id === second)).toBe(false)
  const learned = await recommendations.weights()
  expect(learned.from).toEqual({ saved: 1, applied: 0, hidden: 5 })
  const salary = learned.learned.find(({ factor }) => factor === 'salary')
  expect(salary?.shift).toBeGreaterThan(0)
  expect(salary?.shift).toBeLessThanOrEqual(salary?.bound ?? 0)
  expect(salary?.sentence).toContain('you hid 5 jobs because of it')
  expect(learned.effective.salary).toBeGreaterThan(learned.own.salary)

  expect((await recommendations.setLearning({ isOn: false })).effective).toEqual(learned.own)
  await recommendations.setLearning({ isOn: true })
  await jobs.hide({ id: second, isHidden: false })
  expect((await recommendations.weights()).from.hidden).toBe(4)
  expect((await recommendations.forgetLearned()).from).toEqual({ saved: 0, applied: 0, hidden: 0 })
  expect((await recommendations.list({})).weights).toEqual(learned.own)
  expect((await recommendations.weights()).from).toEqual({ saved: 0, applied: 0, hidden: 0 })
})

test('a job hidden for its employer lowers the others of that employer, and says so', async () => {
  const core = await coreWithSample()
  const { recommendations, jobs } = core.client
  const list = await recommendations.list({ limit: 200, minScore: 0, maxPerCompany: 50 })
  const names = list.jobs.map(({ job }) => job.company)
  const twice = list.jobs.find(({ job }) => names.filter((name) => name === job.company).length > 1)
  const other = list.jobs.find(({ job }) => job.company === twice?.job.company && job.id !== twice.job.id)
  if (twice === undefined || other === undefined) throw new Error('No employer of the sample has two jobs')
  await jobs.hide({ id: twice.job.id, isHidden: true, reason: 'company' })
  const culture = (await recommendations.explain({ jobId: other.job.id })).parts.find(
    ({ factor }) => factor === 'culture',
  )
  expect(culture).toMatchObject({
    value: 0,
    evidence: 'You have hidden a job of this employer because of the employer.',
  })
})

test('own weights are kept, and the product’s are there again when they are given up', async () => {
  const core = await coreWithSample()
  const own = { skills: 10, place: 60, experience: 10, salary: 5, culture: 5, growth: 5, recency: 5 }
  expect(await core.client.recommendations.setWeights({ weights: own })).toMatchObject({ own, isDefault: false })
  expect((await core.client.recommendations.list({})).weights).toEqual(own)
  const view = await core.client.recommendations.setWeights({ weights: null })
  expect(view).toMatchObject({ isDefault: true, own: { skills: 40 } })
})

test('scores are made in the background, and the list tells when they are those of this profile', async () => {
  const core = await coreWithSample()
  expect((await core.client.recommendations.list({})).isFresh).toBe(false)
  await scored(core)
  expect((await core.client.recommendations.list({})).isFresh).toBe(true)
  await core.client.profile.update({ countries: ['PT'] })
  expect((await core.client.recommendations.list({})).isFresh).toBe(false)
  await scored(core)
})

test('skill gaps name skills that the profile has not, with demand among good matches', async () => {
  const core = await coreWithSample()
  const { gaps, goodMatches } = await core.client.recommendations.skillGaps({ limit: 10 })
  expect(goodMatches).toBeGreaterThan(0)
  expect(gaps.length).toBeGreaterThan(0)
  for (const gap of gaps) {
    expect(['Python', 'SQL', 'pandas', 'Airflow', 'Spark', 'AWS']).not.toContain(gap.skill)
    expect(gap.jobs).toBeLessThanOrEqual(goodMatches)
    expect(gap.jobs + gap.wouldOpen).toBeGreaterThan(0)
  }
})

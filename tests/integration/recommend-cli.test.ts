import { expect, test } from 'vitest'
import { profileViewSchema } from '#shared/profile.ts'
import { recommendationListSchema } from '#shared/recommendations.ts'
import { runCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'
import { discover, testCore } from '../support/test-core.ts'

test('recommend and profile get answer as the contract does', async () => {
  const home = tempDir()
  const core = testCore({ profileDir: home })
  await discover(core, ['sample'])
  const view = await core.client.profile.update({
    skills: [{ name: 'python' }, { name: 'SQL' }],
    countries: ['DE', 'NL'],
  })
  const ask = ['--limit', '10', '--min-score', '20', '--max-per-company', '2']
  const [told, profile] = await Promise.all([
    runCliProcess(['--home', home, 'recommend', '--json', ...ask]),
    runCliProcess(['--home', home, 'profile', 'get', '--json']),
  ])
  expect([told.code, profile.code]).toEqual([0, 0])
  expect(profileViewSchema.parse(JSON.parse(profile.stdout))).toEqual(view)
  const list = recommendationListSchema.parse(JSON.parse(told.stdout))
  const same = await core.client.recommendations.list({ limit: 10, minScore: 20, maxPerCompany: 2 })
  expect(list.jobs.length).toBe(10)
  expect(list.jobs.map(({ job, score }) => [job.id, score])).toEqual(same.jobs.map(({ job, score }) => [job.id, score]))
  expect([list.total, list.considered, list.weights]).toEqual([same.total, same.considered, same.weights])
})

test('profile set takes names by comma, words and JSON, and refuses what does not fit', async () => {
  const home = tempDir()
  const set = async (...args: string[]) => await runCliProcess(['--home', home, 'profile', 'set', ...args])
  expect((await set('skills', 'python, k8s')).code).toBe(0)
  const told = await set('needsSponsorship', 'true', '--json')
  expect(profileViewSchema.parse(JSON.parse(told.stdout))).toMatchObject({
    version: 2,
    profile: { skills: [{ name: 'Python' }, { name: 'Kubernetes' }], needsSponsorship: true },
  })
  const nothing = await set('shoeSize', '43')
  expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringContaining('There is no field "shoeSize"')])
  const wrong = await set('countries', '["Germany"]')
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('countries')])
})

test('without a profile, recommend says what is missing', async () => {
  const told = await runCliProcess(['--home', tempDir(), 'recommend'])
  expect(told.code).toBe(0)
  expect(told.stdout).toContain('Your profile says nothing yet that jobs could be compared with.')
})

import { expect, test } from 'vitest'
import { DEFAULT_WEIGHTS, MATCH_FACTORS } from '#shared/recommendations.ts'
import { tempDir } from '../support/profile.ts'
import { discover, testCore } from '../support/test-core.ts'

const NEWS_FIRST = { ...DEFAULT_WEIGHTS, recency: 100 }
const PAY_FIRST = { ...DEFAULT_WEIGHTS, salary: 100 }

test('lists and explanations follow the experiment, what is seen of them is counted, and the own weights come back', async () => {
  const core = testCore({ profileDir: tempDir() })
  const { client } = core
  await discover(core, ['sample'])
  await client.profile.update({ roleFamilies: ['data_engineer'], skills: [{ name: 'Python', years: 4, level: null }] })
  const own = await client.recommendations.list({})

  const started = await client.experiments.start({ name: 'Pay or news', a: NEWS_FIRST, b: PAY_FIRST })
  expect(started.share).toBe(0.5)
  await expect(client.experiments.start({ name: 'Another', a: NEWS_FIRST, b: PAY_FIRST })).rejects.toMatchObject({
    code: 'EXPERIMENT_ACTIVE',
    data: { id: started.id, name: 'Pay or news' },
  })

  const list = await client.recommendations.list({})
  const variant = list.listId.startsWith(`experiment-${started.id}-a-`) ? 'a' : 'b'
  expect(list.listId).toMatch(/^experiment-\d+-[ab]-\d{4}-\d{2}-\d{2}$/)
  const chosen = variant === 'a' ? NEWS_FIRST : PAY_FIRST
  const total = MATCH_FACTORS.reduce((sum, factor) => sum + chosen[factor], 0)
  for (const factor of MATCH_FACTORS) expect(list.weights[factor]).toBeCloseTo((chosen[factor] / total) * 100, 0)
  expect((await client.recommendations.list({ limit: 5 })).listId).toBe(list.listId)
  const [first, second] = list.jobs
  if (first === undefined || second === undefined) throw new Error('the sample has no two jobs that fit')
  const asListed = await client.recommendations.explain({ jobId: first.job.id, asListed: true })
  expect(asListed.score).toBe(first.score)
  const asOwn = await client.recommendations.explain({ jobId: first.job.id })
  expect(asOwn.parts.map(({ weight }) => weight)).not.toEqual(asListed.parts.map(({ weight }) => weight))
  expect(asOwn.score).toBe(own.jobs.find(({ job }) => job.id === first.job.id)?.score)

  const { listId } = list
  const shown = [first, second].map(({ job }, at) => ({ jobId: job.id, position: at + 1 }))
  await client.experiments.record({ listId, shown, opened: { jobId: first.job.id, dwellMs: 1_000 } })
  await client.experiments.record({ listId, opened: { jobId: second.job.id, dwellMs: 1_000 } })
  await client.jobs.save({ id: second.job.id, isSaved: true })
  await client.experiments.record({ listId, shown, opened: { jobId: second.job.id, dwellMs: 1_000 } })
  const [counted] = await client.experiments.list()
  expect(counted?.[variant]).toMatchObject({ lists: 1, shown: 2, clicked: 1, applied: 0, clickRate: 0.5 })

  await client.experiments.stop({ id: started.id })
  expect((await client.recommendations.list({})).listId).not.toMatch(/^experiment/)
  expect((await client.recommendations.list({})).weights).toEqual(own.weights)
  await expect(client.experiments.stop({ id: 404 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await core.stop()
})

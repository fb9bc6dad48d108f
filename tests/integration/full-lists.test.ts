import { expect, test } from 'vitest'
import type { Core } from '#main/core.ts'
import type { Run, SourceRun } from '#shared/discovery.ts'
import { companySlugs } from '../fakes/content.ts'
import type { Fakes } from '../fakes/job-boards.ts'
import { fakesFor } from '../support/read-source.ts'
import { discover, testCore, watchOnly } from '../support/test-core.ts'

/** What stands on a full list is open, what no longer does is closed; what a page of known postings hides is known. */

const ALL = { maxPostingsPerRun: 10_000, targetRoles: [], targetCountries: [] }

async function boards(slugs = companySlugs()): Promise<{ core: Core; fakes: Fakes }> {
  const fakes = await fakesFor({ content: { count: 72 } })
  const core = testCore({ baseUrls: fakes.urls })
  await core.client.settings.update(ALL)
  await watchOnly(core, 'greenhouse', slugs)
  return { core, fakes }
}

function of(run: Run, sourceId: string): SourceRun {
  const source = run.sources.find((part) => part.sourceId === sourceId)
  if (source === undefined) throw new Error(`${sourceId} is not in the run`)
  return source
}

const count = async (core: Core, openings: 'open' | 'closed' | 'all') =>
  (await core.client.jobs.search({ openings })).total

test('a posting that is gone from its board closes its job, which is then shown only when asked for', async () => {
  const { core, fakes } = await boards()
  const first = of(await discover(core, ['greenhouse']), 'greenhouse')
  expect(first).toMatchObject({ found: 72, closed: 0 })
  fakes.setContent({ revision: 2 })
  const second = of(await discover(core, ['greenhouse']), 'greenhouse')
  // Every fifteenth of 72 is gone, five are new.
  expect(second).toMatchObject({ closed: 4, new: 5 })
  expect(await count(core, 'open')).toBe(first.new + 5 - 4)
  expect(await count(core, 'closed')).toBe(4)
  expect(await count(core, 'all')).toBe(first.new + 5)
  const [closed] = (await core.client.jobs.search({ openings: 'closed' })).jobs
  if (closed === undefined) throw new Error('no job was closed')
  const { postings } = await core.client.jobs.get({ id: closed.id })
  expect(postings.map(({ closedAt }) => closedAt)).toEqual([closed.closedAt])
})

test('a posting that comes back opens its job again', async () => {
  const { core, fakes } = await boards()
  await discover(core, ['greenhouse'])
  fakes.setContent({ revision: 2 })
  await discover(core, ['greenhouse'])
  fakes.setContent({ revision: 1 })
  await discover(core, ['greenhouse'])
  const open = await core.client.jobs.search({ openings: 'open', perPage: 200 })
  expect(open.total).toBe(72)
  // The five of the second revision are gone in their turn.
  expect(await count(core, 'closed')).toBe(5)
})

test('a saved job stays in sight when it closes', async () => {
  const { core, fakes } = await boards()
  await discover(core, ['greenhouse'])
  for (const job of (await core.client.jobs.search({ perPage: 200 })).jobs) {
    await core.client.jobs.save({ id: job.id, isSaved: true })
  }
  fakes.setContent({ revision: 2 })
  await discover(core, ['greenhouse'])
  expect((await core.client.jobs.search({ mark: 'saved' })).total).toBe(72)
})

test('a job that another source still has stays open', async () => {
  const { core, fakes } = await boards()
  await discover(core, ['greenhouse', 'arbeitnow'])
  const shared = (await core.client.jobs.search({ perPage: 200 })).jobs.filter(({ sources }) => sources.length > 1)
  expect(shared.length).toBeGreaterThan(0)
  fakes.setMode('greenhouse', 'empty')
  await discover(core, ['greenhouse'])
  await discover(core, ['greenhouse'])
  const closed = (await core.client.jobs.search({ openings: 'closed', perPage: 200 })).jobs
  expect(closed.length).toBeGreaterThan(0)
  expect(closed.filter(({ sources }) => sources.length > 1)).toEqual([])
})

test('a board that is suddenly empty closes nothing the first time, all of it the second', async () => {
  const { core, fakes } = await boards()
  await discover(core, ['greenhouse'])
  fakes.setMode('greenhouse', 'empty')
  expect(of(await discover(core, ['greenhouse']), 'greenhouse').closed).toBe(0)
  expect(await count(core, 'open')).toBe(72)
  expect(of(await discover(core, ['greenhouse']), 'greenhouse').closed).toBe(72)
  expect(await count(core, 'open')).toBe(0)
})

test.each(['server-error', 'garbage', 'login-page', 'unauthorised'] as const)(
  'a board that fails with %s closes nothing',
  async (mode) => {
    const { core, fakes } = await boards(companySlugs().slice(0, 1))
    await discover(core, ['greenhouse'])
    const before = await count(core, 'open')
    fakes.setMode('greenhouse', mode)
    await discover(core, ['greenhouse'])
    await discover(core, ['greenhouse'])
    expect(await count(core, 'open')).toBe(before)
  },
)

test('a board that says that nothing has changed keeps all of its jobs open and fresh', async () => {
  const { core } = await boards()
  await discover(core, ['greenhouse'])
  const run = of(await discover(core, ['greenhouse']), 'greenhouse')
  expect(run).toMatchObject({ state: 'ok', found: 0, closed: 0 })
  expect(await count(core, 'closed')).toBe(0)
  const employers = await core.client.employers.list()
  for (const { state, isOn } of employers.filter(({ kind, isOn }) => kind === 'greenhouse' && isOn)) {
    expect([state, isOn]).toEqual(['ok', true])
  }
})

test('a source whose newest come first is left at a page of known postings, but only after it was read whole', async () => {
  const fakes = await fakesFor({ content: { count: 72 } })
  const core = testCore({ baseUrls: fakes.urls })
  await core.client.settings.update({ ...ALL, maxPostingsPerRun: 40 })
  const requests = async () => of(await discover(core, ['arbeitnow']), 'arbeitnow').requests
  // 84 postings on three pages: cut at forty new ones, then the rest of them, then nothing new.
  expect(await requests()).toBe(2)
  expect(await requests()).toBe(3)
  await requests()
  expect(await requests()).toBe(1)
  expect(await count(core, 'all')).toBeGreaterThan(70)
})

test('a source that always had postings and suddenly has none is flagged as drift, and again the next time', async () => {
  const fakes = await fakesFor({ content: { count: 8 } })
  const core = testCore({ baseUrls: fakes.urls })
  await core.client.settings.update(ALL)
  for (let run = 0; run < 3; run += 1) await discover(core, ['arbeitnow'])
  fakes.setMode('arbeitnow', 'empty')
  for (let run = 0; run < 2; run += 1) {
    const source = of(await discover(core, ['arbeitnow']), 'arbeitnow')
    expect(source).toMatchObject({ state: 'empty', problem: 'drift' })
    expect(source.message).toContain('always had postings')
  }
  fakes.setMode('arbeitnow', 'ok')
  expect(of(await discover(core, ['arbeitnow']), 'arbeitnow')).toMatchObject({ state: 'ok', problem: null })
})

test('trying again asks only what failed', async () => {
  const fakes = await fakesFor({ content: { count: 8 } })
  const core = testCore({ baseUrls: fakes.urls })
  await core.client.settings.update(ALL)
  fakes.setMode('jobicy', 'garbage')
  const failed = await discover(core, ['arbeitnow', 'jobicy'])
  expect(failed.state).toBe('partial')
  fakes.setMode('jobicy', 'ok')
  const retried = await core.client.discovery.retryFailed({ runId: failed.id })
  expect([retried.trigger, retried.sources.map(({ sourceId }) => sourceId)]).toEqual(['retry', ['jobicy']])
  await expect
    .poll(async () => (await core.client.discovery.run({ runId: retried.id })).state, { timeout: 20_000 })
    .toBe('completed')
  await expect(core.client.discovery.retryFailed({ runId: retried.id })).rejects.toMatchObject({ code: 'NO_SOURCES' })
})

import { describe, expect, onTestFinished, test } from 'vitest'
import type { Core } from '#main/core.ts'
import type { Run, SourceRun } from '#shared/discovery.ts'
import { companySlugs } from '../fakes/content.ts'
import { type Fakes, startFakes } from '../fakes/job-boards.ts'
import { discover, testCore, watchOnly } from '../support/test-core.ts'

const SOURCES = ['arbeitnow', 'the-muse', 'greenhouse', 'rss']

async function coreOnFakes(content: { count: number } = { count: 24 }): Promise<{ core: Core; fakes: Fakes }> {
  const fakes = await startFakes({ content })
  onTestFinished(() => fakes.close())
  const core = testCore({ baseUrls: fakes.urls })
  await watchOnly(core, 'greenhouse', companySlugs().slice(0, 6))
  await core.client.settings.update({
    rssFeeds: [`${fakes.urls['rss']}/feed.xml`],
    maxPostingsPerRun: 10_000,
  })
  return { core, fakes }
}

function of(run: Run, sourceId: string): SourceRun {
  const source = run.sources.find((part) => part.sourceId === sourceId)
  if (source === undefined) throw new Error(`${sourceId} is not in the run`)
  return source
}

function expectToAddUp(run: Run): void {
  for (const source of run.sources) {
    expect(source.found, source.sourceId).toBe(source.new + source.updated + source.duplicate + source.rejected)
    const reasons = Object.values(source.reasons).reduce((sum, count) => sum + count, 0)
    expect(reasons, source.sourceId).toBe(source.duplicate + source.rejected)
  }
}

describe('a discovery run', () => {
  test('over four sources stores what they have, merges what they share, and finds nothing new the second time', async () => {
    const { core } = await coreOnFakes()
    const first = await discover(core, SOURCES)
    expect(first.state).toBe('completed')
    expectToAddUp(first)
    expect(first.sources.map((source) => source.state)).toEqual(['ok', 'ok', 'ok', 'ok'])
    expect(first.new).toBeGreaterThan(20)
    const shared = first.sources.reduce(
      (sum, source) => sum + (source.reasons['fingerprint'] ?? 0) + (source.reasons['fuzzy'] ?? 0),
      0,
    )
    expect(shared).toBeGreaterThan(0)
    expect((await core.client.jobs.search({})).total).toBe(first.new)

    const second = await discover(core, SOURCES)
    expect(second.state).toBe('completed')
    expect(second.new).toBe(0)
    expect(second.updated).toBe(0)
    expectToAddUp(second)
    // Boards that say "not modified" are not read again, and that counts as well, not as empty.
    expect(of(second, 'greenhouse')).toMatchObject({ state: 'ok', found: 0 })
  })

  test('tells what is new and what has changed since the last one', async () => {
    const { core, fakes } = await coreOnFakes()
    await discover(core, ['arbeitnow'])
    fakes.setContent({ revision: 2 })
    const run = await discover(core, ['arbeitnow'])
    expectToAddUp(run)
    expect(run.new).toBeGreaterThan(0)
    expect(run.updated).toBeGreaterThan(0)
  })

  test('with one source hanging, one limited and one broken ends partial, each saying what happened, the good one unharmed', async () => {
    const { core, fakes } = await coreOnFakes()
    await core.client.settings.update({ sourceTimeoutMs: 1500 })
    fakes.setMode('arbeitnow', 'hang')
    fakes.setMode('the-muse', 'rate-limited')
    fakes.setMode('rss', 'garbage')
    const run = await discover(core, SOURCES)
    expect(run.state).toBe('partial')
    expectToAddUp(run)
    expect(of(run, 'arbeitnow')).toMatchObject({ state: 'error', problem: 'timeout', found: 0 })
    expect(of(run, 'the-muse').state).toMatch(/blocked|error/)
    expect(of(run, 'the-muse').problem).toMatch(/rate_limited|timeout/)
    expect(of(run, 'rss')).toMatchObject({ state: 'error', problem: 'unreadable' })
    expect(of(run, 'greenhouse')).toMatchObject({ state: 'ok', problem: null })
    expect(of(run, 'greenhouse').new).toBe((await core.client.jobs.search({})).total)
    for (const source of run.sources) expect(source.finishedAt).not.toBeNull()
  })

  const faults = [
    ['redirect-loop', 'error', 'redirect'],
    ['login-page', 'blocked', 'challenge'],
    ['huge', 'error', 'too_large'],
    ['unauthorised', 'blocked', 'unauthorised'],
    ['garbage', 'error', 'unreadable'],
  ] as const
  test.each(faults)('a source that answers with %s ends as %s (%s) and says why', async (mode, state, problem) => {
    const { core, fakes } = await coreOnFakes()
    fakes.setMode('arbeitnow', mode)
    const run = await discover(core, ['arbeitnow'])
    expect(of(run, 'arbeitnow')).toMatchObject({ state, problem, message: expect.stringMatching(/\w+/) })
    expect(run.state).toBe('failed')
  })

  test('a source that answers with nothing is empty, which is no failure', async () => {
    const { core, fakes } = await coreOnFakes()
    fakes.setMode('arbeitnow', 'empty')
    const run = await discover(core, ['arbeitnow'])
    expect(of(run, 'arbeitnow')).toMatchObject({ state: 'empty', problem: null, found: 0 })
    expect(run.state).toBe('completed')
  })

  test('postings without title or address are rejected and counted by reason; the rest is kept', async () => {
    const { core, fakes } = await coreOnFakes()
    fakes.setMode('arbeitnow', 'missing-fields')
    const run = await discover(core, ['arbeitnow'])
    const source = of(run, 'arbeitnow')
    expectToAddUp(run)
    expect(source.reasons['no_title']).toBeGreaterThan(0)
    expect(source.reasons['no_url']).toBeGreaterThan(0)
    expect(source.new).toBeGreaterThan(0)
  })

  test.each(['big-html', 'bad-utf8', 'script-injection'] as const)('%s is stored as harmless text', async (mode) => {
    const { core, fakes } = await coreOnFakes()
    fakes.setMode('greenhouse', mode)
    const run = await discover(core, ['greenhouse'])
    expect(of(run, 'greenhouse').new).toBeGreaterThan(0)
    const { jobs } = await core.client.jobs.search({ perPage: 200 })
    for (const { id } of jobs) {
      const job = await core.client.jobs.get({ id })
      expect(job.descriptionHtml.length).toBeLessThanOrEqual(400_000)
      expect(job.descriptionHtml).not.toMatch(/<script|<iframe|<img|<svg|\son\w+\s*=|javascript:/i)
      for (const posting of job.postings) expect(posting.url).toMatch(/^https?:\/\//)
    }
  })

  test('a source without its settings is skipped and says what it needs', async () => {
    const core = testCore()
    const run = await discover(core, ['rss'])
    expect(of(run, 'rss')).toMatchObject({ state: 'skipped', problem: 'not_configured' })
    expect(run.state).toBe('completed')
  })

  test('one board of several that is gone is told, and the others are read', async () => {
    const { core } = await coreOnFakes()
    await watchOnly(core, 'greenhouse', ['no-such-company', ...companySlugs().slice(0, 2)])
    const source = of(await discover(core, ['greenhouse']), 'greenhouse')
    expect(source).toMatchObject({ state: 'ok', problem: 'not_found' })
    expect(source.message).toContain('no-such-company')
    expect(source.new).toBeGreaterThan(0)
  })

  test('stops at the limit of new postings and goes on with the next run', async () => {
    const { core } = await coreOnFakes({ count: 72 })
    await core.client.settings.update({ maxPostingsPerRun: 20 })
    const first = await discover(core, ['arbeitnow'])
    expect(first.new).toBe(20)
    expect(of(first, 'arbeitnow').message).toContain('limit')
    const second = await discover(core, ['arbeitnow'])
    expect(second.new).toBe(20)
    expectToAddUp(second)
  })

  test('cancelled in the middle keeps what was stored and ends as cancelled', async () => {
    const { core, fakes } = await coreOnFakes()
    fakes.setMode('the-muse', 'hang')
    const run = await core.client.discovery.start({ sourceIds: ['arbeitnow', 'the-muse'] })
    const stop = new AbortController()
    const stream = core.events.stream(stop.signal)
    core.start()
    for await (const event of stream) {
      if (event.type !== 'run.changed') continue
      if (of(event.run, 'arbeitnow').finishedAt !== null && event.run.finishedAt === null) {
        await core.client.discovery.cancel({ runId: run.id })
      }
      if (event.run.finishedAt !== null) break
    }
    stop.abort()
    const ended = await core.client.discovery.run({ runId: run.id })
    expect(ended.state).toBe('cancelled')
    expect(of(ended, 'arbeitnow').state).toBe('ok')
    expect(of(ended, 'the-muse').state).toBe('cancelled')
    expect((await core.client.jobs.search({})).total).toBe(of(ended, 'arbeitnow').new)
  })

  test('testing a connection stores nothing and says what came', async () => {
    const { core, fakes } = await coreOnFakes()
    expect(await core.client.discovery.testSource({ sourceId: 'arbeitnow' })).toMatchObject({
      state: 'ok',
      problem: null,
    })
    fakes.setMode('the-muse', 'unauthorised')
    expect(await core.client.discovery.testSource({ sourceId: 'the-muse' })).toMatchObject({ problem: 'unauthorised' })
    expect((await core.client.jobs.search({})).total).toBe(0)
    expect(await core.client.discovery.runs({})).toEqual([])
  })
})

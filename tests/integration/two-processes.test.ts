import { expect, onTestFinished, test } from 'vitest'
import { runSchema } from '#shared/discovery.ts'
import { startFakes } from '../fakes/job-boards.ts'
import { runCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'
import { testCore } from '../support/test-core.ts'

/** Window, host and command line may be open on one profile at once. */

test('first starts at once all open the new profile', async () => {
  const env = { CAREER_COPILOT_HOME: tempDir() }
  const starts = await Promise.all(Array.from({ length: 6 }, () => runCliProcess(['settings', 'get', 'theme'], env)))
  expect(starts).toEqual(starts.map(() => ({ code: 0, stdout: '"system"\n', stderr: '' })))
})

test('a run started in one process is carried out by the leader, and the other one hears of its end', async () => {
  const profileDir = tempDir()
  const leader = testCore({ profileDir })
  leader.start()
  await expect.poll(async () => (await leader.client.health.get()).isLeader).toBe(true)
  const other = testCore({ profileDir })
  const stop = new AbortController()
  const stream = other.events.stream(stop.signal)
  other.start()
  const run = await other.client.discovery.start({ sourceIds: ['sample'] })
  for await (const event of stream) {
    if (event.type === 'run.changed' && event.run.id === run.id && event.run.finishedAt !== null) break
  }
  stop.abort()
  expect((await other.client.health.get()).isLeader).toBe(false)
  expect((await other.client.discovery.run({ runId: run.id })).state).toBe('completed')
  expect((await other.client.jobs.search({})).total).toBe((await leader.client.jobs.search({})).total)
})

test('writes from three processes during a run all succeed: nobody is told that the database is busy', async () => {
  const profileDir = tempDir()
  const host = testCore({ profileDir })
  host.start()
  const first = await host.client.discovery.start({ sourceIds: ['sample'] })
  await expect.poll(async () => (await host.client.jobs.search({})).total, { timeout: 15_000 }).toBeGreaterThan(20)
  const { jobs } = await host.client.jobs.search({ perPage: 20 })
  const cli = runCliProcess(['--home', profileDir, 'settings', 'set', 'theme', 'dark'])
  const window = testCore({ profileDir })
  await Promise.all(
    jobs.map(({ id }, index) => (index % 2 === 0 ? host : window).client.jobs.save({ id, isSaved: true })),
  )
  expect(await cli).toMatchObject({ code: 0, stderr: '' })
  await expect
    .poll(async () => (await host.client.discovery.run({ runId: first.id })).state, { timeout: 15_000 })
    .toBe('completed')
  expect((await window.client.jobs.search({ mark: 'saved' })).total).toBe(jobs.length)
  expect((await host.client.settings.get()).theme).toBe('dark')
})

test('discover on the command line attaches to the run that is already going on', async () => {
  const profileDir = tempDir()
  const host = testCore({ profileDir })
  const started = await host.client.discovery.start({ sourceIds: ['sample'] })
  const result = await runCliProcess(['--home', profileDir, 'discover', '--source', 'sample', '--json'])
  expect(result.stderr).toMatch(/already going on/)
  expect(runSchema.parse(JSON.parse(result.stdout))).toMatchObject({ id: started.id, state: 'completed' })
})

test('the addresses given to the process that asks for a run hold for it, although another process carries it out', async () => {
  const fakes = await startFakes({ content: { count: 8 } })
  onTestFinished(() => fakes.close())
  const profileDir = tempDir()
  const host = testCore({ profileDir })
  host.start()
  await expect.poll(async () => (await host.client.health.get()).isLeader).toBe(true)
  const flags = ['--home', profileDir, '--base-url', `arbeitnow=${fakes.urls.arbeitnow}`]
  const result = await runCliProcess([...flags, 'discover', '--source', 'arbeitnow', '--json'])
  const run = runSchema.parse(JSON.parse(result.stdout))
  expect(run.state).toBe('completed')
  expect(run.new).toBeGreaterThan(0)
})

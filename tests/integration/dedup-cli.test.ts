import { expect, test } from 'vitest'
import { backfillSchema, dedupMetricsSchema } from '#shared/dedup.ts'
import { runCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'

test('the stored jobs are compared and counted; what a run has merged already stays as it is', async () => {
  const home = tempDir()
  expect((await runCliProcess(['discover', '--source', 'sample', '--home', home])).code).toBe(0)
  const before = await runCliProcess(['dedup', 'metrics', '--home', home, '--json'])
  const counted = dedupMetricsSchema.parse(JSON.parse(before.stdout))
  expect(counted.postings).toBeGreaterThan(counted.jobs)
  expect(counted.byLayer.fingerprint).toBeGreaterThan(0)

  const backfill = await runCliProcess(['dedup', 'backfill', '--home', home, '--json'])
  expect(backfill.code).toBe(0)
  const ended = backfillSchema.parse(JSON.parse(backfill.stdout))
  expect(ended).toMatchObject({ state: 'completed', total: counted.jobs, done: counted.jobs })
  const after = await runCliProcess(['dedup', 'metrics', '--home', home, '--json'])
  expect(dedupMetricsSchema.parse(JSON.parse(after.stdout)).jobs).toBe(counted.jobs - ended.merged)

  const plain = await runCliProcess(['dedup', 'metrics', '--home', home])
  expect(plain.stdout).toMatch(/\d+ postings are \d+ jobs/)
})

test('without postings it says what is missing', async () => {
  expect(await runCliProcess(['dedup'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('--input'),
  })
})

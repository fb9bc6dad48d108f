import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { jobFilterSchema, jobListItemSchema } from '#shared/jobs.ts'
import { savedSearchSchema } from '#shared/searches.ts'
import { runCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'
import { discover, testCore } from '../support/test-core.ts'

const newsSchema = z.array(z.object({ search: savedSearchSchema, total: z.number(), jobs: z.array(jobListItemSchema) }))

/** A profile with two searches, and the sample jobs that came after them; `total` of them are in Germany. */
async function profileWithSearches(): Promise<{ profileDir: string; total: number }> {
  const profileDir = tempDir()
  const core = testCore({ profileDir })
  const germany = jobFilterSchema.parse({ countries: ['DE'] })
  await core.client.searches.create({ name: 'Germany', filter: germany })
  await core.client.searches.create({ name: 'Nothing', filter: jobFilterSchema.parse({ text: 'zzzzzz' }) })
  await discover(core, ['sample'])
  const { total } = await core.client.jobs.search(germany)
  await core.stop()
  return { profileDir, total }
}

describe('saved searches on the command line', () => {
  test('what is new is told as the screen counts it, and stays new until it is looked at', async () => {
    const { profileDir, total } = await profileWithSearches()
    const run = (...args: string[]) => runCliProcess(['searches', ...args], { CAREER_COPILOT_HOME: profileDir })
    expect(total).toBeGreaterThan(10)
    const listed = z.array(savedSearchSchema).parse(JSON.parse((await run('list', '--json')).stdout))
    expect(listed.map(({ name, total: all, fresh }) => [name, all, fresh])).toEqual([
      ['Germany', total, total],
      ['Nothing', 0, 0],
    ])
    const news = newsSchema.parse(JSON.parse((await run('new', '--limit', '3', '--json')).stdout))
    expect(news.map(({ search, total: all, jobs }) => [search.name, all, jobs.length])).toEqual([['Germany', total, 3]])
    expect((await run('new', '1', '--look')).stdout).toMatch(new RegExp(`^Germany: ${total} new since `))
    expect((await run('list')).stdout).toMatch(
      new RegExp(`^number +new +jobs +alert +looked at +name\\n1 +0 +${total} +off +\\S+ +Germany\\n`),
    )
  }, 180_000)

  test('one that is not there, and a number that is none, are wrong use', async () => {
    const env = { CAREER_COPILOT_HOME: tempDir() }
    expect(await runCliProcess(['searches', 'new', '7'], env)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'There is no search called "7".\n',
    })
    expect(await runCliProcess(['searches', 'new', 'x'], env)).toMatchObject({ code: 2, stdout: '' })
    expect(await runCliProcess(['searches', 'list'], env)).toEqual({
      code: 0,
      stdout: 'No search is saved.\n',
      stderr: '',
    })
  }, 180_000)
})

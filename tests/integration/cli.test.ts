import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { connect } from '#main/infra/db/driver.ts'
import { jobSearchResultSchema } from '#shared/jobs.ts'
import { runSchema, sourceSchema } from '#shared/discovery.ts'
import { healthSchema } from '#shared/health.ts'
import { runCliProcess, spawnCli } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'

describe('the command line', () => {
  test('gathers the sample feed, finds nothing new the second time, and searches it', async () => {
    const home = tempDir()
    const first = await runCliProcess(['discover', '--source', 'sample', '--home', home, '--json'])
    expect(first).toMatchObject({ code: 0, stderr: '' })
    const run = runSchema.parse(JSON.parse(first.stdout))
    expect(run.state).toBe('completed')
    expect(run.found).toBeGreaterThanOrEqual(300)
    expect(run.found).toBe(run.new + run.updated + run.duplicate + run.rejected)
    expect(run.duplicate).toBeGreaterThan(0)
    expect(run.rejected).toBeGreaterThan(0)

    const again = await runCliProcess(['--home', home, 'discover', '--source', 'sample', '--json'])
    expect(runSchema.parse(JSON.parse(again.stdout))).toMatchObject({ new: 0, updated: 0, found: run.found })

    const search = [
      'search',
      '--text',
      'python',
      '--country',
      'de',
      '--visa',
      'offers',
      '--salary-min',
      '60000',
      '--json',
    ]
    const found = await runCliProcess([...search, '--home', home])
    const result = jobSearchResultSchema.parse(JSON.parse(found.stdout))
    expect(result.total).toBeGreaterThan(0)
    expect(result.jobs).toHaveLength(Math.min(result.total, 20))
    for (const job of result.jobs) {
      expect(job.visa).toBe('offers')
      expect(job.salary?.yearEur?.max ?? job.salary?.yearEur?.min).toBeGreaterThanOrEqual(60_000)
    }
    const plain = await runCliProcess(['search', '--text', 'python', '--home', home])
    expect(plain.stdout).toMatch(/\d+ jobs in/)
  })

  test('lists sources and health, and keeps settings', async () => {
    const env = { CAREER_COPILOT_HOME: tempDir() }
    const sources = await runCliProcess(['sources', 'list', '--json'], env)
    expect(sourceSchema.array().parse(JSON.parse(sources.stdout)).length).toBeGreaterThanOrEqual(5)
    const health = await runCliProcess(['health', '--json'], env)
    expect(healthSchema.parse(JSON.parse(health.stdout)).state).toBe('ok')
    expect((await runCliProcess(['settings', 'set', 'targetRoles', '["Data Engineer"]'], env)).code).toBe(0)
    expect(JSON.parse((await runCliProcess(['settings', 'get', 'targetRoles'], env)).stdout)).toEqual(['Data Engineer'])
  })

  const wrong: [string, string[], RegExp][] = [
    ['an unknown flag', ['search', '--colour', 'red'], /unknown option '--colour'/],
    ['an unknown command', ['serach'], /unknown command 'serach'/],
    ['no command', ['sources', 'frobnicate'], /unknown command 'frobnicate'/],
    ['a number that is none', ['search', '--salary-min', 'much'], /must be a number/],
    ['a number out of range', ['search', '--per-page', '5000'], /must be a whole number from 1 to 200/],
    ['half a port', ['serve', '--no-open', '--port', '1.5'], /must be a whole number from 0 to 65535/],
    ['half a page', ['search', '--page', '1.5'], /must be a whole number/],
    ['half a day', ['search', '--since-days', '0.5'], /must be a whole number/],
    [
      'a value that is not on the list',
      ['search', '--visa', 'maybe'],
      /none of offers, conditional, refuses, unstated/,
    ],
    ['a country that is none', ['search', '--country', 'Germany'], /countries/],
    ['an unknown source', ['discover', '--source', 'nowhere'], /no source called "nowhere"/],
    ['a base address that is none', ['discover', '--base-url', 'arbeitnow=ftp://x'], /source and an address/],
    [
      'a base address for no source',
      ['search', '--base-url', 'arbeitnw=http://127.0.0.1:9001'],
      /no source called "arbeitnw".*there are arbeitnow, the-muse/,
    ],
    ['a country that is not on the map', ['settings', 'set', 'targetCountries', '["ZZ"]'], /targetCountries/],
    ['a setting that does not exist', ['settings', 'set', 'colour', '"red"'], /no setting of this name/],
    ['a setting that does not fit', ['settings', 'set', 'maxPostingsPerRun', '1'], /maxPostingsPerRun/],
  ]
  test.each(wrong)('%s is one clear line and exit code 2', async (_name, args, message) => {
    const result = await runCliProcess([...args, '--home', tempDir()])
    expect(result.stderr).toMatch(message)
    expect(result.stderr.trim().split('\n')).toHaveLength(1)
    expect(result.stdout).toBe('')
    expect(result.code).toBe(2)
  })

  test('a profile folder that cannot be written is said at once', async () => {
    const file = join(tempDir(), 'file')
    writeFileSync(file, '')
    const result = await runCliProcess(['health', '--home', join(file, 'profile')])
    expect(result.code).toBe(1)
    expect(result.stderr).toMatch(/cannot be written/)
    expect(result.stderr.trim().split('\n')).toHaveLength(1)
  })

  test('a reader that has seen enough ends the command quietly', async () => {
    const child = spawnCli(['settings', 'get', '--home', tempDir()])
    let stderr = ''
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    child.stdout?.destroy()
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  test('a failure that nobody foresaw is one line, and the whole of it is in the log', async () => {
    const home = tempDir()
    expect((await runCliProcess(['health', '--home', home])).code).toBe(0)
    const database = connect(join(home, 'career-copilot.db'))
    database.raw.exec('drop table setting')
    database.close()
    const result = await runCliProcess(['settings', 'get', '--home', home])
    expect(result).toMatchObject({ code: 1, stdout: '' })
    expect(result.stderr).toMatch(/^Something went wrong: .*setting.* \(details in the log.*\)\n$/)
    expect(readFileSync(join(home, 'logs', 'career-copilot.log'), 'utf8')).toMatch(/no such table.*\bat \w/)
  })

  test('--version and --help answer without a profile', async () => {
    expect((await runCliProcess(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    const help = await runCliProcess(['--help'])
    expect(help.code).toBe(0)
    for (const command of ['discover', 'search', 'sources', 'health', 'serve', 'settings']) {
      expect(help.stdout).toContain(command)
    }
  })
})

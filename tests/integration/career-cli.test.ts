import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { careerViewSchema } from '#shared/career.ts'
import { feedCliProcess, runCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'

const RESUME = JSON.stringify({
  basics: { name: 'Ana Müller', email: 'ana@example.org' },
  work: [{ name: 'Acme', position: 'Engineer', startDate: '2019-05', endDate: 'soon' }, { position: 'Cook' }],
  skills: [{ name: 'Rust' }],
})

test('a JSON Resume goes in, is shown, and comes out again', async () => {
  const home = tempDir()
  const env = { CAREER_COPILOT_HOME: home }
  const run = (...args: string[]) => runCliProcess(['career', ...args], env)
  const path = join(home, 'resume.json')
  writeFileSync(path, RESUME)

  expect((await run('show')).stdout).toMatch(/^Nothing is said yet\.\n/)
  const dry = await run('import-json', path, '--dry-run')
  expect(dry.stdout).toContain('left out: work[1]: a post without an employer\n')
  expect(dry.stdout).toMatch(/4 added, 0 completed, 0 replaced, 0 left as they were; 3 left out\.\n$/)
  expect((await run('show')).stdout).toMatch(/^Nothing is said yet\.\n/)

  expect(await run('import-json', path)).toMatchObject({ code: 0, stdout: dry.stdout })
  const view = careerViewSchema.parse(JSON.parse((await run('show', '--json')).stdout))
  expect(view.career.experiences).toMatchObject([{ company: 'Acme', title: 'Engineer', start: null, end: null }])
  expect((await run('show')).stdout).toContain('Engineer, Acme\n')

  const exported = await run('export-json')
  const again = await feedCliProcess({ args: ['career', 'import-json', '-', '--replace'], env, input: exported.stdout })
  expect(again).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/0 added, 0 completed, 0 replaced, 3 left as they were; 0 left out\.\n$/) as string,
  })
}, 180_000)

test('a file that is none says why', async () => {
  const env = { CAREER_COPILOT_HOME: tempDir() }
  expect(await feedCliProcess({ args: ['career', 'import-json', '-'], env, input: 'hello' })).toEqual({
    code: 1,
    stdout: '',
    stderr: 'The file is no JSON Resume. It is no JSON. JSON Resume is a text file that begins with a brace.\n',
  })
  expect(await runCliProcess(['career', 'import-json', '/nowhere/resume.json'], env)).toMatchObject({
    code: 2,
    stderr: 'The file /nowhere/resume.json cannot be read (ENOENT).\n',
  })
}, 180_000)

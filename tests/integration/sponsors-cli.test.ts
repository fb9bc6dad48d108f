import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { registerViewSchema } from '#shared/sponsors.ts'
import { registerFile } from '../fakes/register-files.ts'
import { startRegisterSites } from '../fakes/register-sites.ts'
import { feedCliProcess, runCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'

const FILES = { uk: 'uk.csv', nl: 'nl.html', ie: 'ie.xlsx', dk: 'dk.html', pt: 'pt.pdf' } as const

/** Each register in its own format, under names that say nothing. */
function registers(dir: string): string[] {
  return Object.keys(FILES).flatMap((name, index) => {
    const register = z.enum(['uk', 'nl', 'ie', 'dk', 'pt']).parse(name)
    const path = join(dir, `file-${index}`)
    writeFileSync(path, registerFile(register, { rows: 60, day: '2026-11-20' }))
    return ['--register', `${register}=${path}`]
  })
}

const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
const answers = (stdout: string): unknown[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
const nobody = (id: string) => ({ id, register: null, row: null, name: null, reason: null })

describe('companies on the command line', () => {
  test('are matched with files of all registers, in order, without a profile', async () => {
    const dir = tempDir()
    const input = join(dir, 'companies.jsonl')
    writeFileSync(
      input,
      lines([
        { id: 'a', company: 'Corvane Analytics', country: 'GB' },
        { id: 'b', company: 'Corvane Analytics', country: 'NL', town: 'Utrecht' },
        { id: 'c', company: 'Corvane Analytics', country: 'IE' },
        { id: 'd', company: 'Corvane Analytics', country: 'DK' },
        { id: 5, company: 'CORVANE ANALYTICS, LDA', country: 'PT' },
        { id: 'f', company: 'Corvane Analytics', country: 'DE' },
        { id: 'g', company: 'Corvane', country: 'GB', town: null },
        { id: 'h', company: 'Corvane Analytics' },
        { id: 'i', company: '', country: 'GB' },
        { id: 'j', company: 'Corvane Analytics', country: 'uk' },
      ]),
    )
    const home = join(dir, 'no-profile')
    const result = await runCliProcess(['--home', home, 'sponsors', 'match', ...registers(dir), '--input', input])
    expect(result).toMatchObject({ code: 0, stderr: '' })
    const found = (id: string, register: string, form: string) => ({
      id,
      register,
      row: 3,
      name: `Corvane Analytics${form}`,
      reason: 'It has the same name.',
    })
    expect(answers(result.stdout)).toEqual([
      found('a', 'uk', ' Limited'),
      found('b', 'nl', ' B.V.'),
      found('c', 'ie', ' Limited'),
      found('d', 'dk', ' A/S'),
      found('5', 'pt', ', Lda'),
      nobody('f'),
      nobody('g'),
      nobody('h'),
      nobody('i'),
      found('j', 'uk', ' Limited'),
    ])
  })

  test('come from standard input; a line that does not fit is answered in its place', async () => {
    const dir = tempDir()
    const result = await feedCliProcess({
      args: ['sponsors', 'match', ...registers(dir), '--input', '-'],
      env: { CAREER_COPILOT_HOME: dir },
      input: `{"id":"a","company":"Alder Analytics","country":"GB"}\nno JSON\n\n{"id":"b","country":"GB"}\n`,
    })
    expect(result.code).toBe(1)
    expect(answers(result.stdout)).toMatchObject([
      { id: 'a', row: 1 },
      { id: null, error: 'The line is no JSON.' },
      { id: 'b', error: expect.stringMatching(/^company: /) },
    ])
    expect(result.stderr).toMatch(/^Line 2: .*\nLine 4: .*\n$/)
  })

  test('are matched with the stored registers when no file is given', async () => {
    const dir = tempDir()
    const env = { CAREER_COPILOT_HOME: dir }
    const file = join(dir, 'register')
    writeFileSync(file, registerFile('nl', { rows: 60, day: '2026-11-20' }))
    const run = (...args: string[]) => runCliProcess(['sponsors', ...args], env)
    expect(await run('import', 'nl', '--file', file)).toEqual({
      code: 0,
      stdout: `Dutch public register of recognised sponsors: 60 organisations in 60 rows, as of 2026-11-20, from ${file}.\n`,
      stderr: '',
    })
    const input = lines([
      { id: 'a', company: 'Birch Analytics', country: 'NL' },
      { id: 'b', company: 'Birch Analytics', country: 'GB' },
    ])
    const matched = await feedCliProcess({ args: ['sponsors', 'match', '--input', '-'], env, input })
    expect(answers(matched.stdout)).toEqual([expect.objectContaining({ id: 'a', register: 'nl', row: 2 }), nobody('b')])

    const listed = await run('list')
    expect(listed.stdout).toMatch(
      /^register +date +rows +age +note +origin\nuk +not stored\nnl +2026-11-20 +60 +today +/,
    )
    const json = z.array(registerViewSchema).parse(JSON.parse((await run('list', '--json')).stdout))
    expect(json.map(({ active }) => active?.rows ?? null)).toEqual([null, 60, null, null, null])
  })
})

describe('a register on the command line', () => {
  test('is fetched from its site', async () => {
    const sites = await startRegisterSites()
    onTestFinished(sites.close)
    const run = (...args: string[]) =>
      runCliProcess(['--home', home, '--base-url', `sponsors-pt=${sites.urls.pt}`, 'sponsors', 'import', ...args])
    const home = tempDir()
    const fetched = await run('pt', '--json')
    expect(registerViewSchema.parse(JSON.parse(fetched.stdout)).active).toMatchObject({ rows: 80, organisations: 80 })
    sites.setMode('pt', 'dead-link')
    const failed = await run('pt')
    expect(failed).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/has nothing at this address/) })
  })

  test('that is refused says why', async () => {
    const dir = tempDir()
    const file = join(dir, 'fruit.csv')
    writeFileSync(file, 'Fruit,Colour\nApple,red\n')
    const imported = await runCliProcess(['--home', dir, 'sponsors', 'import', 'uk', '--file', file])
    expect(imported).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/Organisation Name, Town\/City/),
    })
    const matched = await runCliProcess(['sponsors', 'match', '--register', `uk=${file}`, '--input', file])
    expect(matched).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/fruit\.csv: The file has/) })
  })

  test.each([
    ['a register that there is not', ['import', 'fr'], /There is no register "fr"; there are uk, nl, ie, dk, pt/],
    ['a file that there is not', ['import', 'uk', '--file', '/no/such/file'], /cannot be read \(ENOENT\)/],
    ['a file for nothing', ['match', '--register', 'uk', '--input', 'x'], /a name and a value/],
    ['a register of files that there is not', ['match', '--register', 'fr=x', '--input', 'x'], /no register "fr"/],
    ['no companies', ['match', '--register', 'uk=x'], /--input/],
    [
      'an address for a register that there is not',
      ['list', '--base-url', 'sponsors-fr=http://127.0.0.1:1'],
      /no source called "sponsors-fr"/,
    ],
  ])('%s is wrong use', async (_name, args, message) => {
    const result = await runCliProcess(['--home', tempDir(), 'sponsors', ...args])
    expect(result).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) })
  })
})

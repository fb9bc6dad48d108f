import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importPreviewSchema } from '#shared/application-transfer.ts'
import { feedCliProcess, runCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'

const TABLE = 'Firma;Stelle;Status\nMüller GmbH;Köchin;Absage\nAcme;;Beworben\n'

function world() {
  const dir = tempDir()
  const env = { CAREER_COPILOT_HOME: tempDir() }
  const file = (name: string, content: string | Buffer) => {
    const path = join(dir, name)
    writeFileSync(path, content)
    return path
  }
  const run = (...args: string[]) => runCliProcess(['applications', ...args], env)
  return { env, file, run }
}

describe('applications on the command line', () => {
  test('a file is looked at, taken in, given out, taken back and put back', async () => {
    const { file, run } = world()
    const path = file('list.csv', Buffer.from(TABLE, 'latin1'))
    const looked = await run('import', path, '--dry-run', '--json')
    const preview = importPreviewSchema.parse(JSON.parse(looked.stdout))
    expect(preview.rows.map(({ line, company, state }) => [line, company, state])).toEqual([
      [2, 'Müller GmbH', 'new'],
      [3, 'Acme', 'bad'],
    ])
    expect((await run('imports')).stdout).toBe('No file was taken in.\n')
    const mapping = file('mapping.json', JSON.stringify(preview.mapping))
    const taken = await run('import', path, '--mapping', mapping)
    expect(taken.stdout).toMatch(
      /\n3 +bad +Acme +It has no title\.\n1 added; 0 known already, 0 twice in the file, 1 that/,
    )
    expect((await run('export')).stdout).toMatch(/^\uFEFF"Title",.*\r\n"Köchin","Müller GmbH",/)
    expect((await run('undo-import', '1')).stdout).toBe('Import 1 is taken back.\n')
    expect(JSON.parse((await run('export', '--format', 'json')).stdout)).toMatchObject({ version: 1, applications: [] })
    expect((await run('undo-import', '1', '--redo')).stdout).toBe('Import 1 is in place.\n')
    expect((await run('calendar')).stdout).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/)
  }, 240_000)

  test('what cannot be read or is wrong use says so in one line', async () => {
    const { env, file, run } = world()
    const utf16 = file('wide.csv', Buffer.from(`\uFEFF${TABLE}`, 'utf16le'))
    expect((await run('import', utf16, '--dry-run')).stdout).toContain('Müller GmbH')
    expect(await run('import', file('open.csv', 'Firma;Stelle\nAcme;"Dev\n'))).toEqual({
      code: 1,
      stdout: '',
      stderr: 'The file is broken: a quote in the row of line 2 does not close.\n',
    })
    expect(await run('import', join(env.CAREER_COPILOT_HOME, 'none.csv'))).toMatchObject({ code: 2, stdout: '' })
    expect(await run('import', utf16, '--mapping', utf16)).toMatchObject({ code: 2, stdout: '' })
    expect(await run('undo-import', '7')).toMatchObject({ code: 2, stderr: 'There is no import called "7".\n' })
    const fed = await feedCliProcess({ args: ['applications', 'import', '-'], env, input: 'Foo,Bar\nx,y\n' })
    expect(fed).toMatchObject({
      code: 1,
      stderr: 'Nothing in the file says which job it is, or at whom. Say it with --mapping.\n',
    })
  }, 240_000)
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { documentHeadSchema, documentSchema, exportCheckSchema, versionHeadSchema } from '#shared/documents.ts'
import { documentsWorld, letterOf, resumeOf } from '../support/documents-world.ts'
import { runCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'

const shownSchema = z.object({ document: documentSchema, versions: z.array(versionHeadSchema) })
const exportedSchema = z.object({ path: z.string(), document: z.string(), check: exportCheckSchema })

describe('documents on the command line', () => {
  test('are listed and shown', async () => {
    const { client, profileDir, resume } = await documentsWorld()
    const { id } = await resume('My résumé')
    await client.documents.update({ id, isMaster: true, isLocked: true })
    await client.documents.keepVersion({ id, name: 'First' })
    const letter = await client.documents.create({ kind: 'letter', name: 'My letter', start: { from: 'career' } })
    const paragraphs = [
      { id: 'sentence1', text: 'I like data.' },
      { id: 'sentence2', text: 'Not said.', isShown: false },
    ]
    const { revision, content, style } = letter
    const said = { ...letterOf({ content }), paragraphs }
    await client.documents.save({ id: letter.id, revision, style, content: said })
    const run = (...args: string[]) => runCliProcess(['documents', ...args], { CAREER_COPILOT_HOME: profileDir })
    const list = (await run('list')).stdout
    expect(list).toMatch(/^number +kind +changed +versions +sent +state +name +for\n/)
    expect(list).toMatch(/1 +resume +2026-03-04 +1 +0 +master, locked +My résumé\n/)
    const letters = z
      .array(documentHeadSchema)
      .parse(JSON.parse((await run('list', '--kind', 'letter', '--json')).stdout))
    expect(letters.map(({ name }) => name)).toEqual(['My letter'])
    const shown = await run('show', '1')
    expect(shown.stdout).toContain('  Data Engineer, Havelwerk GmbH, 2019-04 to now\n    - Responsible for')
    expect(shown.stdout).toContain('Version 1, 2026-03-04: First\n')
    const told = await run('show', String(letter.id))
    expect(told.stdout).toContain('I like data.')
    expect(told.stdout).not.toContain('Not said.')
    const whole = shownSchema.parse(JSON.parse((await run('show', '1', '--json')).stdout))
    expect(resumeOf(whole.document).header.name).toBe('Ana Kovač')
    expect(whole.versions.map(({ number }) => number)).toEqual([1])
    expect(await run('show', '9')).toEqual({ code: 2, stdout: '', stderr: 'There is no document called "9".\n' })
  }, 180_000)

  test('that are none are told so, and there is nothing to export', async () => {
    const env = { CAREER_COPILOT_HOME: tempDir() }
    expect((await runCliProcess(['documents', 'list'], env)).stdout).toBe('No résumé and no letter.\n')
    const out = join(tempDir(), 'cv.pdf')
    const exported = await runCliProcess(['resume', 'export', '--out', out], env)
    expect(exported).toMatchObject({ code: 1, stdout: '' })
    expect(exported.stderr).toContain('There is nothing to export: the career is empty')
    expect(await runCliProcess(['resume', 'export', '--document', '7'], env)).toMatchObject({ code: 2 })
    expect(await runCliProcess(['resume', 'export', '--template', 'baroque'], env)).toMatchObject({ code: 2 })
  }, 180_000)
})

describe('a résumé is exported', () => {
  test('of the career when there is no master, else the master, in either format, and is read back', async () => {
    const { client, profileDir, resume } = await documentsWorld()
    const folder = tempDir()
    const run = (...args: string[]) => runCliProcess(['resume', 'export', ...args], { CAREER_COPILOT_HOME: profileDir })
    const pdf = join(folder, 'cv.pdf')
    const first = await run('--out', pdf, '--template', 'plain')
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first.stdout).toContain(`Everything the career holds: ${pdf} (1 page)\nok     `)
    expect(first.stdout).not.toContain('wrong')
    expect(readFileSync(pdf, 'latin1')).toMatch(/^%PDF-/)
    const { id } = await resume('The master')
    await client.documents.update({ id, isMaster: true })
    const docx = join(folder, 'cv.docx')
    const second = exportedSchema.parse(JSON.parse((await run('--format', 'docx', '--out', docx, '--json')).stdout))
    expect(second).toMatchObject({ path: docx, document: 'The master', check: { isOk: true } })
    expect(readFileSync(docx, 'latin1')).toMatch(/^PK/)
    expect(readdirSync(folder).toSorted()).toEqual(['cv.docx', 'cv.pdf'])
    const nowhere = await run('--out', join(folder, 'none', 'cv.pdf'))
    expect(nowhere).toMatchObject({ code: 1, stdout: '' })
    expect(nowhere.stderr).toMatch(/cannot be written \(ENOENT\)\. Name another with --out\.\n$/)
  }, 180_000)
})

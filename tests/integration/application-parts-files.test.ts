import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createApplicationFiles } from '#main/domains/applications/files/application-files.ts'
import { createTimeline } from '#main/domains/applications/timeline.ts'
import { createByteStore } from '#main/infra/files/byte-store.ts'
import { FILE_MAX_BYTES } from '#shared/application-parts.ts'
import { applicationBench, failureOf } from '../support/application-bench.ts'
import { docxFile, exeFile } from '../support/document-files.ts'
import { pdfFile } from '../support/pdf-file.ts'
import { silentLog } from '../support/silent-log.ts'
import { zipFile } from '../support/zip-file.ts'

const DAY_MS = 86_400_000
/** Where the bench's clock begins. */
const NOW = Date.UTC(2026, 2, 2, 9)
const CV = pdfFile([[{ x: 40, y: 800, text: 'Curriculum vitae' }]])
const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64')

function bench() {
  const opened = applicationBench()
  const dir = join(opened.profileDir, 'files')
  const pathOf = (sha256: string) => join(dir, sha256.slice(0, 2), sha256)
  const stored = () =>
    existsSync(dir)
      ? readdirSync(dir, { recursive: true, withFileTypes: true }).flatMap((entry) =>
          entry.isFile() ? [entry.name] : [],
        )
      : []
  return { ...opened, pathOf, stored }
}

describe('a file', () => {
  test('is kept once for two applications, and read as it was', async () => {
    const { client, apply, events, pathOf, stored } = bench()
    const [one, two] = [apply(), apply()]
    const file = await client.applicationFiles.add({
      applicationId: one,
      name: 'CV.pdf',
      kind: 'resume',
      base64: base64(CV),
    })
    expect(file).toEqual({
      id: file.id,
      applicationId: one,
      name: 'CV.pdf',
      kind: 'resume',
      mediaType: 'application/pdf',
      bytes: CV.length,
      sha256: file.sha256,
      addedAt: NOW,
    })
    const other = await client.applicationFiles.add({ applicationId: two, name: 'Ana.pdf', base64: base64(CV) })
    expect(other).toMatchObject({ sha256: file.sha256, name: 'Ana.pdf', kind: 'other' })
    expect(stored()).toEqual([file.sha256])
    expect(readFileSync(pathOf(file.sha256))).toEqual(CV)
    expect(await client.applicationFiles.read({ id: other.id })).toEqual({ file: other, base64: base64(CV) })
    expect(events(two)).toEqual([{ type: 'file', partId: other.id, change: 'added', name: 'Ana.pdf' }])
  })

  test('that is added twice by a click too many is there once', async () => {
    const { client, apply, events } = bench()
    const applicationId = apply()
    const add = () => client.applicationFiles.add({ applicationId, name: 'CV.pdf', base64: base64(CV) })
    const [one, two] = await Promise.all([add(), add()])
    expect(two).toEqual(one)
    expect(events(applicationId)).toHaveLength(1)
    await client.applicationFiles.remove({ id: one.id })
    expect((await add()).id).not.toBe(one.id)
  })

  test('bears the ending of its bytes', async () => {
    const { client, apply } = bench()
    const applicationId = apply()
    const added = await client.applicationFiles.add({ applicationId, name: '../../CV.exe', base64: base64(docxFile()) })
    expect(added).toMatchObject({ name: 'CV.docx' })
    const notes = await client.applicationFiles.add({ applicationId, name: 'notes.md', base64: base64('# Hello') })
    expect(notes).toMatchObject({ name: 'notes.md', mediaType: 'text/markdown' })
  })

  test('is removed and put back', async () => {
    const { client, apply, events } = bench()
    const applicationId = apply()
    const { id } = await client.applicationFiles.add({ applicationId, name: 'CV.pdf', base64: base64(CV) })
    await client.applicationFiles.remove({ id })
    expect(await failureOf(client.applicationFiles.read({ id }))).toMatchObject({ code: 'NOT_FOUND' })
    await client.applicationFiles.restore({ id })
    expect((await client.applicationFiles.read({ id })).base64).toBe(base64(CV))
    expect(events(applicationId)).toMatchObject([{ change: 'added' }, { change: 'removed' }, { change: 'restored' }])
  })

  test('whose bytes are gone or damaged is told as not there', async () => {
    const { client, apply, pathOf } = bench()
    const applicationId = apply()
    const { id, sha256 } = await client.applicationFiles.add({ applicationId, name: 'CV.pdf', base64: base64(CV) })
    const gone = { code: 'NOT_FOUND', data: { entity: 'file', id: String(id) } }
    writeFileSync(pathOf(sha256), 'another')
    expect(await failureOf(client.applicationFiles.read({ id }))).toEqual(gone)
    rmSync(pathOf(sha256))
    expect(await failureOf(client.applicationFiles.read({ id }))).toEqual(gone)
    await client.applicationFiles.add({ applicationId, name: 'CV.pdf', base64: base64(CV) })
    expect((await client.applicationFiles.read({ id })).base64).toBe(base64(CV))
  })
})

describe('a file is refused', () => {
  test.each<[string, string, string, string]>([
    ['that is empty', '', 'empty', 'nothing in it'],
    ['that is a program by another name', base64(exeFile()), 'type', 'program'],
    ['that is an archive', base64(zipFile([{ name: 'CV.pdf', content: 'x' }])), 'type', 'archive'],
    ['that is a page', base64('<html><script>alert(1)</script>'), 'type', 'web page'],
    ['that is no base64', 'QUJD*', 'broken', 'once more'],
    ['whose base64 is cut', base64(CV).slice(0, -3), 'broken', 'once more'],
    ['with base64 of another alphabet', Buffer.from('???>>>').toString('base64url'), 'broken', 'once more'],
  ])('%s', async (_what, sent, problem, reason) => {
    const { client, apply, events, stored } = bench()
    const applicationId = apply()
    const call = client.applicationFiles.add({ applicationId, name: 'CV.pdf', base64: sent })
    expect(await failureOf(call)).toEqual({
      code: 'FILE_REFUSED',
      data: { problem, reason: expect.stringContaining(reason) as string },
    })
    expect([events(applicationId), stored()]).toEqual([[], []])
  })

  test('a byte above 20 MB, not at 20 MB', async () => {
    const { client, apply, stored } = bench()
    const applicationId = apply()
    const most = Buffer.alloc(FILE_MAX_BYTES, 'a')
    const add = (bytes: Buffer) => client.applicationFiles.add({ applicationId, name: 'a.txt', base64: base64(bytes) })
    const file = await add(most)
    expect(file.bytes).toBe(20 * 1024 * 1024)
    expect((await client.applicationFiles.read({ id: file.id })).base64.length).toBe(base64(most).length)
    expect(await failureOf(add(Buffer.concat([most, Buffer.from('a')])))).toMatchObject({
      code: 'FILE_REFUSED',
      data: { problem: 'too_large', reason: expect.stringContaining('20 MB') as string },
    })
    expect(stored()).toEqual([file.sha256])
  })

  test.each([
    ['ENOSPC', 'The disk is full'],
    ['EACCES', 'cannot be written'],
  ])('when the disk says %s, with what to do, and no row', async (code, reason) => {
    const { database, clock, apply, events, profileDir } = bench()
    const applicationId = apply()
    const store = createByteStore({ dir: join(profileDir, 'files'), clock })
    const files = createApplicationFiles({
      database,
      clock,
      timeline: createTimeline(database, clock),
      onChange: () => undefined,
      log: silentLog,
      store: { ...store, keep: () => Promise.reject(Object.assign(new Error(code), { code })) },
    })
    const call = files.add({ applicationId, name: 'CV.pdf', kind: 'other', base64: base64(CV) })
    expect(await failureOf(call)).toEqual({
      code: 'FILE_REFUSED',
      data: { problem: 'disk', reason: expect.stringContaining(reason) as string },
    })
    expect(events(applicationId)).toEqual([])
  })
})

describe('bytes that no file names any more', () => {
  test('are swept a month after the file was removed, and never while one still does', async () => {
    const { core, client, clock, apply, stored, pathOf } = bench()
    const [one, two] = [apply(), apply()]
    const add = (applicationId: number, text: string) =>
      client.applicationFiles.add({ applicationId, name: 'a.txt', base64: base64(text) })
    const [shared, alone, young] = [await add(one, 'shared'), await add(one, 'alone'), await add(one, 'young')]
    await add(two, 'shared')
    for (const { id } of [shared, alone, young]) await client.applicationFiles.remove({ id })
    core.start()
    const sweep = async (days: number) => {
      clock.jump(days * DAY_MS)
      await clock.advance(1000)
    }
    await sweep(29)
    expect(stored()).toHaveLength(3)
    // Somebody adds them again just before; their row is still to come.
    const now = (NOW + 31 * DAY_MS) / 1000
    utimesSync(pathOf(young.sha256), now, now)
    await sweep(2)
    await core.stop()
    expect(stored().toSorted()).toEqual([shared.sha256, young.sha256].toSorted())
    expect(statSync(pathOf(young.sha256)).size).toBe(5)
  })
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Document, DOCUMENT_LANGUAGES } from '#shared/documents.ts'
import { jobIdSchema } from '#shared/ids.ts'
import { failureOf } from '../support/application-bench.ts'
import { documentsWorld, named, resumeOf } from '../support/documents-world.ts'
import { testCore } from '../support/test-core.ts'

const saved = ({ id, revision, content, style }: Document) => ({ id, revision, content, style })
/** The résumé with a sentence that no fact backs. */
function boasting(document: Document): Document {
  const content = structuredClone(resumeOf(document))
  const bullet = content.sections.flatMap(({ items }) => items).flatMap(({ bullets }) => bullets)[1]
  if (bullet === undefined) throw new Error('No sentence')
  bullet.text = 'Led 250 engineers at Google.'
  return { ...document, content }
}

describe('looking at a document', () => {
  test('makes pages of it that read back as they should, and stores nothing', async () => {
    const { client, resume, changes, count } = await documentsWorld()
    const { content, style } = await resume()
    const before = changes()
    for (const [format, magic] of [
      ['pdf', '%PDF-'],
      ['docx', 'PK'],
    ] as const) {
      const made = await client.documents.render({ content, style, format })
      expect(made.check).toMatchObject({ isOk: true, pages: 1 })
      expect(made.fileName).toMatch(new RegExp(`\\.${format}$`))
      expect(Buffer.from(made.base64, 'base64').toString('latin1').startsWith(magic)).toBe(true)
    }
    expect([changes(), count('document_version')]).toEqual([before, 0])
  })

  test('finds nothing in what the career itself says, and finds what was made up', async () => {
    const { client, resume } = await documentsWorld()
    const made = await resume()
    for (const language of DOCUMENT_LANGUAGES) {
      const style = { ...made.style, language }
      const { content } = await client.documents.create({ kind: 'resume', name: 'x', start: { from: 'career' }, style })
      expect(await client.documents.findings({ content })).toEqual([])
    }
    const found = await client.documents.findings({ content: boasting(made).content })
    expect(found.map(({ words }) => words).join(' ')).toMatch(/250/)
    expect(found.map(({ words }) => words).join(' ')).toMatch(/Google/)
  })

  test('lets a letter name the job that it is for, and nothing else', async () => {
    const { client, jobIds } = await documentsWorld([{ title: 'Data Engineer', company: 'Kestrel Analytics GmbH' }])
    const [jobId] = jobIds
    if (jobId === undefined) throw new Error('No job')
    const { content } = await client.documents.create({ kind: 'letter', name: 'Letter', start: { from: 'blank' } })
    if (content.kind !== 'letter') throw new Error('No letter')
    const text = 'I would like to work at Kestrel Analytics GmbH as a Data Engineer.'
    const letter = { ...content, paragraphs: [{ id: 'sentence1', text }] }
    expect(await client.documents.findings({ content: letter, jobId })).toEqual([])
    const worked = {
      ...content,
      paragraphs: [{ id: 'sentence1', text: 'I worked at Umbrella Corporation for 12 years.' }],
    }
    expect(await client.documents.findings({ content: worked, jobId })).not.toEqual([])
  })

  test('lets a letter name what it is for where there is no job, and nothing else', async () => {
    const { client, byHand } = await documentsWorld()
    const { id, revision, content, style } = await client.documents.create({
      kind: 'letter',
      name: 'Letter',
      start: { from: 'blank' },
    })
    if (content.kind !== 'letter') throw new Error('No letter')
    const text = 'I would like to work at Kestrel Analytics GmbH as a Data Engineer.'
    const letter = { ...content, paragraphs: [{ id: 'sentence1', text }] }
    expect(await client.documents.findings({ content: letter })).not.toEqual([])
    const application = { title: 'Data Engineer', company: 'Kestrel Analytics GmbH' }
    expect(await client.documents.findings({ content: letter, named: application })).toEqual([])
    await client.documents.save({ id, revision, content: letter, style })
    const other = await byHand('Data Engineer', { company: 'Umbrella' })
    expect(await failureOf(client.documents.attach({ id, applicationId: other }))).toMatchObject({
      code: 'CLAIMS_OPEN',
    })
    const applicationId = await byHand(application.title, { company: application.company })
    expect((await client.documents.attach({ id, applicationId })).file).toMatchObject({ applicationId, kind: 'letter' })
  })

  test('of several that wait for their pages, one that nobody waits for any more is not made', async () => {
    const { client, resume } = await documentsWorld()
    const { content, style } = await resume()
    const leaving = new AbortController()
    const first = client.documents.render({ content, style })
    const second = client.documents
      .render({ content, style }, { signal: leaving.signal })
      .catch((error: unknown) => error)
    const third = client.documents.render({ content, style })
    leaving.abort()
    expect((await first).check.isOk).toBe(true)
    expect(await second).toMatchObject({ name: 'AbortError' })
    expect((await third).check.isOk).toBe(true)
  })

  test('matches the exported text with the words of a posting', async () => {
    const { client, resume, jobIds } = await documentsWorld([{ title: 'Data Engineer', skills: ['Python', 'Kafka'] }])
    const [jobId] = jobIds
    if (jobId === undefined) throw new Error('No job')
    const { content, style } = await resume()
    const match = await client.documents.match({ content, style, jobId })
    const found = Object.fromEntries(match.terms.map(({ term, isFound }) => [term, isFound]))
    expect(found).toMatchObject({ Python: true, Kafka: false })
    const nowhere = client.documents.match({ content, style, jobId: jobIdSchema.parse(7) })
    expect(await failureOf(nowhere)).toEqual({ code: 'NOT_FOUND', data: { entity: 'job', id: '7' } })
  })
})

describe('a document that goes to an application', () => {
  test('is kept as a version and added as a file, and both say so', async () => {
    const { client, byHand, resume, changes } = await documentsWorld()
    const applicationId = await byHand('Data Engineer', { company: 'Kestrel' })
    const { id, content, style } = await resume()
    const before = changes()
    const { file, version } = await client.documents.attach({ id, applicationId })
    expect(file).toMatchObject({ applicationId, kind: 'resume', mediaType: 'application/pdf' })
    const sentTo = [{ applicationId, title: 'Data Engineer', company: 'Kestrel', fileName: file.name }]
    expect(version).toMatchObject({ number: 1, origin: 'sent', name: 'Sent to Kestrel', sentTo })
    expect(await client.documents.version({ versionId: version.id })).toMatchObject({ content, style })
    const { files, timeline } = await client.applications.get({ id: applicationId })
    expect(files).toEqual([file])
    expect(timeline[0]?.data).toEqual({ type: 'file', partId: file.id, change: 'added', name: file.name })
    expect(
      Buffer.from((await client.applicationFiles.read({ id: file.id })).base64, 'base64').toString('latin1'),
    ).toMatch(/^%PDF-/)
    expect(await client.documents.get({ id })).toMatchObject({ versions: 1, sent: 1, revision: 1 })
    expect(changes()).toBe(before + 1)
  })

  test('takes the newest version where that says the same, and says to which applications it went', async () => {
    const { client, byHand, resume } = await documentsWorld()
    const [one, two] = [await byHand('One'), await byHand('Two')]
    const { id } = await resume()
    const kept = await client.documents.keepVersion({ id, name: 'Mine' })
    await client.documents.attach({ id, applicationId: one })
    const { file, version } = await client.documents.attach({ id, applicationId: two, format: 'docx' })
    expect(file.name).toMatch(/\.docx$/)
    expect(version).toMatchObject({ id: kept.id, name: 'Mine', origin: 'user' })
    expect(version.sentTo.map(({ title }) => title)).toEqual(['One', 'Two'])
    // What was sent stays told when the application is taken off, and when its file is.
    await client.applicationFiles.remove({ id: file.id })
    await client.applications.remove({ ids: [two] })
    const [head] = await client.documents.versions({ id })
    expect(head?.sentTo.map(({ title }) => title)).toEqual(['One', 'Two'])
  })

  test('is refused while it says what nothing backs, and nothing is written', async () => {
    const { client, byHand, resume, count } = await documentsWorld()
    const applicationId = await byHand('Data Engineer')
    const made = await resume()
    await client.documents.save(saved(boasting(made)))
    const failure = await failureOf(client.documents.attach({ id: made.id, applicationId }))
    expect(failure).toMatchObject({ code: 'CLAIMS_OPEN', data: { id: made.id, open: expect.any(Number) as number } })
    expect([count('document_version'), count('document_sent'), count('application_file')]).toEqual([0, 0, 0])
    for (const { text } of await client.documents.findings({ content: boasting(made).content })) {
      await client.career.confirm({ text })
    }
    expect((await client.documents.attach({ id: made.id, applicationId })).version.number).toBe(1)
  })

  test('that is not there, or whose application is not, is told, and nothing is written', async () => {
    const { client, byHand, resume, count } = await documentsWorld()
    const applicationId = await byHand('Data Engineer')
    const { id } = await resume()
    const nobody = { code: 'NOT_FOUND', data: { entity: 'document', id: '99' } }
    expect(await failureOf(client.documents.attach({ id: 99, applicationId }))).toEqual(nobody)
    const nowhere = (entity: number) => ({ code: 'NOT_FOUND', data: { entity: 'application', id: String(entity) } })
    expect(await failureOf(client.documents.attach({ id, applicationId: 99 }))).toEqual(nowhere(99))
    await client.applications.remove({ ids: [applicationId] })
    expect(await failureOf(client.documents.attach({ id, applicationId }))).toEqual(nowhere(applicationId))
    expect([count('document_version'), count('document_sent'), count('application_file')]).toEqual([0, 0, 0])
  })

  test('is what was rendered, also when the working copy is saved meanwhile', async () => {
    const { client, byHand, resume } = await documentsWorld()
    const applicationId = await byHand('Data Engineer')
    const made = await resume()
    const attaching = client.documents.attach({ id: made.id, applicationId })
    await client.documents.save(saved(named(made, 'Ana K.')))
    const { version } = await attaching
    expect((await client.documents.version({ versionId: version.id })).content).toEqual(made.content)
    expect((await client.documents.get({ id: made.id })).content.header.name).toBe('Ana K.')
  })

  test('goes all or not at all: a failure at the last step leaves no file, no version and no word of it', async () => {
    const { client, byHand, resume, count, db } = await documentsWorld()
    const applicationId = await byHand('Data Engineer')
    const { id } = await resume()
    db.raw.exec(`create trigger no_sent before insert on document_sent begin select raise(abort, 'disk is full'); end`)
    expect(await failureOf(client.documents.attach({ id, applicationId }))).toMatchObject({ code: 'INTERNAL' })
    const written = () => [count('document_version'), count('document_sent'), count('application_file')]
    expect(written()).toEqual([0, 0, 0])
    const { timeline } = await client.applications.get({ id: applicationId })
    expect(timeline.map(({ data }) => data.type)).toEqual(['created'])
    db.raw.exec('drop trigger no_sent')
    await client.documents.attach({ id, applicationId })
    expect(written()).toEqual([1, 1, 1])
  })

  test('whose document is removed while it is rendered does not go', async () => {
    const { client, byHand, resume, count } = await documentsWorld()
    const applicationId = await byHand('Data Engineer')
    const { id } = await resume()
    const attaching = failureOf(client.documents.attach({ id, applicationId }))
    await client.documents.remove({ id })
    expect(await attaching).toEqual({ code: 'NOT_FOUND', data: { entity: 'document', id: String(id) } })
    expect([count('document_version'), count('application_file')]).toEqual([0, 0])
  })

  test('leaves nothing behind when its bytes cannot be kept', async () => {
    const { client, byHand, resume, count, profileDir } = await documentsWorld()
    const applicationId = await byHand('Data Engineer')
    const { id } = await resume()
    // A file where the folder would be: as a disk that takes nothing.
    writeFileSync(join(profileDir, 'files'), 'in the way')
    expect(await failureOf(client.documents.attach({ id, applicationId }))).toMatchObject({ code: 'INTERNAL' })
    expect([count('document_version'), count('document_sent'), count('application_file')]).toEqual([0, 0, 0])
  })

  test('from two windows at once is one version, told of each file', async () => {
    const { client, profileDir, clock, byHand, resume } = await documentsWorld()
    const other = testCore({ profileDir, clock })
    const applicationId = await byHand('Data Engineer')
    const { id } = await resume()
    const sent = await Promise.all(
      [client, other.client].map((window) => window.documents.attach({ id, applicationId })),
    )
    expect(new Set(sent.map(({ version }) => version.id)).size).toBe(1)
    const { files } = await client.applications.get({ id: applicationId })
    const [version] = await client.documents.versions({ id })
    expect(version?.sentTo).toHaveLength(files.length)
  })
})

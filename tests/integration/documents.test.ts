import { describe, expect, test } from 'vitest'
import { refuseRequest } from '#main/transport/http/request-guard.ts'
import type { Document } from '#shared/documents.ts'
import { failureOf } from '../support/application-bench.ts'
import { ANA, documentsWorld, letterOf, named, resumeOf } from '../support/documents-world.ts'
import { leading } from '../support/leading-core.ts'
import { testCore } from '../support/test-core.ts'

const DAY_MS = 86_400_000
const saved = ({ id, revision, content, style }: Document) => ({ id, revision, content, style })
const gone = (id: number) => ({ code: 'NOT_FOUND', data: { entity: 'document', id: String(id) } })

describe('a new document', () => {
  test('of the career holds all of it, in the language of its style, and rests on its facts', async () => {
    const { client, changes } = await documentsWorld()
    const { style } = await client.documents.create({ kind: 'resume', name: 'x', start: { from: 'blank' } })
    const german = { ...style, language: 'de', template: 'lebenslauf' } as const
    const made = await client.documents.create({
      kind: 'resume',
      name: ' Lebenslauf ',
      start: { from: 'career' },
      style: german,
    })
    expect(made).toMatchObject({ name: 'Lebenslauf', revision: 1, versions: 0, language: 'de', template: 'lebenslauf' })
    const { header, sections } = resumeOf(made)
    expect(header).toEqual({ ...ANA.person, isPlaceShown: true })
    const cited = sections.flatMap(({ items }) =>
      items.flatMap(({ cites, bullets }) => [cites, bullets.map((one) => one.cites)]),
    )
    expect(cited.flat(3)).toEqual([
      'factpost1',
      'factpost1',
      'factbullet1',
      'factbullet2',
      'factmsc1',
      'factproj1',
      'factcert1',
      'factcourse1',
      'factcourse1',
      'facthobby1',
    ])
    expect(sections.find(({ kind }) => kind === 'languages')?.groups[0]?.words).toEqual([
      'Kroatisch (Muttersprache)',
      'Deutsch (C1)',
    ])
    expect(changes()).toBe(2)
  })

  test('that is blank, and a letter, begin with the lines on top', async () => {
    const { client } = await documentsWorld()
    const blank = await client.documents.create({ kind: 'resume', name: 'Blank', start: { from: 'blank' } })
    expect(resumeOf(blank).header.email).toBe('ana@example.org')
    expect(resumeOf(blank).sections.every(({ items, paragraphs }) => items.length + paragraphs.length === 0)).toBe(true)
    const { version } = await client.career.get()
    const letter = await client.documents.create({ kind: 'letter', name: 'Letter', start: { from: 'career' } })
    expect(letterOf(letter)).toMatchObject({ signature: 'Ana Kovač', paragraphs: [], greeting: '' })
    await client.career.save({ career: {}, version })
    await client.profile.update({ skills: [], languages: [] })
    const empty = await client.documents.create({ kind: 'resume', name: 'Empty', start: { from: 'career' } })
    expect(resumeOf(empty).sections).toEqual(resumeOf(blank).sections)
  })

  test('of another one has its parts under the same ids, and is its own from then on', async () => {
    const { client, resume } = await documentsWorld()
    const first = await resume()
    const copy = await client.documents.create({
      kind: 'resume',
      name: 'Copy',
      start: { from: 'document', id: first.id },
    })
    expect(copy).toMatchObject({ content: first.content, style: first.style, revision: 1 })
    await client.documents.save(saved(named(copy, 'Other')))
    expect(await client.documents.get({ id: first.id })).toEqual(first)
    const letter = await client.documents.create({
      kind: 'letter',
      name: 'Letter',
      start: { from: 'document', id: copy.id },
    })
    expect(letterOf(letter)).toMatchObject({ header: { name: 'Other' }, signature: 'Other' })
    const start = { from: 'document', id: 99 } as const
    expect(await failureOf(client.documents.create({ kind: 'resume', name: 'x', start }))).toEqual(gone(99))
  })

  test('of content keeps it as its first version, with ids of its own where one stands twice', async () => {
    const { client, resume } = await documentsWorld()
    const content = structuredClone(resumeOf(await resume()))
    const bullets =
      content.sections.flatMap(({ items }) => items).find((item) => item.bullets.length > 0)?.bullets ?? []
    for (const bullet of bullets) bullet.id = 'samesame'
    const made = await client.documents.create({
      kind: 'resume',
      name: 'Composed',
      start: { from: 'content', content, origin: 'composer' },
    })
    const ids = resumeOf(made).sections.flatMap(({ items }) =>
      items.flatMap((item) => item.bullets.map(({ id }) => id)),
    )
    expect(new Set(ids).size).toBe(ids.length)
    const [version] = await client.documents.versions({ id: made.id })
    expect(version).toMatchObject({ number: 1, origin: 'composer', name: 'As it was composed' })
    expect((await client.documents.version({ versionId: version?.id ?? 0 })).content).toEqual(made.content)
    const wrong = client.documents.create({
      kind: 'letter',
      name: 'x',
      start: { from: 'content', content, origin: 'user' },
    })
    expect(await failureOf(wrong)).toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('for a job bears its name, and is found under it, also when the job becomes part of another one', async () => {
    const world = await documentsWorld([{ title: 'Data Engineer', company: 'Kestrel' }, { title: 'Nurse' }])
    const { client, core, jobIds, resume } = world
    const [jobId, other] = jobIds
    if (jobId === undefined || other === undefined) throw new Error('No jobs')
    await resume()
    const made = await client.documents.create({ kind: 'resume', name: 'For it', start: { from: 'career' }, jobId })
    expect(made.job).toEqual({ id: jobId, title: 'Data Engineer', company: 'Kestrel' })
    expect((await client.documents.list({ jobId })).map(({ id }) => id)).toEqual([made.id])
    let told = 0
    core.events.listen(({ type }) => {
      if (type === 'documents.changed') told += 1
    })
    await client.dedup.join({ jobId, intoJobId: other })
    expect((await client.documents.list({ jobId: other })).map(({ id }) => id)).toEqual([made.id])
    expect(told).toBe(1)
  })
})

describe('the working copy', () => {
  test('grows by a revision with what is different, and with nothing else', async () => {
    const { client, resume, changes, clock } = await documentsWorld()
    const made = await resume()
    clock.jump(1000)
    const next = await client.documents.save(saved(named(made, 'Ana K.')))
    expect(next).toMatchObject({
      revision: 2,
      updatedAt: made.updatedAt + 1000,
      content: { header: { name: 'Ana K.' } },
    })
    expect(await client.documents.save(saved(next))).toEqual(next)
    expect(changes()).toBe(2)
  })

  test('of two windows keeps the first and tells the second, which loses nothing', async () => {
    const { client, profileDir, clock, resume } = await documentsWorld()
    const other = testCore({ profileDir, clock })
    const made = await resume()
    const [one, two] = await Promise.allSettled([
      client.documents.save(saved(named(made, 'Here'))),
      other.client.documents.save(saved(named(made, 'There'))),
    ])
    expect([one.status, two.status].toSorted()).toEqual(['fulfilled', 'rejected'])
    const late = other.client.documents.save(saved(named(made, 'Later')))
    expect(await failureOf(late)).toEqual({ code: 'STALE', data: { id: made.id, version: 2 } })
    const now = await other.client.documents.get({ id: made.id })
    expect((await other.client.documents.save(saved(named(now, 'Later')))).revision).toBe(3)
    expect((await client.documents.get({ id: made.id })).content.header.name).toBe('Later')
  })

  test('that another process writes is heard of here', async () => {
    const { profileDir, clock, resume } = await documentsWorld()
    const other = testCore({ profileDir, clock })
    let heard = 0
    other.events.listen(({ type }) => {
      if (type === 'documents.changed') heard += 1
    })
    other.start({ withSchedule: false })
    await resume()
    await clock.advance(2000)
    expect(heard).toBeGreaterThan(0)
  })

  test('that is locked is not written until it is unlocked', async () => {
    const { client, resume } = await documentsWorld()
    const made = await resume()
    const { id: versionId } = await client.documents.keepVersion({ id: made.id, name: 'First' })
    const { revision } = await client.documents.save(saved(named(made, 'Ana K.')))
    expect(await client.documents.update({ id: made.id, isLocked: true })).toMatchObject({ isLocked: true })
    const locked = { code: 'DOCUMENT_LOCKED', data: { id: made.id } }
    expect(await failureOf(client.documents.save({ ...saved(made), revision }))).toEqual(locked)
    expect(await failureOf(client.documents.restoreVersion({ versionId }))).toEqual(locked)
    await client.documents.keepVersion({ id: made.id, name: 'Locked' })
    await client.documents.update({ id: made.id, isLocked: false })
    expect((await client.documents.save({ ...saved(made), revision })).revision).toBe(3)
  })

  test('takes no content of another kind, and none that is too large', async () => {
    const { client, resume } = await documentsWorld()
    const made = await resume()
    const letter = await client.documents.create({ kind: 'letter', name: 'Letter', start: { from: 'blank' } })
    expect(await failureOf(client.documents.save({ ...saved(made), content: letter.content }))).toEqual(gone(made.id))
    const bullets = Array.from({ length: 80 }, (_, index) => ({ id: `bullet${index}`, text: 'x'.repeat(3000) }))
    const items = Array.from({ length: 10 }, (_, index) => ({ id: `itemid${index}`, bullets }))
    const content = {
      ...resumeOf(made),
      sections: [{ id: 'sectionwork', kind: 'experience' as const, items }],
    }
    expect(await failureOf(client.documents.save({ ...saved(made), content }))).toMatchObject({ code: 'BAD_REQUEST' })
    expect(await client.documents.get({ id: made.id })).toEqual(made)
  })

  test('reaches the host of the browser whole, as large as it may be', () => {
    const statusOf = (path: string, length: number) => {
      const headers = {
        host: '127.0.0.1:4000',
        'x-career-copilot': '1',
        'content-type': 'application/json',
        'content-length': String(length),
      }
      return refuseRequest({ method: 'POST', path, port: 4000, headers })?.status ?? null
    }
    const mostBytes = Buffer.byteLength('€'.repeat(2_000_000))
    for (const call of ['save', 'render', 'findings', 'match', 'create']) {
      expect(statusOf(`/rpc/documents/${call}`, mostBytes)).toBeNull()
    }
    expect(statusOf('/rpc/documents/save', 8_000_000)).toBe(413)
  })

  test('that no longer fits is mended, and what was stored is kept when it is written over', async () => {
    const { client, resume, db } = await documentsWorld()
    const made = await resume()
    const stored = JSON.stringify(made.content).replace('"text":"Cut the cost', '"said":"Cut the cost')
    db.raw.prepare('update document set content = ? where id = ?').run(stored, made.id)
    const mended = await client.documents.get({ id: made.id })
    expect(JSON.stringify(mended.content)).not.toContain('Cut the cost')
    expect(JSON.stringify(mended.content)).toContain('Built the pipeline')
    await client.documents.save(saved(mended))
    const [kept] = await client.documents.versions({ id: made.id })
    expect(kept).toMatchObject({ origin: 'restore', name: 'As it was stored, in part unreadable' })
    const raw = db.raw.prepare('select content from document_version where id = ?').pluck().get(kept?.id)
    expect(raw).toBe(stored)
    await client.documents.save(saved(named({ ...mended, revision: 2 }, 'Ana K.')))
    expect(await client.documents.versions({ id: made.id })).toHaveLength(1)
  })
})

test('there is one master of each kind, also after one comes back', async () => {
  const { client, resume, changes } = await documentsWorld()
  const [one, two] = [await resume('One'), await resume('Two')]
  const letter = await client.documents.create({ kind: 'letter', name: 'Letter', start: { from: 'blank' } })
  const masters = async () =>
    (await client.documents.list()).flatMap(({ name, isMaster }) => (isMaster ? [name] : [])).toSorted()
  await client.documents.update({ id: one.id, isMaster: true })
  await client.documents.update({ id: letter.id, isMaster: true })
  expect(await masters()).toEqual(['Letter', 'One'])
  await client.documents.remove({ id: one.id })
  await client.documents.update({ id: two.id, isMaster: true })
  await client.documents.restore({ id: one.id })
  expect(await masters()).toEqual(['Letter', 'Two'])
  const before = changes()
  await client.documents.update({ id: two.id, isMaster: true, name: 'Two', isLocked: false })
  expect(changes()).toBe(before)
  await client.documents.update({ id: two.id, isMaster: false })
  expect(await masters()).toEqual(['Letter'])
})

describe('versions', () => {
  test('are numbered from 1, are what the document was, and a click too many makes none', async () => {
    const { client, resume } = await documentsWorld()
    const made = await resume()
    const keep = (name: string) => client.documents.keepVersion({ id: made.id, name })
    const first = await keep('First')
    expect(await keep('First')).toEqual(first)
    const next = await client.documents.save(saved(named(made, 'Ana K.')))
    await Promise.all([keep('Second'), keep('Third')])
    const kept = await client.documents.versions({ id: made.id })
    expect(kept.map(({ number }) => number)).toEqual([3, 2, 1])
    expect((await client.documents.version({ versionId: first.id })).content).toEqual(made.content)
    expect((await client.documents.version({ versionId: kept[0]?.id ?? 0 })).content).toEqual(next.content)
    expect(await client.documents.get({ id: made.id })).toMatchObject({ versions: 3, sent: 0 })
  })

  test('come back, and what was there before stays as one, once', async () => {
    const { client, resume } = await documentsWorld()
    const made = await resume()
    const { id: versionId } = await client.documents.keepVersion({ id: made.id, name: 'First' })
    const next = await client.documents.save(saved(named(made, 'Ana K.')))
    const back = await client.documents.restoreVersion({ versionId })
    expect(back).toMatchObject({ content: made.content, style: made.style, revision: 3 })
    const [newest] = await client.documents.versions({ id: made.id })
    expect(newest).toMatchObject({ number: 2, origin: 'restore', name: 'Before version 1 was restored' })
    // Restoring what is there changes nothing; so does a way back to what is kept already.
    expect(await client.documents.restoreVersion({ versionId })).toEqual(back)
    const forth = await client.documents.restoreVersion({ versionId: newest?.id ?? 0 })
    expect(forth.content).toEqual(next.content)
    expect((await client.documents.versions({ id: made.id })).map(({ origin }) => origin)).toEqual([
      'restore',
      'restore',
      'user',
    ])
    await client.documents.restoreVersion({ versionId })
    await client.documents.restoreVersion({ versionId: newest?.id ?? 0 })
    const failure = await failureOf(client.documents.restoreVersion({ versionId: 99 }))
    expect(failure).toEqual({ code: 'NOT_FOUND', data: { entity: 'version', id: '99' } })
  })
})

describe('what was removed', () => {
  test('is not there, and comes back with its versions', async () => {
    const { client, resume, changes } = await documentsWorld()
    const made = await resume()
    const version = await client.documents.keepVersion({ id: made.id, name: 'First' })
    await client.documents.remove({ id: made.id })
    await client.documents.remove({ id: made.id })
    expect(await client.documents.list()).toEqual([])
    for (const call of [
      client.documents.get({ id: made.id }),
      client.documents.save(saved(made)),
      client.documents.update({ id: made.id, name: 'x' }),
      client.documents.versions({ id: made.id }),
      client.documents.keepVersion({ id: made.id, name: 'x' }),
      client.documents.restoreVersion({ versionId: version.id }),
    ]) {
      expect(await failureOf(call)).toEqual(gone(made.id))
    }
    await client.documents.restore({ id: made.id })
    await client.documents.restore({ id: made.id })
    expect(await client.documents.versions({ id: made.id })).toEqual([version])
    expect(changes()).toBe(4)
    expect(await failureOf(client.documents.remove({ id: 99 }))).toEqual(gone(99))
  })

  test('is listed by itself, with when that was', async () => {
    const { client, resume } = await documentsWorld()
    const [gone, kept] = [await resume('Gone'), await resume('Kept')]
    await client.documents.remove({ id: gone.id })
    expect((await client.documents.list()).map(({ name, removedAt }) => [name, removedAt])).toEqual([['Kept', null]])
    const removed = await client.documents.list({ isRemoved: true })
    expect(removed).toMatchObject([{ id: gone.id, removedAt: expect.any(Number) as number }])
    await client.documents.restore({ id: gone.id })
    expect(await client.documents.list({ isRemoved: true })).toEqual([])
    expect(new Set((await client.documents.list()).map(({ id }) => id))).toEqual(new Set([gone.id, kept.id]))
  })

  test('stays for good when it went to an application', async () => {
    const world = await documentsWorld()
    const { client, resume, byHand, count } = world
    const applicationId = await byHand('Data Engineer')
    const { id } = await resume()
    await client.documents.attach({ id, applicationId })
    await client.documents.remove({ id })
    await leading(world).later(60 * DAY_MS)
    expect([count('document'), count('document_version'), count('document_sent')]).toEqual([1, 1, 1])
    expect(await client.documents.restore({ id })).toMatchObject({ sent: 1, removedAt: null })
  })

  test('a month ago is let go for good, with its versions', async () => {
    const world = await documentsWorld()
    const { client, resume, count } = world
    const [old, kept] = [await resume('Old'), await resume('Kept')]
    await client.documents.keepVersion({ id: old.id, name: 'First' })
    await client.documents.remove({ id: old.id })
    const { later } = leading(world)
    await later(29 * DAY_MS)
    expect(count('document')).toBe(2)
    await later(2 * DAY_MS)
    expect([count('document'), count('document_version')]).toEqual([1, 0])
    expect(await client.documents.get({ id: kept.id })).toMatchObject({ name: 'Kept' })
    expect(await failureOf(client.documents.restore({ id: old.id }))).toEqual(gone(old.id))
  })
})

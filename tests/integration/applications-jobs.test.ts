import { describe, expect, test } from 'vitest'
import { NOW } from '#main/domains/jobs/search/search.fixture.ts'
import { jobIdSchema } from '#shared/ids.ts'
import { DEFAULT_WEIGHTS } from '#shared/recommendations.ts'
import { type ApplicationsWorld, applicationsWorld, firstOf } from '../support/applications-world.ts'
import { testCore } from '../support/test-core.ts'

const DAY_MS = 86_400_000

const stagesOf = async ({ client }: Pick<ApplicationsWorld, 'client'>) =>
  (await client.applications.board({})).cards.map(({ jobId, stage }) => [jobId, stage])
const isSaved = async ({ client }: Pick<ApplicationsWorld, 'client'>, id: number) =>
  (await client.jobs.get({ id: jobIdSchema.parse(id) })).isSaved

describe('saving a job', () => {
  test('makes an application, and taking that back removes it while nothing was done with it', async () => {
    const world = applicationsWorld([{}])
    const { client, jobIds } = world
    const id = firstOf(jobIds)
    await client.jobs.save({ id, isSaved: true })
    await client.jobs.save({ id, isSaved: true })
    expect(await stagesOf(world)).toEqual([[id, 'saved']])
    const first = await client.applications.ofJob({ jobId: id })
    await client.jobs.save({ id, isSaved: false })
    expect(await stagesOf(world)).toEqual([])
    await client.jobs.save({ id, isSaved: true })
    expect(await client.applications.ofJob({ jobId: id })).toMatchObject({ id: first?.id })
  })

  test.each<[string, (world: ApplicationsWorld, id: number) => Promise<unknown>]>([
    ['notes', ({ client }, id) => client.applications.saveNotes({ id, notes: 'Call Ada', notesVersion: 0 })],
    ['a move', ({ client }, id) => client.applications.move({ id, version: 1, to: 'applied' })],
    ['a contact', ({ client }, id) => client.contacts.add({ applicationId: id, fields: { name: 'Ada' } })],
    ['a change', ({ client }, id) => client.applications.update({ id, change: { title: 'Cook' } })],
  ])('with %s the application stays when the job is saved no more', async (_what, work) => {
    const world = applicationsWorld([{}])
    const { client, jobIds } = world
    const jobId = firstOf(jobIds)
    await client.jobs.save({ id: jobId, isSaved: true })
    await work(world, (await client.applications.ofJob({ jobId }))?.id ?? 0)
    await client.jobs.save({ id: jobId, isSaved: false })
    expect((await client.applications.ofJob({ jobId }))?.jobId).toBe(jobId)
    expect(await isSaved(world, jobId)).toBe(false)
  })

  test('a move that was taken back is nothing that was done', async () => {
    const world = applicationsWorld([{}])
    const { client, jobIds } = world
    const jobId = firstOf(jobIds)
    const { card } = await client.applications.add({ job: { jobId } })
    const { eventId } = await client.applications.move({ id: card.id, version: 1, to: 'applied' })
    expect(await client.jobs.get({ id: jobId })).toMatchObject({ appliedAt: NOW, isSaved: true })
    await client.applications.undoMoves({ eventIds: [eventId] })
    expect(await client.jobs.get({ id: jobId })).toMatchObject({ appliedAt: null, isSaved: true })
    await client.jobs.save({ id: jobId, isSaved: false })
    expect(await client.applications.ofJob({ jobId })).toBeNull()
  })

  test('many at once, and back to how they were', async () => {
    const world = applicationsWorld([{}, {}, { mark: 'saved' }])
    const { client, jobIds } = world
    const marks = jobIds.map((id) => ({ id, isSaved: true }))
    const { before } = await client.jobs.markMany({ marks })
    expect(await stagesOf(world)).toHaveLength(2)
    await client.jobs.markMany({ marks: before })
    expect(await stagesOf(world)).toEqual([])
  })

  test('removing the application is saving no more, and restoring it the contrary', async () => {
    const world = applicationsWorld([{}])
    const { client, jobIds } = world
    const jobId = firstOf(jobIds)
    const { card } = await client.applications.add({ job: { jobId }, stage: 'applied' })
    expect(await isSaved(world, jobId)).toBe(true)
    expect(await client.applications.remove({ ids: [card.id, 99] })).toEqual({ removed: [card.id] })
    expect(await isSaved(world, jobId)).toBe(false)
    expect((await client.applications.get({ id: card.id })).isRemoved).toBe(true)
    expect(await client.applications.restore({ ids: [card.id, 99] })).toEqual({ restored: [card.id] })
    expect(await client.jobs.get({ id: jobId })).toMatchObject({ isSaved: true, appliedAt: NOW })
  })

  test('an application that comes back finds its job taken: by one that was only saved, or by one with which something was done', async () => {
    const world = applicationsWorld([{}])
    const { client, jobIds } = world
    const jobId = firstOf(jobIds)
    const first = await client.applications.add({ job: { jobId }, stage: 'applied' })
    await client.applications.remove({ ids: [first.card.id] })
    await client.jobs.save({ id: jobId, isSaved: true })
    await client.applications.restore({ ids: [first.card.id] })
    expect(await stagesOf(world)).toEqual([[jobId, 'applied']])
    await client.applications.remove({ ids: [first.card.id] })
    await client.applications.add({ job: { jobId }, stage: 'offered' })
    await client.applications.restore({ ids: [first.card.id] })
    expect((await stagesOf(world)).map(String).toSorted()).toEqual([`${jobId},offered`, ',applied'].toSorted())
  })

  test('jobs that were saved before there were applications get theirs once, with the day on which they were saved', async () => {
    const jobs = Array.from({ length: 120 }, () => ({ mark: 'saved' as const }))
    const world = applicationsWorld([...jobs, {}])
    world.clock.jump(DAY_MS)
    world.core.start()
    await expect.poll(async () => (await world.client.applications.board({})).total, { timeout: 15_000 }).toBe(120)
    const { cards } = await world.client.applications.board({})
    expect(new Set(cards.map(({ createdAt, stage }) => `${createdAt} ${stage}`))).toEqual(new Set([`${NOW} saved`]))
    await world.core.stop()
    const again = testCore({ profileDir: world.profileDir, clock: world.clock })
    again.start()
    await again.stop()
    expect(world.db.raw.prepare('select count(*) from application').pluck().get()).toBe(120)
  })
})

describe('jobs that become one', () => {
  test('the application goes over to the job that stays', async () => {
    const world = applicationsWorld([{}, {}])
    const { client } = world
    const [from, into] = [firstOf(world.jobIds), firstOf(world.jobIds.slice(1))]
    await client.applications.add({ job: { jobId: from }, stage: 'applied' })
    await client.dedup.join({ jobId: from, intoJobId: into })
    expect(await stagesOf(world)).toEqual([[into, 'applied']])
    expect(await client.jobs.get({ id: into })).toMatchObject({ isSaved: true, appliedAt: NOW })
  })

  test('of two applications the further one keeps the job; one that was only saved goes, any other stays without a job', async () => {
    const world = applicationsWorld([{}, {}, {}])
    const { client } = world
    const [a, b, c] = [0, 1, 2].map((index) => firstOf(world.jobIds.slice(index)))
    if (a === undefined || b === undefined || c === undefined) throw new Error('There are three')
    await client.jobs.save({ id: a, isSaved: true })
    await client.applications.add({ job: { jobId: b }, stage: 'applied' })
    await client.dedup.join({ jobId: a, intoJobId: b })
    expect(await stagesOf(world)).toEqual([[b, 'applied']])
    const { card } = await client.applications.add({ job: { jobId: c } })
    await client.applications.saveNotes({ id: card.id, notes: 'Ask Ada', notesVersion: 0 })
    await client.dedup.join({ jobId: b, intoJobId: c })
    expect((await stagesOf(world)).map(String).toSorted()).toEqual([`${c},applied`, ',saved'].toSorted())
  })

  test('everybody hears of the applications that are others now, when there are any', async () => {
    const { core, client, jobIds } = applicationsWorld([{}, {}, {}])
    const [a, b, c] = [0, 1, 2].map((index) => firstOf(jobIds.slice(index)))
    if (a === undefined || b === undefined || c === undefined) throw new Error('There are three')
    await client.applications.add({ job: { jobId: b } })
    const heard: string[] = []
    core.events.listen(({ type }) => heard.push(type))
    await client.dedup.join({ jobId: a, intoJobId: b })
    expect(heard.splice(0)).toEqual(['jobs.changed'])
    await client.dedup.join({ jobId: b, intoJobId: c })
    expect(heard.splice(0).toSorted()).toEqual(['applications.changed', 'jobs.changed'])
  })
})

describe('the posting that is kept', () => {
  test('is the job’s as it was, and stays when the job is gone', async () => {
    const world = applicationsWorld([{ title: 'Data Engineer', company: 'Havelwerk GmbH', body: 'We move data.' }])
    const { client, db, jobIds } = world
    const jobId = firstOf(jobIds)
    const { card, isNew } = await client.applications.add({ job: { jobId } })
    expect(isNew).toBe(true)
    expect(await client.applications.add({ job: { jobId } })).toMatchObject({ isNew: false, card: { id: card.id } })
    db.raw.prepare(`update job_text set description_html = '<p>Other</p>' where job_id = ?`).run(jobId)
    db.raw.prepare('delete from job where id = ?').run(jobId)
    const detail = await client.applications.get({ id: card.id })
    expect(detail).toMatchObject({
      jobId: null,
      title: 'Data Engineer',
      company: 'Havelwerk GmbH',
      place: 'Berlin, DE',
    })
    expect(detail.snapshot).toMatchObject({
      takenAt: NOW,
      title: 'Data Engineer',
      place: 'Berlin, DE',
      descriptionHtml: '<p>We move data.</p>',
      facts: { places: [{ city: 'Berlin', countryCode: 'DE' }] },
    })
    expect(detail.snapshot?.urls).toEqual([detail.url])
    await expect(client.applications.takeSnapshot({ id: card.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { entity: 'job' },
    })
  })

  test('can be taken anew, and is read without facts when another version wrote them', async () => {
    const { client, db, jobIds } = applicationsWorld([{}])
    const { card } = await client.applications.add({ job: { jobId: firstOf(jobIds) } })
    db.raw.prepare(`update job_text set description_html = '<p>New</p>'`).run()
    expect((await client.applications.takeSnapshot({ id: card.id })).descriptionHtml).toBe('<p>New</p>')
    db.raw.prepare(`update application set snapshot = json_set(snapshot, '$.facts', json('{"visa": 7}'))`).run()
    const { snapshot } = await client.applications.get({ id: card.id })
    expect(snapshot).toMatchObject({ descriptionHtml: '<p>New</p>', facts: null })
  })

  test('of a job that is not there nothing is made', async () => {
    const { client } = applicationsWorld()
    const adding = client.applications.add({ job: { jobId: jobIdSchema.parse(7) } })
    await expect(adding).rejects.toMatchObject({ code: 'NOT_FOUND', data: { entity: 'job', id: '7' } })
  })
})

test('an experiment counts what was applied for after its list showed it, and no more when that is taken back', async () => {
  const { client, db, jobIds } = applicationsWorld([{}])
  const jobId = firstOf(jobIds)
  const { id } = await client.experiments.start({ name: 'One', a: DEFAULT_WEIGHTS, b: DEFAULT_WEIGHTS })
  db.raw
    .prepare(
      `insert into exposure (experiment_id, list_id, job_id, variant, position, shown_at) values (?, 'l', ?, 'a', 1, ?)`,
    )
    .run(id, jobId, NOW - 1)
  const applied = async () => firstOf(await client.experiments.list()).a.applied
  const { card } = await client.applications.add({ job: { jobId } })
  const { eventId } = await client.applications.move({ id: card.id, version: 1, to: 'applied' })
  expect(await applied()).toBe(1)
  await client.applications.undoMoves({ eventIds: [eventId] })
  expect(await applied()).toBe(0)
})

test('who goes back to saved has not applied: the job says so, and the experiment; taking that back says the contrary', async () => {
  const { client, db, jobIds } = applicationsWorld([{}])
  const jobId = firstOf(jobIds)
  const { id } = await client.experiments.start({ name: 'One', a: DEFAULT_WEIGHTS, b: DEFAULT_WEIGHTS })
  db.raw
    .prepare(
      `insert into exposure (experiment_id, list_id, job_id, variant, position, shown_at) values (?, 'l', ?, 'a', 1, ?)`,
    )
    .run(id, jobId, NOW - 1)
  const said = async () => [
    (await client.jobs.get({ id: jobId })).appliedAt,
    firstOf(await client.experiments.list()).a.applied,
  ]
  const { card } = await client.applications.add({ job: { jobId }, stage: 'applied' })
  expect(await said()).toEqual([NOW, 1])
  const { eventId } = await client.applications.move({ id: card.id, version: 1, to: 'saved' })
  expect(await said()).toEqual([null, 0])
  await client.applications.undoMoves({ eventIds: [eventId] })
  expect(await said()).toEqual([NOW, 1])
})

test('everybody hears of a change after it is made, and of the jobs only when they are marked otherwise', async () => {
  const { core, client, jobIds } = applicationsWorld([{}])
  const heard: string[] = []
  core.events.listen(({ type }) => heard.push(type))
  const toldOf = async <T>(work: Promise<T>): Promise<[T, string[]]> => [await work, heard.splice(0)]
  const [{ card }, added] = await toldOf(client.applications.add({ job: { jobId: firstOf(jobIds) } }))
  expect(added).toEqual(['jobs.changed', 'applications.changed'])
  const { id } = card
  const [, applied] = await toldOf(client.applications.move({ id, version: 1, to: 'applied' }))
  expect(applied).toEqual(['jobs.changed', 'applications.changed'])
  const [, further] = await toldOf(client.applications.move({ id, version: 2, to: 'interviewing' }))
  expect(further).toEqual(['applications.changed'])
  await expect(client.applications.move({ id, version: 2, to: 'offered' })).rejects.toMatchObject({ code: 'STALE' })
  expect(heard).toEqual([])
})

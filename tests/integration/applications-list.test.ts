import { describe, expect, test } from 'vitest'
import { NOW } from '#main/domains/jobs/search/search.fixture.ts'
import { APPLICATION_SORTS } from '#shared/applications.ts'
import { applicationsWorld, firstOf } from '../support/applications-world.ts'

const DAY_MS = 86_400_000

describe('the table', () => {
  test('text is looked for in title, employer, place and notes, without accents, every word of it', async () => {
    const { client, byHand } = applicationsWorld()
    await byHand('Ingénieur données', { company: 'Société Générale' })
    const id = await byHand('Kranführer', { company: 'Müller GmbH' })
    await client.applications.saveNotes({ id, notes: 'Ask Łukasz about the crane', notesVersion: 0 })
    const found = async (text: string) => (await client.applications.list({ text })).rows.map(({ title }) => title)
    expect(await found('generale INGENIEUR')).toEqual(['Ingénieur données'])
    expect(await found('lukasz')).toEqual(['Kranführer'])
    expect(await found('kranfuhrer müller')).toEqual(['Kranführer'])
    expect(await found('kranfuhrer generale')).toEqual([])
    expect(await found('100%')).toEqual([])
  })

  test('an employer is found however its name is written', async () => {
    const { client, byHand } = applicationsWorld()
    await byHand('One', { company: 'Mueller & Söhne GmbH' })
    await byHand('Two', { company: 'Other' })
    const { rows, total } = await client.applications.list({ company: 'müller' })
    expect([rows.map(({ title }) => title), total]).toEqual([['One'], 1])
  })

  test('every order leaves nothing out and pages without a gap; what is not known comes last', async () => {
    const { client, byHand } = applicationsWorld([{ title: 'Of a job', company: 'Kestrel' }])
    for (const stage of ['saved', 'applied', 'offered', 'rejected'] as const) await byHand(`At ${stage}`, { stage })
    for (const sort of APPLICATION_SORTS) {
      for (const isDescending of [true, false]) {
        const whole = await client.applications.list({ sort, isDescending })
        const pages = await Promise.all(
          [0, 2, 4].map((offset) => client.applications.list({ sort, isDescending, offset, limit: 2 })),
        )
        expect(pages.flatMap(({ rows }) => rows)).toEqual(whole.rows)
        expect([whole.total, whole.rows.length]).toEqual([4, 4])
      }
    }
    for (const isDescending of [true, false]) {
      const { rows } = await client.applications.list({ sort: 'appliedAt', isDescending })
      expect(rows.at(-1)?.stage).toBe('saved')
    }
    const byStage = await client.applications.list({ sort: 'stage', isDescending: false })
    expect(byStage.rows.map(({ stage }) => stage)).toEqual(['saved', 'applied', 'offered', 'rejected'])
  })

  test('stages and days of applying leave out the rest', async () => {
    const { client, byHand } = applicationsWorld()
    await byHand('Old', { stage: 'applied', appliedAt: NOW - 9 * DAY_MS })
    await byHand('New', { stage: 'applied', appliedAt: NOW - DAY_MS })
    await byHand('Saved')
    const titles = async (filter: Parameters<typeof client.applications.board>[0]) =>
      (await client.applications.board(filter)).cards.map(({ title }) => title)
    expect(await titles({ appliedFrom: NOW - 2 * DAY_MS })).toEqual(['New'])
    expect(await titles({ appliedUntil: NOW - 2 * DAY_MS })).toEqual(['Old'])
    expect(await titles({ stages: ['saved'] })).toEqual(['Saved'])
    expect((await client.applications.board({ stages: ['saved'] })).total).toBe(3)
  })

  test('what is to be done today or was before is due, in the zone of the user', async () => {
    const { client, byHand } = applicationsWorld()
    await client.settings.update({ timeZone: 'Pacific/Auckland' })
    const due = async (title: string, dueAt: string) => {
      const applicationId = await byHand(title)
      await client.reminders.add({ applicationId, fields: { kind: 'other', dueAt: Date.parse(dueAt) } })
    }
    // It is 23:37 there; the day ends at 11:00 UTC.
    await due('Today', '2026-03-04T10:59:59Z')
    await due('Tomorrow', '2026-03-04T11:00:00Z')
    await due('Overdue', '2026-02-01T00:00:00Z')
    const { rows } = await client.applications.list({ only: 'due', sort: 'nextStep', isDescending: false })
    expect(rows.map(({ title }) => title)).toEqual(['Overdue', 'Today'])
    expect(rows[0]?.nextStep).toEqual({ kind: 'other', at: Date.parse('2026-02-01T00:00:00Z') })
  })

  test('what nobody answered looks ghosted, as card and as filter; not with an interview ahead', async () => {
    const { client, byHand } = applicationsWorld()
    await byHand('Silent', { stage: 'applied', appliedAt: NOW - 40 * DAY_MS })
    await byHand('Fresh', { stage: 'applied', appliedAt: NOW - 10 * DAY_MS })
    const applicationId = await byHand('Invited', { stage: 'applied', appliedAt: NOW - 40 * DAY_MS })
    const fields = { localStart: '2026-03-20T10:00', zone: 'Europe/Berlin' }
    await client.interviews.add({ applicationId, fields })
    const { cards } = await client.applications.board({})
    const looking = cards.filter(({ looksGhosted }) => looksGhosted).map(({ title }) => title)
    expect(looking).toEqual(['Silent'])
    expect((await client.applications.list({ only: 'ghosted' })).rows.map(({ title }) => title)).toEqual(looking)
    await client.settings.update({ ghostedAfterDays: 7 })
    const { rows } = await client.applications.list({ only: 'ghosted', sort: 'title', isDescending: false })
    expect(rows.map(({ title }) => title)).toEqual(['Fresh', 'Silent'])
  })
})

describe('one application', () => {
  test('a change says what it changed, once; what is the same is none', async () => {
    const { client, byHand } = applicationsWorld()
    const id = await byHand('Engineer')
    const change = { title: 'Data Engineer', expectedPay: { amount: 70_000, currency: 'EUR', period: 'year' as const } }
    expect(await client.applications.update({ id, version: 1, change })).toMatchObject({ version: 2 })
    expect(await client.applications.update({ id, version: 2, change })).toMatchObject({ version: 2 })
    const { timeline, expectedPay, title } = await client.applications.get({ id })
    expect(timeline[0]?.data).toEqual({ type: 'changed', fields: ['title', 'expectedPay'] })
    expect([title, expectedPay]).toEqual(['Data Engineer', change.expectedPay])
    expect((await client.applications.list({ text: 'data' })).total).toBe(1)
  })

  test('notes that somebody else saved in between are told, and neither is lost', async () => {
    const { client, byHand } = applicationsWorld()
    const id = await byHand('Engineer')
    expect(await client.applications.saveNotes({ id, notes: 'Mine', notesVersion: 0 })).toEqual({ notesVersion: 1 })
    const late = client.applications.saveNotes({ id, notes: 'Theirs', notesVersion: 0 })
    await expect(late).rejects.toMatchObject({ code: 'NOTES_STALE', data: { notes: 'Mine', notesVersion: 1 } })
    expect(await client.applications.saveNotes({ id, notes: 'Mine', notesVersion: 0 })).toEqual({ notesVersion: 1 })
    expect(await client.applications.get({ id })).toMatchObject({ notes: 'Mine', version: 1 })
  })

  test('what may be the same is told: the same job, the same opening, and the employer where one has applied', async () => {
    const { client, byHand, jobIds } = applicationsWorld([
      { title: 'Data Engineer (m/w/d)', company: 'Havelwerk GmbH' },
    ])
    const jobId = firstOf(jobIds)
    await byHand('Data engineer')
    await byHand('Nurse')
    await byHand('Cook', { stage: 'applied' })
    await byHand('Cook', { stage: 'applied', company: 'Kestrel' })
    const reasons = (found: readonly { title: string; reason: string }[]) =>
      found.map(({ title, reason }) => [title, reason])
    const expected = [
      ['Data engineer', 'same_opening'],
      ['Cook', 'same_company'],
    ]
    expect(reasons(await client.applications.twice({ jobId }))).toEqual(expected)
    const { twice } = await client.applications.add({ job: { jobId } })
    expect(reasons(twice)).toEqual(expected)
    expect(reasons(await client.applications.twice({ jobId }))[0]).toEqual(['Data Engineer (m/w/d)', 'same_job'])
    expect(reasons(await client.applications.twice({ company: 'HAVELWERK' }))).toEqual([['Cook', 'same_company']])
    expect(await client.applications.twice({})).toEqual([])
  })

  test('a follow-up is suggested until a reminder is set', async () => {
    const { client, byHand } = applicationsWorld()
    await client.settings.update({ timeZone: 'Europe/Berlin' })
    const id = await byHand('Engineer', { stage: 'applied' })
    expect((await client.applications.get({ id })).followUpAt).toBe(Date.parse('2026-03-11T08:00:00Z'))
    await client.reminders.add({ applicationId: id, fields: { kind: 'follow_up', dueAt: NOW + DAY_MS } })
    expect((await client.applications.get({ id })).followUpAt).toBeNull()
  })

  test('the calendar has what lies in its span, in order', async () => {
    const { client, byHand } = applicationsWorld()
    const applicationId = await byHand('Engineer', { stage: 'offered' })
    await client.interviews.add({
      applicationId,
      fields: { localStart: '2026-03-10T10:00', zone: 'UTC', place: 'Room 1' },
    })
    await client.interviews.add({
      applicationId,
      fields: { localStart: '2026-03-10T12:00', zone: 'UTC', outcome: 'cancelled' },
    })
    await client.reminders.add({ applicationId, fields: { kind: 'deadline', dueAt: Date.parse('2026-03-09T10:00Z') } })
    await client.offers.add({ applicationId, fields: { receivedAt: NOW, answerBy: Date.parse('2026-03-11T10:00Z') } })
    const span = { from: Date.parse('2026-03-09T00:00Z'), until: Date.parse('2026-03-12T00:00Z') }
    const entries = await client.applications.calendar(span)
    expect(entries.map(({ kind, isDone, note }) => [kind, isDone, note])).toEqual([
      ['deadline', false, ''],
      ['interview', false, 'Room 1'],
      ['answer', false, ''],
    ])
    expect(await client.applications.calendar({ ...span, from: Date.parse('2026-03-10T10:30Z') })).toHaveLength(2)
    await client.applications.remove({ ids: [applicationId] })
    expect(await client.applications.calendar(span)).toEqual([])
  })

  test('what was removed a month ago is gone for good, with all that belonged to it', async () => {
    const { core, client, byHand, clock, db } = applicationsWorld()
    const id = await byHand('Engineer')
    await client.contacts.add({ applicationId: id, fields: { name: 'Ada' } })
    const column = await client.applications.addColumn({ name: 'Screen', stage: 'interviewing' })
    await client.applications.removeColumn({ id: column.id })
    await client.applications.remove({ ids: [id] })
    clock.jump(31 * DAY_MS)
    core.start()
    const left = db.raw
      .prepare(
        `select (select count(*) from application) + (select count(*) from board_column) + (select count(*) from contact)
           + (select count(*) from application_event)`,
      )
      .pluck()
    await expect
      .poll(async () => {
        await clock.advance(1000)
        return left.get()
      })
      .toBe(0)
    await expect(client.applications.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await client.applications.restore({ ids: [id] })).toEqual({ restored: [] })
  })
})

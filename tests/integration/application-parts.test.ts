import { describe, expect, test } from 'vitest'
import { applicationBench, failureOf } from '../support/application-bench.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Where the bench's clock begins. */
const NOW = Date.UTC(2026, 2, 2, 9)

const notFound = (entity: string, id: number) => ({ code: 'NOT_FOUND', data: { entity, id: String(id) } })

describe('contacts', () => {
  test('are added, changed, removed and put back, each with its event', async () => {
    const { client, apply, events, changes } = applicationBench()
    const applicationId = apply()
    const ana = await client.contacts.add({
      applicationId,
      fields: { name: ' Ana Ruiz ', email: 'ana@havelwerk.example' },
    })
    expect(ana).toEqual({
      id: ana.id,
      applicationId,
      name: 'Ana Ruiz',
      role: '',
      email: 'ana@havelwerk.example',
      phone: '',
      url: '',
      notes: '',
    })
    const fields = { name: 'Ana Ruiz', role: 'Recruiter', url: 'https://havelwerk.example/ana' }
    expect(await client.contacts.update({ id: ana.id, fields })).toMatchObject({ role: 'Recruiter', email: '' })
    await client.contacts.remove({ id: ana.id })
    expect(await client.contacts.restore({ id: ana.id })).toMatchObject({ name: 'Ana Ruiz', role: 'Recruiter' })
    expect(events(applicationId)).toEqual(
      ['added', 'changed', 'removed', 'restored'].map((change) => ({
        type: 'contact',
        partId: ana.id,
        change,
        name: 'Ana Ruiz',
      })),
    )
    expect(changes()).toBe(4)
  })

  test('what is not different did not happen', async () => {
    const { client, apply, events, changes } = applicationBench()
    const applicationId = apply()
    const { id } = await client.contacts.add({ applicationId, fields: { name: 'Ana' } })
    await client.contacts.update({ id, fields: { name: 'Ana' } })
    await client.contacts.restore({ id })
    await client.contacts.remove({ id })
    await client.contacts.remove({ id })
    expect(events(applicationId)).toMatchObject([{ change: 'added' }, { change: 'removed' }])
    expect(changes()).toBe(2)
  })

  test.each([
    { name: '' },
    { name: 'x'.repeat(121) },
    { name: 'Ana', email: 'nobody' },
    { name: 'Ana', url: 'javascript:alert(1)' },
    { name: 'Ana', url: 'file:///etc/passwd' },
  ])('of such a shape are refused: %o', async (fields) => {
    const { client, apply, events } = applicationBench()
    const applicationId = apply()
    expect(await failureOf(client.contacts.add({ applicationId, fields }))).toMatchObject({ code: 'BAD_REQUEST' })
    expect(events(applicationId)).toEqual([])
  })
})

describe('what is not there is told', () => {
  test('of every kind, by what is missing', async () => {
    const { client, apply, setRemoved, changes } = applicationBench()
    const gone = apply()
    setRemoved(gone, NOW)
    const fields = {
      contact: { name: 'Ana' },
      interview: { localStart: '2026-03-30T14:00', zone: 'Europe/Berlin' },
      offer: { receivedAt: NOW },
      reminder: { kind: 'other' as const, dueAt: NOW },
    }
    for (const applicationId of [gone, 4711]) {
      const expected = notFound('application', applicationId)
      expect(await failureOf(client.contacts.add({ applicationId, fields: fields.contact }))).toEqual(expected)
      expect(await failureOf(client.interviews.add({ applicationId, fields: fields.interview }))).toEqual(expected)
      expect(await failureOf(client.offers.add({ applicationId, fields: fields.offer }))).toEqual(expected)
      expect(await failureOf(client.reminders.add({ applicationId, fields: fields.reminder }))).toEqual(expected)
      const file = { applicationId, name: 'a.txt', base64: 'QQ==' }
      expect(await failureOf(client.applicationFiles.add(file))).toEqual(expected)
    }
    const id = 4711
    expect(await failureOf(client.contacts.update({ id, fields: fields.contact }))).toEqual(notFound('contact', id))
    expect(await failureOf(client.interviews.remove({ id }))).toEqual(notFound('interview', id))
    expect(await failureOf(client.offers.restore({ id }))).toEqual(notFound('offer', id))
    expect(await failureOf(client.applicationFiles.remove({ id }))).toEqual(notFound('file', id))
    expect(await failureOf(client.reminders.putOff({ id, until: NOW }))).toEqual(notFound('reminder', id))
    expect(changes()).toBe(0)
  })

  test('a removed part is not changed, and one of a removed application not put back', async () => {
    const { client, apply, setRemoved } = applicationBench()
    const applicationId = apply()
    const { id } = await client.contacts.add({ applicationId, fields: { name: 'Ana' } })
    await client.contacts.remove({ id })
    expect(await failureOf(client.contacts.update({ id, fields: { name: 'Eva' } }))).toEqual(notFound('contact', id))
    setRemoved(applicationId, NOW)
    expect(await failureOf(client.contacts.restore({ id }))).toEqual(notFound('application', applicationId))
    setRemoved(applicationId, null)
    expect(await client.contacts.restore({ id })).toMatchObject({ name: 'Ana' })
  })
})

describe('reminders', () => {
  const due = NOW + DAY_MS

  async function withReminder() {
    const bench = applicationBench()
    const applicationId = bench.apply()
    const fields = { kind: 'follow_up', dueAt: due, note: 'Ask Ana' } as const
    const reminder = await bench.client.reminders.add({ applicationId, fields })
    return { ...bench, applicationId, reminder, id: reminder.id }
  }

  test('are the next step until they are done, and again when they are not', async () => {
    const { client, clock, applicationId, nextStep, events, id, reminder } = await withReminder()
    expect(reminder).toEqual({
      id,
      applicationId,
      kind: 'follow_up',
      dueAt: due,
      note: 'Ask Ana',
      doneAt: null,
      putOffs: 0,
    })
    expect(nextStep(applicationId)).toEqual({ kind: 'follow_up', at: due })
    await clock.advance(HOUR_MS)
    expect(await client.reminders.setDone({ id, isDone: true })).toMatchObject({ doneAt: NOW + HOUR_MS })
    await clock.advance(HOUR_MS)
    expect(await client.reminders.setDone({ id, isDone: true })).toMatchObject({ doneAt: NOW + HOUR_MS })
    expect(nextStep(applicationId)).toEqual({ kind: null, at: null })
    expect(await client.reminders.setDone({ id, isDone: false })).toMatchObject({ doneAt: null })
    expect(nextStep(applicationId)).toEqual({ kind: 'follow_up', at: due })
    expect(events(applicationId)).toMatchObject([{ change: 'added' }, { change: 'done' }, { change: 'reopened' }])
  })

  test('are put off, counted, and once for a click that comes twice', async () => {
    const { client, applicationId, nextStep, events, id } = await withReminder()
    const until = due + 7 * DAY_MS
    expect(await client.reminders.putOff({ id, until })).toMatchObject({ dueAt: until, putOffs: 1 })
    expect(await client.reminders.putOff({ id, until })).toMatchObject({ dueAt: until, putOffs: 1 })
    expect(nextStep(applicationId)).toEqual({ kind: 'follow_up', at: until })
    expect(await client.reminders.putOff({ id, until: due })).toMatchObject({ dueAt: due, putOffs: 1 })
    expect(events(applicationId)).toMatchObject([
      { change: 'added', dueAt: due },
      { change: 'put_off', dueAt: until },
      { change: 'changed', dueAt: due },
    ])
  })

  test('that are put off and changed back to an earlier instant were put off once less', async () => {
    const { client, id } = await withReminder()
    const fields = { kind: 'follow_up', note: '' } as const
    const until = due + 7 * DAY_MS
    await client.reminders.putOff({ id, until: due + DAY_MS })
    await client.reminders.putOff({ id, until })
    const update = (dueAt: number) => client.reminders.update({ id, fields: { ...fields, dueAt } })
    expect(await update(until)).toMatchObject({ dueAt: until, putOffs: 2 })
    expect(await update(due + DAY_MS)).toMatchObject({ dueAt: due + DAY_MS, putOffs: 1 })
    expect(await update(due)).toMatchObject({ putOffs: 0 })
    expect(await update(due - DAY_MS)).toMatchObject({ putOffs: 0 })
    expect(await update(until)).toMatchObject({ dueAt: until, putOffs: 0 })
  })

  test('that were done are open again when they are put off', async () => {
    const { client, events, applicationId, id } = await withReminder()
    await client.reminders.setDone({ id, isDone: true })
    expect(await client.reminders.putOff({ id, until: due + DAY_MS })).toMatchObject({ doneAt: null, putOffs: 1 })
    await client.reminders.setDone({ id, isDone: true })
    expect(await client.reminders.putOff({ id, until: due })).toMatchObject({ doneAt: null, dueAt: due, putOffs: 1 })
    expect(events(applicationId).slice(2)).toMatchObject([
      { change: 'put_off' },
      { change: 'done' },
      { change: 'reopened' },
    ])
  })

  test('that are removed are no next step, and are again when they are put back', async () => {
    const { client, applicationId, nextStep, id } = await withReminder()
    await client.reminders.remove({ id })
    expect(nextStep(applicationId)).toEqual({ kind: null, at: null })
    expect(await failureOf(client.reminders.setDone({ id, isDone: true }))).toEqual(notFound('reminder', id))
    await client.reminders.restore({ id })
    expect(nextStep(applicationId)).toEqual({ kind: 'follow_up', at: due })
    const fields = { kind: 'deadline', dueAt: NOW - DAY_MS, note: '' } as const
    expect(await client.reminders.update({ id, fields })).toMatchObject({ kind: 'deadline', putOffs: 0 })
    expect(nextStep(applicationId)).toEqual({ kind: 'deadline', at: NOW - DAY_MS })
  })

  test('of instants that no calendar has are refused', async () => {
    const { client, id } = await withReminder()
    for (const until of [-1, 8.64e15, 1.5]) {
      expect(await failureOf(client.reminders.putOff({ id, until }))).toMatchObject({ code: 'BAD_REQUEST' })
    }
  })
})

describe('what was removed', () => {
  test('can be put back for thirty days, and is gone after them', async () => {
    const { core, client, clock, apply, database } = applicationBench()
    const applicationId = apply()
    const { id } = await client.contacts.add({ applicationId, fields: { name: 'Ana' } })
    const kept = await client.contacts.add({ applicationId, fields: { name: 'Eva' } })
    await client.contacts.remove({ id })
    clock.jump(29 * DAY_MS)
    core.start()
    await clock.advance(1000)
    expect(await client.contacts.restore({ id })).toMatchObject({ name: 'Ana' })
    await client.contacts.remove({ id })
    clock.jump(31 * DAY_MS)
    await clock.advance(1000)
    expect(await failureOf(client.contacts.restore({ id }))).toEqual(notFound('contact', id))
    expect(database.raw.prepare('select id from contact').pluck().all()).toEqual([kept.id])
  })
})

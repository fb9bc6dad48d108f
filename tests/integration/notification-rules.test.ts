import { describe, expect, test } from 'vitest'
import type { ApplicationsWorld } from '../support/applications-world.ts'
import { leading, quietWorld } from '../support/leading-core.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const localOf = (instant: number) => new Date(instant).toISOString().slice(0, 16)

describe('an interview', () => {
  test('is confirmed when it is planned, moved and cancelled, and recalled a day and an hour before, each once', async () => {
    const world = await quietWorld()
    const { client, clock, byHand } = world
    const id = await byHand('Data Engineer', { stage: 'applied' })
    const { pass, later, told } = leading(world)
    const fields = { localStart: localOf(clock.now() + 3 * DAY_MS), zone: 'UTC' }
    const { id: interviewId } = await client.interviews.add({ applicationId: id, fields })
    await pass(MINUTE_MS)
    expect(await told()).toEqual(['interview_scheduled: Interview planned: Data Engineer at Havelwerk'])
    await client.interviews.update({ id: interviewId, fields: { ...fields, notes: 'Bring a pen' } })
    await pass(MINUTE_MS)
    expect(await told()).toHaveLength(1)
    const moved = { ...fields, localStart: localOf(clock.now() + 2 * DAY_MS) }
    await client.interviews.update({ id: interviewId, fields: moved })
    await pass(MINUTE_MS)
    clock.jump(DAY_MS)
    await pass(2 * MINUTE_MS)
    clock.jump(23 * HOUR_MS)
    await later(5 * MINUTE_MS)
    expect(await told()).toEqual([
      'interview_scheduled: Interview planned: Data Engineer at Havelwerk',
      'interview_scheduled: Interview moved: Data Engineer at Havelwerk',
      'deadline_reminder: Coming up: Video interview, Data Engineer at Havelwerk',
      'deadline_reminder: Soon: Video interview, Data Engineer at Havelwerk',
    ])
    await client.interviews.update({ id: interviewId, fields: { ...moved, outcome: 'cancelled' } })
    await pass(MINUTE_MS)
    await later(2 * HOUR_MS)
    expect((await told()).slice(4)).toEqual(['interview_scheduled: Interview cancelled: Data Engineer at Havelwerk'])
  })
})

test('an interview that is taken away and put back at once is told neither way', async () => {
  const world = await quietWorld()
  const { client, clock, byHand } = world
  const id = await byHand('Data Engineer', { stage: 'applied' })
  const { pass, told } = leading(world)
  const fields = { localStart: localOf(clock.now() + 3 * DAY_MS), zone: 'UTC' }
  const { id: interviewId } = await client.interviews.add({ applicationId: id, fields })
  await pass(MINUTE_MS)
  await client.interviews.remove({ id: interviewId })
  await pass(8000)
  await client.interviews.restore({ id: interviewId })
  await pass(MINUTE_MS)
  expect(await told()).toEqual(['interview_scheduled: Interview planned: Data Engineer at Havelwerk'])
  await client.interviews.remove({ id: interviewId })
  await pass(MINUTE_MS)
  expect((await told()).slice(1)).toEqual(['interview_scheduled: Interview cancelled: Data Engineer at Havelwerk'])
})

describe('a reminder', () => {
  test('is told when it is due, once, and again after it was put off; one that was done is not', async () => {
    const world = await quietWorld()
    const { client, clock, byHand } = world
    const id = await byHand('Data Engineer', { stage: 'applied' })
    const { later, told } = leading(world)
    const at = (minutes: number) => clock.now() + minutes * MINUTE_MS
    const add = (minutes: number) =>
      client.reminders.add({ applicationId: id, fields: { kind: 'follow_up', dueAt: at(minutes) } })
    const first = await add(10)
    const second = await add(20)
    await later(5 * MINUTE_MS)
    expect(await told()).toEqual([])
    await client.reminders.setDone({ id: second.id, isDone: true })
    await later(10 * MINUTE_MS)
    expect(await told()).toHaveLength(1)
    await client.reminders.putOff({ id: first.id, until: at(20) })
    await later(15 * MINUTE_MS)
    expect(await told()).toHaveLength(1)
    await later(10 * MINUTE_MS)
    expect(await told()).toEqual(
      Array.from({ length: 2 }, () => 'deadline_reminder: Follow up: Data Engineer at Havelwerk'),
    )
  })

  test('that fell due while nobody was there is told after the start, and not by the next one again', async () => {
    const world = await quietWorld()
    const { client, clock, byHand } = world
    const id = await byHand('Data Engineer', { stage: 'applied' })
    await client.reminders.add({ applicationId: id, fields: { kind: 'deadline', dueAt: clock.now() + HOUR_MS } })
    clock.jump(3 * DAY_MS)
    const { pass, later, told } = leading(world)
    await pass(MINUTE_MS)
    expect(await told()).toEqual(['deadline_reminder: Deadline: Data Engineer at Havelwerk'])
    await later(HOUR_MS)
    expect(await told()).toHaveLength(1)
  })
})

test('an awaited answer is recalled on the morning before and of its day, while the offer stands', async () => {
  const world = await quietWorld()
  const { client, clock, byHand } = world
  const id = await byHand('Data Engineer', { stage: 'offered' })
  const other = await byHand('Analyst', { stage: 'rejected' })
  const answerBy = Math.ceil(clock.now() / DAY_MS) * DAY_MS + 2 * DAY_MS + 17 * HOUR_MS
  const { pass, told } = leading(world)
  for (const applicationId of [id, other]) {
    await client.offers.add({ applicationId, fields: { receivedAt: clock.now(), answerBy } })
  }
  clock.jump(answerBy - 32 * HOUR_MS + MINUTE_MS - clock.now())
  await pass(2 * MINUTE_MS)
  clock.jump(answerBy - 8 * HOUR_MS + MINUTE_MS - clock.now())
  await pass(2 * MINUTE_MS)
  expect(await told()).toEqual([
    'deadline_reminder: Answer tomorrow: Data Engineer at Havelwerk',
    'deadline_reminder: Answer today: Data Engineer at Havelwerk',
  ])
})

test('an application that nobody answers is told of on the morning after it came to look so', async () => {
  const world = await quietWorld()
  const { clock, byHand } = world
  await byHand('Data Engineer', { stage: 'applied' })
  await byHand('Analyst', { stage: 'saved' })
  const { pass, told } = leading(world)
  await pass(MINUTE_MS)
  clock.jump(30 * DAY_MS)
  await pass(MINUTE_MS)
  expect(await told()).toEqual([])
  clock.jump(DAY_MS)
  await pass(MINUTE_MS)
  clock.jump(DAY_MS)
  await pass(MINUTE_MS)
  expect(await told()).toEqual(['application_status: No answer: Data Engineer at Havelwerk'])
})

describe('after a run', () => {
  const addRun = ({ db, clock }: ApplicationsWorld, id: string) => {
    const now = clock.now()
    db.raw
      .prepare(
        `insert into run (id, task_id, trigger, state, started_at, finished_at) values (?, 'task', 'schedule', 'completed', ?, ?)`,
      )
      .run(id, now - 10 * MINUTE_MS, now)
  }

  test('jobs that fit well are one message, and those that are gone another', async () => {
    const world = await quietWorld([{}, {}, {}, {}])
    const { client, clock, db, jobIds } = world
    const [fits, fitsToo, lesser, gone] = jobIds
    if (gone === undefined) throw new Error('four jobs are needed')
    await client.applications.add({ job: { jobId: gone }, stage: 'applied' })
    clock.jump(HOUR_MS)
    db.raw.prepare('update job set first_seen_at = ?').run(clock.now() - 5 * MINUTE_MS)
    db.raw.prepare('update job set closed_at = ? where id = ?').run(clock.now() - 4 * MINUTE_MS, gone)
    const score = db.raw.prepare(`insert into job_score (job_id, score, basis, scored_at) values (?, ?, '', 0)`)
    score.run(fits, 91)
    score.run(fitsToo, 76)
    score.run(lesser, 60)
    score.run(gone, 99)
    addRun(world, '11111111-1111-4111-8111-111111111111')
    const { pass, later, told } = leading(world)
    await pass(MINUTE_MS)
    expect((await told()).toSorted()).toEqual([
      expect.stringMatching(/^application_status: No longer online: /),
      'job_match: 2 new jobs that fit you well',
    ])
    await later(HOUR_MS)
    expect(await told()).toHaveLength(2)
  })

  test('what the alert of a saved search told is one message; a search that is put back tells nothing again', async () => {
    const world = await quietWorld([{}, {}, {}])
    const { client, clock } = world
    const search = await client.searches.create({ name: 'All', filter: {}, alert: { least: 1 } })
    world.db.raw.prepare('update job set first_seen_at = ?').run(clock.now() + 1000)
    clock.jump(2000)
    const { pass, later, told } = leading(world)
    await pass(MINUTE_MS)
    expect(await told()).toEqual(['job_match: 3 new jobs in “All”'])
    const removed = await client.searches.remove({ id: search.id })
    await client.searches.restore(removed)
    await later(HOUR_MS)
    expect(await told()).toHaveLength(1)
  })
})

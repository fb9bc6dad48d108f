import { describe, expect, test } from 'vitest'
import type { InterviewOutcome } from '#shared/application-parts.ts'
import { applicationBench, failureOf } from '../support/application-bench.ts'

/** Where the bench's clock begins. */
const NOW = Date.UTC(2026, 2, 2, 9)
const AT_TWO = { localStart: '2026-03-30T14:00', zone: 'Europe/Berlin' }
const STARTS_AT = Date.parse('2026-03-30T12:00Z')

interface InCalendar {
  readonly uid: string
  readonly sequence: number
}

async function withInterview(fields: object = {}) {
  const bench = applicationBench()
  const applicationId = bench.apply({ stage: 'interviewing' })
  const interview = await bench.client.interviews.add({ applicationId, fields: { ...AT_TWO, ...fields } })
  const select = bench.database.raw.prepare<[number], InCalendar>('select uid, sequence from interview where id = ?')
  const inCalendar = (): InCalendar => {
    const row = select.get(interview.id)
    if (row === undefined) throw new Error('no such interview')
    return row
  }
  return { ...bench, applicationId, interview, id: interview.id, inCalendar }
}

describe('an interview', () => {
  test('is at the instant of its local time, and the next step', async () => {
    const { interview, applicationId, nextStep, events, id } = await withInterview({ kind: 'technical', people: 'Ana' })
    expect(interview).toEqual({
      id,
      applicationId,
      kind: 'technical',
      ...AT_TWO,
      isLater: false,
      isRepeated: false,
      startsAt: STARTS_AT,
      minutes: 60,
      place: '',
      people: 'Ana',
      preparation: '',
      notes: '',
      outcome: 'planned',
    })
    expect(nextStep(applicationId)).toEqual({ kind: 'interview', at: STARTS_AT })
    expect(events(applicationId)).toEqual([
      { type: 'interview', partId: id, change: 'added', kind: 'technical', startsAt: STARTS_AT, outcome: 'planned' },
    ])
  })

  test('in the past is noted', async () => {
    const { interview } = await withInterview({ localStart: '2026-02-02T10:00', outcome: 'passed' })
    expect(interview.startsAt).toBe(Date.parse('2026-02-02T09:00Z'))
  })

  test('in a skipped hour is refused with the time that comes after it, and nothing is written', async () => {
    const { client, applicationId, events, id } = await withInterview()
    const fields = { localStart: '2026-03-29T02:30', zone: 'Europe/Berlin' }
    const skipped = {
      code: 'TIME_SKIPPED',
      data: { localTime: '2026-03-29T02:30', zone: 'Europe/Berlin', next: '2026-03-29T03:00' },
    }
    expect(await failureOf(client.interviews.add({ applicationId, fields }))).toEqual(skipped)
    expect(await failureOf(client.interviews.update({ id, fields }))).toEqual(skipped)
    expect(events(applicationId)).toHaveLength(1)
  })

  test('in an hour that comes twice is at the first, or the later one when that is meant', async () => {
    const twice = { localStart: '2026-10-25T02:30', zone: 'Europe/Berlin' }
    const { client, interview, id } = await withInterview(twice)
    expect(interview).toMatchObject({ startsAt: Date.parse('2026-10-25T00:30Z'), isRepeated: true })
    const later = await client.interviews.update({ id, fields: { ...twice, isLater: true } })
    expect(later).toMatchObject({ startsAt: Date.parse('2026-10-25T01:30Z'), isRepeated: true, isLater: true })
  })

  test.each(['Mars/Base', '+02:00', 'Europe'])('in the zone %s is refused', async (zone) => {
    const { client, applicationId } = await withInterview()
    const call = client.interviews.add({ applicationId, fields: { ...AT_TWO, zone } })
    expect(await failureOf(call)).toEqual({ code: 'ZONE_UNKNOWN', data: { zone } })
  })

  test.each(['2026-02-30T10:00', '2026-13-01T10:00', '2026-01-01T24:00', '0026-01-01T10:00', '2026-01-01', 'now'])(
    'at %s is refused',
    async (localStart) => {
      const { client, applicationId } = await withInterview()
      const call = client.interviews.add({ applicationId, fields: { ...AT_TWO, localStart } })
      expect(await failureOf(call)).toMatchObject({ code: 'BAD_REQUEST' })
    },
  )

  test('that took place or was called off is no next step', async () => {
    const { client, applicationId, nextStep, id } = await withInterview()
    for (const outcome of ['waiting', 'passed', 'failed', 'cancelled'] satisfies InterviewOutcome[]) {
      await client.interviews.update({ id, fields: { ...AT_TWO, outcome } })
      expect(nextStep(applicationId)).toEqual({ kind: null, at: null })
    }
    await client.interviews.update({ id, fields: AT_TWO })
    expect(nextStep(applicationId)).toEqual({ kind: 'interview', at: STARTS_AT })
  })
})

describe('calendars', () => {
  test('know it by one name of its own', async () => {
    const { client, applicationId, inCalendar, id } = await withInterview()
    const { uid } = inCalendar()
    expect(uid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@career-copilot$/)
    await client.interviews.update({ id, fields: { ...AT_TWO, localStart: '2026-03-31T14:00' } })
    await client.interviews.remove({ id })
    await client.interviews.restore({ id })
    expect(inCalendar()).toEqual({ uid, sequence: 3 })
    const other = await client.interviews.add({ applicationId, fields: AT_TWO })
    expect(other.id).not.toBe(id)
  })

  test.each<[string, object, number]>([
    ['another day', { localStart: '2026-03-31T14:00' }, 1],
    ['another zone', { zone: 'Europe/Lisbon' }, 1],
    ['another name of the same zone', { zone: 'Europe/Paris' }, 1],
    ['another length', { minutes: 45 }, 1],
    ['another place', { place: 'https://meet.example/x' }, 1],
    ['another kind', { kind: 'final' }, 1],
    ['calling it off', { outcome: 'cancelled' }, 1],
    ['how it went', { outcome: 'passed' }, 0],
    ['what I note of it', { notes: 'Went well', preparation: 'Read', people: 'Ana' }, 0],
    ['nothing', {}, 0],
  ])('hear of %s', async (_what, change, steps) => {
    const { client, inCalendar, id } = await withInterview()
    await client.interviews.update({ id, fields: { ...AT_TWO, ...change } })
    expect(inCalendar().sequence).toBe(steps)
  })

  test('hear once of a removal that is asked for twice', async () => {
    const { client, inCalendar, id } = await withInterview()
    await client.interviews.remove({ id })
    await client.interviews.remove({ id })
    expect(inCalendar().sequence).toBe(1)
  })
})

describe('when the machine learns of other clocks', () => {
  async function afterAStart(fields: object, storedAt: number) {
    const bench = await withInterview(fields)
    const { database, core, id } = bench
    database.raw.prepare('update interview set starts_at = ? where id = ?').run(storedAt, id)
    const before = bench.changes()
    core.start()
    const startsAt = database.raw.prepare<[number], number>('select starts_at from interview where id = ?').pluck()
    return {
      ...bench,
      told: bench.changes() - before,
      startsAt: startsAt.get(id),
      sequence: bench.inCalendar().sequence,
    }
  }
  const HOUR_MS = 3_600_000

  test('planned interviews to come keep their local time, and calendars hear of it', async () => {
    const { startsAt, sequence, told, nextStep, applicationId, events } = await afterAStart({}, STARTS_AT + HOUR_MS)
    expect({ startsAt, sequence, told }).toEqual({ startsAt: STARTS_AT, sequence: 1, told: 1 })
    expect(nextStep(applicationId)).toEqual({ kind: 'interview', at: STARTS_AT })
    expect(events(applicationId)).toHaveLength(1)
  })

  test('those that were and those that are over stay as they are', async () => {
    const past = await afterAStart({ localStart: '2026-03-02T08:00' }, NOW - HOUR_MS / 2)
    expect([past.startsAt, past.told]).toEqual([NOW - HOUR_MS / 2, 0])
    const over = await afterAStart({ outcome: 'cancelled' }, STARTS_AT + HOUR_MS)
    expect([over.startsAt, over.told]).toEqual([STARTS_AT + HOUR_MS, 0])
  })

  test('a zone that is not known any more changes nothing and breaks nothing', async () => {
    const bench = await withInterview()
    bench.database.raw.prepare("update interview set zone = 'Atlantis/Capital' where id = ?").run(bench.id)
    bench.core.start()
    const notes = { localStart: AT_TWO.localStart, zone: 'Atlantis/Capital', notes: 'Where is it?' }
    const changed = await bench.client.interviews.update({ id: bench.id, fields: notes })
    expect(changed).toMatchObject({ startsAt: STARTS_AT, isRepeated: false, notes: 'Where is it?' })
  })
})

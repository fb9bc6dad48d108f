import { describe, expect, test } from 'vitest'
import { localTimeOf } from '#shared/local-time.ts'
import type { BriefingContent } from '#shared/briefings.ts'
import { applicationsWorld } from '../support/applications-world.ts'
import { createBriefingsWorld } from '../support/briefings-world.ts'
import { leading, quietWorld } from '../support/leading-core.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const at = (text: string) => Date.parse(`2026-01-${text}Z`)
const BERLIN = { timeZone: 'Europe/Berlin' }

function contentOf<Kind extends BriefingContent['kind']>(content: BriefingContent, kind: Kind) {
  if (content.kind !== kind) throw new Error(`a ${content.kind} one`)
  return content as Extract<BriefingContent, { kind: Kind }>
}

describe('a briefing at its time', () => {
  test('comes at 08:00 of the zone, is kept, and is told once with the way to it', async () => {
    const world = createBriefingsWorld({ now: at('12T05:00'), settings: BERLIN, processes: 2 })
    await world.awake(DAY_MS)
    const kept = world.kept()
    expect(
      kept.map(({ kind, slotAt, title }) => [kind, localTimeOf(slotAt, 'Europe/Berlin').slice(11), title]),
    ).toEqual([
      ['daily', '08:00', 'Nothing is due today'],
      ['evening', '20:00', 'A quiet day'],
    ])
    const [line] = world.briefings().past(10).toReversed()
    expect(world.briefings().get(line?.id ?? 0)).toMatchObject({
      kind: 'daily',
      zone: 'Europe/Berlin',
      slotAt: at('12T07:00'),
    })
    const told = world.database.raw
      .prepare('select type, path, count(*) as times from notification group by type')
      .all()
    expect(told).toEqual([
      { type: 'daily_briefing', path: '/briefing/1', times: 1 },
      { type: 'evening_summary', path: '/briefing/2', times: 1 },
    ])
  })

  test.each<[string, string, string[]]>([
    ['later in the morning it is made up for', '12T10:30', ['2026-01-12T11:3']],
    ['in the afternoon it is passed over', '12T13:05', []],
    ['of several that were slept over only the newest comes', '15T08:10', ['2026-01-15T09:1']],
  ])('%s', async (_name, wokenAt, madeAt) => {
    const world = createBriefingsWorld({ now: at('11T20:00'), settings: { ...BERLIN, isEveningSummaryOn: false } })
    await world.awake(MINUTE_MS)
    world.asleep(at(wokenAt) - world.clock.now())
    await world.awake(5 * MINUTE_MS)
    const made = world.kept().map((briefing) => localTimeOf(briefing.madeAt, 'Europe/Berlin').slice(0, -1))
    expect(made).toEqual(madeAt)
  })

  test('a start later in the day makes up for it, a first start ever does not', async () => {
    const world = createBriefingsWorld({ now: at('11T20:00'), settings: BERLIN })
    await world.awake(MINUTE_MS)
    world.asleep(13 * HOUR_MS)
    world.restart()
    await world.awake(3 * MINUTE_MS)
    expect(world.kept().map(({ kind }) => kind)).toEqual(['daily'])
    const fresh = createBriefingsWorld({ now: at('12T09:00'), settings: BERLIN })
    await fresh.awake(3 * MINUTE_MS)
    expect(fresh.kept()).toEqual([])
  })

  test('another time begins anew and gives the day no second one; switched off there is none', async () => {
    const world = createBriefingsWorld({ now: at('12T05:00'), settings: { ...BERLIN, isEveningSummaryOn: false } })
    await world.awake(3 * HOUR_MS)
    world.update({ dailyBriefingAt: '11:30' })
    expect(world.briefings().next().next.daily).toBe(at('13T10:30'))
    await world.awake(4 * HOUR_MS)
    expect(world.kept()).toHaveLength(1)
    await world.awake(DAY_MS)
    expect(world.kept().map(({ slotAt }) => slotAt)).toEqual([at('12T07:00'), at('13T10:30')])
    world.update({ isDailyBriefingOn: false })
    expect(world.briefings().next().next).toMatchObject({ daily: null, evening: null })
    await world.awake(2 * DAY_MS)
    expect(world.kept()).toHaveLength(2)
  })

  test('who closes the app in one zone and opens it in another gets the briefing of the day there, and no second one', async () => {
    const dailyOnly = { ...BERLIN, isEveningSummaryOn: false, isWeeklySummaryOn: false }
    const world = createBriefingsWorld({ now: at('11T20:00'), settings: dailyOnly })
    await world.awake(MINUTE_MS)
    world.asleep(at('12T14:00') - world.clock.now())
    world.update({ timeZone: 'America/New_York' })
    world.restart()
    await world.awake(5 * MINUTE_MS)
    expect(world.kept()).toMatchObject([{ kind: 'daily', zone: 'America/New_York', slotAt: at('12T13:00') }])
    world.update({ timeZone: 'America/Los_Angeles' })
    await world.awake(12 * HOUR_MS)
    expect(world.kept()).toHaveLength(1)
  })

  test('a clock that was set back brings none twice, one that ran ahead for days silences none', async () => {
    const world = createBriefingsWorld({ now: at('12T05:00'), settings: { ...BERLIN, isEveningSummaryOn: false } })
    await world.awake(3 * HOUR_MS)
    world.asleep(-2 * HOUR_MS)
    await world.awake(3 * HOUR_MS)
    expect(world.kept()).toHaveLength(1)
    world.asleep(10 * DAY_MS)
    await world.awake(HOUR_MS)
    world.asleep(-10 * DAY_MS)
    await world.awake(2 * DAY_MS)
    const days = world.kept().map(({ slotAt }) => new Date(slotAt).getUTCDate())
    expect(days).toEqual([12, 22, 13, 14])
  })

  test('what cannot be made is tried again, and nothing of it is kept meanwhile', async () => {
    const world = createBriefingsWorld({ now: at('12T06:55'), settings: { ...BERLIN, isEveningSummaryOn: false } })
    world.database.raw.exec('alter table interview rename to gone')
    await world.awake(10 * MINUTE_MS)
    expect(world.kept()).toEqual([])
    world.database.raw.exec('alter table gone rename to interview')
    await world.awake(5 * MINUTE_MS)
    expect(world.kept()).toMatchObject([{ kind: 'daily', slotAt: at('12T07:00') }])
  })
})

describe('what a briefing tells', () => {
  test('jobs of a run that goes on are told by the next one, with their scores', async () => {
    const world = await quietWorld([{}])
    const { client, clock, db } = world
    const slotAt = Math.ceil(clock.now() / MINUTE_MS + 10) * MINUTE_MS
    await client.settings.update({
      isDailyBriefingOn: true,
      dailyBriefingAt: new Date(slotAt).toISOString().slice(11, 16),
    })
    db.raw
      .prepare(
        `insert into run (id, task_id, trigger, state, started_at)
         values ('11111111-1111-4111-8111-111111111111', 'task', 'schedule', 'running', ?)`,
      )
      .run(slotAt - 2 * MINUTE_MS)
    db.raw.prepare('update job set first_seen_at = ?').run(slotAt - MINUTE_MS)
    const { pass } = leading(world)
    await pass(MINUTE_MS)
    clock.jump(slotAt - clock.now())
    await pass(2 * MINUTE_MS)
    db.raw.prepare(`insert into job_score (job_id, score, basis, scored_at) select id, 91, '', 0 from job`).run()
    db.raw.prepare(`update run set state = 'completed', finished_at = ?`).run(clock.now())
    clock.jump(slotAt + DAY_MS - clock.now())
    await pass(2 * MINUTE_MS)
    const past = await client.briefings.past({})
    const kept = await Promise.all(past.map(({ id }) => client.briefings.get({ id: id ?? 0 })))
    expect(kept.toReversed().map(({ content }) => contentOf(content, 'daily').matches.total)).toEqual([0, 1])
  })

  test('today’s dates, what is due, and who is silent; done and cancelled things are left out', async () => {
    const { client, clock, byHand } = applicationsWorld()
    await client.settings.update({ timeZone: 'UTC' })
    const id = await byHand('Data Engineer', { stage: 'applied', appliedAt: clock.now() - 40 * DAY_MS })
    const other = await byHand('Analyst', { stage: 'applied' })
    const today = new Date(clock.now()).toISOString().slice(0, 10)
    const interview = await client.interviews.add({
      applicationId: other,
      fields: { localStart: `${today}T23:30`, zone: 'UTC' },
    })
    const cancelled = { localStart: `${today}T23:00`, zone: 'UTC', outcome: 'cancelled' as const }
    await client.interviews.add({ applicationId: other, fields: cancelled })
    const due = { kind: 'deadline' as const, dueAt: clock.now() - DAY_MS }
    const deadline = await client.reminders.add({ applicationId: other, fields: due })
    const followUp = await client.reminders.add({
      applicationId: other,
      fields: { kind: 'follow_up', dueAt: clock.now() },
    })
    const done = await client.reminders.add({ applicationId: other, fields: due })
    await client.reminders.setDone({ id: done.id, isDone: true })
    const briefing = await client.briefings.now({ kind: 'daily' })
    const daily = contentOf(briefing.content, 'daily')
    expect(daily.interviews.map(({ partId }) => partId)).toEqual([interview.id])
    expect(daily.deadlines.map(({ partId }) => partId)).toEqual([deadline.id])
    expect(daily.followUps.map(({ partId }) => partId)).toEqual([followUp.id])
    expect(daily.silent).toMatchObject([{ applicationId: id, since: clock.now() - 40 * DAY_MS }])
    clock.jump(31 * DAY_MS)
    const later = contentOf((await client.briefings.now({ kind: 'daily' })).content, 'daily')
    expect(new Set(later.silent.map(({ applicationId }) => applicationId))).toEqual(new Set([id, other]))
    expect(await client.briefings.past({})).toEqual([])
  })

  test('the day in the evening and the week in the funnel; a move that was taken back counts nowhere', async () => {
    const { client, clock, byHand } = applicationsWorld()
    await client.settings.update({ timeZone: 'UTC' })
    const first = await byHand('Data Engineer')
    const second = await byHand('Analyst', { stage: 'applied' })
    clock.jump(1000)
    await client.applications.move({ id: first, version: 1, to: 'applied' })
    const { eventId } = await client.applications.move({ id: second, version: 1, to: 'interviewing' })
    await client.applications.undoMoves({ eventIds: [eventId] })
    const evening = contentOf((await client.briefings.now({ kind: 'evening' })).content, 'evening')
    expect(evening.done).toMatchObject({ saved: 1, moved: [] })
    expect(evening.done.applied.map(({ applicationId }) => applicationId)).toEqual([second, first])
    const weekly = contentOf((await client.briefings.now({ kind: 'weekly' })).content, 'weekly')
    expect(weekly.funnel.filter(({ count }) => count > 0)).toEqual([
      { stage: 'saved', count: 1, before: 0 },
      { stage: 'applied', count: 2, before: 0 },
    ])
    expect(weekly.streakDays).toBe(1)
  })

  test('the market of the week: its jobs, those before it, visa, pay, countries and skills', async () => {
    const week = { visa: 'offers' as const }
    const { client, clock, db, jobIds } = applicationsWorld([week, week, {}, {}, {}, {}])
    const age = db.raw.prepare(
      'update job set first_seen_at = ?, visa = ?, salary_eur_min = ?, salary_eur_max = ?, country_code = ? where id = ?',
    )
    const rows = [
      [1, 'offers', 50_000, 60_000, 'DE'],
      [2, 'refuses', 60_000, null, 'DE'],
      [3, 'unstated', null, 70_000, 'NL'],
      [4, 'offers', 80_000, 80_000, null],
      [5, 'unstated', 40_000, 40_000, 'DE'],
      [9, 'offers', 1, 1, 'FR'],
    ] as const
    for (const [index, [days, ...facts]] of rows.entries())
      age.run(clock.now() - days * DAY_MS, ...facts, jobIds[index])
    const weekly = contentOf((await client.briefings.now({ kind: 'weekly' })).content, 'weekly')
    expect(weekly.market).toMatchObject({
      newJobs: 5,
      newJobsBefore: 1,
      offersVisaShare: 2 / 3,
      medianYearEur: 60_000,
      countries: [
        { value: 'DE', count: 3 },
        { value: 'NL', count: 1 },
      ],
    })
  })

  test('one that is not there is said so', async () => {
    const { client } = applicationsWorld()
    await expect(client.briefings.get({ id: 7 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { entity: 'briefing' },
    })
  })
})

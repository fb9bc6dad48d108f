import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type JobFilter, jobFilterSchema } from '#shared/jobs.ts'
import { type Database } from '#main/infra/db/driver.ts'
import { createLog } from '#main/infra/log/log.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { createJobsService, type JobsService } from '../jobs.service.ts'
import { NOW, openTestDatabase, plainJob, type SampleJob, type StoredJob, storeJobs } from '../search/search.fixture.ts'
import { createNewJobsFinder } from './new-jobs.ts'
import { createSearchesService, type SearchesService } from './searches.service.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

let now = NOW
const clock: Clock = { now: () => now, sleep: async () => {} }
let db: Database
let dispose: () => void
let jobs: JobsService
let searches: SearchesService
let changes = 0
let arrivals = 0
let isLeader = true
let isRunActive = false

beforeEach(() => {
  now = NOW
  changes = 0
  arrivals = 0
  isLeader = true
  isRunActive = false
  ;({ db, dispose } = openTestDatabase())
  jobs = createJobsService({
    database: db,
    clock,
    sourceName: (id) => id,
    rules: { thresholds: () => ({ always: [], inIt: [] }) },
    onChange: () => searches.jobsChanged(),
  })
  searches = service()
})
afterEach(() => dispose())

function service(): SearchesService {
  return createSearchesService({
    database: db,
    clock,
    log: createLog({ dir: null, level: 'silent' }),
    jobs,
    isLeader: () => isLeader,
    isRunActive: () => isRunActive,
    onChange: () => {
      changes += 1
    },
  })
}

const filter = (changes: Partial<JobFilter> = {}): JobFilter => jobFilterSchema.parse(changes)
const save = (name: string, changes: Partial<JobFilter> = {}) =>
  searches.create({ name, filter: filter(changes), sort: 'newest', isPinned: false, alert: null })

/** Jobs that come now, posted an hour before those that came last. */
function arrive(...given: Partial<SampleJob>[]): StoredJob[] {
  now += 1000
  arrivals += 1
  return storeJobs(
    db,
    given.map((job) => ({ ...plainJob, firstSeenAt: now, postedAt: now - arrivals * HOUR_MS, ...job })),
  )
}

async function only() {
  const [search] = await searches.list()
  if (search === undefined) throw new Error('There is no search')
  return search
}

/** What the leader does at its ticks until nothing is looked at any more. */
async function lookForNews(leader = searches): Promise<void> {
  leader.tick()
  for (let turn = 0; turn < 40; turn += 1) await nextTurn()
}

describe('what is new in a saved search', () => {
  test('only jobs that it finds and that came after the last look count, each exactly once', async () => {
    arrive({}, { countries: ['FR'] })
    await save('Germany', { countries: ['DE'] })
    expect(await only()).toMatchObject({ total: 1, fresh: 0 })
    arrive({}, {}, { countries: ['FR'] })
    expect(await only()).toMatchObject({ total: 3, fresh: 2 })
    now += 1000
    const { search, lookedBefore } = await searches.look((await only()).id)
    expect(search).toMatchObject({ total: 3, fresh: 0, lookedAt: now })
    expect(lookedBefore).toBe((await only()).createdAt)
    expect((await searches.newSince({ filter: search.filter, since: lookedBefore, limit: 1 })).total).toBe(2)
  })

  test('a job that was posted long ago and came today is new', async () => {
    await save('All')
    arrive({ postedAt: NOW - 300 * DAY_MS })
    expect(await only()).toMatchObject({ total: 1, fresh: 1 })
  })

  test('hidden and closed jobs are not new, and what is only for saved ones finds the saved ones', async () => {
    await save('All')
    await save('Saved', { mark: 'saved' })
    arrive({ mark: 'hidden' }, { closedAt: NOW }, { mark: 'saved' }, {})
    expect((await searches.list()).map(({ name, total, fresh }) => [name, total, fresh])).toEqual([
      ['All', 2, 2],
      ['Saved', 1, 1],
    ])
  })

  test('a filter that counts back from now moves with the clock', async () => {
    await save('This week', { postedWithinDays: 7 })
    arrive({})
    expect(await only()).toMatchObject({ total: 1, fresh: 1 })
    now += 8 * DAY_MS
    expect(await only()).toMatchObject({ total: 0, fresh: 0 })
  })

  test('more new jobs than are looked at in one turn are counted in pieces, exactly', async () => {
    const before = now
    const many = Array.from({ length: 50 }, (_, index) => ({
      countries: index % 3 === 0 ? ['DE'] : ['FR'],
      postedAt: NOW - ((index * 7) % 50) * HOUR_MS,
      firstSeenAt: NOW + (index % 4),
    }))
    const german = arrive(...many).filter(
      ({ countries, firstSeenAt }) => countries.includes('DE') && firstSeenAt > before,
    )
    const inPieces = createNewJobsFinder(db, { among: jobs.among, atOnce: 3 })
    const found = { total: 17, ids: german.map(({ id }) => id).toSorted((a, b) => a - b) }
    expect(await inPieces(filter({ countries: ['DE'] }), before)).toEqual(found)
    expect(await createNewJobsFinder(db, jobs)(filter({ countries: ['DE'] }), before)).toEqual(found)
  })
})

describe('keeping searches', () => {
  test('pinned ones come first, each in the order in which they were made', async () => {
    for (const name of ['a', 'b', 'c']) {
      now += 1
      await save(name)
    }
    const [, , last] = await searches.list()
    await searches.update({ id: last?.id ?? 0, isPinned: true })
    expect((await searches.list()).map(({ name }) => name)).toEqual(['c', 'a', 'b'])
  })

  test('a change touches only what it names', async () => {
    const made = await save('Old name', { countries: ['DE'] })
    now += 1000
    await searches.update({ id: made.id, name: 'New name' })
    await searches.update({ id: made.id, alert: { least: 3 }, filter: filter({ countries: ['FR'] }), sort: 'salary' })
    expect(await only()).toEqual({
      ...made,
      name: 'New name',
      alert: { least: 3 },
      filter: filter({ countries: ['FR'] }),
      sort: 'salary',
    })
  })

  test.each(['update', 'remove', 'look'] as const)('%s of one that is not there says so', async (what) => {
    const calls = {
      update: () => searches.update({ id: 7, name: 'x' }),
      remove: () => searches.remove(7),
      look: () => searches.look(7),
    }
    // Some throw at once, some reject: the router sees no difference.
    await expect((async () => calls[what]())()).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { entity: 'search', id: '7' },
    })
  })

  test('a removed one is put back as it was, in its place, and does not tell again of what it told', async () => {
    const first = await save('First')
    await searches.update({ id: first.id, alert: { least: 1 } })
    now += 1
    await save('Second')
    arrive({}, {})
    await lookForNews()
    const removed = await searches.remove(first.id)
    expect(removed).toMatchObject({ name: 'First', fresh: 2, alerted: 2 })
    expect((await searches.list()).map(({ name }) => name)).toEqual(['Second'])
    expect(await searches.restore(removed)).toEqual(removed)
    expect((await searches.list()).map(({ name }) => name)).toEqual(['First', 'Second'])
    const before = changes
    searches.jobsChanged()
    await lookForNews()
    expect(changes).toBe(before)
  })

  test('a look is taken back by restoring what was there before', async () => {
    await save('All')
    arrive({})
    const before = await only()
    await searches.look(before.id)
    expect(await only()).toMatchObject({ fresh: 0 })
    await searches.restore(before)
    expect(await only()).toEqual(before)
  })
})

describe('searches that another version stored', () => {
  const store = (stored: object | string, sort = 'newest', alert: string | null = null) =>
    db.raw
      .prepare(`insert into saved_search (name, filter, sort, is_pinned, alert, looked_at, created_at)
                values ('Old', ?, ?, 0, ?, 0, 0)`)
      .run(typeof stored === 'string' ? stored : JSON.stringify(stored), sort, alert)

  test('one from before a filter existed has its default', async () => {
    store({ text: 'rust', countries: ['DE'] })
    expect(await only()).toMatchObject({ filter: filter({ text: 'rust', countries: ['DE'] }), misfits: [] })
  })

  test.each<[string, object | string, Partial<JobFilter>, string[]]>([
    [
      'an item of a list',
      { visa: ['offers', 'maybe'], countries: ['DE'] },
      { visa: ['offers'], countries: ['DE'] },
      ['visa: maybe'],
    ],
    ['a value', { salaryMinEur: 'lots', text: 'rust' }, { text: 'rust' }, ['salaryMinEur']],
    [
      'of skills and pay what',
      { skillsAny: ['AWS', 7], salaryMaxEur: -1, skills: ['', 'Go', 'go'] },
      { skillsAny: ['AWS'], skills: ['Go'] },
      ['salaryMaxEur', 'skillsAny: 7'],
    ],
    ['a field', { text: 'rust', moonPhase: 'full' }, { text: 'rust' }, ['moonPhase']],
    ['a shape', { countries: 'DE' }, {}, ['countries']],
    ['no filter', '[]', {}, ['filter']],
    ['no JSON', '{"text":', {}, ['filter']],
  ])('%s that does not fit is left out and named', async (_what, stored, fits, misfits) => {
    store(stored)
    expect(await only()).toMatchObject({ filter: filter(fits), misfits })
  })

  test('an order or a rule that does not fit is named as well', async () => {
    store({}, 'by colour', '{"least":0}')
    expect(await only()).toMatchObject({ sort: 'newest', alert: null, misfits: ['sort: by colour', 'alert'] })
  })

  test('its alert rests until it has a new filter', async () => {
    store({ visa: ['maybe'] }, 'newest', '{"least":1}')
    arrive({})
    await lookForNews()
    const old = await only()
    expect(old).toMatchObject({ fresh: 1, alerted: 0 })
    await searches.update({ id: old.id, filter: filter() })
    searches.jobsChanged()
    await lookForNews()
    expect(await only()).toMatchObject({ misfits: [], alerted: 1 })
  })
})

describe('alerts', () => {
  const saveWithAlert = async (least: number) => {
    const { id } = await save('All')
    await searches.update({ id, alert: { least } })
    changes = 0
    return id
  }

  test('each job is told of once, and what was looked at is told of no more', async () => {
    const id = await saveWithAlert(1)
    arrive({}, {})
    await lookForNews()
    expect([await only(), changes]).toMatchObject([{ fresh: 2, alerted: 2 }, 1])
    searches.jobsChanged()
    await lookForNews()
    expect(changes).toBe(1)
    arrive({})
    searches.jobsChanged()
    await lookForNews()
    expect([await only(), changes]).toMatchObject([{ fresh: 3, alerted: 3 }, 2])
    now += 1000
    await searches.look(id)
    expect(await only()).toMatchObject({ fresh: 0, alerted: 0 })
  })

  test('jobs that are too few wait until there are enough', async () => {
    await saveWithAlert(3)
    arrive({}, {})
    await lookForNews()
    expect(await only()).toMatchObject({ fresh: 2, alerted: 0 })
    arrive({})
    searches.jobsChanged()
    await lookForNews()
    expect(await only()).toMatchObject({ fresh: 3, alerted: 3 })
  })

  test('nothing is told while a run goes on, nor by a process that does not lead, nor without a rule', async () => {
    await saveWithAlert(1)
    await save('Quiet')
    arrive({})
    isRunActive = true
    await lookForNews()
    isRunActive = false
    isLeader = false
    await lookForNews()
    expect((await searches.list()).map(({ alerted }) => alerted)).toEqual([0, 0])
    isLeader = true
    searches.jobsChanged()
    await lookForNews()
    expect((await searches.list()).map(({ alerted }) => alerted)).toEqual([1, 0])
  })

  test('a search that is changed while its news are found is looked at again as it is then', async () => {
    const id = await saveWithAlert(1)
    arrive({})
    searches.tick()
    await searches.update({ id, name: 'Renamed' })
    await lookForNews()
    await lookForNews()
    expect(await only()).toMatchObject({ name: 'Renamed', alerted: 1 })
  })

  test('what came while no process was there is told of after the next start', async () => {
    await saveWithAlert(1)
    arrive({})
    await searches.stop()
    await lookForNews()
    expect(await only()).toMatchObject({ alerted: 0 })
    await lookForNews(service())
    expect(await only()).toMatchObject({ alerted: 1 })
  })
})

describe('the dry run of an alert', () => {
  const noonDaysAgo = (days: number) => {
    const day = new Date(NOW)
    return new Date(day.getFullYear(), day.getMonth(), day.getDate() - days, 12).getTime()
  }
  const comeOn = (days: number, ...given: Partial<SampleJob>[]) =>
    arrive(...given.map((job) => ({ firstSeenAt: noonDaysAgo(days), postedAt: noonDaysAgo(days), ...job })))

  test('days are told newest first, and jobs that are too few wait for the next ones', async () => {
    comeOn(1, {}, {})
    comeOn(2, {})
    comeOn(4, { countries: ['FR'] })
    comeOn(5, {})
    comeOn(30, {})
    const { days, examples } = await searches.dryRun({
      filter: filter({ countries: ['DE'] }),
      alert: { least: 2 },
      days: 7,
    })
    expect(days.map(({ jobs, wouldTell }) => [jobs, wouldTell])).toEqual([
      [0, false],
      [2, true],
      [1, true],
      [0, false],
      [0, false],
      [1, false],
      [0, false],
    ])
    expect(new Date(days[0]?.dayStart ?? 0).getHours()).toBe(0)
    expect(examples.map(({ firstSeenAt }) => firstSeenAt)).toEqual([1, 1, 2, 5].map(noonDaysAgo))
    expect(db.raw.prepare('select count(*) from search_alert').pluck().get()).toBe(0)
  })

  test('a job that was open and recent on its day counts, though it is neither any more', async () => {
    comeOn(10, { closedAt: noonDaysAgo(1) })
    comeOn(9, { postedAt: noonDaysAgo(13) })
    const told = async (postedWithinDays: number) => {
      const { days } = await searches.dryRun({ filter: filter({ postedWithinDays }), alert: { least: 1 }, days: 14 })
      return days.filter(({ wouldTell }) => wouldTell).length
    }
    expect([await told(3), await told(5)]).toEqual([1, 2])
  })
})

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { jobIdSchema } from '#shared/ids.ts'
import { JOB_SORTS, type JobSearchInput } from '#shared/jobs.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { BUNDLED_RATES } from '#main/infra/money/exchange-rates.ts'
import { readJobDetail } from './job-detail.ts'
import { indexJob, removeJob } from './job-index.ts'
import { readListItem } from './list-items.ts'
import { createJobSearch, type JobSearch } from './search.ts'
import {
  clock,
  everything,
  NOW,
  openTestDatabase,
  plainJob,
  type SampleJob,
  storeJobs,
  type StoredJob,
} from './search.fixture.ts'

const titlesOf = (engine: JobSearch, input: Partial<JobSearchInput>): string[] =>
  engine.search({ ...everything, ...input }).jobs.map((job) => job.title)

describe('words that full text gets wrong', () => {
  const { db, dispose } = openTestDatabase()
  let engine: JobSearch
  beforeAll(() => {
    const titles = ['C++ dev', 'C dev', 'C# dev', '.NET dev', 'Net sales', 'Node.js dev', 'CI/CD dev', 'Łódź', 'Café']
    storeJobs(
      db,
      titles.map((title) => ({ ...plainJob, title })),
    )
    engine = createJobSearch(db, clock)
  })
  afterAll(dispose)

  test.each([
    ['C++', ['C++ dev']],
    ['c', ['C dev']],
    ['C#', ['C# dev']],
    ['.net', ['.NET dev']],
    ['net', ['Net sales']],
    ['node.js', ['Node.js dev']],
    ['"node.js dev"', ['Node.js dev']],
    ['CI/CD', ['CI/CD dev']],
    ['lodz', ['Łódź']],
    ['cafe', ['Café']],
    ['café', ['Café']],
    ['dev -C', ['CI/CD dev', 'Node.js dev', '.NET dev', 'C# dev', 'C++ dev']],
    ['-dev', ['Café', 'Łódź', 'Net sales']],
    ['all', []],
    ['#all', []],
    ['cde', []],
    ['"#cde"', []],
    ['filters:cde', []],
    ['unstated', []],
    ['osample', []],
  ])('%s', (text, titles) => {
    expect(titlesOf(engine, { text })).toEqual(titles)
  })
})

describe('pages and order', () => {
  let db: Database
  let dispose: () => void
  beforeEach(() => {
    ;({ db, dispose } = openTestDatabase())
  })
  afterEach(() => dispose())

  test('a word in the title outranks the same word in the description', () => {
    storeJobs(db, [
      { ...plainJob, title: 'Rust engineer', body: 'Work.' },
      { ...plainJob, title: 'Engineer', body: 'You know Rust and have used Rust before.' },
    ])
    const engine = createJobSearch(db, clock)
    expect(titlesOf(engine, { text: 'rust' })).toEqual(['Engineer', 'Rust engineer'])
    expect(titlesOf(engine, { text: 'rust', sort: 'relevance' })).toEqual(['Rust engineer', 'Engineer'])
  })

  test('of more hits than are ranked the newest are ranked, older ones follow by date, and a hint says so', () => {
    const jobs = Array.from({ length: 10_200 }, (_, index) => ({
      ...plainJob,
      title: index === 100 || index === 5_000 ? 'Rust Rust' : 'Engineer',
      body: 'rust',
      postedAt: NOW - 86_400_000 * 20 + index * 1_000,
    }))
    const stored = storeJobs(db, jobs)
    const engine = createJobSearch(db, clock)
    const ask = (page: number, perPage: number): ReturnType<JobSearch['search']> =>
      engine.search({ ...everything, text: 'rust', sort: 'relevance', page, perPage })
    const first = ask(1, 50)
    expect(first.total).toBe(10_200)
    expect(first.hints.join()).toMatch(/newest 10,000 hits/)
    expect(first.jobs[0]?.id).toBe(stored[5_000]?.id)
    const last = ask(52, 200)
      .jobs.concat(ask(51, 200).jobs)
      .map((job) => Number(job.id))
    const oldest = stored.slice(0, 200).map((job) => job.id)
    expect(last.sort((a, b) => a - b)).toEqual(oldest)
    const across = ask(53, 191).jobs.map((job) => job.id)
    expect(across).toHaveLength(191)
    expect(across.slice(-1)).toEqual([stored[10_200 - 53 * 191]?.id])
  })

  test('best paid first, by the highest pay stated; jobs without pay follow by date', () => {
    storeJobs(
      db,
      [null, { min: 300_000, max: null }, { min: null, max: 90_000 }, { min: 95_000, max: 91_000 }, null].map(
        (pay, index) => ({ ...plainJob, title: `${index}`, pay }),
      ),
    )
    expect(titlesOf(createJobSearch(db, clock), { sort: 'salary' })).toEqual(['1', '3', '2', '4', '0'])
  })

  test('a page beyond the end is empty and keeps the total', () => {
    storeJobs(db, [plainJob, plainJob])
    const result = createJobSearch(db, clock).search({ ...everything, page: 100_000, perPage: 200 })
    expect(result).toMatchObject({ total: 2, jobs: [], page: 100_000 })
  })

  test('an empty database gives nothing, in every order', async () => {
    const engine = createJobSearch(db, clock)
    for (const sort of JOB_SORTS) {
      expect(engine.search({ ...everything, text: 'x', sort })).toMatchObject({ total: 0, jobs: [] })
    }
    expect(await engine.facets(everything)).toMatchObject({ countries: [], sources: [], skills: [], salaries: [] })
  })

  test('a date limit counts back from the whole minute, also for a job whose id lies in a later hour than its date', () => {
    const edge = Math.floor(NOW / 60_000) * 60_000 - 7 * 86_400_000
    const [, , ahead] = storeJobs(db, [
      { ...plainJob, title: 'in', postedAt: edge },
      { ...plainJob, title: 'out', postedAt: edge - 1 },
      { ...plainJob, title: 'ahead', postedAt: edge + 5 * 3_600_000 },
      { ...plainJob, title: 'first seen in', postedAt: null, firstSeenAt: edge },
      { ...plainJob, title: 'first seen out', postedAt: null, firstSeenAt: edge - 1 },
    ])
    db.raw.prepare('update job set posted_at = ? where id = ?').run(edge - 1, ahead?.id)
    const engine = createJobSearch(db, clock)
    expect(titlesOf(engine, { postedWithinDays: 7 }).sort()).toEqual(['first seen in', 'in'])
  })
})

describe('pay in any currency is compared in EUR', () => {
  const { db, dispose } = openTestDatabase()
  let engine: JobSearch
  const { SEK = 0, PLN = 0, CHF = 0 } = BUNDLED_RATES.unitsPerEur
  beforeAll(() => {
    const stated: readonly (readonly [title: string, pay: SampleJob['pay']])[] = [
      ['euro', { min: 60_000, max: 70_000 }],
      ['krona', { min: 50_000 * SEK, max: 62_000 * SEK, currency: 'SEK' }],
      ['zloty', { min: null, max: 40_000 * PLN, currency: 'PLN' }],
      ['franc', { min: 120_000 * CHF, max: null, currency: 'CHF' }],
      ['galleon', { min: 90_000, max: 99_000, currency: 'XXG' }],
      ['silent', null],
    ]
    storeJobs(
      db,
      stated.map(([title, pay]) => ({ ...plainJob, title, pay })),
    )
    engine = createJobSearch(db, clock)
  })
  afterAll(dispose)

  test.each<[Partial<JobSearchInput>, readonly string[]]>([
    [{ salaryMinEur: 61_500 }, ['euro', 'franc', 'krona']],
    [{ salaryMinEur: 65_000 }, ['euro', 'franc']],
    [{ salaryMinEur: 40_000 }, ['euro', 'franc', 'krona', 'zloty']],
    [{ salaryMinEur: 40_001 }, ['euro', 'franc', 'krona']],
    [{ salaryMinEur: 0 }, ['euro', 'franc', 'krona', 'zloty']],
    [{ salaryMaxEur: 39_999 }, []],
    [{ salaryMaxEur: 40_000 }, ['zloty']],
    [{ salaryMaxEur: 52_500 }, ['krona', 'zloty']],
    [{ salaryMaxEur: 10_000_000 }, ['euro', 'franc', 'krona', 'zloty']],
    [{ salaryMinEur: 62_000, salaryMaxEur: 119_999 }, ['euro', 'krona']],
    [{ salaryMinEur: 120_000, salaryMaxEur: 120_000 }, ['franc']],
  ])('%j', async (input, titles) => {
    expect(titlesOf(engine, input).sort()).toEqual(titles)
    expect(db.write(() => titlesOf(engine, input)).sort()).toEqual(titles)
    expect((await engine.facets({ ...everything, ...input })).salaries[0]?.count ?? 0).toBe(titles.length)
  })

  test('the best paid come first, whatever the currency', () => {
    expect(titlesOf(engine, { sort: 'salary' })).toEqual(['franc', 'euro', 'krona', 'zloty', 'silent', 'galleon'])
  })
})

describe('what changes is seen', () => {
  let db: Database
  let dispose: () => void
  let engine: JobSearch
  let jobs: StoredJob[]
  const countries = async (): Promise<unknown> => (await engine.facets(everything)).countries
  beforeEach(() => {
    ;({ db, dispose } = openTestDatabase())
    jobs = storeJobs(
      db,
      Array.from({ length: 300 }, (_, index) => ({ ...plainJob, countries: index < 100 ? ['FR'] : ['DE', 'FR'] })),
    )
    engine = createJobSearch(db, clock)
  })
  afterEach(() => dispose())

  test('facets count a job for each of its countries and forget a job that is gone', async () => {
    expect(await countries()).toEqual([
      { value: 'FR', count: 300 },
      { value: 'DE', count: 200 },
    ])
    for (const { id } of jobs.slice(-10)) {
      removeJob(db, id)
      db.raw.prepare('delete from job where id = ?').run(id)
    }
    expect(await countries()).toEqual([
      { value: 'FR', count: 290 },
      { value: 'DE', count: 190 },
    ])
  })

  test('facets see what another process wrote', async () => {
    expect(await countries()).toHaveLength(2)
    const other = openDatabase({ path: db.path, now: NOW })
    storeJobs(other, [{ ...plainJob, countries: ['PT'], postedAt: NOW + 3_600_000 }])
    other.close()
    expect(await countries()).toContainEqual({ value: 'PT', count: 1 })
  })

  test('what a search inside a transaction saw is not kept when it is rolled back', async () => {
    await engine.ready()
    const total = (): number => engine.search({ ...everything, countries: ['FR'] }).total
    expect(total()).toBe(300)
    expect(() =>
      db.write(() => {
        for (const { id } of jobs.slice(0, 50)) db.raw.prepare('delete from job where id = ?').run(id)
        for (const { id } of jobs.slice(0, 50)) removeJob(db, id)
        expect(total()).toBe(250)
        throw new Error('rolled back')
      }),
    ).toThrow('rolled back')
    expect(total()).toBe(300)
  })

  test('the columns follow what changes, in this and in another process, and are read anew when notes are missing', async () => {
    await engine.ready()
    expect(engine.columns()).toMatchObject({ isReady: true, changed: new Map() })
    expect([...engine.columns().jobIds]).toEqual(jobs.map(({ id }) => id).sort((a, b) => a - b))
    expect(engine.columns().ordinalsOf('#cde')).toHaveLength(200)
    const [first, second] = jobs
    if (first === undefined || second === undefined) throw new Error('no jobs')
    removeJob(db, first.id)
    const other = openDatabase({ path: db.path, now: NOW })
    indexJob(other, { id: second.id, title: 'x', company: '', place: '', body: '', filters: '#all #cpt' })
    expect([...engine.columns().changed]).toEqual([
      [first.id, null],
      [second.id, new Set(['#all', '#cpt'])],
    ])
    expect(engine.search({ ...everything, countries: ['PT'] }).total).toBe(1)
    indexJob(other, { id: second.id, title: 'x', company: '', place: '', body: '', filters: '#all #cie' })
    other.raw.exec('delete from job_index_change where seq < (select max(seq) from job_index_change)')
    indexJob(other, { id: second.id, title: 'x', company: '', place: '', body: '', filters: '#all #cit' })
    other.raw.exec('delete from job_index_change where seq < (select max(seq) from job_index_change)')
    expect(engine.columns()).toMatchObject({ isReady: false, jobIds: new Float64Array(0) })
    expect(engine.search({ ...everything, countries: ['IT'] }).total).toBe(1)
    await engine.ready()
    expect(engine.columns().ordinalsOf('#cit')).toHaveLength(1)
    expect(engine.columns().jobIds).toHaveLength(299)
    other.close()
  })

  test('many changes are folded into the columns', async () => {
    await engine.ready()
    const more = storeJobs(
      db,
      Array.from({ length: 4_100 }, (_, index) => ({
        ...plainJob,
        title: index % 2 === 0 ? 'Shepherd' : 'Engineer',
        countries: ['PT'],
        postedAt: NOW - index * 60_000,
      })),
    )
    removeJob(db, more[0]?.id ?? 0)
    db.raw.prepare('delete from job where id = ?').run(more[0]?.id ?? 0)
    const ask = () => [
      engine.search({ ...everything, countries: ['PT'] }).total,
      engine.search({ ...everything, text: 'shepherd', countries: ['PT'] }).total,
    ]
    expect(engine.columns().changed.size).toBe(4_100)
    expect(ask()).toEqual([4_099, 2_049])
    while (engine.columns().changed.size > 0) await new Promise(setImmediate)
    expect(engine.columns().jobIds).toHaveLength(4_399)
    expect(engine.columns().ordinalsOf('#cfr')).toHaveLength(300)
    expect(ask()).toEqual([4_099, 2_049])
  })

  test('a job indexed again is found by its new words only', () => {
    const id = jobs[0]?.id ?? 0
    indexJob(db, { id, title: 'Shepherd', company: '', place: '', body: '', filters: '#all' })
    expect(engine.search({ ...everything, text: 'shepherd' }).total).toBe(1)
    expect(engine.search({ ...everything, text: 'engineer' }).total).toBe(299)
    removeJob(db, 1)
  })
})

describe('one job', () => {
  const { db, dispose } = openTestDatabase()
  let stored: StoredJob | undefined
  beforeAll(() => {
    ;[stored] = storeJobs(db, [
      {
        ...plainJob,
        countries: ['DE', 'NL'],
        skills: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'],
        pay: { min: 50_000, max: 60_000 },
        sources: ['rss', 'sample', 'rss'],
        mark: 'saved',
      },
    ])
    db.raw.prepare("update job_mark set hidden_at = 1, hide_reason = 'salary'").run()
  })
  afterAll(dispose)

  test('its row in the list carries what the list shows', () => {
    expect(readListItem(db, jobIdSchema.parse(stored?.id))).toEqual({
      id: stored?.id,
      title: 'Engineer',
      company: 'Acme',
      place: { city: 'Berlin', countryCode: 'DE', latitude: null, longitude: null },
      placeCount: 2,
      workplace: 'unknown',
      visa: 'unstated',
      salary: {
        min: 50_000,
        max: 60_000,
        currency: 'EUR',
        period: 'year',
        yearEur: { min: 50_000, max: 60_000, asOf: '2026-03-01' },
      },
      seniority: 'unknown',
      roleFamily: 'backend',
      skills: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'],
      sources: ['rss', 'sample'],
      postedAt: plainJob.postedAt,
      firstSeenAt: plainJob.firstSeenAt,
      closedAt: null,
      isSaved: true,
      isHidden: true,
      appliedAt: null,
      match: null,
    })
  })

  test('its detail adds the text, all facts and every posting with its source by name', () => {
    const detail = readJobDetail(db, jobIdSchema.parse(stored?.id), (id) => id.toUpperCase())
    expect(detail).toMatchObject({
      title: 'Engineer',
      descriptionHtml: '<p>We build things.</p>',
      descriptionText: 'We build things.',
      hideReason: 'salary',
      lastSeenAt: plainJob.firstSeenAt,
    })
    expect(detail?.facts.skills).toHaveLength(9)
    expect(detail?.postings.map(({ sourceId, sourceName, layer }) => [sourceId, sourceName, layer])).toEqual([
      ['rss', 'RSS', 'first'],
      ['sample', 'SAMPLE', 'url'],
      ['rss', 'RSS', 'url'],
    ])
  })

  test('a job that is not there is null', () => {
    expect(readListItem(db, jobIdSchema.parse(99))).toBeNull()
    expect(readJobDetail(db, jobIdSchema.parse(99), (id) => id)).toBeNull()
  })
})

import { expect, test } from 'vitest'
import { createCoverageService } from '#main/domains/jobs/coverage/coverage.service.ts'
import { READER_VERSION } from '#main/domains/jobs/enrich/enrich.ts'
import { createJobParts } from '#main/domains/jobs/pipeline/job-parts.ts'
import { over } from '#main/domains/jobs/sources/parts/item.ts'
import { prepareItem } from '#main/domains/jobs/pipeline/prepare.ts'
import type { RawPosting } from '#main/domains/jobs/posting.ts'
import type { ParsedItem } from '#main/domains/jobs/sources/source.ts'
import type { JobId } from '#shared/ids.ts'
import { scripted, scriptedRuns } from '../support/scripted-runs.ts'

const WEEK_MS = 7 * 86_400_000
const NOTHING = { jobs: 0, inEu: 0, withVisaWords: 0, offersVisa: 0, withSalary: 0 }

function bench() {
  const { database, store, clock } = scriptedRuns()
  const coverage = createCoverageService({ database, clock, sourceName: (id) => id.toUpperCase() })
  const commit = (sourceId: string, ...items: ParsedItem[]) => {
    const { isKnown } = store
    const prepared = items.map((item) => prepareItem(item, { sourceId, now: clock.now(), isKnown }))
    store.commit({ sourceId, items: prepared, scope: null, closing: null, maxNew: 100, alsoWrite: () => undefined })
  }
  const posting = (id: string, fields: Partial<RawPosting> = {}) =>
    scripted(id, { url: `https://jobs.example/${id}`, ...fields })
  return { database, clock, coverage, commit, posting }
}

test('an empty profile covers nothing', async () => {
  const { coverage } = bench()
  const found = await coverage.get()
  expect(found).toMatchObject({ total: NOTHING, bySource: [], byCountry: [], overlaps: [] })
  expect(found.byWeek).toHaveLength(26)
})

test('open jobs are counted by source, country and week, and by what two sources share', async () => {
  const { clock, coverage, commit, posting } = bench()
  const paid = { min: 60_000, max: 70_000, currency: 'EUR', period: 'year' } as const
  commit(
    'alpha',
    posting('a', { locations: ['Berlin, Germany', 'Zurich, Switzerland'], statedSalary: paid }),
    posting('b', { locations: ['Zurich, Switzerland'], descriptionHtml: '<p>We sponsor your visa.</p>' }),
    posting('c', { locations: ['Paris, France'], descriptionHtml: '<p>We cannot sponsor visas.</p>' }),
    posting('d', { locations: ['Munich, Germany'] }),
  )
  await clock.advance(WEEK_MS)
  const lastSeen = clock.now()
  commit('beta', posting('a'), posting('b'), posting('e'))
  commit('gamma', posting('b'), posting('d'))
  commit('alpha', over('d', 'it is over'))
  commit('gamma', over('d', 'it is over'))
  const found = await coverage.get()
  expect(found.total).toEqual({ jobs: 4, inEu: 2, withVisaWords: 2, offersVisa: 1, withSalary: 1 })
  expect(found.bySource).toEqual([
    expect.objectContaining({ sourceId: 'alpha', sourceName: 'ALPHA', jobs: 3, inEu: 2, onlyHere: 1, offersVisa: 1 }),
    expect.objectContaining({ sourceId: 'beta', jobs: 3, onlyHere: 1, newestAt: lastSeen, withSalary: 1 }),
    expect.objectContaining({ sourceId: 'gamma', jobs: 1, onlyHere: 0, newestAt: lastSeen - WEEK_MS }),
  ])
  expect(found.byCountry.map(({ countryCode, jobs, inEu }) => [countryCode, jobs, inEu])).toEqual([
    ['CH', 2, 1],
    [null, 1, 0],
    ['DE', 1, 1],
    ['FR', 1, 1],
  ])
  expect(found.overlaps).toEqual([
    { first: 'alpha', second: 'beta', jobs: 2 },
    { first: 'alpha', second: 'gamma', jobs: 1 },
    { first: 'beta', second: 'gamma', jobs: 1 },
  ])
  expect(found.byWeek.slice(-2).map(({ jobs }) => jobs)).toEqual([3, 1])
  expect(found.byWeek.at(-1)?.weekStartsAt).toBe(Date.UTC(2026, 2, 9))
})

test('everybody who asks at the same time gets one count, and a later one sees what has come since', async () => {
  const { coverage, commit, posting } = bench()
  commit('alpha', posting('a'))
  const [first, second] = await Promise.all([coverage.get(), coverage.get()])
  expect(second).toBe(first)
  expect(await coverage.get()).toBe(first)
  commit('alpha', posting('b'))
  await expect.poll(async () => (await coverage.get()).total.jobs, { timeout: 20_000 }).toBe(2)
})

test('the data quality counts which facts are said, by source, and what the user put right', async () => {
  const { coverage, commit, posting, database, clock } = bench()
  const paid = { min: 60_000, max: 70_000, currency: 'EUR', period: 'year' } as const
  commit(
    'alpha',
    posting('a', { title: 'Senior Data Engineer', locations: ['Berlin, Germany'], statedSalary: paid }),
    posting('b', { descriptionHtml: '<p>We sponsor your visa. You know Python and Kafka.</p>', workplace: 'remote' }),
  )
  commit('beta', posting('c', { closesAt: Date.UTC(2027, 0, 1), employmentType: 'full_time' }))
  const found = await coverage.quality()
  expect(found.total).toMatchObject({
    jobs: 3,
    with: {
      visa: 1,
      salary: 1,
      city: 1,
      country: 1,
      workplace: 1,
      seniority: 1,
      skills: 1,
      employmentType: 1,
      closesAt: 1,
    },
  })
  expect(found.bySource.map(({ sourceId, jobs, with: said }) => [sourceId, jobs, said.salary, said.closesAt])).toEqual([
    ['alpha', 2, 1, 0],
    ['beta', 1, 0, 1],
  ])
  expect(found.byReader).toEqual([{ readerVersion: READER_VERSION, jobs: 3 }])
  expect(found.corrected).toEqual([])
  const { reading } = createJobParts(database)
  const [jobId] = database.raw.prepare<[], JobId>('select id from job').pluck().all()
  if (jobId === undefined) throw new Error('no job')
  database.write(() => reading.correct(jobId, { field: 'visa', value: 'offers' }, 0))
  // A service that has not counted yet: the other one keeps its answer for some moments.
  const anew = createCoverageService({ database, clock, sourceName: (id) => id })
  expect((await anew.quality()).corrected).toEqual([{ field: 'visa', jobs: 1 }])
})

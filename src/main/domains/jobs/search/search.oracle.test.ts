import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EMPLOYMENT_TYPES, ROLE_FAMILIES, SENIORITIES, VISA_STATUSES, WORKPLACES } from '#shared/facts.ts'
import { JOB_MARKS, JOB_OPENINGS, JOB_SORTS, type JobFilter, type JobSearchInput } from '#shared/jobs.ts'
import { SALARY_STEPS_THOUSAND_EUR } from './filter-tokens.ts'
import { removeJob } from './job-index.ts'
import { createJobSearch, type JobSearch } from './search.ts'
import {
  clock,
  everything,
  NOW,
  openTestDatabase,
  type SampleJob,
  storeJobs,
  type StoredJob,
} from './search.fixture.ts'

const SEED = 20_260_304
const JOBS = 3_000
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Reading every job for every question takes its time on a busy machine. */
const ORACLE_TIMEOUT_MS = 120_000

/** Words as they are written, and as the index reads them. */
const VOCABULARY: Readonly<Record<string, readonly string[]>> = {
  python: ['python'],
  pythonic: ['pythonic'],
  data: ['data'],
  database: ['database'],
  engineer: ['engineer'],
  'C++': ['c++'],
  'C#': ['c#'],
  C: ['c'],
  '.NET': ['dotnet'],
  net: ['net'],
  'Node.js': ['node', 'js'],
  'CI/CD': ['ci', 'cd'],
  Łódź: ['lodz'],
  Zürich: ['zurich'],
  sde: ['sde'],
  offers: ['offers'],
}
const WORDS = Object.keys(VOCABULARY)
const COUNTRIES = ['DE', 'NL', 'FR', 'PL', 'IE']
const SOURCES = ['sample', 'the-muse', 'rss2', 'greenhouse']
const SKILLS = ['Python', 'C', 'C++', 'C#', '.NET', 'Node.js', 'Go']
const LANGUAGES = ['en', 'de']
const ASKED = ['en', 'de', 'fr']

const wordsArb = (max: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: max }).map((words) => words.join(' '))
const amountArb = fc.option(fc.integer({ min: 10, max: 260 }).map((thousands) => thousands * 1000 + (thousands % 7)))
const agoArb = fc.integer({ min: 0, max: 30 * DAY_MS }).map((agoMs) => NOW - agoMs)
const jobArb: fc.Arbitrary<SampleJob> = fc.record({
  title: wordsArb(4),
  company: wordsArb(2),
  place: wordsArb(2),
  body: wordsArb(12),
  countries: fc.subarray(COUNTRIES, { maxLength: 2 }),
  visa: fc.constantFrom(...VISA_STATUSES),
  workplace: fc.constantFrom(...WORKPLACES),
  seniority: fc.constantFrom(...SENIORITIES),
  roleFamily: fc.constantFrom(...ROLE_FAMILIES),
  employmentType: fc.option(fc.constantFrom(...EMPLOYMENT_TYPES)),
  language: fc.option(fc.constantFrom(...LANGUAGES)),
  asks: fc.subarray(ASKED),
  pay: fc.option(fc.record({ min: amountArb, max: amountArb })),
  skills: fc.subarray(SKILLS, { maxLength: 4 }),
  sources: fc.subarray(SOURCES, { minLength: 1, maxLength: 2 }),
  postedAt: fc.option(agoArb, { freq: 4 }),
  firstSeenAt: agoArb,
  closedAt: fc.option(agoArb, { freq: 9, nil: null }).map((at) => (at !== null && at % 3 === 0 ? at : null)),
  mark: fc.constantFrom('saved', 'hidden', 'both', 'applied', ...Array.from({ length: 20 }, () => null)),
})

interface Term {
  readonly written: string
  readonly words: readonly string[]
  readonly isPrefix: boolean
}
interface Clause {
  readonly anyOf: readonly Term[]
  readonly isExcluded: boolean
}

const termArb: fc.Arbitrary<Term> = fc.oneof(
  fc.constantFrom(...WORDS).map((word) => ({ written: word, words: VOCABULARY[word] ?? [], isPrefix: false })),
  fc.constantFrom('pyth', 'dat', 'data', 'eng', 'zür').map((start) => ({
    written: `${start}*`,
    words: [start.replace('ü', 'u')],
    isPrefix: true,
  })),
  fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS)).map((pair) => ({
    written: `"${pair.join(' ')}"`,
    words: pair.flatMap((word) => VOCABULARY[word] ?? []),
    isPrefix: false,
  })),
)
const clauseArb: fc.Arbitrary<Clause> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ anyOf: fc.tuple(termArb), isExcluded: fc.constant(false) }) },
  { weight: 1, arbitrary: fc.record({ anyOf: fc.tuple(termArb, termArb), isExcluded: fc.constant(false) }) },
  { weight: 1, arbitrary: fc.record({ anyOf: fc.tuple(termArb), isExcluded: fc.constant(true) }) },
)
const textArb = fc.array(clauseArb, { maxLength: 3 })
const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: fc.subarray([...values]) })
const filterArb = fc.record({
  countries: some(COUNTRIES),
  cities: fc.oneof(
    { weight: 5, arbitrary: fc.constant<string[]>([]) },
    some(['python', 'SDE', 'łódź', 'Zürich', 'nowhere']),
  ),
  visa: some(VISA_STATUSES),
  workplaces: some(WORKPLACES),
  salaryMinEur: fc.option(fc.oneof(fc.constantFrom(0, 60_000, 65_000, 200_000), fc.integer({ min: 1, max: 240_000 })), {
    freq: 2,
  }),
  salaryMaxEur: fc.option(fc.oneof(fc.constantFrom(60_000, 65_000), fc.integer({ min: 1, max: 240_000 })), { freq: 1 }),
  skills: fc.oneof({ weight: 4, arbitrary: fc.constant<string[]>([]) }, fc.subarray(SKILLS, { maxLength: 2 })),
  skillsAny: some(SKILLS),
  seniorities: some(SENIORITIES),
  roleFamilies: some(ROLE_FAMILIES),
  employmentTypes: some(EMPLOYMENT_TYPES),
  sources: some(SOURCES),
  languages: some(LANGUAGES),
  speaks: some(ASKED),
  postedWithinDays: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 2 }),
  isSponsorListed: fc.constant(false),
  reachesPermit: fc.constantFrom(false, false, false, true),
  openings: fc.constantFrom('open', 'open', ...JOB_OPENINGS),
  mark: fc.constantFrom('visible', 'visible', 'visible', ...JOB_MARKS),
})
const questionArb = fc.record({
  text: textArb,
  filter: filterArb,
  sort: fc.constantFrom(...JOB_SORTS),
  perPage: fc.constantFrom(1, 7, 50, 200),
  pageShare: fc.double({ min: 0, max: 1, noNaN: true }),
})

const indexed = (text: string): string[] => text.split(' ').flatMap((word) => VOCABULARY[word] ?? [])

function hasTerm(columns: readonly (readonly string[])[], term: Term): boolean {
  return columns.some((words) =>
    words.some((_, at) =>
      term.words.every((word, index) => {
        const there = words[at + index] ?? ''
        const isLast = index === term.words.length - 1
        return term.isPrefix && isLast ? there.startsWith(word) : there === word
      }),
    ),
  )
}

const reachOf = (job: SampleJob): number | null => job.pay?.max ?? job.pay?.min ?? null
const isIn = <T>(chosen: readonly T[], values: readonly (T | null)[]): boolean =>
  chosen.length === 0 || chosen.some((value) => values.includes(value))

const lower = (text: string): string => text.toLowerCase()
/** The fixture puts a job's place into each of its countries. */
const citiesOf = (job: SampleJob): string[] => (job.countries.length === 0 ? [] : [job.place])
const stepsOf = (job: SampleJob): string[] =>
  SALARY_STEPS_THOUSAND_EUR.map((step) => step * 1000)
    .filter((step) => (reachOf(job) ?? -1) >= step)
    .map(String)

interface ReadJob extends StoredJob {
  readonly columns: readonly (readonly string[])[]
}

function isMeant(job: ReadJob, text: readonly Clause[], filter: Omit<JobFilter, 'text'>): boolean {
  const reach = reachOf(job)
  const begins = job.pay?.min ?? job.pay?.max ?? null
  const since =
    filter.postedWithinDays === null
      ? -Infinity
      : Math.floor(NOW / MINUTE_MS) * MINUTE_MS - filter.postedWithinDays * DAY_MS
  const isHidden = job.mark === 'hidden' || job.mark === 'both'
  const isApplied = job.mark === 'applied'
  const isSaved = job.mark === 'saved' || job.mark === 'both' || isApplied
  return (
    isIn(filter.countries, job.countries) &&
    isIn(filter.cities.map(lower), citiesOf(job).map(lower)) &&
    isIn(filter.visa, [job.visa]) &&
    isIn(filter.workplaces, [job.workplace]) &&
    isIn(filter.seniorities, [job.seniority]) &&
    isIn(filter.roleFamilies, [job.roleFamily]) &&
    isIn(filter.employmentTypes, [job.employmentType]) &&
    isIn(filter.languages, [job.language]) &&
    (filter.speaks.length === 0 || job.asks.every((language) => filter.speaks.includes(language))) &&
    isIn(filter.sources, job.sources) &&
    filter.skills.every((skill) => job.skills.includes(skill)) &&
    isIn(filter.skillsAny, job.skills) &&
    (filter.salaryMinEur === null || (reach !== null && reach >= filter.salaryMinEur)) &&
    (filter.salaryMaxEur === null || (begins !== null && begins <= filter.salaryMaxEur)) &&
    (!filter.reachesPermit || reachesBlueCard(job)) &&
    (job.postedAt ?? job.firstSeenAt) >= since &&
    isOpenAsWished(job, filter) &&
    { visible: !isHidden, saved: isSaved, applied: isApplied, hidden: isHidden }[filter.mark] &&
    text.every((clause) => clause.anyOf.some((term) => hasTerm(job.columns, term)) !== clause.isExcluded)
  )
}

/** As for somebody with an old degree: one amount for IT, a higher one for the rest. */
const GERMAN_BLUE_CARD = { always: ['de-blue-card'], inIt: ['de-blue-card-2'] }
const IN_IT = new Set([
  'data_scientist',
  'ml_engineer',
  'data_engineer',
  'backend',
  'frontend',
  'fullstack',
  'devops_sre',
])

function reachesBlueCard({ countries, pay, roleFamily }: ReadJob): boolean {
  const least = pay?.min ?? 0
  return countries.includes('DE') && least >= (IN_IT.has(roleFamily) ? 45_934.2 : 50_700)
}

function isOpenAsWished(job: ReadJob, filter: Pick<JobFilter, 'openings' | 'mark'>): boolean {
  const isClosed = job.closedAt !== null
  return { all: true, closed: isClosed, open: !isClosed || filter.mark === 'saved' || filter.mark === 'applied' }[
    filter.openings
  ]
}

function written(text: readonly Clause[]): string {
  return text
    .map(({ anyOf, isExcluded }) => (isExcluded ? '-' : '') + anyOf.map((term) => term.written).join(' OR '))
    .join(' ')
}

function counted(jobs: readonly StoredJob[], valuesOf: (job: StoredJob) => readonly string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const job of jobs) for (const value of new Set(valuesOf(job))) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Object.fromEntries(counts)
}

const asCounts = (facet: readonly { value: string; count: number }[]): unknown =>
  Object.fromEntries(facet.map(({ value, count }): [string, number] => [value, count]))

/** 0: the title says all that is wanted; 1: the title, the employer's name or the place some of it; 2: only the description. */
function tierOf({ columns }: ReadJob, text: readonly Clause[]): number {
  const wanted = text.filter(({ isExcluded }) => !isExcluded)
  const isSaidIn =
    (where: readonly (readonly string[])[]) =>
    ({ anyOf }: Clause): boolean =>
      anyOf.some((term) => hasTerm(where, term))
  if (wanted.every(isSaidIn(columns.slice(0, 1)))) return 0
  return wanted.some(isSaidIn(columns.slice(0, 3))) ? 1 : 2
}

/** How well a job fits, for every second one. */
const scoreOf = (job: StoredJob): number | null => (job.id % 2 === 0 ? (job.id % 65_536) % 40 : null)

const ORDERS: Readonly<Record<Exclude<JobSearchInput['sort'], 'relevance'>, (job: ReadJob) => number>> = {
  newest: () => 0,
  salary: (job) => reachOf(job) ?? -1,
  match: (job) => scoreOf(job) ?? -1,
}

/** Where answers come from: a search inside a transaction asks the index, any other the columns. Of those jobs come as changes behind
 *  the columns: so few that words are looked for in each, or so many that the index is asked for words. */
const WAYS = [
  { way: 'the index', changes: 0, isInside: true },
  { way: 'the columns', changes: 0, isInside: false },
  { way: 'the columns and a few changes', changes: 150, isInside: false },
  { way: 'the columns and many changes', changes: 900, isInside: false },
]

describe.each(WAYS)('$way against reading every job', { timeout: ORACLE_TIMEOUT_MS }, ({ changes, isInside }) => {
  const { db, dispose } = openTestDatabase()
  let jobs: ReadJob[]
  let engine: JobSearch
  const ask = (input: JobSearchInput): ReturnType<JobSearch['search']> =>
    isInside ? db.write(() => engine.search(input)) : engine.search(input)

  beforeAll(async () => {
    const samples = fc.sample(jobArb, { numRuns: JOBS, seed: SEED })
    engine = createJobSearch(db, clock, { thresholds: () => GERMAN_BLUE_CARD })
    const before = storeJobs(db, samples.slice(changes))
    await engine.ready()
    await engine.prepared()
    const gone = before.slice(0, changes / 10)
    const stored = [...before.slice(gone.length), ...storeJobs(db, samples.slice(0, changes))]
    db.write(() => {
      for (const { id } of gone) {
        removeJob(db, id)
        db.raw.prepare('delete from job where id = ?').run(id)
      }
      const score = db.raw.prepare("insert into job_score values (?, ?, '', 0)")
      for (const job of stored) if (scoreOf(job) !== null) score.run(job.id, scoreOf(job))
    })
    jobs = stored.map((job) => ({ ...job, columns: [job.title, job.company, job.place, job.body].map(indexed) }))
  }, ORACLE_TIMEOUT_MS)
  afterAll(dispose)

  test('as many jobs changed behind the columns as are meant to', () => {
    expect(engine.columns()).toMatchObject({ isReady: true })
    expect(engine.columns().changed.size).toBe(changes + changes / 10)
  })

  test('any text and filter give the same total, and the same page in the same order', () => {
    fc.assert(
      fc.property(questionArb, ({ text, filter, sort, perPage, pageShare }) => {
        const meant = jobs.filter((job) => isMeant(job, text, filter)).sort((a, b) => b.id - a.id)
        if (sort === 'relevance') meant.sort((a, b) => tierOf(a, text) - tierOf(b, text))
        else meant.sort((a, b) => ORDERS[sort](b) - ORDERS[sort](a))
        const page = 1 + Math.floor((pageShare * meant.length) / perPage)
        const result = ask({ ...filter, text: written(text), sort, page, perPage })
        expect(result.total).toBe(meant.length)
        const found = result.jobs.map((job) => Number(job.id))
        const expected = meant.slice((page - 1) * perPage, page * perPage).map((job) => job.id)
        expect(found).toEqual(expected)
      }),
      { numRuns: 150, seed: SEED },
    )
  })

  test('any text and filter give the same facets', async () => {
    await fc.assert(
      fc.asyncProperty(textArb, filterArb, async (text, filter) => {
        const meant = jobs.filter((job) => isMeant(job, text, filter))
        const facets = await engine.facets({ ...filter, text: written(text) })
        expect(asCounts(facets.countries)).toEqual(counted(meant, (job) => job.countries))
        expect(asCounts(facets.visa)).toEqual(counted(meant, (job) => [job.visa]))
        expect(asCounts(facets.workplaces)).toEqual(counted(meant, (job) => [job.workplace]))
        expect(asCounts(facets.seniorities)).toEqual(counted(meant, (job) => [job.seniority]))
        expect(asCounts(facets.roleFamilies)).toEqual(counted(meant, (job) => [job.roleFamily]))
        expect(asCounts(facets.sources)).toEqual(counted(meant, (job) => job.sources))
        expect(asCounts(facets.skills)).toEqual(counted(meant, (job) => job.skills))
        expect(asCounts(facets.salaries)).toEqual(counted(meant, stepsOf))
        const cities = Object.entries(counted(meant, citiesOf)).map(([, count]) => count)
        expect(facets.cities.map(({ count }) => count)).toEqual(cities.sort((a, b) => b - a).slice(0, 60))
      }),
      { numRuns: 50, seed: SEED },
    )
  })

  test('any filter knows its own among some jobs', () => {
    fc.assert(
      fc.property(textArb, filterArb, (text, filter) => {
        const meant = new Set(jobs.filter((job) => isMeant(job, text, filter)).map(({ id }) => id))
        const some = jobs.filter((_, index) => index % 7 === 0).map(({ id }) => id)
        const found = engine.among({ ...filter, text: written(text) }, some)
        expect(found.total).toBe(meant.size)
        expect(new Set(found.ids)).toEqual(new Set(some.filter((id) => meant.has(id))))
      }),
      { numRuns: 50, seed: SEED },
    )
  })

  test.each(['', 'python', '-zebra'])('the pages of every order hold every job once: "%s"', (text) => {
    for (const sort of JOB_SORTS) {
      const { total } = ask({ ...everything, text, sort, page: 1, perPage: 1 })
      const pages = Math.ceil(total / 200)
      const ids = Array.from({ length: pages }, (_, index) =>
        ask({ ...everything, text, sort, page: index + 1, perPage: 200 }).jobs.map((job) => job.id),
      ).flat()
      expect(ids).toHaveLength(total)
      expect(new Set(ids).size).toBe(total)
    }
  })

  test.each(['salary', 'match'] as const)('every page by %s holds what sorting all jobs gives', (sort) => {
    const meant = jobs
      .filter((job) => isMeant(job, [], everything))
      .sort((a, b) => ORDERS[sort](b) - ORDERS[sort](a) || b.id - a.id)
    for (let page = 1; page <= Math.ceil(meant.length / 50); page += 1) {
      const found = ask({ ...everything, sort, page, perPage: 50 }).jobs.map((job) => Number(job.id))
      expect(found).toEqual(meant.slice((page - 1) * 50, page * 50).map((job) => job.id))
    }
  })
})

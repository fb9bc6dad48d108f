import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type JobSearchInput, jobSearchInputSchema } from '#shared/jobs.ts'
import { createJobSearch } from '#main/domains/jobs/search/search.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Clock } from '#main/infra/time/clock.ts'

const DAY_MS = 86_400_000

export interface SearchBenchOptions {
  readonly db: Database
  readonly print: (line: string) => void
  /** A file of questions; without it the built-in list is asked. */
  readonly queriesPath?: string
  /** The instant "now" of the questions, UTC epoch ms; by default the newest job's first day seen. */
  readonly nowMs?: number
  readonly rounds?: number
}

/** Figures of one run, in ms, over all questions and rounds. `geometricMeanMs` is over the medians of the questions. */
export interface SearchBenchFigures {
  readonly jobs: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly geometricMeanMs: number
  readonly facetsP50Ms: number
  readonly facetsP95Ms: number
}

interface Question {
  readonly name: string
  readonly input: JobSearchInput
  readonly wantsFacets: boolean
}

/** Asks every question several times over a filled database, after one unmeasured round, and prints p50 and p95. */
export function runSearchBench(options: SearchBenchOptions): SearchBenchFigures {
  const { db, print, rounds = 20 } = options
  const jobs = Number(db.raw.prepare('select count(*) from job').pluck().get())
  const nowMs = options.nowMs ?? Number(db.raw.prepare('select max(first_seen_at) from job').pluck().get())
  const clock: Clock = { now: () => nowMs, sleep: async () => {} }
  const questions = options.queriesPath === undefined ? builtIn : readQuestions(options.queriesPath, nowMs)
  const engine = createJobSearch(db, clock)
  print(`search over ${jobs.toLocaleString('en')} jobs, ${rounds} rounds        p50 ms   p95 ms     total`)
  const all: number[] = []
  const medians: number[] = []
  const facetTimes: number[] = []
  for (const { name, input, wantsFacets } of questions) {
    const { total } = engine.search(input)
    const times = timesOf(rounds, () => engine.search(input))
    all.push(...times)
    medians.push(percentile(times, 0.5))
    print(line(name, times, total))
    if (!wantsFacets) continue
    engine.facets(input)
    const facets = timesOf(rounds, () => engine.facets(input))
    facetTimes.push(...facets)
    print(line('  its facets', facets, total))
  }
  const figures = {
    jobs,
    p50Ms: percentile(all, 0.5),
    p95Ms: percentile(all, 0.95),
    geometricMeanMs: Math.exp(medians.reduce((sum, ms) => sum + Math.log(ms), 0) / medians.length),
    facetsP50Ms: percentile(facetTimes, 0.5),
    facetsP95Ms: percentile(facetTimes, 0.95),
  }
  print(
    `search p50 ${figures.p50Ms.toFixed(2)} ms, p95 ${figures.p95Ms.toFixed(2)} ms, ` +
      `geometric mean ${figures.geometricMeanMs.toFixed(2)} ms; ` +
      `facets p50 ${figures.facetsP50Ms.toFixed(2)} ms, p95 ${figures.facetsP95Ms.toFixed(2)} ms`,
  )
  return figures
}

function timesOf(rounds: number, work: () => unknown): number[] {
  return Array.from({ length: rounds }, () => {
    const startedMs = performance.now()
    work()
    return performance.now() - startedMs
  })
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function line(name: string, times: readonly number[], total: number): string {
  const cells = [percentile(times, 0.5).toFixed(2), percentile(times, 0.95).toFixed(2)].map((cell) => cell.padStart(8))
  return `${name.slice(0, 50).padEnd(50)} ${cells.join(' ')} ${String(total).padStart(9)}`
}

const questionsSchema = z.object({
  now: z.iso.datetime(),
  queries: z.array(
    z.object({
      name: z.string(),
      text: z.string().nullable(),
      filters: z.object({
        country: z.array(z.string()).default([]),
        city: z.string().optional(),
        workplace: z.string().optional(),
        visa: z.boolean().optional(),
        minSalary: z.number().nullable().default(null),
        skillsAll: z.array(z.string()).default([]),
        seniority: z.array(z.string()).default([]),
        employmentType: z.array(z.string()).default([]),
        source: z.array(z.string()).default([]),
        postedSince: z.iso.datetime().optional(),
      }),
      sort: z.enum(['relevance', 'posted_desc', 'salary_desc']),
      page: z.number(),
      perPage: z.number(),
      wantFacets: z.array(z.string()),
    }),
  ),
})

const SORTS = { relevance: 'relevance', posted_desc: 'newest', salary_desc: 'salary' } as const

/** Questions in the exchange format "career-copilot-search-bench/1". A city is asked for as words: there is no such
 *  filter. Pay is compared in EUR. */
function readQuestions(path: string, nowMs: number): Question[] {
  const { queries } = questionsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  return queries.map(({ name, text, filters, sort, page, perPage, wantFacets }) => {
    const { city, workplace, visa, postedSince } = filters
    const days = postedSince === undefined ? null : Math.ceil((nowMs - Date.parse(postedSince)) / DAY_MS)
    return {
      name,
      wantsFacets: wantFacets.length > 0,
      input: jobSearchInputSchema.parse({
        text: [text ?? '', city === undefined ? '' : `"${city}"`].join(' ').trim(),
        countries: filters.country,
        visa: visa === true ? ['offers'] : [],
        workplaces: workplace === undefined ? [] : [workplace],
        salaryMinEur: filters.minSalary,
        skills: filters.skillsAll,
        seniorities: filters.seniority,
        employmentTypes: filters.employmentType,
        sources: filters.source,
        postedWithinDays: days === null ? null : Math.max(1, days),
        sort: SORTS[sort],
        page,
        perPage,
      }),
    }
  })
}

const ask = (name: string, input: z.input<typeof jobSearchInputSchema>, wantsFacets = false): Question => ({
  name,
  input: jobSearchInputSchema.parse({ perPage: 20, ...input }),
  wantsFacets,
})

const builtIn: readonly Question[] = [
  ask('everything, newest', {}, true),
  ask('everything, best paid', { sort: 'salary' }),
  ask('one word, newest', { text: 'python' }, true),
  ask('one word, relevance', { text: 'python', sort: 'relevance' }),
  ask('broadest word, relevance', { text: 'experience', sort: 'relevance' }),
  ask('two words, newest', { text: 'data engineer' }),
  ask('two words, relevance, page 50', { text: 'software engineer', sort: 'relevance', page: 50 }),
  ask('phrase, relevance', { text: '"machine learning"', sort: 'relevance' }),
  ask('prefix, relevance', { text: 'kuber*', sort: 'relevance' }),
  ask('either word but not a third', { text: 'java OR kotlin -senior' }),
  ask('no hit', { text: 'zzyzxq quantumflux' }),
  ask('country and workplace', { countries: ['DE'], workplaces: ['remote'] }, true),
  ask('text, country, visa, pay', { text: 'python', countries: ['DE'], visa: ['offers'], salaryMinEur: 60_000 }, true),
  ask('pay between two steps', { text: 'python', salaryMinEur: 62_500 }),
  ask('three countries, visa, best paid', { countries: ['DE', 'NL', 'IE'], visa: ['offers'], sort: 'salary' }),
  ask('two skills', { skills: ['Python', 'SQL'] }),
  ask('last seven days, senior', { text: 'backend', seniorities: ['senior', 'lead'], postedWithinDays: 7 }),
]

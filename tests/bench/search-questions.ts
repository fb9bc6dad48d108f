import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type JobSearchInput, jobSearchInputSchema } from '#shared/jobs.ts'

const DAY_MS = 86_400_000

export interface Question {
  readonly name: string
  readonly input: JobSearchInput
  readonly wantsFacets: boolean
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

/** Questions in the exchange format "career-copilot-search-bench/1", and the instant that they call now. Pay is compared in EUR. */
export function readQuestions(path: string): { nowMs: number; questions: readonly Question[] } {
  const { now, queries } = questionsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  const nowMs = Date.parse(now)
  const questions = queries.map(({ name, text, filters, sort, page, perPage, wantFacets }) => {
    const { city, workplace, visa, postedSince } = filters
    const days = postedSince === undefined ? null : Math.ceil((nowMs - Date.parse(postedSince)) / DAY_MS)
    return {
      name,
      wantsFacets: wantFacets.length > 0,
      input: jobSearchInputSchema.parse({
        text: text ?? '',
        countries: filters.country,
        cities: city === undefined ? [] : [city],
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
  return { nowMs, questions }
}

const ask = (name: string, input: z.input<typeof jobSearchInputSchema>, wantsFacets = false): Question => ({
  name,
  input: jobSearchInputSchema.parse({ perPage: 20, ...input }),
  wantsFacets,
})

export const builtInQuestions: readonly Question[] = [
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

import { z } from 'zod'
import {
  employmentTypeSchema,
  roleFamilySchema,
  senioritySchema,
  visaStatusSchema,
  workplaceSchema,
} from '#shared/facts.ts'
import { jobIdSchema, sourceIdSchema, type JobId } from '#shared/ids.ts'
import { JOB_MARKS, JOB_OPENINGS, JOB_SORTS, type JobFilter } from '#shared/jobs.ts'

/** Everything the jobs screen shows follows from this: what is asked for, in which order, and which job is open. `searchId`: the saved
 *  search that it was opened from; `newSince`: what was first seen after that instant is marked as new. */
export interface JobsView extends JobFilter {
  readonly sort: (typeof JOB_SORTS)[number]
  readonly selectedId: JobId | null
  readonly searchId: number | null
  readonly newSince: number | null
}

/** The search part of the address; a key is absent while it has its default, so that plain views have plain addresses. */
export interface JobsSearch {
  readonly q?: string
  readonly country?: readonly string[]
  readonly city?: readonly string[]
  readonly visa?: JobFilter['visa']
  readonly workplace?: JobFilter['workplaces']
  readonly salary?: number
  readonly salarymax?: number
  readonly skill?: readonly string[]
  readonly anyskill?: readonly string[]
  readonly level?: JobFilter['seniorities']
  readonly role?: JobFilter['roleFamilies']
  readonly type?: JobFilter['employmentTypes']
  readonly source?: readonly string[]
  readonly lang?: readonly string[]
  readonly speaks?: readonly string[]
  readonly days?: number
  readonly permit?: 'meets'
  readonly sponsor?: 'listed'
  readonly openings?: JobFilter['openings']
  readonly show?: JobFilter['mark']
  readonly sort?: JobsView['sort']
  readonly job?: JobId
  readonly search?: number
  readonly since?: number
}

/** Reads one value; what does not fit is as good as absent. */
function one<T>(schema: z.ZodType<T>, raw: unknown): T | undefined {
  const result = schema.safeParse(Array.isArray(raw) ? raw[0] : raw)
  return result.success ? result.data : undefined
}

/** Reads a list; items that do not fit are left out, doubles as well. */
function many<T>(schema: z.ZodType<T>, raw: unknown, limit: number): T[] | undefined {
  const items: unknown[] = Array.isArray(raw) ? raw : [raw]
  const valid = items.flatMap((item) => {
    const result = schema.safeParse(item)
    return result.success ? [result.data] : []
  })
  return valid.length === 0 ? undefined : [...new Set(valid)].slice(0, limit)
}

const whole = z.union([z.number(), z.string().regex(/^\d{1,15}$/)]).transform(Number)
const text = z.union([z.string(), z.number().transform(String)])
const code = (pattern: RegExp) => z.string().regex(pattern)
const yearEur = z.number().int().min(1).max(10_000_000)
const skillName = text.pipe(z.string().trim().min(1).max(60))

/** Search parameters from any address a person may type or an old link may hold. Never throws: a parameter that does not
 *  fit falls back to its default. Pure. */
export function readJobsSearch(raw: Readonly<Record<string, unknown>>): JobsSearch {
  const found = {
    q: one(text.pipe(z.string().trim().min(1).max(10_000)), raw['q']),
    country: many(
      code(/^[A-Za-z]{2}$/).transform((value) => value.toUpperCase()),
      raw['country'],
      60,
    ),
    city: many(text.pipe(z.string().trim().min(1).max(120)), raw['city'], 60),
    visa: many(visaStatusSchema, raw['visa'], 4),
    workplace: many(workplaceSchema, raw['workplace'], 4),
    salary: one(whole.pipe(yearEur), raw['salary']),
    salarymax: one(whole.pipe(yearEur), raw['salarymax']),
    skill: many(skillName, raw['skill'], 20),
    anyskill: many(skillName, raw['anyskill'], 20),
    level: many(senioritySchema, raw['level'], 9),
    role: many(roleFamilySchema, raw['role'], 11),
    type: many(employmentTypeSchema, raw['type'], 5),
    source: many(sourceIdSchema, raw['source'], 60),
    lang: many(code(/^[a-z]{2}$/), raw['lang'], 40),
    speaks: many(code(/^[a-z]{2}$/), raw['speaks'], 40),
    days: one(whole.pipe(z.number().int().min(1).max(3650)), raw['days']),
    permit: one(z.literal('meets'), raw['permit']),
    sponsor: one(z.literal('listed'), raw['sponsor']),
    openings: one(z.enum(JOB_OPENINGS).exclude(['open']), raw['openings']),
    show: one(z.enum(JOB_MARKS).exclude(['visible']), raw['show']),
    sort: one(z.enum(JOB_SORTS).exclude(['newest']), raw['sort']),
    job: one(whole.pipe(jobIdSchema), raw['job']),
    search: one(whole.pipe(z.number().int().min(1)), raw['search']),
    since: one(whole.pipe(z.number().int().min(0)), raw['since']),
  }
  return withoutAbsent(found)
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function withoutAbsent<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Present<T>
}

export function toView(search: JobsSearch): JobsView {
  return {
    text: search.q ?? '',
    countries: [...(search.country ?? [])],
    cities: [...(search.city ?? [])],
    visa: search.visa ?? [],
    workplaces: search.workplace ?? [],
    salaryMinEur: search.salary ?? null,
    salaryMaxEur: search.salarymax ?? null,
    skills: [...(search.skill ?? [])],
    skillsAny: [...(search.anyskill ?? [])],
    seniorities: search.level ?? [],
    roleFamilies: search.role ?? [],
    employmentTypes: search.type ?? [],
    sources: [...(search.source ?? [])],
    languages: [...(search.lang ?? [])],
    speaks: [...(search.speaks ?? [])],
    postedWithinDays: search.days ?? null,
    reachesPermit: search.permit === 'meets',
    isSponsorListed: search.sponsor === 'listed',
    openings: search.openings ?? 'open',
    mark: search.show ?? 'visible',
    sort: search.sort ?? 'newest',
    selectedId: search.job ?? null,
    searchId: search.search ?? null,
    newSince: search.since ?? null,
  }
}

export function toSearch(view: JobsView): JobsSearch {
  return readJobsSearch({
    q: view.text,
    country: view.countries,
    city: view.cities,
    visa: view.visa,
    workplace: view.workplaces,
    salary: view.salaryMinEur,
    salarymax: view.salaryMaxEur,
    skill: view.skills,
    anyskill: view.skillsAny,
    level: view.seniorities,
    role: view.roleFamilies,
    type: view.employmentTypes,
    source: view.sources,
    lang: view.languages,
    speaks: view.speaks,
    days: view.postedWithinDays,
    permit: view.reachesPermit ? 'meets' : undefined,
    sponsor: view.isSponsorListed ? 'listed' : undefined,
    openings: view.openings,
    show: view.mark,
    sort: view.sort,
    job: view.selectedId,
    search: view.searchId,
    since: view.newSince,
  })
}

/** The view that a saved search opens. Without `newSince` opening it is a look: what was new is marked, and then known. Pure. */
export function savedSearchView(
  search: { readonly id: number; readonly filter: JobFilter; readonly sort: JobsView['sort'] },
  newSince: number | null,
): JobsView {
  return { ...toView({}), ...search.filter, sort: search.sort, searchId: search.id, newSince }
}

/** The filter alone, as the contract wants it. */
export function toFilter(view: JobsView): JobFilter {
  const { sort: _sort, selectedId: _selectedId, searchId: _searchId, newSince: _newSince, ...filter } = view
  return filter
}

/** The same view with every filter off; what is shown (all, saved, hidden), the order and the open job stay. Pure. */
export function withoutFilters(view: JobsView): JobsView {
  const { mark, sort, selectedId } = view
  return { ...toView({}), mark, sort: sort === 'relevance' ? 'newest' : sort, selectedId }
}

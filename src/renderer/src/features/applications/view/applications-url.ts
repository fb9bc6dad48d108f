import { z } from 'zod'
import { APPLICATION_SORTS, applicationFilterSchema, type ApplicationFilter } from '#shared/applications.ts'
import { STAGES, stageSchema, type Stage } from '#shared/stages.ts'
import { addDays, dayStart } from './days.ts'

export const APPLICATION_VIEWS = ['board', 'table', 'calendar'] as const
export const CALENDAR_SPANS = ['month', 'week', 'agenda'] as const
export type CalendarSpan = (typeof CALENDAR_SPANS)[number]

/** Everything the applications screen shows follows from this. Days are ISO dates in the user's zone; `day` is the one that the
 *  calendar shows, null: today. */
export interface ApplicationsView {
  readonly view: (typeof APPLICATION_VIEWS)[number]
  readonly text: string
  readonly stages: readonly Stage[]
  readonly company: string
  readonly appliedFrom: string | null
  readonly appliedUntil: string | null
  readonly only: ApplicationFilter['only']
  readonly sort: (typeof APPLICATION_SORTS)[number]
  readonly isDescending: boolean
  readonly span: CalendarSpan
  readonly day: string | null
  /** The dialog for a new application is open. */
  readonly isAdding: boolean
}

/** The search part of the address; what has its default is absent. */
export interface ApplicationsSearch {
  readonly view?: 'table' | 'calendar'
  readonly q?: string
  readonly stage?: readonly Stage[]
  readonly company?: string
  readonly from?: string
  readonly until?: string
  readonly only?: 'due' | 'ghosted'
  readonly sort?: ApplicationsView['sort']
  readonly order?: 'up'
  readonly span?: 'week' | 'agenda'
  readonly day?: string
  readonly add?: 'open'
}

const words = z.union([z.string(), z.number().transform(String)]).pipe(z.string().trim().min(1).max(200))
const date = z.iso.date()

function one<T>(schema: z.ZodType<T>, raw: unknown): T | undefined {
  const result = schema.safeParse(Array.isArray(raw) ? raw[0] : raw)
  return result.success ? result.data : undefined
}

function stagesOf(raw: unknown): Stage[] | undefined {
  const items: unknown[] = Array.isArray(raw) ? raw : [raw]
  const found = STAGES.filter((stage) => items.some((item) => stageSchema.safeParse(item).data === stage))
  return found.length === 0 ? undefined : found
}

/** Reads any address; a parameter that does not fit, or says the default, is as good as absent. Never throws. Pure. */
export function readApplicationsSearch(raw: Readonly<Record<string, unknown>>): ApplicationsSearch {
  const found = {
    view: one(z.enum(['table', 'calendar']), raw['view']),
    q: one(words, raw['q']),
    stage: stagesOf(raw['stage']),
    company: one(words, raw['company']),
    from: one(date, raw['from']),
    until: one(date, raw['until']),
    only: one(z.enum(['due', 'ghosted']), raw['only']),
    sort: one(z.enum(APPLICATION_SORTS).exclude(['updatedAt']), raw['sort']),
    order: one(z.literal('up'), raw['order']),
    span: one(z.enum(['week', 'agenda']), raw['span']),
    day: one(date, raw['day']),
    add: one(z.literal('open'), raw['add']),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

export function toView(search: ApplicationsSearch): ApplicationsView {
  return {
    view: search.view ?? 'board',
    text: search.q ?? '',
    stages: search.stage ?? [],
    company: search.company ?? '',
    appliedFrom: search.from ?? null,
    appliedUntil: search.until ?? null,
    only: search.only ?? 'all',
    sort: search.sort ?? 'updatedAt',
    isDescending: search.order !== 'up',
    span: search.span ?? 'month',
    day: search.day ?? null,
    isAdding: search.add === 'open',
  }
}

export function toSearch(view: ApplicationsView): ApplicationsSearch {
  return readApplicationsSearch({
    view: view.view,
    q: view.text,
    stage: view.stages,
    company: view.company,
    from: view.appliedFrom,
    until: view.appliedUntil,
    only: view.only,
    sort: view.sort,
    order: view.isDescending ? undefined : 'up',
    span: view.span,
    day: view.day,
    add: view.isAdding ? 'open' : undefined,
  })
}

/** What the core is asked for: days become the instants at which they begin and end in the zone. Pure. */
export function toFilter(view: ApplicationsView, zone: string): ApplicationFilter {
  return applicationFilterSchema.parse({
    text: view.text,
    stages: view.stages,
    company: view.company,
    appliedFrom: view.appliedFrom === null ? null : dayStart(view.appliedFrom, zone),
    appliedUntil: view.appliedUntil === null ? null : dayStart(addDays(view.appliedUntil, 1), zone) - 1,
    only: view.only,
  })
}

const NO_FILTER = { text: '', stages: [], company: '', appliedFrom: null, appliedUntil: null, only: 'all' } as const

/** The same view with every filter off. Pure. */
export function withoutFilters(view: ApplicationsView): ApplicationsView {
  return { ...view, ...NO_FILTER }
}

import { JOB_SORTS, type JobFilter, jobFilterSchema, type JobSearchInput } from '#shared/jobs.ts'
import { type AlertRule, alertRuleSchema } from '#shared/searches.ts'
import type { SearchRow } from './searches.repo.ts'

/** A stored search as this version understands it. */
export interface StoredSearch {
  readonly id: number
  readonly name: string
  readonly filter: JobFilter
  readonly sort: JobSearchInput['sort']
  readonly isPinned: boolean
  readonly alert: AlertRule | null
  readonly lookedAt: number
  readonly createdAt: number
  readonly misfits: string[]
}

/** Reads what any version stored. What this one cannot read is left out and named in `misfits`; fields that came later have their
 *  defaults. Never throws. Pure. */
export function readStoredSearch(row: SearchRow): StoredSearch {
  const filter = readFilter(row.filter)
  const sort = JOB_SORTS.find((known) => known === row.sort)
  const alert = row.alert === null ? null : alertRuleSchema.safeParse(readJson(row.alert))
  return {
    id: row.id,
    name: row.name,
    filter: filter.filter,
    sort: sort ?? 'newest',
    isPinned: row.isPinned === 1,
    alert: alert?.success === true ? alert.data : null,
    lookedAt: row.lookedAt,
    createdAt: row.createdAt,
    misfits: [
      ...filter.misfits,
      ...(sort === undefined ? [`sort: ${row.sort}`] : []),
      ...(alert?.success === false ? ['alert'] : []),
    ],
  }
}

function readFilter(json: string): { filter: JobFilter; misfits: string[] } {
  const raw = readJson(json)
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { filter: jobFilterSchema.parse({}), misfits: ['filter'] }
  }
  const known: Record<string, unknown> = {}
  const misfits: string[] = []
  for (const [field, value] of Object.entries(raw)) {
    if (Object.hasOwn(jobFilterSchema.shape, field)) known[field] = value
    else misfits.push(field)
  }
  const whole = jobFilterSchema.safeParse(known)
  if (whole.success) return { filter: whole.data, misfits }
  for (const field of new Set(whole.error.issues.map(({ path }) => String(path[0])))) {
    const { value, dropped } = withoutMisfits(field, known[field])
    misfits.push(...dropped)
    if (value === undefined) delete known[field]
    else known[field] = value
  }
  return { filter: jobFilterSchema.parse(known), misfits }
}

/** Of a list what fits of it, of anything else nothing. */
function withoutMisfits(field: string, value: unknown): { value: unknown[] | undefined; dropped: string[] } {
  if (!Array.isArray(value)) return { value: undefined, dropped: [field] }
  const items: unknown[] = value
  const fits = (item: unknown) => jobFilterSchema.safeParse({ [field]: [item] }).success
  const kept = items.filter(fits)
  const dropped = items.filter((item) => !fits(item)).map((item) => `${field}: ${String(item)}`)
  if (!jobFilterSchema.safeParse({ [field]: kept }).success) return { value: undefined, dropped: [field] }
  return { value: kept, dropped: dropped.length === 0 ? [field] : dropped }
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

import { jobIdSchema, type JobId } from '#shared/ids.ts'
import { COMPARED_MAX } from '../selection/bulk.ts'

/** The search part of a comparison's address: `?ids=1&ids=2`, or `?ids=1,2` as people write it. */
export interface CompareSearch {
  readonly ids?: readonly JobId[]
}

/** The jobs to compare, each once, as many as fit. What is no id is left out. Pure. */
export function readCompareSearch(raw: Readonly<Record<string, unknown>>): CompareSearch {
  const items: unknown[] = Array.isArray(raw['ids']) ? raw['ids'] : [raw['ids']]
  const ids = items
    .flatMap((item) => (typeof item === 'string' ? item.split(',') : [item]))
    .flatMap((item) => {
      const parsed = jobIdSchema.safeParse(typeof item === 'string' && /^\d{1,15}$/.test(item) ? Number(item) : item)
      return parsed.success ? [parsed.data] : []
    })
  return ids.length === 0 ? {} : { ids: [...new Set(ids)].slice(0, COMPARED_MAX) }
}

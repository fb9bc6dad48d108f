import type { JobId } from '#shared/ids.ts'
import type { RecommendedJob } from '#shared/recommendations.ts'

type Row = { readonly job: Pick<RecommendedJob['job'], 'id'> }

/** Where a job stands in the list; null when it is not in it. Pure. */
export function placeOf(rows: readonly Row[], id: JobId | null): number | null {
  const place = id === null ? -1 : rows.findIndex(({ job }) => job.id === id)
  return place === -1 ? null : place
}

/** Who takes the place of a job that leaves the list: the next one, else the one before. Pure. */
export function neighbourOf(rows: readonly Row[], id: JobId): JobId | null {
  const place = placeOf(rows, id)
  if (place === null) return null
  return (rows[place + 1] ?? rows[place - 1])?.job.id ?? null
}

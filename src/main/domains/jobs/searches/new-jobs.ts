import { setImmediate as nextTurn } from 'node:timers/promises'
import type { JobFilter } from '#shared/jobs.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { JobsService } from '../jobs.service.ts'

/** Jobs that are looked at in one turn of the event loop. */
const AT_ONCE = 4_000

/** `ids`: what is found of the new jobs, ascending. `total`: all that is found. */
export interface NewJobsFound {
  readonly ids: readonly number[]
  readonly total: number
}

/** Finds what a filter finds of the jobs that were first seen after an instant (UTC ms), exactly; hands the event loop on between
 *  pieces, so that a profile full of new jobs holds nobody up. */
export type FindNewJobs = (filter: JobFilter, sinceMs: number) => Promise<NewJobsFound>

export function createNewJobsFinder(
  { raw }: Pick<Database, 'raw'>,
  { among, atOnce = AT_ONCE }: Pick<JobsService, 'among'> & { readonly atOnce?: number },
): FindNewJobs {
  const seenAfter = raw.prepare<[number, number, number], { id: number; firstSeenAt: number }>(
    `select id, first_seen_at as firstSeenAt from job where (first_seen_at, id) > (?, ?)
     order by first_seen_at, id limit ?`,
  )

  async function seenSince(sinceMs: number): Promise<Float64Array> {
    const ids: number[] = []
    let last = { firstSeenAt: sinceMs, id: Number.MAX_SAFE_INTEGER }
    for (;;) {
      const rows = seenAfter.all(last.firstSeenAt, last.id, atOnce)
      for (const { id } of rows) ids.push(id)
      last = rows.at(-1) ?? last
      if (rows.length < atOnce) return Float64Array.from(ids).sort()
      await nextTurn()
    }
  }

  return async (filter, sinceMs) => {
    const candidates = await seenSince(sinceMs)
    const ids: number[] = []
    for (let start = 0; ; start += atOnce) {
      const found = among(filter, [...candidates.subarray(start, start + atOnce)])
      for (const id of found.ids.toSorted((a, b) => a - b)) ids.push(id)
      if (start + atOnce >= candidates.length) return { ids, total: found.total }
      await nextTurn()
    }
  }
}

import type { Database } from '../../../infra/db/driver.ts'
import { type JobId, jobIdSchema } from '#shared/ids.ts'

const HOUR_MS = 3_600_000
const SLOTS_PER_HOUR = 65_536

/** First id of the hour in which `instant` lies. Pure. */
function firstIdOfHour(instant: number): number {
  return Math.max(Math.floor(instant / HOUR_MS), 1) * SLOTS_PER_HOUR
}

/** Gives out job ids that sort by the hour of posting. An hour that is full passes on to the next one. */
export function createJobIds(database: Database): (postedAt: number) => JobId {
  const newestOfHour = database.raw
    .prepare<[number, number], number | null>('select max(id) from job where id >= ? and id < ?')
    .pluck()
  return (postedAt) => {
    for (let first = firstIdOfHour(postedAt); ; first += SLOTS_PER_HOUR) {
      const newest = newestOfHour.get(first, first + SLOTS_PER_HOUR) ?? first - 1
      if (newest + 1 < first + SLOTS_PER_HOUR) return jobIdSchema.parse(newest + 1)
    }
  }
}

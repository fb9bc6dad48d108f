import type { JobFilter } from '#shared/jobs.ts'

const DAY_MS = 86_400_000

/** A job that a search finds, and when it came (UTC ms). */
export interface SeenJob {
  readonly id: number
  readonly firstSeenAt: number
  readonly postedAt: number | null
}

export interface DryRunDay {
  readonly dayStart: number
  readonly jobs: number
  readonly wouldTell: boolean
}

/** The filter as it is asked about the past: what is closed today was open then, and "posted in the last days" counts back from the
 *  day on which a job came, which `wasRecent` decides. Pure. */
export function filterOfThePast(filter: JobFilter): JobFilter {
  return { ...filter, postedWithinDays: null, openings: filter.openings === 'open' ? 'all' : filter.openings }
}

/** Whether a job was posted recently enough when it came. Pure. */
export function wasRecent(
  { firstSeenAt, postedAt }: SeenJob,
  postedWithinDays: JobFilter['postedWithinDays'],
): boolean {
  if (postedWithinDays === null || postedAt === null) return true
  return postedAt >= firstSeenAt - postedWithinDays * DAY_MS
}

/** The few that came last, newest first. One pass: there may be very many. Pure. */
export function newestOf(jobs: Iterable<SeenJob>, limit: number): SeenJob[] {
  let newest: SeenJob[] = []
  for (const job of jobs) {
    const last = newest.at(-1)
    if (newest.length === limit && last !== undefined && isNewer(last, job)) continue
    newest = [...newest, job].sort((a, b) => (isNewer(a, b) ? -1 : 1)).slice(0, limit)
  }
  return newest
}

function isNewer(a: SeenJob, b: SeenJob): boolean {
  return a.firstSeenAt === b.firstSeenAt ? a.id > b.id : a.firstSeenAt > b.firstSeenAt
}

/** The starts of the last days up to now, newest first, by the clock of this machine's time zone: days of a clock change are 23 or
 *  25 hours long. */
export function dayStarts(now: number, days: number): number[] {
  const day = new Date(now)
  return Array.from({ length: days }, (_, back) =>
    new Date(day.getFullYear(), day.getMonth(), day.getDate() - back).getTime(),
  )
}

/** What an alert would have told on each day, newest first. Jobs that were too few to be told of wait for the next day, as they do
 *  in earnest. `starts` newest first; jobs before the first day are left out. Pure. */
export function dryRunDays(jobs: readonly SeenJob[], starts: readonly number[], least: number): DryRunDay[] {
  const counts = starts.map(() => 0)
  for (const { firstSeenAt } of jobs) {
    const day = starts.findIndex((start) => firstSeenAt >= start)
    if (day !== -1) counts[day] = (counts[day] ?? 0) + 1
  }
  let waiting = 0
  return starts
    .map((dayStart, index) => ({ dayStart, jobs: counts[index] ?? 0 }))
    .toReversed()
    .map((day) => {
      waiting += day.jobs
      const wouldTell = day.jobs > 0 && waiting >= least
      if (wouldTell) waiting = 0
      return { ...day, wouldTell }
    })
    .toReversed()
}

import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '#shared/errors.ts'
import { jobIdSchema } from '#shared/ids.ts'
import type { JobFilter, JobListItem } from '#shared/jobs.ts'
import type { AlertRule, SavedSearch } from '#shared/searches.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { Log } from '../../../infra/log/log.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import type { JobsService } from '../jobs.service.ts'
import { readListItem } from '../search/list-items.ts'
import { type Alerts, createAlerts } from './alerts.ts'
import { dayStarts, type DryRunDay, dryRunDays, filterOfThePast, newestOf, type SeenJob, wasRecent } from './dry-run.ts'
import { createNewJobsFinder } from './new-jobs.ts'
import { createSearchesRepo, type SearchRow } from './searches.repo.ts'
import { readStoredSearch } from './stored-search.ts'
import { readTold, writeTold } from './told-jobs.ts'

const EXAMPLES = 5
/** Of what is put back: it is no news, and nobody is told of it again. */
const TOLD_LONG_AGO = 0
/** Searches taken away in this process that can be put back as they were. */
const REMOVED_KEPT = 20
/** Jobs whose dates are read in one turn of the event loop. */
const DATES_AT_ONCE = 4_000

type Kept = Omit<SavedSearch, 'fresh' | 'total' | 'alerted' | 'misfits'>
type Wish = Pick<Kept, Changeable>
type Change = Pick<Kept, 'id'> & { readonly [Field in Changeable]?: Kept[Field] | undefined }
type Changeable = 'name' | 'filter' | 'sort' | 'isPinned' | 'alert'

export interface SearchesService extends Alerts {
  /** Pinned ones first, each in the order in which they were made. */
  readonly list: () => Promise<SavedSearch[]>
  readonly create: (wish: Wish) => Promise<SavedSearch>
  /** Throws NOT_FOUND, as do remove and look. A new filter clears what did not fit. */
  readonly update: (change: Change) => Promise<SavedSearch>
  readonly remove: (id: number) => Promise<SavedSearch>
  /** Puts a search back under its id: one that this process removed exactly as it was, with what its alert had told of. */
  readonly restore: (search: Kept) => Promise<SavedSearch>
  readonly look: (id: number) => Promise<{ search: SavedSearch; lookedBefore: number }>
  /** What a filter finds of the jobs first seen after an instant (UTC ms), and the newest `limit` of them. */
  readonly newSince: (asked: {
    filter: JobFilter
    since: number
    limit: number
  }) => Promise<{ total: number; jobs: JobListItem[] }>
  readonly dryRun: (asked: {
    filter: JobFilter
    alert: AlertRule
    days: number
  }) => Promise<{ days: DryRunDay[]; examples: JobListItem[] }>
}

export interface SearchesServiceOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly jobs: Pick<JobsService, 'among'>
  readonly isLeader: () => boolean
  readonly isRunActive: () => boolean
  /** After the commit. */
  readonly onChange: () => void
}

/** Searches that the user keeps, what is new in them, and their alerts. */
export function createSearchesService(options: SearchesServiceOptions): SearchesService {
  const { database, clock, onChange } = options
  const repo = createSearchesRepo(database)
  const findNew = createNewJobsFinder(database, options.jobs)
  const alerts = createAlerts({ ...options, repo, findNew, onTold: onChange })
  const removed = new Map<number, { readonly row: SearchRow; readonly told: ReadonlySet<number> }>()
  const dates = database.raw.prepare<[string], SeenJob>(
    `select id, first_seen_at as firstSeenAt, posted_at as postedAt from job
     where id in (select value from json_each(?))`,
  )

  function existing(id: number): SearchRow {
    const row = repo.find(id)
    if (row === null) throw new AppError('NOT_FOUND', { entity: 'search', id: String(id) })
    return row
  }

  async function view(row: SearchRow): Promise<SavedSearch> {
    const search = readStoredSearch(row)
    const { ids, total } = await findNew(search.filter, search.lookedAt)
    const told = search.alert === null || ids.length === 0 ? null : await readTold(repo, row.id)
    return { ...search, total, fresh: ids.length, alerted: ids.filter((id) => told?.has(id)).length }
  }

  /** Writes, tells, and answers with what is stored then. */
  function changed(write: () => SearchRow): Promise<SavedSearch> {
    const row = database.write(write)
    onChange()
    return view(row)
  }

  function itemsOf(ids: readonly number[]): JobListItem[] {
    return ids.map((id) => readListItem(database, jobIdSchema.parse(id))).filter((item) => item !== null)
  }

  async function seen(ids: readonly number[]): Promise<SeenJob[]> {
    const jobs: SeenJob[] = []
    for (let start = 0; start < ids.length; start += DATES_AT_ONCE) {
      for (const job of dates.all(JSON.stringify(ids.slice(start, start + DATES_AT_ONCE)))) jobs.push(job)
      await nextTurn()
    }
    return jobs
  }

  return {
    ...alerts,
    list: async () => {
      const searches: SavedSearch[] = []
      for (const row of repo.all()) {
        searches.push(await view(row))
        await nextTurn()
      }
      return searches
    },
    create: (wish) =>
      changed(() => {
        const now = clock.now()
        return existing(repo.insert(toRow({ ...wish, lookedAt: now, createdAt: now })))
      }),
    update: ({ id, name, filter, sort, isPinned, alert }) =>
      changed(() => {
        const row = existing(id)
        repo.put({
          ...row,
          ...(name === undefined ? {} : { name }),
          ...(filter === undefined ? {} : { filter: JSON.stringify(filter), sort: readStoredSearch(row).sort }),
          ...(sort === undefined ? {} : { sort }),
          ...(isPinned === undefined ? {} : { isPinned: isPinned ? 1 : 0 }),
          ...(alert === undefined ? {} : { alert: alert === null ? null : JSON.stringify(alert) }),
        })
        return existing(id)
      }),
    remove: async (id) => {
      const search = await view(existing(id))
      const told = await readTold(repo, id)
      database.write(() => {
        removed.delete(id)
        removed.set(id, { row: existing(id), told })
        repo.remove(id)
      })
      for (const oldest of [...removed.keys()].slice(0, -REMOVED_KEPT)) removed.delete(oldest)
      onChange()
      return search
    },
    restore: async (search) => {
      const { id } = search
      const { row, told } = removed.get(id) ?? { row: { id, ...toRow(search) }, told: new Set<number>() }
      removed.delete(id)
      // Without its rule until it knows again what was told: an alert that looks meanwhile would tell anew.
      database.write(() => repo.put({ ...row, alert: null }))
      await writeTold(
        { database, repo },
        { searchId: id, jobIds: [...told], toldAt: TOLD_LONG_AGO, isMeant: () => repo.find(id) !== null },
      )
      return changed(() => {
        repo.put(row)
        return existing(id)
      })
    },
    look: async (id) => {
      const { lookedAt: lookedBefore } = existing(id)
      const search = await changed(() => {
        repo.put({ ...existing(id), lookedAt: Math.max(clock.now(), lookedBefore) })
        return existing(id)
      })
      return { search, lookedBefore }
    },
    newSince: async ({ filter, since, limit }) => {
      const { ids } = await findNew(filter, since)
      return { total: ids.length, jobs: itemsOf(ids.toReversed().slice(0, limit)) }
    },
    dryRun: async ({ filter, alert, days }) => {
      const starts = dayStarts(clock.now(), days)
      const { ids } = await findNew(filterOfThePast(filter), (starts.at(-1) ?? clock.now()) - 1)
      const jobs = (await seen(ids)).filter((job) => wasRecent(job, filter.postedWithinDays))
      return {
        days: dryRunDays(jobs, starts, alert.least),
        examples: itemsOf(newestOf(jobs, EXAMPLES).map(({ id }) => id)),
      }
    },
  }
}

function toRow({ name, filter, sort, isPinned, alert, lookedAt, createdAt }: Omit<Kept, 'id'>): Omit<SearchRow, 'id'> {
  return {
    name,
    sort,
    lookedAt,
    createdAt,
    filter: JSON.stringify(filter),
    isPinned: isPinned ? 1 : 0,
    alert: alert === null ? null : JSON.stringify(alert),
  }
}

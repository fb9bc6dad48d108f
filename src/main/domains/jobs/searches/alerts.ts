import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from '../../../infra/db/driver.ts'
import type { Log } from '../../../infra/log/log.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import type { FindNewJobs } from './new-jobs.ts'
import type { SearchesRepo } from './searches.repo.ts'
import { readStoredSearch, type StoredSearch } from './stored-search.ts'
import { readTold, writeTold } from './told-jobs.ts'

export interface AlertsOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly repo: SearchesRepo
  readonly findNew: FindNewJobs
  readonly isLeader: () => boolean
  readonly isRunActive: () => boolean
  /** After the commit, when anything was told. */
  readonly onTold: () => void
}

export interface Alerts {
  /** Jobs are different: there may be something to tell at the next tick. */
  readonly jobsChanged: () => void
  /** Called by the process that leads, at every tick. Begins to look when jobs have changed and no run is going on. */
  readonly tick: () => void
  /** Resolves when nothing is looked at any more. */
  readonly stop: () => Promise<void>
}

/** Tells of new jobs by the alerts of saved searches, each job once for a search. What came while no process was there is told of
 *  after the next start. */
export function createAlerts(options: AlertsOptions): Alerts {
  const { clock, log, repo, findNew, isLeader, onTold } = options
  let isDue = true
  let isStopped = false
  let looking: Promise<void> | null = null

  /** The user may have looked, or changed it, while the jobs were found; and this process may have to stop. */
  function isMeant(search: StoredSearch): boolean {
    const row = repo.find(search.id)
    return !isStopped && isLeader() && row !== null && JSON.stringify(readStoredSearch(row)) === JSON.stringify(search)
  }

  /** Whether anything was told. */
  async function look(search: StoredSearch, least: number): Promise<boolean> {
    const { ids } = await findNew(search.filter, search.lookedAt)
    if (isStopped) return false
    const told = await readTold(repo, search.id)
    const jobIds = ids.filter((id) => !told.has(id))
    if (jobIds.length < least) return false
    const news = { searchId: search.id, jobIds, toldAt: clock.now(), isMeant: () => isMeant(search) }
    const hasTold = await writeTold(options, news)
    // It was changed meanwhile: as it is now, it is looked at with the next tick.
    if (!hasTold) isDue = true
    return hasTold
  }

  async function lookAtAll(): Promise<void> {
    let hasTold = false
    for (const row of repo.all()) {
      const search = readStoredSearch(row)
      if (search.alert === null || search.misfits.length > 0) continue
      if (await look(search, search.alert.least)) hasTold = true
      await nextTurn()
      if (isStopped) return
    }
    if (hasTold) onTold()
  }

  return {
    jobsChanged: () => {
      isDue = true
    },
    tick: () => {
      if (!isDue || isStopped || looking !== null || options.isRunActive()) return
      isDue = false
      looking = lookAtAll()
        .catch((error: unknown) => log.error({ err: error }, 'the alerts of saved searches could not be looked at'))
        .finally(() => {
          looking = null
        })
    },
    stop: async () => {
      isStopped = true
      await looking
    },
  }
}

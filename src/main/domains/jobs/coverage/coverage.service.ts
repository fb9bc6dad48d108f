import type { Coverage } from '#shared/coverage.ts'
import type { SourceId } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import { countCoverage } from './count-coverage.ts'
import { readOpenJobs } from './open-jobs.ts'

/** During a run the data changes ten times a second: no more than this share of the time goes into counting it again. */
const SHARE_OF_TIME = 0.05

export interface CoverageService {
  /** What the open jobs cover, counted from the data. Takes one to two seconds at half a million jobs, in small parts; kept until
   *  the data changes, and then for some moments more. */
  readonly get: () => Promise<Coverage>
}

export interface CoverageOptions {
  readonly database: Database
  readonly clock: Clock
  readonly sourceName: (id: SourceId) => string
}

export function createCoverageService({ database, clock, sourceName }: CoverageOptions): CoverageService {
  const ownChanges = database.raw.prepare<[], number>('select total_changes()').pluck()
  let kept: { readonly version: string; readonly coverage: Coverage; readonly freshUntilMs: number } | null = null
  let counting: Promise<Coverage> | null = null

  /** Changes with every commit of this process or another one. */
  function versionOfData(): string {
    return `${String(database.raw.pragma('data_version', { simple: true }))}/${ownChanges.get()}`
  }

  async function count(version: string): Promise<Coverage> {
    const startedMs = performance.now()
    const coverage = await countCoverage(await readOpenJobs(database), { now: clock.now(), sourceName })
    const endedMs = performance.now()
    kept = { version, coverage, freshUntilMs: endedMs + (endedMs - startedMs) / SHARE_OF_TIME }
    return coverage
  }

  return {
    get: () => {
      const version = versionOfData()
      const isGood = kept !== null && (kept.version === version || performance.now() < kept.freshUntilMs)
      if (kept !== null && isGood) return Promise.resolve(kept.coverage)
      counting ??= count(version).finally(() => {
        counting = null
      })
      return counting
    },
  }
}

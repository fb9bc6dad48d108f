import type { Coverage, DataQuality } from '#shared/coverage.ts'
import type { SourceId } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import { countCoverage } from './count-coverage.ts'
import { countFacts } from './count-facts.ts'
import { readOpenJobs } from './open-jobs.ts'

/** During a run the data changes ten times a second: no more than this share of the time goes into counting it again. */
const SHARE_OF_TIME = 0.05

/** Counted from the data. Takes one to two seconds at half a million jobs, in small parts; kept until the data changes, and then for
 *  some moments more. */
export interface CoverageService {
  /** What the open jobs cover. */
  readonly get: () => Promise<Coverage>
  /** How well the postings are read. */
  readonly quality: () => Promise<DataQuality>
}

export interface CoverageOptions {
  readonly database: Database
  readonly clock: Clock
  readonly sourceName: (id: SourceId) => string
}

interface Counted {
  readonly coverage: Coverage
  readonly quality: DataQuality
}

export function createCoverageService({ database, clock, sourceName }: CoverageOptions): CoverageService {
  const ownChanges = database.raw.prepare<[], number>('select total_changes()').pluck()
  let kept: { readonly version: string; readonly counted: Counted; readonly freshUntilMs: number } | null = null
  let counting: Promise<Counted> | null = null

  /** Changes with every commit of this process or another one. */
  function versionOfData(): string {
    return `${String(database.raw.pragma('data_version', { simple: true }))}/${ownChanges.get()}`
  }

  async function count(version: string): Promise<Counted> {
    const startedMs = performance.now()
    const jobs = await readOpenJobs(database)
    const options = { now: clock.now(), sourceName }
    const counted = {
      coverage: await countCoverage(jobs, options),
      quality: await countFacts(database, jobs, options),
    }
    const endedMs = performance.now()
    kept = { version, counted, freshUntilMs: endedMs + (endedMs - startedMs) / SHARE_OF_TIME }
    return counted
  }

  function counted(): Promise<Counted> {
    const version = versionOfData()
    const isGood = kept !== null && (kept.version === version || performance.now() < kept.freshUntilMs)
    if (kept !== null && isGood) return Promise.resolve(kept.counted)
    counting ??= count(version).finally(() => {
      counting = null
    })
    return counting
  }

  return {
    get: async () => (await counted()).coverage,
    quality: async () => (await counted()).quality,
  }
}

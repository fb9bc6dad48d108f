import type { Coverage, DataQuality } from '#shared/coverage.ts'
import type { SourceId } from '#shared/ids.ts'
import { createCounted } from '../../../infra/db/counted.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import { countCoverage } from './count-coverage.ts'
import { countFacts } from './count-facts.ts'
import { readOpenJobs } from './open-jobs.ts'

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

export function createCoverageService({ database, clock, sourceName }: CoverageOptions): CoverageService {
  const counted = createCounted(database, async () => {
    const jobs = await readOpenJobs(database)
    const options = { now: clock.now(), sourceName }
    return {
      coverage: await countCoverage(jobs, options),
      quality: await countFacts(database, jobs, options),
    }
  })
  return {
    get: async () => (await counted()).coverage,
    quality: async () => (await counted()).quality,
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises'
import { jobIdSchema } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { JobParts } from '../pipeline/job-parts.ts'

/** Jobs written to the index in one transaction: some 10 ms. */
const AT_ONCE = 20

export interface CompanyIndexerOptions {
  readonly database: Database
  readonly parts: JobParts
  /** After the last commit. */
  readonly onIndexed: () => void
}

/** Writes the jobs of companies to the index anew, in steps: whether they are listed as a sponsor has changed. */
export function createCompanyIndexer(
  options: CompanyIndexerOptions,
): (companyKeys: readonly string[]) => Promise<void> {
  const { database, parts, onIndexed } = options
  const jobsOf = database.raw.prepare<[string], number>('select id from job where company_key = ? order by id').pluck()
  return async (companyKeys) => {
    for (const companyKey of companyKeys) {
      const jobIds = jobsOf.all(companyKey).map((id) => jobIdSchema.parse(id))
      for (let at = 0; at < jobIds.length; at += AT_ONCE) {
        database.write(() => parts.jobs.indexAgain(jobIds.slice(at, at + AT_ONCE)))
        await nextTurn()
      }
    }
    onIndexed()
  }
}

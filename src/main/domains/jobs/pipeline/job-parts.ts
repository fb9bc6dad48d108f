import type { Database } from '../../../infra/db/driver.ts'
import { BUNDLED_RATES, type ExchangeRates } from '../../../infra/money/exchange-rates.ts'
import { createJobTables, type JobTables } from './job-tables.ts'
import { createPostingTables, type PostingTables } from './posting-tables.ts'
import { createJobReading, type JobReading } from './reading.ts'

/** The tables of jobs and postings, and the one way in which the facts of a job come about. */
export interface JobParts {
  readonly jobs: JobTables
  readonly postings: PostingTables
  readonly reading: JobReading
  /** What pay is reckoned with today. */
  readonly rates: () => ExchangeRates
}

export function createJobParts(database: Database, rates: () => ExchangeRates = () => BUNDLED_RATES): JobParts {
  const jobs = createJobTables(database, rates)
  const postings = createPostingTables(database)
  return { jobs, postings, reading: createJobReading({ database, jobs, postings, rates }), rates }
}

import type { Database } from '../../../infra/db/driver.ts'
import { createJobTables, type JobTables } from './job-tables.ts'
import { createPostingTables, type PostingTables } from './posting-tables.ts'
import { createJobReading, type JobReading } from './reading.ts'

/** The tables of jobs and postings, and the one way in which the facts of a job come about. */
export interface JobParts {
  readonly jobs: JobTables
  readonly postings: PostingTables
  readonly reading: JobReading
}

export function createJobParts(database: Database): JobParts {
  const jobs = createJobTables(database)
  const postings = createPostingTables(database)
  return { jobs, postings, reading: createJobReading({ database, jobs, postings }) }
}

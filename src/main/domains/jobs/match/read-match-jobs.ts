import type { JobFacts } from '#shared/facts.ts'
import type { Database, SqliteStatement } from '../../../infra/db/driver.ts'
import { parseFacts } from '../facts-json.ts'
import { countriesOf } from '../pipeline/job-columns.ts'
import { createListedIn } from '../sponsors/listed-in.ts'
import { type PostingWords, readPostingWords } from './posting-words.ts'

/** A job as profiles are compared with it. Instants are UTC ms; `registers` are the sponsor registers that list its employer. */
export interface MatchJob {
  readonly id: number
  readonly title: string
  readonly company: string
  readonly companyKey: string
  readonly facts: JobFacts
  readonly postedAt: number | null
  readonly firstSeenAt: number
  readonly closedAt: number | null
  readonly words: PostingWords
  readonly registers: readonly string[]
}

interface Row {
  readonly id: number
  readonly title: string
  readonly company: string
  readonly companyKey: string
  readonly facts: string
  readonly description: string
  readonly postedAt: number | null
  readonly firstSeenAt: number
  readonly closedAt: number | null
}

export interface ReadOptions {
  /** Registers are looked up, which costs more than all the rest; else there are none. */
  readonly withRegisters: boolean
}

/** Reads jobs in the order of the ids (ascending is the order on disk); ids without a job are left out. About 0.05 ms a job. */
export function createMatchJobReader(database: Database): (ids: readonly number[], options: ReadOptions) => MatchJob[] {
  const listedIn = createListedIn(database)
  const some: SqliteStatement<[string], Row> = database.raw.prepare(
    `select j.id, j.title, j.company, j.company_key as companyKey, t.facts, t.description_text as description,
     j.posted_at as postedAt, j.first_seen_at as firstSeenAt, j.closed_at as closedAt
     from json_each(?) asked cross join job j on j.id = asked.value join job_text t on t.job_id = j.id order by asked.key`,
  )
  return (ids, { withRegisters }) =>
    some.all(JSON.stringify(ids)).map(({ description, ...job }) => {
      const facts = parseFacts(job.facts)
      return {
        ...job,
        facts,
        words: readPostingWords(description),
        registers: withRegisters ? listedIn(job.companyKey, countriesOf(facts.places)) : [],
      }
    })
}

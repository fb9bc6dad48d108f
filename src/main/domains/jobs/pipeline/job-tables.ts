import type { JobFacts } from '#shared/facts.ts'
import type { JobId } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { ExchangeRates } from '../../../infra/money/exchange-rates.ts'
import { signatureToBuffer } from '../dedup/signature.ts'
import { parseFacts } from '../facts-json.ts'
import { filterTokens, permitTokens } from '../search/filter-tokens.ts'
import { indexJobs, type IndexRow } from '../search/job-index.ts'
import { countriesOf, factColumns, placeWords } from './job-columns.ts'
import { createMatchedIn } from '../sponsors/listed-in.ts'
import { createJobIds } from './job-id.ts'
import type { PreparedPosting } from './prepare.ts'

type JobContent = Pick<PreparedPosting, 'posting' | 'facts' | 'incoming'>

interface IndexSource {
  id: number
  closedAt: number | null
  title: string
  company: string
  companyKey: string
  body: string
  facts: string
}

const JOB_FIELDS = [
  'title',
  'company',
  'title_key',
  'company_key',
  'place_key',
  'fingerprint',
  'country_code',
  'city',
  'workplace',
  'visa',
  'seniority',
  'role_family',
  'employment_type',
  'language',
  'salary_eur_min',
  'salary_eur_max',
  'posted_at',
  'closes_at',
  'reader_version',
  'skill_count',
] as const
type JobRow = Record<(typeof JOB_FIELDS)[number], string | number | null>

const FACT_FIELDS = JOB_FIELDS.filter((field) => !/^(title|company|posted_at|fingerprint)|_key$/.test(field))

/** The tables job and job_text, and the job's row in the index, whose permits are reckoned with `rates`. Every method belongs into a
 *  write transaction. */
export function createJobTables(database: Database, rates: () => ExchangeRates) {
  const { raw } = database
  const nextId = createJobIds(database)
  const matchedIn = createMatchedIn(database)
  const insertJob = raw.prepare<JobRow & { id: number; now: number }>(
    `insert into job (id, first_seen_at, last_seen_at, ${JOB_FIELDS.join(', ')})
     values (@id, @now, @now, ${JOB_FIELDS.map((field) => `@${field}`).join(', ')})`,
  )
  // The id holds the hour of posting, and search relies on it: the date stays with the id.
  const updateJob = raw.prepare<JobRow & { id: number }>(
    `update job set ${JOB_FIELDS.filter((field) => field !== 'posted_at')
      .map((field) => `${field} = @${field}`)
      .join(', ')} where id = @id`,
  )
  const updateJobFacts = raw.prepare<Record<string, string | number | null>>(
    `update job set ${FACT_FIELDS.map((field) => `${field} = @${field}`).join(', ')} where id = @id`,
  )
  const insertText = raw.prepare<[number, string, string, string, Buffer]>(
    'insert into job_text (job_id, description_html, description_text, facts, signature) values (?, ?, ?, ?, ?)',
  )
  const updateText = raw.prepare<[string, string, string, Buffer, number]>(
    `update job_text set description_html = ?, description_text = ?, facts = ?, signature = ? where job_id = ?`,
  )
  const updateFacts = raw.prepare<[string, number]>('update job_text set facts = ? where job_id = ?')
  const markRead = raw.prepare<[number, number]>('update job set reader_version = ? where id = ?')
  const selectFacts = raw.prepare<[number], string>('select facts from job_text where job_id = ?').pluck()
  const seeJob = raw.prepare<[number, number]>('update job set last_seen_at = max(last_seen_at, ?) where id = ?')
  const repeats = raw.prepare<[number, number]>('update job set repost_of = ? where id = ?')
  const openJob = raw.prepare<[number]>('update job set closed_at = null where id = ? and closed_at is not null')
  const indexSource = raw.prepare<[number], IndexSource>(
    `select job.id, job.closed_at as closedAt, job.title, job.company, job.company_key as companyKey, job_text.description_text as body, job_text.facts
     from job join job_text on job_text.job_id = job.id where job.id = ?`,
  )
  const locationsOf = raw
    .prepare<[number], string>('select distinct location from posting where job_id = ? and location is not null')
    .pluck()
  const sourcesOf = raw.prepare<[number], string>('select distinct source_id from posting where job_id = ?').pluck()

  function indexRow(jobId: JobId): IndexRow[] {
    const row = indexSource.get(jobId)
    if (row === undefined) return []
    const facts = parseFacts(row.facts)
    const filters = filterTokens({
      facts,
      sources: sourcesOf.all(jobId),
      isClosed: row.closedAt !== null,
      registers: matchedIn({
        company: row.company,
        companyKey: row.companyKey,
        countries: countriesOf(facts.places),
      }),
    })
    return [
      {
        id: row.id,
        title: row.title,
        company: row.company,
        place: placeWords(facts.places, locationsOf.all(jobId)),
        body: row.body,
        filters: `${filters} ${permitTokens(facts, rates())}`.trimEnd(),
      },
    ]
  }

  return {
    insertJob: (item: JobContent, now: number): JobId => {
      const id = nextId(item.posting.postedAt ?? now)
      insertJob.run({ ...jobRow(item), id, now })
      const { descriptionHtml, descriptionText } = item.posting
      insertText.run(
        id,
        descriptionHtml,
        descriptionText,
        JSON.stringify(item.facts),
        signatureToBuffer(item.incoming.signature),
      )
      return id
    },
    /** The job again, from a changed posting. Its id, its date, and with them its place in the list, stay. */
    rewriteJob: (jobId: JobId, item: JobContent): void => {
      updateJob.run({ ...jobRow(item), id: jobId })
      const { descriptionHtml, descriptionText } = item.posting
      updateText.run(
        descriptionHtml,
        descriptionText,
        JSON.stringify(item.facts),
        signatureToBuffer(item.incoming.signature),
        jobId,
      )
    },
    rewriteFacts: (jobId: JobId, facts: JobFacts): void => {
      updateJobFacts.run({ ...factColumns(facts), id: jobId })
      updateFacts.run(JSON.stringify(facts), jobId)
    },
    /** Its facts count as read by this reader, although they stay as they were. */
    markRead: (jobId: JobId, readerVersion: number): void => {
      markRead.run(readerVersion, jobId)
    },
    readFacts: (jobId: JobId): JobFacts | null => {
      const facts = selectFacts.get(jobId)
      return facts === undefined ? null : parseFacts(facts)
    },
    seeJob: (jobId: JobId, now: number): void => {
      seeJob.run(now, jobId)
    },
    /** The job is posted again after an earlier one of the same opening was over. */
    repeats: (jobId: JobId, earlier: JobId): void => {
      repeats.run(earlier, jobId)
    },
    /** A job is open as long as one of its postings is; true when it was closed until now. */
    openJob: (jobId: JobId): boolean => openJob.run(jobId).changes === 1,
    /** Brings the index up to date with what the tables say about these jobs. */
    indexAgain: (jobIds: readonly JobId[]): void => {
      indexJobs(database, jobIds.flatMap(indexRow))
    },
  }
}

function jobRow(item: JobContent): JobRow {
  const { posting, facts, incoming } = item
  return {
    ...factColumns(facts),
    title: posting.title,
    company: posting.company,
    title_key: incoming.titleKey,
    company_key: incoming.companyKey,
    place_key: incoming.placeKey,
    fingerprint: incoming.fingerprint,
    posted_at: posting.postedAt,
  }
}

export type JobTables = ReturnType<typeof createJobTables>

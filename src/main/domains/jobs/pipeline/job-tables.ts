import type { JobFacts } from '#shared/facts.ts'
import type { JobId } from '#shared/ids.ts'
import type { DEDUP_LAYERS } from '#shared/jobs.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { NormalisedPosting } from '../posting.ts'
import { signatureToBuffer } from '../dedup/signature.ts'
import { filterTokens } from '../search/filter-tokens.ts'
import { indexJobs, type IndexRow } from '../search/job-index.ts'
import { factColumns, placeWords } from './job-columns.ts'
import { createJobIds } from './job-id.ts'
import type { PreparedPosting } from './prepare.ts'

type Layer = (typeof DEDUP_LAYERS)[number]

export interface KnownPosting {
  readonly id: number
  readonly jobId: JobId
  readonly contentHash: string
  readonly layer: Layer
  readonly firstSeenAt: number
  readonly closedAt: number | null
}

interface NewLink {
  readonly jobId: JobId
  readonly layer: Layer
  readonly reason: string
  readonly posting: NormalisedPosting
  /** Null for the posting that opens the job. */
  readonly facts: JobFacts | null
  /** The full list that it stands on; null on a source without full lists. */
  readonly scope: string | null
  readonly now: number
}

interface IndexSource {
  id: number
  closedAt: number | null
  title: string
  company: string
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
] as const
type JobRow = Record<(typeof JOB_FIELDS)[number], string | number | null>

const FACT_FIELDS = JOB_FIELDS.filter((field) => !/^(title|company|posted_at|fingerprint)|_key$/.test(field))

/** The tables job, job_text and posting, and the job's row in the index. Every method belongs into a write transaction. */
export function createJobTables(database: Database) {
  const { raw } = database
  const nextId = createJobIds(database)
  const findPosting = raw.prepare<[string, string], KnownPosting>(
    `select id, job_id as jobId, content_hash as contentHash, layer, first_seen_at as firstSeenAt,
       closed_at as closedAt from posting
     where source_id = ? and source_posting_id = ?`,
  )
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
  const selectFacts = raw.prepare<[number], string>('select facts from job_text where job_id = ?').pluck()
  const insertPosting = raw.prepare(
    `insert into posting (job_id, source_id, source_posting_id, url, canonical_url, title, company, location, requisition_id,
       content_hash, layer, reason, facts, scope, first_seen_at, last_seen_at)
     values (@jobId, @sourceId, @sourcePostingId, @url, @canonicalUrl, @title, @company, @location, @requisitionId,
       @contentHash, @layer, @reason, @facts, @scope, @now, @now)`,
  )
  const updatePosting = raw.prepare(
    `update posting set url = @url, canonical_url = @canonicalUrl, title = @title, company = @company, location = @location,
       requisition_id = @requisitionId, content_hash = @contentHash, facts = @facts where id = @id`,
  )
  const mergedFacts = raw
    .prepare<[number], string>('select facts from posting where job_id = ? and facts is not null order by id')
    .pluck()
  const touchPosting = raw.prepare<[number, string | null, number]>(
    'update posting set last_seen_at = ?, scope = coalesce(?, scope), closed_at = null where id = ?',
  )
  const seeJob = raw.prepare<[number, number]>('update job set last_seen_at = max(last_seen_at, ?) where id = ?')
  const openJob = raw.prepare<[number]>('update job set closed_at = null where id = ? and closed_at is not null')
  const indexSource = raw.prepare<[number], IndexSource>(
    `select job.id, job.closed_at as closedAt, job.title, job.company, job_text.description_text as body, job_text.facts
     from job join job_text on job_text.job_id = job.id where job.id = ?`,
  )
  const locationsOf = raw
    .prepare<[number], string>('select distinct location from posting where job_id = ? and location is not null')
    .pluck()
  const sourcesOf = raw.prepare<[number], string>('select distinct source_id from posting where job_id = ?').pluck()

  function indexRow(jobId: JobId): IndexRow[] {
    const row = indexSource.get(jobId)
    if (row === undefined) return []
    const facts = JSON.parse(row.facts) as JobFacts
    return [
      {
        id: row.id,
        title: row.title,
        company: row.company,
        place: placeWords(facts.places, locationsOf.all(jobId)),
        body: row.body,
        filters: filterTokens({ facts, sources: sourcesOf.all(jobId), isClosed: row.closedAt !== null }),
      },
    ]
  }

  return {
    findPosting: (sourceId: string, sourcePostingId: string): KnownPosting | null =>
      findPosting.get(sourceId, sourcePostingId) ?? null,
    insertJob: (item: PreparedPosting, now: number): JobId => {
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
    rewriteJob: (jobId: JobId, item: PreparedPosting): void => {
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
    readFacts: (jobId: JobId): JobFacts | null => {
      const facts = selectFacts.get(jobId)
      return facts === undefined ? null : (JSON.parse(facts) as JobFacts)
    },
    insertPosting: (link: NewLink): void => {
      insertPosting.run({ ...postingRow(link), ...pick(link) })
    },
    updatePosting: (id: number, said: Pick<NewLink, 'posting' | 'facts'>): void => {
      updatePosting.run({ ...postingRow(said), id })
    },
    /** What the postings that joined a job state, in the order in which they joined. */
    mergedFacts: (jobId: JobId): JobFacts[] => mergedFacts.all(jobId).map((text) => JSON.parse(text) as JobFacts),
    /** The posting is there now; seen without its list, it stays on it. */
    touch: (seen: { postingId: number; jobId: JobId; scope: string | null; now: number }): void => {
      touchPosting.run(seen.now, seen.scope, seen.postingId)
      seeJob.run(seen.now, seen.jobId)
    },
    seeJob: (jobId: JobId, now: number): void => {
      seeJob.run(now, jobId)
    },
    /** A job is open as long as one of its postings is; true when it was closed until now. */
    openJob: (jobId: JobId): boolean => openJob.run(jobId).changes === 1,
    /** Brings the index up to date with what the tables say about these jobs. */
    indexAgain: (jobIds: readonly JobId[]): void => {
      indexJobs(database, jobIds.flatMap(indexRow))
    },
  }
}

function pick({ jobId, layer, reason, scope, now }: NewLink) {
  return { jobId, layer, reason, scope, now }
}

function postingRow({ posting, facts }: Pick<NewLink, 'posting' | 'facts'>) {
  const { sourceId, sourcePostingId, url, canonicalUrl, title, company, requisitionId, contentHash } = posting
  const location = posting.locations.length > 0 ? posting.locations.join('; ') : null
  return {
    sourceId,
    sourcePostingId,
    url,
    canonicalUrl,
    title,
    company,
    requisitionId,
    contentHash,
    location,
    facts: facts === null ? null : JSON.stringify(facts),
  }
}

function jobRow(item: PreparedPosting): JobRow {
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

import { type JobId, jobIdSchema } from '#shared/ids.ts'
import type { JobDetail, PostingLink } from '#shared/jobs.ts'
import type { Database, SqliteStatement } from '#main/infra/db/driver.ts'
import { parseFacts } from '../facts-json.ts'
import { countriesOf } from '../pipeline/job-columns.ts'
import { createSponsorsOf } from '../sponsors/listed-in.ts'
import { readListItem } from './list-items.ts'

interface TextRow {
  readonly facts: string
  readonly descriptionHtml: string
  readonly descriptionText: string
  readonly lastSeenAt: number
  readonly hideReason: string | null
  readonly companyKey: string
}

interface RepostedRow {
  readonly id: number
  readonly lastSeenAt: number
  readonly closedAt: number | null
}

interface DetailStatements {
  readonly text: SqliteStatement<[number], TextRow>
  readonly postings: SqliteStatement<[number], Omit<PostingLink, 'sourceName'>>
  readonly reposted: SqliteStatement<[number], RepostedRow>
  readonly sponsorsOf: ReturnType<typeof createSponsorsOf>
}

const statementsByDatabase = new WeakMap<Database, DetailStatements>()

/** Everything about one job: its text, what was read out of it, and every posting it was made of in the order in which
 *  they came. `sourceName` turns a source's id into its name. Null when there is no job with this id. */
export function readJobDetail(db: Database, id: JobId, sourceName: (sourceId: string) => string): JobDetail | null {
  const { text, postings, reposted, sponsorsOf } = statementsOf(db)
  const item = readListItem(db, id)
  const row = text.get(id)
  if (item === null || row === undefined) return null
  const earlier = reposted.get(id)
  const facts = parseFacts(row.facts)
  return {
    ...item,
    facts,
    descriptionHtml: row.descriptionHtml,
    descriptionText: row.descriptionText,
    postings: postings.all(id).map((posting) => ({ ...posting, sourceName: sourceName(posting.sourceId) })),
    hideReason: row.hideReason,
    sponsors: sponsorsOf({
      company: item.company,
      companyKey: row.companyKey,
      countries: countriesOf(facts.places),
      town: item.place?.city ?? null,
    }),
    lastSeenAt: row.lastSeenAt,
    repostOf: earlier === undefined ? null : { ...earlier, id: jobIdSchema.parse(earlier.id) },
  }
}

function statementsOf(db: Database): DetailStatements {
  const known = statementsByDatabase.get(db)
  if (known !== undefined) return known
  const statements: DetailStatements = {
    sponsorsOf: createSponsorsOf(db),
    text: db.raw.prepare(
      `select t.facts, t.description_html as descriptionHtml, t.description_text as descriptionText,
       j.last_seen_at as lastSeenAt, m.hide_reason as hideReason, j.company_key as companyKey
       from job j join job_text t on t.job_id = j.id left join job_mark m on m.job_id = j.id where j.id = ?`,
    ),
    postings: db.raw.prepare(
      `select id, source_id as sourceId, url, title, company, location, layer, reason,
       first_seen_at as firstSeenAt, last_seen_at as lastSeenAt, closed_at as closedAt from posting where job_id = ? order by id`,
    ),
    reposted: db.raw.prepare(
      `select e.id, e.last_seen_at as lastSeenAt, e.closed_at as closedAt from job j join job e on e.id = j.repost_of where j.id = ?`,
    ),
  }
  statementsByDatabase.set(db, statements)
  return statements
}

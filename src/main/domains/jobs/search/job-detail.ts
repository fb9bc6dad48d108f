import type { JobId } from '#shared/ids.ts'
import type { JobDetail, PostingLink } from '#shared/jobs.ts'
import type { Database, SqliteStatement } from '#main/infra/db/driver.ts'
import { parseFacts } from '../facts-json.ts'
import { readListItem } from './list-items.ts'

interface TextRow {
  readonly facts: string
  readonly descriptionHtml: string
  readonly descriptionText: string
  readonly lastSeenAt: number
  readonly hideReason: string | null
}

interface DetailStatements {
  readonly text: SqliteStatement<[number], TextRow>
  readonly postings: SqliteStatement<[number], Omit<PostingLink, 'sourceName'>>
}

const statementsByDatabase = new WeakMap<Database, DetailStatements>()

/** Everything about one job: its text, what was read out of it, and every posting it was made of in the order in which
 *  they came. `sourceName` turns a source's id into its name. Null when there is no job with this id. */
export function readJobDetail(db: Database, id: JobId, sourceName: (sourceId: string) => string): JobDetail | null {
  const { text, postings } = statementsOf(db)
  const item = readListItem(db, id)
  const row = text.get(id)
  if (item === null || row === undefined) return null
  return {
    ...item,
    facts: parseFacts(row.facts),
    descriptionHtml: row.descriptionHtml,
    descriptionText: row.descriptionText,
    postings: postings.all(id).map((posting) => ({ ...posting, sourceName: sourceName(posting.sourceId) })),
    hideReason: row.hideReason,
    lastSeenAt: row.lastSeenAt,
  }
}

function statementsOf(db: Database): DetailStatements {
  const known = statementsByDatabase.get(db)
  if (known !== undefined) return known
  const statements: DetailStatements = {
    text: db.raw.prepare(
      `select t.facts, t.description_html as descriptionHtml, t.description_text as descriptionText,
       j.last_seen_at as lastSeenAt, m.hide_reason as hideReason
       from job j join job_text t on t.job_id = j.id left join job_mark m on m.job_id = j.id where j.id = ?`,
    ),
    postings: db.raw.prepare(
      `select id, source_id as sourceId, url, title, company, location, layer, reason,
       first_seen_at as firstSeenAt, last_seen_at as lastSeenAt, closed_at as closedAt from posting where job_id = ? order by id`,
    ),
  }
  statementsByDatabase.set(db, statements)
  return statements
}

import type { JobFacts, Place } from '#shared/facts.ts'
import { type JobId, jobIdSchema } from '#shared/ids.ts'
import type { JobListItem } from '#shared/jobs.ts'
import type { Database, SqliteStatement } from '#main/infra/db/driver.ts'
import { parseFacts } from '../facts-json.ts'

const SKILLS_SHOWN = 8

interface ItemRow {
  readonly id: number
  readonly title: string
  readonly company: string
  readonly workplace: JobListItem['workplace']
  readonly visa: JobListItem['visa']
  readonly seniority: JobListItem['seniority']
  readonly roleFamily: JobListItem['roleFamily']
  readonly postedAt: number | null
  readonly firstSeenAt: number
  readonly closedAt: number | null
  readonly facts: string
  readonly savedAt: number | null
  readonly hiddenAt: number | null
  readonly match: number | null
}

const ITEM = `select j.id, j.title, j.company, j.workplace, j.visa, j.seniority, j.role_family as roleFamily,
  j.posted_at as postedAt, j.first_seen_at as firstSeenAt, j.closed_at as closedAt, t.facts, m.saved_at as savedAt, m.hidden_at as hiddenAt,
  s.score as match
  from job j join job_text t on t.job_id = j.id left join job_mark m on m.job_id = j.id left join job_score s on s.job_id = j.id
  where j.id = ?`

interface ItemStatements {
  readonly item: SqliteStatement<[number], ItemRow>
  readonly sources: SqliteStatement<[number], string>
}

const statementsByDatabase = new WeakMap<Database, ItemStatements>()

/** One job as a row of the list; null when there is none with this id. */
export function readListItem(db: Database, id: JobId): JobListItem | null {
  return itemOf(statementsOf(db), id)
}

/** Rows of the list in the order of the ids; ids without a job are left out. */
export function readListItems(db: Database, ids: readonly number[]): JobListItem[] {
  const statements = statementsOf(db)
  return ids.map((id) => itemOf(statements, id)).filter((item) => item !== null)
}

/** The sources that published a job, in the order in which they joined it. */
function sourcesOf(statements: ItemStatements, id: number): string[] {
  return [...new Set(statements.sources.all(id))]
}

function statementsOf(db: Database): ItemStatements {
  const known = statementsByDatabase.get(db)
  if (known !== undefined) return known
  const statements: ItemStatements = {
    item: db.raw.prepare(ITEM),
    sources: db.raw.prepare<[number], string>('select source_id from posting where job_id = ? order by id').pluck(),
  }
  statementsByDatabase.set(db, statements)
  return statements
}

function itemOf(statements: ItemStatements, id: number): JobListItem | null {
  const row = statements.item.get(id)
  if (row === undefined) return null
  const facts = parseFacts(row.facts)
  return {
    id: jobIdSchema.parse(row.id),
    title: row.title,
    company: row.company,
    place: firstPlace(facts),
    placeCount: facts.places.length,
    workplace: row.workplace,
    visa: row.visa,
    salary: salaryOf(facts),
    seniority: row.seniority,
    roleFamily: row.roleFamily,
    skills: facts.skills.slice(0, SKILLS_SHOWN).map((skill) => skill.name),
    sources: sourcesOf(statements, id),
    postedAt: row.postedAt,
    firstSeenAt: row.firstSeenAt,
    closedAt: row.closedAt,
    isSaved: row.savedAt !== null,
    isHidden: row.hiddenAt !== null,
    match: row.match,
  }
}

function firstPlace(facts: JobFacts): Place | null {
  return facts.places[0] ?? null
}

function salaryOf(facts: JobFacts): JobListItem['salary'] {
  if (facts.salary === null) return null
  const { min, max, currency, period, yearEur } = facts.salary
  return { min, max, currency, period, yearEur }
}

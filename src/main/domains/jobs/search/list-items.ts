import { z } from 'zod'
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
  readonly appliedAt: number | null
  readonly match: number | null
  /** A JSON list, in the order in which they joined the job. */
  readonly sources: string
}

/** All rows of a page in one statement: a call for each costs several times what it reads. */
const ITEMS = `select j.id, j.title, j.company, j.workplace, j.visa, j.seniority, j.role_family as roleFamily,
  j.posted_at as postedAt, j.first_seen_at as firstSeenAt, j.closed_at as closedAt, t.facts, m.saved_at as savedAt, m.hidden_at as hiddenAt,
  m.applied_at as appliedAt, s.score as match, (select json_group_array(p.source_id order by p.id) from posting p where p.job_id = j.id) as sources
  from json_each(?) asked cross join job j on j.id = asked.value join job_text t on t.job_id = j.id
  left join job_mark m on m.job_id = j.id left join job_score s on s.job_id = j.id`

const statementByDatabase = new WeakMap<Database, SqliteStatement<[string], ItemRow>>()

/** One job as a row of the list; null when there is none with this id. */
export function readListItem(db: Database, id: JobId): JobListItem | null {
  return readListItems(db, [id])[0] ?? null
}

/** Rows of the list in the order of the ids; ids without a job are left out. */
export function readListItems(db: Database, ids: readonly number[]): JobListItem[] {
  if (ids.length === 0) return []
  const items = new Map(
    statementOf(db)
      .all(JSON.stringify(ids))
      .map((row) => [row.id, itemOf(row)]),
  )
  return ids.flatMap((id) => items.get(id) ?? [])
}

function statementOf(db: Database): SqliteStatement<[string], ItemRow> {
  const known = statementByDatabase.get(db)
  if (known !== undefined) return known
  const statement = db.raw.prepare<[string], ItemRow>(ITEMS)
  statementByDatabase.set(db, statement)
  return statement
}

const sourcesSchema = z.array(z.string())

function itemOf(row: ItemRow): JobListItem {
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
    sources: [...new Set(sourcesSchema.parse(JSON.parse(row.sources)))],
    postedAt: row.postedAt,
    firstSeenAt: row.firstSeenAt,
    closedAt: row.closedAt,
    isSaved: row.savedAt !== null,
    isHidden: row.hiddenAt !== null,
    appliedAt: row.appliedAt,
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

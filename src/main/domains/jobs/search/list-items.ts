import type { JobFacts, Place } from '#shared/facts.ts'
import { type JobId, jobIdSchema } from '#shared/ids.ts'
import type { JobListItem } from '#shared/jobs.ts'
import type { Database, SqliteStatement } from '#main/infra/db/driver.ts'
import { filterTokens } from './filter-tokens.ts'

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
  readonly facts: string
  readonly sources: string
  readonly savedAt: number | null
  readonly hiddenAt: number | null
}

/** Sources in the order in which they joined the job. */
const SOURCES = `(select json_group_array(source_id) from
  (select source_id from posting where job_id = j.id group by source_id order by min(id)))`

const ITEM = `select j.id, j.title, j.company, j.workplace, j.visa, j.seniority, j.role_family as roleFamily,
  j.posted_at as postedAt, j.first_seen_at as firstSeenAt, t.facts, ${SOURCES} as sources,
  m.saved_at as savedAt, m.hidden_at as hiddenAt
  from job j join job_text t on t.job_id = j.id left join job_mark m on m.job_id = j.id where j.id = ?`

const itemStatements = new WeakMap<Database, SqliteStatement<[number], ItemRow>>()

/** One job as a row of the list; null when there is none with this id. */
export function readListItem(db: Database, id: JobId): JobListItem | null {
  const row = itemStatementOf(db).get(id)
  return row === undefined ? null : itemOf(row)
}

/** Reads rows of the list in the order of the ids; ids without a job are left out. */
export function createListReader(db: Database): (ids: readonly number[]) => JobListItem[] {
  const statement = itemStatementOf(db)
  return (ids) =>
    ids.flatMap((id) => {
      const row = statement.get(id)
      return row === undefined ? [] : [itemOf(row)]
    })
}

/** Reads the filter tokens of a job from what is stored, as `indexJob` was given them. */
export function createTokenReader(db: Database): (id: number) => readonly string[] {
  const statement = db.raw.prepare<[number], { facts: string; sources: string }>(
    `select t.facts, ${SOURCES} as sources from job j join job_text t on t.job_id = j.id where j.id = ?`,
  )
  return (id) => {
    const row = statement.get(id)
    if (row === undefined) return []
    return filterTokens({ facts: parseFacts(row.facts), sources: parseSources(row.sources) }).split(' ')
  }
}

/** Facts as the store wrote them: they were checked on the way in. */
export function parseFacts(json: string): JobFacts {
  return JSON.parse(json) as JobFacts
}

function parseSources(json: string): string[] {
  return JSON.parse(json) as string[]
}

function itemStatementOf(db: Database): SqliteStatement<[number], ItemRow> {
  const known = itemStatements.get(db)
  if (known !== undefined) return known
  const statement = db.raw.prepare<[number], ItemRow>(ITEM)
  itemStatements.set(db, statement)
  return statement
}

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
    sources: parseSources(row.sources),
    postedAt: row.postedAt,
    firstSeenAt: row.firstSeenAt,
    isSaved: row.savedAt !== null,
    isHidden: row.hiddenAt !== null,
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

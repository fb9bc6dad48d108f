import type { Database, SqliteStatement } from '#main/infra/db/driver.ts'
import { foldText } from './words.ts'

/** One job for the full-text index. `id` is job.id. `place` holds every place name worth searching for, `body` the text of
 *  the description; `filters` comes from `filterTokens`. */
export interface IndexRow {
  readonly id: number
  readonly title: string
  readonly company: string
  readonly place: string
  readonly body: string
  readonly filters: string
}

interface IndexStatements {
  readonly insert: SqliteStatement<[number, string, string, string, string, string], unknown>
  readonly remove: SqliteStatement<[number], unknown>
}

const statementsByDatabase = new WeakMap<Database, IndexStatements>()

/** Writes the row of a job, in place of the one it may have had: call it again whenever words, facts or sources of a job
 *  change. Runs in the caller's transaction. */
export function indexJob(db: Database, row: IndexRow): void {
  const { insert, remove } = statementsOf(db)
  remove.run(row.id)
  insert.run(row.id, foldText(row.title), foldText(row.company), foldText(row.place), foldText(row.body), row.filters)
}

/** Writes many rows in the order of their ids, which is several times faster than in any other order. */
export function indexJobs(db: Database, rows: readonly IndexRow[]): void {
  for (const row of rows.toSorted((a, b) => a.id - b.id)) indexJob(db, row)
}

/** Takes a job out of the index; a job that is not in it is no error. */
export function removeJob(db: Database, id: number): void {
  statementsOf(db).remove.run(id)
}

function statementsOf(db: Database): IndexStatements {
  const known = statementsByDatabase.get(db)
  if (known !== undefined) return known
  const statements: IndexStatements = {
    insert: db.raw.prepare(
      'insert into job_fts (rowid, title, company, place, body, filters) values (?, ?, ?, ?, ?, ?)',
    ),
    remove: db.raw.prepare('delete from job_fts where rowid = ?'),
  }
  statementsByDatabase.set(db, statements)
  return statements
}

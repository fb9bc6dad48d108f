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
  readonly insertNames: SqliteStatement<[number, string, string, string], unknown>
  readonly remove: SqliteStatement<[number], unknown>
  readonly removeNames: SqliteStatement<[number], unknown>
  readonly note: SqliteStatement<[number, string | null], unknown>
  readonly forget: SqliteStatement<[number], unknown>
}

/** So many of the latest changes are kept for those who follow; who is further behind reads the index anew. */
const CHANGES_KEPT = 20_000
const CHANGES_FORGOTTEN_AT_ONCE = 500

const statementsByDatabase = new WeakMap<Database, IndexStatements>()

/** Writes the row of a job, in place of the one it may have had: call it again whenever words, facts or sources of a job
 *  change. Runs in the caller's transaction. */
export function indexJob(db: Database, row: IndexRow): void {
  const { insert, insertNames } = statementsOf(db)
  const [title, company, place] = [foldText(row.title), foldText(row.company), foldText(row.place)]
  takeOut(db, row.id)
  insert.run(row.id, title, company, place, foldText(row.body), row.filters)
  insertNames.run(row.id, title, company, place)
  noteChange(db, row.id, row.filters)
}

/** Writes many rows in the order of their ids, which is several times faster than in any other order. */
export function indexJobs(db: Database, rows: readonly IndexRow[]): void {
  for (const row of rows.toSorted((a, b) => a.id - b.id)) indexJob(db, row)
}

/** Takes a job out of the index; a job that is not in it is no error. */
export function removeJob(db: Database, id: number): void {
  takeOut(db, id)
  noteChange(db, id, null)
}

function takeOut(db: Database, id: number): void {
  const { remove, removeNames } = statementsOf(db)
  remove.run(id)
  removeNames.run(id)
}

/** Every process of the profile follows these notes by their number. */
function noteChange(db: Database, id: number, filters: string | null): void {
  const { note, forget } = statementsOf(db)
  const seq = Number(note.run(id, filters).lastInsertRowid)
  if (seq % CHANGES_FORGOTTEN_AT_ONCE === 0) forget.run(seq - CHANGES_KEPT)
}

function statementsOf(db: Database): IndexStatements {
  const known = statementsByDatabase.get(db)
  if (known !== undefined) return known
  const statements: IndexStatements = {
    insert: db.raw.prepare(
      'insert into job_fts (rowid, title, company, place, body, filters) values (?, ?, ?, ?, ?, ?)',
    ),
    insertNames: db.raw.prepare('insert into job_name_fts (rowid, title, company, place) values (?, ?, ?, ?)'),
    remove: db.raw.prepare('delete from job_fts where rowid = ?'),
    removeNames: db.raw.prepare('delete from job_name_fts where rowid = ?'),
    note: db.raw.prepare('insert into job_index_change (job_id, filters) values (?, ?)'),
    forget: db.raw.prepare('delete from job_index_change where seq <= ?'),
  }
  statementsByDatabase.set(db, statements)
  return statements
}

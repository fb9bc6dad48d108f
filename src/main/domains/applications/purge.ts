import type { Database } from '#main/infra/db/driver.ts'

const DAY_MS = 86_400_000
/** How long what was removed can be put back. */
export const REMOVED_KEPT_MS = 30 * DAY_MS

/** Lets go for good, in one write transaction, of what was removed a month ago: applications with all that belongs to them, columns, and
 *  imports of which nothing is left. */
export function createPurge(database: Database): (now: number) => void {
  const { raw } = database
  const statements = [
    'delete from application where removed_at < ?',
    'delete from board_column where removed_at < ?',
    'delete from application_import where undone_at < ? and not exists (select 1 from application where import_id = application_import.id)',
  ].map((sql) => raw.prepare<[number]>(sql))
  return (now) =>
    database.write(() => {
      for (const statement of statements) statement.run(now - REMOVED_KEPT_MS)
    })
}

import type { ApplicationImport } from '#shared/application-transfer.ts'
import type { Database } from '#main/infra/db/driver.ts'

interface ExistingRow {
  readonly title: string
  readonly company: string
  readonly url: string | null
}

/** Imports, and what they brought. Writes belong into a transaction. */
export interface ImportsRepo {
  /** What tells applications apart, of all that are there. */
  readonly existing: () => ExistingRow[]
  readonly add: (file: { fileName: string; importedAt: number }) => number
  readonly find: (id: number) => ApplicationImport | null
  /** The latest first. */
  readonly all: () => ApplicationImport[]
  /** Takes off what the import brought and is still there. */
  readonly undo: (id: number, now: number) => void
  /** Puts back what `undo` took off, and nothing else. */
  readonly redo: (id: number, now: number) => void
}

const COLUMNS = `i.id, i.file_name as fileName, i.imported_at as importedAt, i.undone_at as undoneAt,
  (select count(*) from application a where a.import_id = i.id) as added`

export function createImportsRepo({ raw }: Database): ImportsRepo {
  const existing = raw.prepare<[], ExistingRow>('select title, company, url from application where removed_at is null')
  const insert = raw.prepare<{ fileName: string; importedAt: number }>(
    'insert into application_import (file_name, imported_at) values (:fileName, :importedAt)',
  )
  const byId = raw.prepare<[number], ApplicationImport>(`select ${COLUMNS} from application_import i where i.id = ?`)
  const all = raw.prepare<[], ApplicationImport>(`select ${COLUMNS} from application_import i order by i.id desc`)
  const lastRemoved = raw
    .prepare<[number], number | null>('select max(removed_at) from application where import_id = ?')
    .pluck()
  const setUndone = raw.prepare<[number | null, number]>('update application_import set undone_at = ? where id = ?')
  const takeOff = raw.prepare<{ id: number; at: number }>(
    `update application set removed_at = :at, updated_at = :at, version = version + 1
     where import_id = :id and removed_at is null`,
  )
  const noteTakenOff = raw.prepare<{ id: number; at: number }>(
    `insert into application_event (application_id, at, data)
     select id, :at, '{"type":"removed"}' from application where import_id = :id and removed_at = :at`,
  )
  // A job has one application: where another took the place, this one stays off.
  const FREE = `(a.job_id is null or not exists (
    select 1 from application b where b.job_id = a.job_id and b.removed_at is null))`
  const notePutBack = raw.prepare<{ id: number; undoneAt: number; now: number }>(
    `insert into application_event (application_id, at, data)
     select a.id, :now, '{"type":"restored"}' from application a
     where a.import_id = :id and a.removed_at = :undoneAt and ${FREE}`,
  )
  const putBack = raw.prepare<{ id: number; undoneAt: number; now: number }>(
    `update application as a set removed_at = null, updated_at = :now, version = version + 1,
       column_id = (select id from board_column where id = a.column_id and removed_at is null)
     where a.import_id = :id and a.removed_at = :undoneAt and ${FREE}`,
  )
  const find = (id: number) => byId.get(id) ?? null
  return {
    existing: () => existing.all(),
    add: (file) => Number(insert.run(file).lastInsertRowid),
    find,
    all: () => all.all(),
    undo: (id, now) => {
      // What the user took off before is told apart by its instant.
      const at = Math.max(now, (lastRemoved.get(id) ?? 0) + 1)
      takeOff.run({ id, at })
      noteTakenOff.run({ id, at })
      setUndone.run(at, id)
    },
    redo: (id, now) => {
      const undoneAt = find(id)?.undoneAt ?? null
      if (undoneAt === null) return
      notePutBack.run({ id, undoneAt, now })
      putBack.run({ id, undoneAt, now })
      setUndone.run(null, id)
    },
  }
}

import type { Database } from '#main/infra/db/driver.ts'

/** What belongs to applications, read from its table. What was removed is found by its id only. */
export interface PartRows<Part> {
  readonly find: (id: number) => Part | null
  /** Without what was removed. */
  readonly of: (applicationId: number) => Part[]
}

export interface PartSource<Row, Part> {
  readonly table: PartTable
  /** The columns under the names of `Row`, as SQL. */
  readonly columns: string
  /** In which order an application shows them, as SQL. */
  readonly order: string
  readonly toPart: (row: Row) => Part
}

export type PartTable = 'contact' | 'interview' | 'offer' | 'application_file' | 'reminder'

/** Reads a table of parts. */
export function createPartRows<Row, Part>(database: Database, source: PartSource<Row, Part>): PartRows<Part> {
  const { table, order, toPart } = source
  const columns = `id, application_id as applicationId, ${source.columns}`
  const byId = database.raw.prepare<[number], Row>(`select ${columns} from ${table} where id = ?`)
  const ofApplication = database.raw.prepare<[number], Row>(
    `select ${columns} from ${table} where application_id = ? and removed_at is null order by ${order}`,
  )
  return {
    find: (id) => {
      const row = byId.get(id)
      return row === undefined ? null : toPart(row)
    },
    of: (applicationId) => ofApplication.all(applicationId).map(toPart),
  }
}

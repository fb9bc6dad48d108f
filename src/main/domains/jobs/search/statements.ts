import type { Database, SqliteStatement } from '#main/infra/db/driver.ts'

export type SqlValue = string | number

/** Prepares every SQL text once. Search builds its statements from a few parts, so there are only some dozens. */
export class Statements {
  readonly #db: Database
  readonly #rows = new Map<string, SqliteStatement<(SqlValue | bigint)[], unknown>>()

  constructor(db: Database) {
    this.#db = db
  }

  /** The first column of all rows. */
  numbers(sql: string, params: readonly SqlValue[]): number[] {
    return this.#prepared(sql)
      .all(...params.map(bound))
      .map(Number)
  }

  /** The first column of the first row; null when there is no row. */
  number(sql: string, params: readonly SqlValue[]): number | null {
    const value = this.#prepared(sql).get(...params.map(bound))
    return value === undefined || value === null ? null : Number(value)
  }

  #prepared(sql: string): SqliteStatement<(SqlValue | bigint)[], unknown> {
    const known = this.#rows.get(sql)
    if (known !== undefined) return known
    const statement = this.#db.raw.prepare<(SqlValue | bigint)[]>(sql).pluck()
    this.#rows.set(sql, statement)
    return statement
  }
}

/** The driver hands numbers over as floating point, and full text uses a rowid's bounds only when they are integers. */
function bound(value: SqlValue): SqlValue | bigint {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value
}

import type { Database } from '../../../infra/db/driver.ts'

/** A saved search as it is stored. `filter` and `alert` are JSON that any earlier version may have written. */
export interface SearchRow {
  readonly id: number
  readonly name: string
  readonly filter: string
  readonly sort: string
  readonly isPinned: 0 | 1
  readonly alert: string | null
  readonly lookedAt: number
  readonly createdAt: number
}

const COLUMNS =
  'id, name, filter, sort, is_pinned as isPinned, alert, looked_at as lookedAt, created_at as createdAt from saved_search'

/** The tables saved_search and search_alert, and nothing but them. Instants are UTC epoch ms. */
export function createSearchesRepo({ raw }: Pick<Database, 'raw'>) {
  const all = raw.prepare<[], SearchRow>(`select ${COLUMNS} order by is_pinned desc, created_at, id`)
  const byId = raw.prepare<[number], SearchRow>(`select ${COLUMNS} where id = ?`)
  const insert = raw.prepare<[Omit<SearchRow, 'id'>]>(
    `insert into saved_search (name, filter, sort, is_pinned, alert, looked_at, created_at)
     values (:name, :filter, :sort, :isPinned, :alert, :lookedAt, :createdAt)`,
  )
  const put = raw.prepare<[SearchRow]>(
    `insert into saved_search (id, name, filter, sort, is_pinned, alert, looked_at, created_at)
     values (:id, :name, :filter, :sort, :isPinned, :alert, :lookedAt, :createdAt)
     on conflict (id) do update set name = excluded.name, filter = excluded.filter, sort = excluded.sort,
       is_pinned = excluded.is_pinned, alert = excluded.alert, looked_at = excluded.looked_at, created_at = excluded.created_at`,
  )
  const remove = raw.prepare<[number]>('delete from saved_search where id = ?')
  const told = raw
    .prepare<[number, number, number], number>(
      'select job_id from search_alert where search_id = ? and job_id > ? order by job_id limit ?',
    )
    .pluck()
  const tell = raw.prepare<[{ searchId: number; toldAt: number; jobIds: string }]>(
    `insert or ignore into search_alert (search_id, job_id, told_at)
     select :searchId, id, :toldAt from job where id in (select value from json_each(:jobIds))`,
  )

  return {
    /** Pinned ones first, each in the order in which they were made. */
    all: (): SearchRow[] => all.all(),
    find: (id: number): SearchRow | null => byId.get(id) ?? null,
    /** Returns its id. */
    insert: (row: Omit<SearchRow, 'id'>): number => Number(insert.run(row).lastInsertRowid),
    /** Stores it under its id, whatever was there. */
    put: (row: SearchRow): void => {
      put.run(row)
    },
    /** With what its alert told of. */
    remove: (id: number): void => {
      remove.run(id)
    },
    /** The next of the jobs that its alert has told of, ascending. */
    toldAfter: (searchId: number, page: { jobId: number; limit: number }): number[] =>
      told.all(searchId, page.jobId, page.limit),
    /** Notes what is told; jobs that are gone, or were told of before, are passed over. */
    tell: (news: { searchId: number; toldAt: number; jobIds: readonly number[] }): void => {
      tell.run({ ...news, jobIds: JSON.stringify(news.jobIds) })
    },
  }
}

export type SearchesRepo = ReturnType<typeof createSearchesRepo>

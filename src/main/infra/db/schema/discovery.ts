import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { RUN_TRIGGERS, RunState, SourceProblem, SourceRunState } from '#shared/discovery.ts'

export const run = sqliteTable(
  'run',
  {
    id: text('id').primaryKey(),
    taskId: text('task_id').notNull(),
    trigger: text('trigger').$type<(typeof RUN_TRIGGERS)[number]>().notNull(),
    state: text('state').$type<RunState>().notNull(),
    startedAt: integer('started_at').notNull(),
    finishedAt: integer('finished_at'),
  },
  (table) => [index('run_started').on(table.startedAt)],
)

/** One source's part in a run. Its counters change only in the transaction that stores the postings they count;
 *  `checkpoint` says where to go on after a crash. */
export const runSource = sqliteTable(
  'run_source',
  {
    runId: text('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    sourceId: text('source_id').notNull(),
    state: text('state').$type<SourceRunState>().notNull(),
    found: integer('found').notNull().default(0),
    newJobs: integer('new_jobs').notNull().default(0),
    updated: integer('updated').notNull().default(0),
    duplicate: integer('duplicate').notNull().default(0),
    rejected: integer('rejected').notNull().default(0),
    reasons: text('reasons', { mode: 'json' }).$type<Record<string, number>>().notNull().default({}),
    requests: integer('requests').notNull().default(0),
    bytes: integer('bytes').notNull().default(0),
    problem: text('problem').$type<SourceProblem>(),
    message: text('message'),
    nextTryAt: integer('next_try_at'),
    checkpoint: text('checkpoint', { mode: 'json' }).$type<SourceCheckpoint>(),
    startedAt: integer('started_at'),
    finishedAt: integer('finished_at'),
  },
  (table) => [primaryKey({ columns: [table.runId, table.sourceId] }), index('run_source_source').on(table.sourceId)],
)

/** Where a source goes on after a crash. `cursor` is the page being stored (the source's own word for it), `offset` how many of
 *  its postings already are; `isDone` after the last one. The rest is what its outcome will be made of. */
export interface SourceCheckpoint {
  readonly cursor: string | null
  readonly offset: number
  readonly isDone: boolean
  readonly pages: number
  readonly unchangedPages: number
  readonly problems: readonly { readonly code: SourceProblem; readonly message: string }[]
}

/** ETag and Last-Modified of an address, written together with what that answer contained. */
export const httpValidator = sqliteTable('http_validator', {
  url: text('url').primaryKey(),
  etag: text('etag'),
  lastModified: text('last_modified'),
  storedAt: integer('stored_at').notNull(),
})

/** Requests used of a source's allowance in the current window. */
export const httpQuota = sqliteTable('http_quota', {
  key: text('key').primaryKey(),
  windowStartedAt: integer('window_started_at').notNull(),
  used: integer('used').notNull(),
})

import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const setting = sqliteTable('setting', {
  key: text('key').primaryKey(),
  value: text('value', { mode: 'json' }).notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export const TASK_STATES = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const
export type TaskState = (typeof TASK_STATES)[number]

/** Background work. `key` is unique among unfinished tasks, which makes enqueueing idempotent.
 *  Only the process that holds the background lease runs tasks: a running task of another `owner` died with its process. */
export const task = sqliteTable(
  'task',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    payload: text('payload', { mode: 'json' }).notNull(),
    state: text('state').$type<TaskState>().notNull(),
    attempt: integer('attempt').notNull().default(0),
    runAfter: integer('run_after').notNull(),
    owner: text('owner'),
    isCancelRequested: integer('is_cancel_requested', { mode: 'boolean' }).notNull().default(false),
    error: text('error'),
    createdAt: integer('created_at').notNull(),
    startedAt: integer('started_at'),
    finishedAt: integer('finished_at'),
  },
  (table) => [
    index('task_queue').on(table.state, table.runAfter),
    uniqueIndex('task_active_key')
      .on(table.key)
      .where(sql`state in ('queued', 'running')`),
  ],
)

/** Who may do background work: one row a role, held until `expiresAt` and renewed while its process lives. */
export const lease = sqliteTable('lease', {
  name: text('name').primaryKey(),
  owner: text('owner').notNull(),
  expiresAt: integer('expires_at').notNull(),
})

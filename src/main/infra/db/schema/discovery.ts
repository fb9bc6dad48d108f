import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { EMPLOYER_STATES, BoardKind } from '#shared/employers.ts'
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
    /** The slot of the schedule that it stands for; no slot has two runs. */
    slotAt: integer('slot_at'),
  },
  (table) => [index('run_started').on(table.startedAt), uniqueIndex('run_slot').on(table.slotAt)],
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
    closed: integer('closed').notNull().default(0),
    requests: integer('requests').notNull().default(0),
    /** What its allowance gave it for this run; null without one. Kept, so that a resumed run keeps to it. */
    plannedRequests: integer('planned_requests'),
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
 *  its postings already are; `isDone` after the last one. `planKey` stands for what it is asked for, `openList` is the full list of
 *  which pages are still to come. The rest is what its outcome will be made of. */
export interface SourceCheckpoint {
  readonly planKey: string
  readonly cursor: string | null
  readonly offset: number
  readonly isDone: boolean
  readonly openList: string | null
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

/** Employers to watch. One that came with the app has a row only once something is known of it or its switch was moved. */
export const employerBoard = sqliteTable(
  'employer_board',
  {
    kind: text('kind').$type<BoardKind>().notNull(),
    slug: text('slug').notNull(),
    variant: text('variant').$type<'eu' | 'com'>(),
    name: text('name').notNull(),
    countryCode: text('country_code'),
    url: text('url').notNull().default(''),
    origin: text('origin').$type<'starter' | 'user'>().notNull(),
    isOn: integer('is_on', { mode: 'boolean' }).notNull().default(true),
    state: text('state').$type<(typeof EMPLOYER_STATES)[number]>().notNull().default('unread'),
    message: text('message'),
    postings: integer('postings'),
    checkedAt: integer('checked_at'),
    addedAt: integer('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.slug] })],
)

/** The last slot of each schedule that was dealt with: a run was started for it, or it was passed over for a later one. */
export const schedule = sqliteTable('schedule', {
  name: text('name').primaryKey(),
  /** The cron line and zone that the slot belongs to: after a change the schedule begins anew. */
  cron: text('cron').notNull(),
  zone: text('zone').notNull(),
  lastSlotAt: integer('last_slot_at').notNull(),
})

/** What is known about each secret beside its value, which is never here. */
export const secretUse = sqliteTable('secret_use', {
  name: text('name').primaryKey(),
  setAt: integer('set_at'),
  lastUsedAt: integer('last_used_at'),
  lastTestAt: integer('last_test_at'),
  isLastTestOk: integer('is_last_test_ok', { mode: 'boolean' }),
  lastTestMessage: text('last_test_message'),
})

import { sql } from 'drizzle-orm'
import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { FILE_KINDS, InterviewKind, InterviewOutcome, ReminderKind } from '#shared/application-parts.ts'
import type { ApplicationEventData, NEXT_STEPS, PostingSnapshot } from '#shared/applications.ts'
import type { Stage } from '#shared/stages.ts'
import { job } from './jobs.ts'

/** Instants are UTC epoch ms throughout. `removedAt`: taken off, kept for a while so that it can be put back. */

/** The user's own columns of the board; each stands for a stage. */
export const boardColumn = sqliteTable('board_column', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  name: text('name').notNull(),
  stage: text('stage').$type<Stage>().notNull(),
  rank: text('rank').notNull(),
  createdAt: integer('created_at').notNull(),
  removedAt: integer('removed_at'),
})

/** A file of other trackers that was taken in; taking it back takes back all of it. */
export const applicationImport = sqliteTable('application_import', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  fileName: text('file_name').notNull(),
  importedAt: integer('imported_at').notNull(),
  undoneAt: integer('undone_at'),
})

/** What somebody applies for: a job of this profile, or one that only they know. Title, employer and place are those of the moment
 *  and stay when the job goes. `rank` orders a column (fractional, as text). `folded` is what the filter looks into, as `fold` writes it.
 *  `nextStep…` follow from interviews, offers and reminders and are written with them; `lastEventAt` from the events. `version` grows
 *  with every change: who changes an older one is told. */
export const application = sqliteTable(
  'application',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    jobId: integer('job_id').references(() => job.id, { onDelete: 'set null' }),
    title: text('title').notNull(),
    company: text('company').notNull(),
    companyKey: text('company_key').notNull(),
    place: text('place').notNull().default(''),
    url: text('url'),
    stage: text('stage').$type<Stage>().notNull(),
    stageSince: integer('stage_since').notNull(),
    columnId: integer('column_id').references(() => boardColumn.id, { onDelete: 'set null' }),
    rank: text('rank').notNull(),
    appliedAt: integer('applied_at'),
    expectedAmount: real('expected_amount'),
    expectedCurrency: text('expected_currency'),
    expectedPeriod: text('expected_period'),
    notesVersion: integer('notes_version').notNull().default(0),
    nextStepKind: text('next_step_kind').$type<(typeof NEXT_STEPS)[number]>(),
    nextStepAt: integer('next_step_at'),
    lastEventAt: integer('last_event_at').notNull(),
    importId: integer('import_id').references(() => applicationImport.id, { onDelete: 'set null' }),
    version: integer('version').notNull().default(1),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    removedAt: integer('removed_at'),
    // Long ones last: a list does not read past what it shows.
    folded: text('folded').notNull().default(''),
    notes: text('notes').notNull().default(''),
    snapshot: text('snapshot', { mode: 'json' }).$type<PostingSnapshot>(),
  },
  (table) => [
    index('application_column')
      .on(table.stage, table.columnId, table.rank)
      .where(sql`removed_at is null`),
    // Of removed ones too: they lose a job that goes.
    index('application_of_job').on(table.jobId),
    index('application_company').on(table.companyKey),
    index('application_import_of').on(table.importId),
    index('application_updated').on(table.removedAt, table.updatedAt),
    // Whether another process changed any is looked at every second.
    index('application_versions').on(table.version, table.notesVersion),
    uniqueIndex('application_job')
      .on(table.jobId)
      .where(sql`job_id is not null and removed_at is null`),
  ],
)

/** Where an application stood before a move, so that it can be put back to it exactly. */
export interface PlaceBefore {
  readonly stageSince: number
  readonly rank: string
  readonly appliedAt: number | null
  readonly lastEventAt: number
}

/** Everything that happened, in order: figures are drawn from it, and the timeline. `undoneAt`: when it was taken back. `placeBefore`:
 *  of a move only. */
export const applicationEvent = sqliteTable(
  'application_event',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    applicationId: integer('application_id')
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    at: integer('at').notNull(),
    data: text('data', { mode: 'json' }).$type<ApplicationEventData>().notNull(),
    undoneAt: integer('undone_at'),
    placeBefore: text('place_before', { mode: 'json' }).$type<PlaceBefore>(),
  },
  (table) => [
    index('application_event_of').on(table.applicationId, table.at),
    index('application_event_at').on(table.at),
  ],
)

export const contact = sqliteTable(
  'contact',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    applicationId: integer('application_id')
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    role: text('role').notNull().default(''),
    email: text('email').notNull().default(''),
    phone: text('phone').notNull().default(''),
    url: text('url').notNull().default(''),
    notes: text('notes').notNull().default(''),
    removedAt: integer('removed_at'),
  },
  (table) => [index('contact_of').on(table.applicationId)],
)

/** `localStart`: as the user wrote it ("2026-03-30T14:00"), in `zone`; `startsAt` is derived from both. `uid` and `sequence` name it in
 *  calendars. */
export const interview = sqliteTable(
  'interview',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    applicationId: integer('application_id')
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<InterviewKind>().notNull(),
    localStart: text('local_start').notNull(),
    zone: text('zone').notNull(),
    isLater: integer('is_later', { mode: 'boolean' }).notNull().default(false),
    startsAt: integer('starts_at').notNull(),
    minutes: integer('minutes').notNull(),
    place: text('place').notNull().default(''),
    people: text('people').notNull().default(''),
    preparation: text('preparation').notNull().default(''),
    notes: text('notes').notNull().default(''),
    outcome: text('outcome').$type<InterviewOutcome>().notNull(),
    uid: text('uid').notNull(),
    sequence: integer('sequence').notNull().default(0),
    removedAt: integer('removed_at'),
  },
  (table) => [index('interview_of').on(table.applicationId), index('interview_at').on(table.startsAt)],
)

/** Amounts as they were told; what they come to in a year and in EUR is reckoned when it is asked for. */
export const offer = sqliteTable(
  'offer',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    applicationId: integer('application_id')
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    receivedAt: integer('received_at').notNull(),
    amount: real('amount'),
    currency: text('currency'),
    period: text('period'),
    bonus: text('bonus').notNull().default(''),
    noticeWeeks: real('notice_weeks'),
    remoteDays: real('remote_days'),
    vacationDays: integer('vacation_days'),
    startsOn: text('starts_on'),
    answerBy: integer('answer_by'),
    notes: text('notes').notNull().default(''),
    removedAt: integer('removed_at'),
  },
  (table) => [index('offer_of').on(table.applicationId)],
)

/** The bytes lie in the profile's folder under their hash; the same file of two applications lies there once. */
export const applicationFile = sqliteTable(
  'application_file',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    applicationId: integer('application_id')
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    kind: text('kind').$type<(typeof FILE_KINDS)[number]>().notNull(),
    mediaType: text('media_type').notNull(),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    addedAt: integer('added_at').notNull(),
    removedAt: integer('removed_at'),
  },
  (table) => [index('application_file_of').on(table.applicationId), index('application_file_hash').on(table.sha256)],
)

/** `dueAt` moves when it is put off. */
export const reminder = sqliteTable(
  'reminder',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    applicationId: integer('application_id')
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<ReminderKind>().notNull(),
    dueAt: integer('due_at').notNull(),
    note: text('note').notNull().default(''),
    createdAt: integer('created_at').notNull(),
    doneAt: integer('done_at'),
    putOffs: integer('put_offs').notNull().default(0),
    /** When its notification went to the inbox, for the instant it was due at then. */
    toldFor: integer('told_for'),
    removedAt: integer('removed_at'),
  },
  (table) => [
    index('reminder_due')
      .on(table.dueAt)
      .where(sql`done_at is null and removed_at is null`),
    index('reminder_of').on(table.applicationId),
  ],
)

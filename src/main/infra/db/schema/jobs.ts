import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex, blob } from 'drizzle-orm/sqlite-core'
import type { EmploymentType, JobFacts, RoleFamily, Seniority, VisaStatus, Workplace } from '#shared/facts.ts'
import type { DEDUP_LAYERS, HIDE_REASONS } from '#shared/jobs.ts'

/** One row a job, narrow on purpose: search pays for every byte it has to step over. Instants are UTC epoch ms.
 *  `id` = hour posted × 65,536 + counter, so the primary key is the newest-first order. `salaryEur*` is gross a year. */
export const job = sqliteTable(
  'job',
  {
    id: integer('id').primaryKey(),
    title: text('title').notNull(),
    company: text('company').notNull(),
    titleKey: text('title_key').notNull(),
    companyKey: text('company_key').notNull(),
    placeKey: text('place_key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    countryCode: text('country_code'),
    city: text('city'),
    workplace: text('workplace').$type<Workplace>().notNull(),
    visa: text('visa').$type<VisaStatus>().notNull(),
    seniority: text('seniority').$type<Seniority>().notNull(),
    roleFamily: text('role_family').$type<RoleFamily>().notNull(),
    employmentType: text('employment_type').$type<EmploymentType>(),
    language: text('language'),
    salaryEurMin: real('salary_eur_min'),
    salaryEurMax: real('salary_eur_max'),
    postedAt: integer('posted_at'),
    closesAt: integer('closes_at'),
    firstSeenAt: integer('first_seen_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    /** When the last of its postings was gone from its source; null while one is there. */
    closedAt: integer('closed_at'),
    /** Which reader made its facts; a lower one than today's is read again in the background. */
    readerVersion: integer('reader_version').notNull().default(0),
    /** How many skills it names: whether a posting was read at all shows in it. */
    skillCount: integer('skill_count').notNull().default(0),
    /** An earlier, closed opening of the same employer that this one repeats. */
    repostOf: integer('repost_of'),
  },
  (table) => [
    index('job_reader_version').on(table.readerVersion),
    index('job_first_seen').on(table.firstSeenAt),
    index('job_pay').on(table.id, table.salaryEurMin, table.salaryEurMax),
    index('job_repost')
      .on(table.repostOf)
      .where(sql`repost_of is not null`),
    index('job_closed')
      .on(table.closedAt)
      .where(sql`closed_at is not null`),
    index('job_opening').on(table.titleKey, table.placeKey, table.companyKey),
    index('job_company_title').on(table.companyKey, table.titleKey),
  ],
)

/** What is long and read one job at a time. `signature` is what deduplication compares of the description
 *  (dedup/signature.ts). */
export const jobText = sqliteTable('job_text', {
  jobId: integer('job_id')
    .primaryKey()
    .references(() => job.id, { onDelete: 'cascade' }),
  descriptionHtml: text('description_html').notNull(),
  descriptionText: text('description_text').notNull(),
  facts: text('facts', { mode: 'json' }).$type<JobFacts>().notNull(),
  signature: blob('signature', { mode: 'buffer' }).notNull(),
})

/** Every posting that any source published, linked to its job, with the reason for the link. */
export const posting = sqliteTable(
  'posting',
  {
    id: integer('id').primaryKey(),
    jobId: integer('job_id')
      .notNull()
      .references(() => job.id, { onDelete: 'cascade' }),
    sourceId: text('source_id').notNull(),
    sourcePostingId: text('source_posting_id').notNull(),
    url: text('url').notNull(),
    canonicalUrl: text('canonical_url').notNull(),
    title: text('title').notNull(),
    company: text('company').notNull(),
    location: text('location'),
    requisitionId: text('requisition_id'),
    contentHash: text('content_hash').notNull(),
    layer: text('layer').$type<(typeof DEDUP_LAYERS)[number]>().notNull(),
    reason: text('reason').notNull(),
    /** What a posting that joined a job states; the first one's facts are the job's own. */
    facts: text('facts', { mode: 'json' }).$type<JobFacts>(),
    firstSeenAt: integer('first_seen_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    /** The full list that it stands on (a board's slug; '' for a source that is one list); null on a source without full lists. */
    scope: text('scope'),
    closedAt: integer('closed_at'),
  },
  (table) => [
    index('posting_scope')
      .on(table.sourceId, table.scope)
      .where(sql`scope is not null`),
    uniqueIndex('posting_source_key').on(table.sourceId, table.sourcePostingId),
    index('posting_canonical_url').on(table.canonicalUrl),
    index('posting_job').on(table.jobId),
  ],
)

/** What a posting said beyond its row: everything that is needed to read it again, or to make it a job of its own. `said` is a
 *  StoredPosting (pipeline/stored-posting.ts) as JSON; the description of a job's first posting is the job's own and not repeated. */
export const postingSaid = sqliteTable('posting_said', {
  postingId: integer('posting_id')
    .primaryKey()
    .references(() => posting.id, { onDelete: 'cascade' }),
  said: text('said').notNull(),
})

/** What the user knows better than the reader. One row a fact; it wins over every later reading. */
export const jobCorrection = sqliteTable(
  'job_correction',
  {
    jobId: integer('job_id')
      .notNull()
      .references(() => job.id, { onDelete: 'cascade' }),
    field: text('field').notNull(),
    value: text('value', { mode: 'json' }).notNull(),
    correctedAt: integer('corrected_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.field] })],
)

/** What the user said about two postings: never one opening ('different'), or one ('same'). By source and id, so that it outlives
 *  the rows it was said about. The pair is stored once, the smaller key first. */
export const dedupVerdict = sqliteTable(
  'dedup_verdict',
  {
    aKey: text('a_key').notNull(),
    bKey: text('b_key').notNull(),
    verdict: text('verdict').$type<'different' | 'same'>().notNull(),
    decidedAt: integer('decided_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.aKey, table.bKey] }), index('dedup_verdict_b').on(table.bKey)],
)

/** What the user did with a job. Kept apart, so that no run can ever touch it. */
export const jobMark = sqliteTable(
  'job_mark',
  {
    jobId: integer('job_id')
      .primaryKey()
      .references(() => job.id, { onDelete: 'cascade' }),
    savedAt: integer('saved_at'),
    hiddenAt: integer('hidden_at'),
    hideReason: text('hide_reason').$type<(typeof HIDE_REASONS)[number]>(),
    /** Of the application for the job, which is kept elsewhere. */
    appliedAt: integer('applied_at'),
  },
  (table) => [index('job_mark_saved').on(table.savedAt), index('job_mark_hidden').on(table.hiddenAt)],
)

/** What the user has opened, and when last. */
export const jobView = sqliteTable(
  'job_view',
  {
    jobId: integer('job_id')
      .primaryKey()
      .references(() => job.id, { onDelete: 'cascade' }),
    viewedAt: integer('viewed_at').notNull(),
    views: integer('views').notNull(),
  },
  (table) => [index('job_view_at').on(table.viewedAt)],
)

/** Every change of the index since columns were last read from it, oldest first: what carries which filters now (null: taken out).
 *  Written in the transaction of the change, so that every process of the profile can follow. */
export const jobIndexChange = sqliteTable('job_index_change', {
  seq: integer('seq').primaryKey({ autoIncrement: true }),
  jobId: integer('job_id').notNull(),
  filters: text('filters'),
})

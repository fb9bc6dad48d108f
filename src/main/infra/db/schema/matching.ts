import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { JobFilter, JobSearchInput } from '#shared/jobs.ts'
import type { Profile } from '#shared/profile.ts'
import type { MatchWeights } from '#shared/recommendations.ts'
import type { AlertRule } from '#shared/searches.ts'
import { job } from './jobs.ts'

/** Instants are UTC epoch ms. `lookedAt`: what was first seen later is new to the user. */
export const savedSearch = sqliteTable('saved_search', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  name: text('name').notNull(),
  filter: text('filter', { mode: 'json' }).$type<JobFilter>().notNull(),
  sort: text('sort').$type<JobSearchInput['sort']>().notNull(),
  isPinned: integer('is_pinned', { mode: 'boolean' }).notNull(),
  alert: text('alert', { mode: 'json' }).$type<AlertRule>(),
  lookedAt: integer('looked_at').notNull(),
  createdAt: integer('created_at').notNull(),
})

/** A job that the alert of a search has told of. */
export const searchAlert = sqliteTable(
  'search_alert',
  {
    searchId: integer('search_id')
      .notNull()
      .references(() => savedSearch.id, { onDelete: 'cascade' }),
    jobId: integer('job_id')
      .notNull()
      .references(() => job.id, { onDelete: 'cascade' }),
    toldAt: integer('told_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.searchId, table.jobId] }), index('search_alert_job').on(table.jobId)],
)

/** One row, id 1. */
export const profile = sqliteTable('profile', {
  id: integer('id').primaryKey(),
  data: text('data', { mode: 'json' }).$type<Profile>().notNull(),
  version: integer('version').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

/** How well an open job fits, 0 to 100. `basis` names the profile, weights and rules that it was reckoned with; another basis is old. */
export const jobScore = sqliteTable(
  'job_score',
  {
    jobId: integer('job_id')
      .primaryKey()
      .references(() => job.id, { onDelete: 'cascade' }),
    score: real('score').notNull(),
    basis: text('basis').notNull(),
    scoredAt: integer('scored_at').notNull(),
  },
  (table) => [index('job_score_score').on(table.score)],
)

/** An act of the user that says how well a job fitted, with the factors' values (0 to 1) as they were. One row a job and kind. */
export const matchFeedback = sqliteTable(
  'match_feedback',
  {
    jobId: integer('job_id')
      .notNull()
      .references(() => job.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<'saved' | 'applied' | 'hidden'>().notNull(),
    reason: text('reason'),
    values: text('factor_values', { mode: 'json' }).$type<MatchWeights>().notNull(),
    happenedAt: integer('happened_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.kind] })],
)

export const experiment = sqliteTable('experiment', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  name: text('name').notNull(),
  weightsA: text('weights_a', { mode: 'json' }).$type<MatchWeights>().notNull(),
  weightsB: text('weights_b', { mode: 'json' }).$type<MatchWeights>().notNull(),
  share: real('share').notNull(),
  startedAt: integer('started_at').notNull(),
  stoppedAt: integer('stopped_at'),
})

/** One job of one list that was on screen during an experiment. */
export const exposure = sqliteTable(
  'exposure',
  {
    experimentId: integer('experiment_id')
      .notNull()
      .references(() => experiment.id, { onDelete: 'cascade' }),
    listId: text('list_id').notNull(),
    jobId: integer('job_id').notNull(),
    variant: text('variant').$type<'a' | 'b'>().notNull(),
    position: integer('position').notNull(),
    shownAt: integer('shown_at').notNull(),
    clickedAt: integer('clicked_at'),
    appliedAt: integer('applied_at'),
  },
  (table) => [
    primaryKey({ columns: [table.experimentId, table.listId, table.jobId] }),
    index('exposure_job').on(table.jobId),
  ],
)

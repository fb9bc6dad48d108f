import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'
import { runIdSchema, sourceIdSchema, taskIdSchema } from './ids.ts'
import { requestPlanSchema } from './schedule.ts'

/** How a source fared in a run. The last six are final words; 'interrupted' is none of them: a killed run resumes. */
export const SOURCE_RUN_STATES = [
  'queued',
  'running',
  'ok',
  'empty',
  'blocked',
  'error',
  'quota',
  'skipped',
  'cancelled',
] as const
export const sourceRunStateSchema = z.enum(SOURCE_RUN_STATES)
export type SourceRunState = z.infer<typeof sourceRunStateSchema>

export const RUN_STATES = ['queued', 'running', 'completed', 'partial', 'failed', 'cancelled'] as const
export const runStateSchema = z.enum(RUN_STATES)
export type RunState = z.infer<typeof runStateSchema>

export const RUN_TRIGGERS = ['manual', 'cli', 'onboarding', 'schedule', 'retry'] as const
export const runTriggerSchema = z.enum(RUN_TRIGGERS)

/** Why a source did not simply succeed: codes that the UI explains and offers a next step for. */
export const SOURCE_PROBLEMS = [
  'timeout',
  'rate_limited',
  'server_error',
  'not_found',
  'unauthorised',
  'challenge',
  'redirect',
  'too_large',
  'unreadable',
  'network',
  'address_refused',
  'breaker_open',
  'not_configured',
  'key_missing',
  'key_refused',
  'quota_used',
  'not_due',
  'browser_missing',
  'drift',
  'internal',
] as const
export const sourceProblemSchema = z.enum(SOURCE_PROBLEMS)
export type SourceProblem = z.infer<typeof sourceProblemSchema>

/** Counts add up: found = new + updated + duplicate + rejected. `reasons` splits duplicates and rejections by why; `closed` counts
 *  postings that were on a full list before and no longer are. `plannedRequests` is what the source's allowance gave it for this
 *  run, null without an allowance. A source that always had postings and now has none ends 'empty' with the problem 'drift'. */
export const sourceRunSchema = z.object({
  sourceId: sourceIdSchema,
  sourceName: z.string(),
  state: sourceRunStateSchema,
  found: z.number().int(),
  new: z.number().int(),
  updated: z.number().int(),
  duplicate: z.number().int(),
  rejected: z.number().int(),
  reasons: z.record(z.string(), z.number().int()),
  closed: z.number().int(),
  requests: z.number().int(),
  plannedRequests: z.number().int().nullable(),
  bytes: z.number().int(),
  problem: sourceProblemSchema.nullable(),
  message: z.string().nullable(),
  nextTryAt: z.number().int().nullable(),
  startedAt: z.number().int().nullable(),
  finishedAt: z.number().int().nullable(),
})
export type SourceRun = z.infer<typeof sourceRunSchema>

export const runSchema = z.object({
  id: runIdSchema,
  taskId: taskIdSchema,
  trigger: runTriggerSchema,
  /** The slot of the schedule that it stands for; null for one that somebody asked for. */
  slotAt: z.number().int().nullable(),
  state: runStateSchema,
  startedAt: z.number().int(),
  finishedAt: z.number().int().nullable(),
  found: z.number().int(),
  new: z.number().int(),
  updated: z.number().int(),
  duplicate: z.number().int(),
  rejected: z.number().int(),
  sources: z.array(sourceRunSchema),
})
export type Run = z.infer<typeof runSchema>

/** What a source is told to read by the user; null for one that searches for roles and countries by itself. */
export const SOURCE_INPUTS = ['employers', 'feeds', 'pages', 'firecrawlPages'] as const
export const QUOTA_WINDOWS = ['minute', 'hour', 'day', 'week', 'month'] as const

/** A source as its manifest describes it and this profile has it set up. */
export const sourceSchema = z.object({
  id: sourceIdSchema,
  name: z.string(),
  summary: z.string(),
  /** Where its jobs are, in words. */
  coverage: z.string(),
  /** The countries it can have jobs in (ISO 3166-1 alpha-2); null when it has no such list. */
  countries: z.array(z.string().length(2)).nullable(),
  homepage: z.string(),
  terms: z.string(),
  isOffline: z.boolean(),
  /** Fragile or against its owner's wishes: off until the user has read the terms and switched it on. */
  isOptIn: z.boolean(),
  /** Read only when somebody asks for it, never by the schedule. */
  isManualOnly: z.boolean(),
  needsKey: z.boolean(),
  /** Names of the keys that it uses; all of them are needed when `needsKey`, else they only widen its allowance. */
  keys: z.array(z.string()),
  hasKeys: z.boolean(),
  reads: z.enum(SOURCE_INPUTS).nullable(),
  baseUrl: z.string().nullable(),
  /** Least hours between two scheduled readings; null: at every slot. */
  cadenceHours: z.number().nullable(),
  quotas: z.array(z.object({ limit: z.number().int(), per: z.enum(QUOTA_WINDOWS) })),
  /** The tightest of its allowances, with what a run may use; null when it has none. */
  plan: requestPlanSchema.nullable(),
  isEnabled: z.boolean(),
  isConfigured: z.boolean(),
  lastRun: sourceRunSchema.nullable(),
  lastSuccessAt: z.number().int().nullable(),
})
export type Source = z.infer<typeof sourceSchema>

export const sourceTestSchema = z.object({
  state: sourceRunStateSchema,
  found: z.number().int(),
  problem: sourceProblemSchema.nullable(),
  message: z.string(),
  tookMs: z.number(),
})
export type SourceTest = z.infer<typeof sourceTestSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL })
const one = base.errors({ NOT_FOUND: errors.NOT_FOUND })

export const discoveryContract = {
  sources: base.output(z.array(sourceSchema)),
  testSource: one.input(z.object({ sourceId: sourceIdSchema })).output(sourceTestSchema),
  /** Starts a run over the named sources, or over all that are switched on. The run goes on as a task; progress comes as events. */
  start: one
    .errors({ RUN_ACTIVE: errors.RUN_ACTIVE, NO_SOURCES: errors.NO_SOURCES })
    .input(z.object({ sourceIds: z.array(sourceIdSchema).default([]), trigger: runTriggerSchema.default('manual') }))
    .output(runSchema),
  /** A new run over the sources of an ended run that were blocked, failed or out of allowance. */
  retryFailed: one
    .errors({ RUN_ACTIVE: errors.RUN_ACTIVE, NO_SOURCES: errors.NO_SOURCES })
    .input(z.object({ runId: runIdSchema }))
    .output(runSchema),
  cancel: one.input(z.object({ runId: runIdSchema })).output(runSchema),
  runs: base.input(z.object({ limit: z.number().int().min(1).max(200).default(30) })).output(z.array(runSchema)),
  run: one.input(z.object({ runId: runIdSchema })).output(runSchema),
}

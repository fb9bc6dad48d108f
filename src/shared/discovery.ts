import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'
import { runIdSchema, sourceIdSchema, taskIdSchema } from './ids.ts'

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

export const RUN_TRIGGERS = ['manual', 'cli', 'onboarding'] as const
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
  'quota_used',
  'internal',
] as const
export const sourceProblemSchema = z.enum(SOURCE_PROBLEMS)
export type SourceProblem = z.infer<typeof sourceProblemSchema>

/** Counts add up: found = new + updated + duplicate + rejected. `reasons` splits duplicates and rejections by why. */
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
  requests: z.number().int(),
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

/** A source as its manifest describes it and this profile has it set up. `configuration` names the setting that lists what it
 *  should look at (company boards, feed addresses), for sources that need one. */
export const sourceSchema = z.object({
  id: sourceIdSchema,
  name: z.string(),
  summary: z.string(),
  coverage: z.string(),
  homepage: z.string(),
  terms: z.string(),
  isOffline: z.boolean(),
  needsKey: z.boolean(),
  configuration: z.enum(['greenhouseBoards', 'rssFeeds']).nullable(),
  baseUrl: z.string().nullable(),
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
  cancel: one.input(z.object({ runId: runIdSchema })).output(runSchema),
  runs: base.input(z.object({ limit: z.number().int().min(1).max(200).default(30) })).output(z.array(runSchema)),
  run: one.input(z.object({ runId: runIdSchema })).output(runSchema),
}

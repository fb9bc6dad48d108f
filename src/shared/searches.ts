import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'
import { JOB_SORTS, jobFilterSchema, jobListItemSchema } from './jobs.ts'

/** When a saved search speaks up: after a run that brought at least `least` new jobs for it. */
export const alertRuleSchema = z.object({
  least: z.number().int().min(1).max(1000).default(1),
})
export type AlertRule = z.infer<typeof alertRuleSchema>

/** `fresh`: open jobs it finds that were first seen after `lookedAt` (UTC ms), exact. `total`: all it finds. `alerted`: new jobs that its
 *  alert has told of and nobody has looked at yet. */
export const savedSearchSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  filter: jobFilterSchema,
  sort: z.enum(JOB_SORTS),
  isPinned: z.boolean(),
  alert: alertRuleSchema.nullable(),
  lookedAt: z.number().int(),
  createdAt: z.number().int(),
  fresh: z.number().int(),
  total: z.number().int(),
  alerted: z.number().int(),
})
export type SavedSearch = z.infer<typeof savedSearchSchema>

const nameSchema = z.string().trim().min(1).max(80)
const base = oc.errors({ INTERNAL: errors.INTERNAL })
const one = base.errors({ NOT_FOUND: errors.NOT_FOUND })
const idSchema = z.object({ id: z.number().int() })

export const searchesContract = {
  /** Pinned ones first, each in the order in which they were made. */
  list: base.output(z.array(savedSearchSchema)),
  create: base
    .input(z.object({ name: nameSchema, filter: jobFilterSchema, sort: z.enum(JOB_SORTS).default('newest') }))
    .output(savedSearchSchema),
  update: one
    .input(
      idSchema.extend({
        name: nameSchema.optional(),
        filter: jobFilterSchema.optional(),
        sort: z.enum(JOB_SORTS).optional(),
        isPinned: z.boolean().optional(),
        alert: alertRuleSchema.nullable().optional(),
      }),
    )
    .output(savedSearchSchema),
  /** What comes back can be put back with `restore`. */
  remove: one.input(idSchema).output(savedSearchSchema),
  restore: base.input(savedSearchSchema.omit({ fresh: true, total: true, alerted: true })).output(savedSearchSchema),
  /** The user has looked at what it finds: nothing of it is new any more. Returns the instant that was noted before. */
  look: one.input(idSchema).output(z.object({ search: savedSearchSchema, lookedBefore: z.number().int() })),
  /** What the alert would have told in the last days, a day at a time, newest first; nothing is sent. */
  dryRun: base
    .input(
      z.object({ filter: jobFilterSchema, alert: alertRuleSchema, days: z.number().int().min(1).max(60).default(14) }),
    )
    .output(
      z.object({
        days: z.array(z.object({ dayStart: z.number().int(), jobs: z.number().int(), wouldTell: z.boolean() })),
        examples: z.array(jobListItemSchema),
      }),
    ),
}

import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'
import { JOB_SORTS, jobFilterSchema, jobListItemSchema } from './jobs.ts'

/** When a saved search speaks up: after a run, or a job that was added, once there are at least `least` new jobs that it has not told of. */
export const alertRuleSchema = z.object({
  least: z.number().int().min(1).max(1000).default(1),
})
export type AlertRule = z.infer<typeof alertRuleSchema>

/** `fresh`: jobs it finds that were first seen after `lookedAt` (UTC ms), exact. `total`: all it finds. `alerted`: new jobs that its
 *  alert has told of and nobody has looked at yet. `misfits`: parts of what was stored that this version cannot read and leaves out
 *  (a field, or a field and the value); while there are any, the alert rests. */
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
  misfits: z.array(z.string()),
})
export type SavedSearch = z.infer<typeof savedSearchSchema>

export const SEARCH_NAME_MAX = 80
const nameSchema = z.string().trim().min(1).max(SEARCH_NAME_MAX)
const base = oc.errors({ INTERNAL: errors.INTERNAL })
const one = base.errors({ NOT_FOUND: errors.NOT_FOUND })
const idSchema = z.object({ id: z.number().int() })

export const searchesContract = {
  /** Pinned ones first, each in the order in which they were made. */
  list: base.output(z.array(savedSearchSchema)),
  create: base
    .input(
      z.object({
        name: nameSchema,
        filter: jobFilterSchema,
        sort: z.enum(JOB_SORTS).default('newest'),
        isPinned: z.boolean().default(false),
        alert: alertRuleSchema.nullable().default(null),
      }),
    )
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
  restore: base
    .input(
      savedSearchSchema.omit({ fresh: true, total: true, alerted: true, misfits: true }).extend({ name: nameSchema }),
    )
    .output(savedSearchSchema),
  /** The user has looked at what it finds: nothing of it is new any more. Returns the instant that was noted before. */
  look: one.input(idSchema).output(z.object({ search: savedSearchSchema, lookedBefore: z.number().int() })),
  /** What a filter finds of the jobs that were first seen after an instant: how many, and the newest of them. */
  newSince: base
    .input(
      z.object({
        filter: jobFilterSchema,
        since: z.number().int().min(0),
        limit: z.number().int().min(0).max(200).default(0),
      }),
    )
    .output(z.object({ total: z.number().int(), jobs: z.array(jobListItemSchema) })),
  /** What the alert would have told in the last days, a day (of this machine's time zone) at a time, newest first; nothing is
   *  sent. `examples`: the newest of those jobs. */
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

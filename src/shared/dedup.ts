import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'
import { jobIdSchema, sourceIdSchema } from './ids.ts'

const BACKFILL_STATES = ['never', 'queued', 'running', 'completed', 'failed', 'cancelled'] as const

/** How far the rules have gone over the stored jobs: `done` of `total` looked at, `merged` into an earlier job, `linked` to an earlier
 *  one that they repeat. The figures of the last time stay until the next. */
export const backfillSchema = z.object({
  state: z.enum(BACKFILL_STATES),
  total: z.number().int(),
  done: z.number().int(),
  merged: z.number().int(),
  linked: z.number().int(),
})
export type Backfill = z.infer<typeof backfillSchema>

/** What deduplication has done with everything that is stored. `postingsPerJob` is 1 where nothing was merged. `byLayer` counts the
 *  postings that joined a job, by why; `bySources` by the source that had the job first and the one that brought it again, the most
 *  frequent pairs first. `separated` and `joined` are pairs of postings that the user spoke about. */
export const dedupMetricsSchema = z.object({
  jobs: z.number().int(),
  postings: z.number().int(),
  postingsPerJob: z.number(),
  byLayer: z.object({
    url: z.number().int(),
    fingerprint: z.number().int(),
    fuzzy: z.number().int(),
    user: z.number().int(),
  }),
  bySources: z.array(
    z.object({
      first: sourceIdSchema,
      firstName: z.string(),
      again: sourceIdSchema,
      againName: z.string(),
      postings: z.number().int(),
    }),
  ),
  reposts: z.number().int(),
  separated: z.number().int(),
  joined: z.number().int(),
})
export type DedupMetrics = z.infer<typeof dedupMetricsSchema>

const postingId = z.number().int().positive()
const base = oc.errors({ INTERNAL: errors.INTERNAL })
const change = base.errors({ NOT_FOUND: errors.NOT_FOUND, FIRST_POSTING: errors.FIRST_POSTING })

/** `separate` makes a posting a job of its own, for ever; `join` takes that back, and says of any job that it is the same as another.
 *  `startBackfill` runs the rules over what is stored, in the background: from where the last time was stopped, or afresh. */
export const dedupContract = {
  separate: change.input(z.object({ postingId })).output(z.object({ fromJobId: jobIdSchema, jobId: jobIdSchema })),
  join: change
    .input(
      z.union([
        z.object({ postingId, intoJobId: jobIdSchema }),
        z.object({ jobId: jobIdSchema, intoJobId: jobIdSchema }),
      ]),
    )
    .output(z.object({ jobId: jobIdSchema })),
  metrics: base.output(dedupMetricsSchema),
  backfill: base.output(backfillSchema),
  startBackfill: base.input(z.object({ isAfresh: z.boolean().default(false) })).output(backfillSchema),
  stopBackfill: base.output(backfillSchema),
}

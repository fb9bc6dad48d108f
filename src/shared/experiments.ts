import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'
import { jobIdSchema } from './ids.ts'
import { matchWeightsSchema } from './recommendations.ts'

export const VARIANTS = ['a', 'b'] as const
export type Variant = (typeof VARIANTS)[number]

/** A job counts as clicked when it stayed open for so long, or was saved. */
export const DWELL_LEAST_MS = 3_000
/** Below these, each for each variant, a comparison says that there is too little data: jobs shown; hits, and misses. */
export const LEAST_SHOWN = 100
export const LEAST_OUTCOMES = 5

const intervalSchema = z.object({ low: z.number(), high: z.number() })
export type RateInterval = z.infer<typeof intervalSchema>

/** How often what was shown was opened (and stayed open for a moment) and applied to, each job once a list; a day's lists are one.
 *  Rates and their 95 % intervals (Wilson's) are null where nothing was shown. */
const variantFiguresSchema = z.object({
  weights: matchWeightsSchema,
  lists: z.number().int(),
  shown: z.number().int(),
  clicked: z.number().int(),
  applied: z.number().int(),
  clickRate: z.number().nullable(),
  clickInterval: intervalSchema.nullable(),
  applyRate: z.number().nullable(),
  applyInterval: intervalSchema.nullable(),
})
export type VariantFigures = z.infer<typeof variantFiguresSchema>

/** A two-proportion z test of B against A with the pooled rate. `difference` of the rates with its 95 % confidence interval (Newcombe's);
 *  null when there is too little to tell. `verdict` never says more than the figures do. `detectable` is the difference that the
 *  experiment is planned for: about `neededShown` shown of the variant with fewer lists would tell it (80 % power), null when they were.
 *  `detectableNow`: what so much as was shown tells; `neededForObserved`: what the difference that is seen would need, if it is true. */
export const comparisonSchema = z.object({
  measure: z.enum(['clicks', 'applications']),
  difference: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  pValue: z.number().nullable(),
  verdict: z.enum(['a_better', 'b_better', 'no_difference_seen', 'not_enough_data']),
  detectable: z.number().nullable(),
  neededShown: z.number().int().nullable(),
  detectableNow: z.number().nullable(),
  neededForObserved: z.number().int().nullable(),
})
export type Comparison = z.infer<typeof comparisonSchema>

export const experimentSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  startedAt: z.number().int(),
  stoppedAt: z.number().int().nullable(),
  /** Part of the lists that get B, 0 to 1. */
  share: z.number(),
  a: variantFiguresSchema,
  b: variantFiguresSchema,
  comparisons: z.array(comparisonSchema),
})
export type Experiment = z.infer<typeof experimentSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL })

export const experimentsContract = {
  list: base.output(z.array(experimentSchema)),
  /** One at a time: the one that is going on has to be stopped first. */
  start: base
    .errors({ EXPERIMENT_ACTIVE: errors.EXPERIMENT_ACTIVE })
    .input(
      z.object({
        name: z.string().trim().min(1).max(80),
        a: matchWeightsSchema,
        b: matchWeightsSchema,
        share: z.number().min(0.05).max(0.95).default(0.5),
      }),
    )
    .output(experimentSchema),
  stop: base
    .errors({ NOT_FOUND: errors.NOT_FOUND })
    .input(z.object({ id: z.number().int() }))
    .output(experimentSchema),
  /** Goes on with one that was stopped. */
  resume: base
    .errors({ NOT_FOUND: errors.NOT_FOUND, EXPERIMENT_ACTIVE: errors.EXPERIMENT_ACTIVE })
    .input(z.object({ id: z.number().int() }))
    .output(experimentSchema),
  /** Rows of a recommendation list that were on screen, and what was opened of them; nothing happens when no experiment is going on. */
  record: base.input(
    z.object({
      listId: z.string().max(80),
      shown: z
        .array(z.object({ jobId: jobIdSchema, position: z.number().int().min(1) }))
        .max(200)
        .default([]),
      opened: z
        .object({ jobId: jobIdSchema, dwellMs: z.number().int().min(0).max(86_400_000) })
        .nullable()
        .default(null),
    }),
  ),
}

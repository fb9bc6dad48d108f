import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'
import { jobIdSchema } from './ids.ts'
import { matchWeightsSchema } from './recommendations.ts'

export const VARIANTS = ['a', 'b'] as const
export type Variant = (typeof VARIANTS)[number]

/** How often what was shown was opened (and stayed open for a moment) and applied to, each job once a list. */
const variantFiguresSchema = z.object({
  weights: matchWeightsSchema,
  lists: z.number().int(),
  shown: z.number().int(),
  clicked: z.number().int(),
  applied: z.number().int(),
  clickRate: z.number().nullable(),
  applyRate: z.number().nullable(),
})

/** A two-proportion z test of B against A. `difference` of the rates with its 95 % confidence interval; null when there is too little
 *  to tell. `verdict` never says more than the figures do; `neededShown`: about so many shown a variant would tell a difference of
 *  `detectable` (80 % power), null when it already can. */
export const comparisonSchema = z.object({
  measure: z.enum(['clicks', 'applications']),
  difference: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  pValue: z.number().nullable(),
  verdict: z.enum(['a_better', 'b_better', 'no_difference_seen', 'not_enough_data']),
  detectable: z.number().nullable(),
  neededShown: z.number().int().nullable(),
})

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

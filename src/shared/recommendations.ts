import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'
import { jobIdSchema } from './ids.ts'
import { jobListItemSchema } from './jobs.ts'

export const MATCH_FACTORS = ['skills', 'place', 'experience', 'salary', 'culture', 'growth', 'recency'] as const
export type MatchFactor = (typeof MATCH_FACTORS)[number]

/** Points of each factor; they are brought to a sum of 100 before they are used, and at least one is above 0. */
export const matchWeightsSchema = z
  .object({
    skills: z.number().min(0).max(100),
    place: z.number().min(0).max(100),
    experience: z.number().min(0).max(100),
    salary: z.number().min(0).max(100),
    culture: z.number().min(0).max(100),
    growth: z.number().min(0).max(100),
    recency: z.number().min(0).max(100),
  })
  .refine((weights) => Object.values(weights).some((points) => points > 0), 'At least one factor has to count.')
export type MatchWeights = z.infer<typeof matchWeightsSchema>

/** From the original specification. */
export const DEFAULT_WEIGHTS: MatchWeights = {
  skills: 40,
  place: 20,
  experience: 15,
  salary: 10,
  culture: 5,
  growth: 5,
  recency: 5,
}

/** `value` is 0 to 1; `points` = its part of the score, to one decimal; the points of a job add up to its score exactly.
 *  `evidence` is a sentence for people. `isKnown` false: the posting or the profile says nothing about it, and `value` is the neutral one. */
export const factorPartSchema = z.object({
  factor: z.enum(MATCH_FACTORS),
  weight: z.number(),
  value: z.number(),
  points: z.number(),
  isKnown: z.boolean(),
  evidence: z.string(),
})
export type FactorPart = z.infer<typeof factorPartSchema>

/** `score` is 0 to 100 with one decimal. `missingSkills`: asked for by the posting and not in the profile, required ones first. */
export const recommendedJobSchema = z.object({
  job: jobListItemSchema,
  score: z.number(),
  parts: z.array(factorPartSchema),
  matchingSkills: z.array(z.string()),
  missingSkills: z.array(z.string()),
  /** What speaks against it whatever the score: needs sponsorship and it is refused, pay below the least, an avoided company. */
  concerns: z.array(z.string()),
})
export type RecommendedJob = z.infer<typeof recommendedJobSchema>

/** `considered`: open jobs that were compared. `computedAt` UTC ms. `isFresh` false: newer jobs or a changed profile are being worked in.
 *  `listId` names this list for impressions and clicks. `hints`: why the list is empty or short, and what helps. */
export const recommendationListSchema = z.object({
  jobs: z.array(recommendedJobSchema),
  total: z.number().int(),
  considered: z.number().int(),
  computedAt: z.number().int(),
  isFresh: z.boolean(),
  listId: z.string(),
  weights: matchWeightsSchema,
  hints: z.array(z.string()),
})
export type RecommendationList = z.infer<typeof recommendationListSchema>

/** Why a job is not higher: `lost` points of a factor, most first, with a sentence on what would change it. */
export const matchExplanationSchema = recommendedJobSchema.extend({
  losses: z.array(z.object({ factor: z.enum(MATCH_FACTORS), lost: z.number(), sentence: z.string() })),
})
export type MatchExplanation = z.infer<typeof matchExplanationSchema>

/** What was learned from saved, applied and hidden jobs: `shift` is added to the user's own points of the factor, within ± `bound`.
 *  `from` counts the acts it rests on, all of them from after `learnsFrom` (UTC ms; 0: none was forgotten). */
export const weightsViewSchema = z.object({
  own: matchWeightsSchema,
  learned: z.array(
    z.object({ factor: z.enum(MATCH_FACTORS), shift: z.number(), bound: z.number(), sentence: z.string() }),
  ),
  from: z.object({ saved: z.number().int(), applied: z.number().int(), hidden: z.number().int() }),
  learnsFrom: z.number().int(),
  isLearningOn: z.boolean(),
  effective: matchWeightsSchema,
  isDefault: z.boolean(),
})
export type WeightsView = z.infer<typeof weightsViewSchema>

/** A skill that good matches ask for and the profile has not. `jobs`: good matches that name it; `wouldOpen`: jobs that it alone would
 *  lift over the least score. Pay in EUR a year: medians of jobs with and without it among `payFrom` that state pay; null when fewer
 *  than the number that a median needs. */
export const skillGapSchema = z.object({
  skill: z.string(),
  jobs: z.number().int(),
  share: z.number(),
  wouldOpen: z.number().int(),
  medianPayEur: z.number().nullable(),
  payDifferenceEur: z.number().nullable(),
  payFrom: z.number().int(),
})
export type SkillGap = z.infer<typeof skillGapSchema>

export const recommendationsInputSchema = z.object({
  limit: z.number().int().min(1).max(200).default(50),
  minScore: z.number().min(0).max(100).default(30),
  maxPerCompany: z.number().int().min(1).max(50).default(3),
})
export type RecommendationsInput = z.infer<typeof recommendationsInputSchema>

/** `asListed`: under the weights of the list of this moment, which an experiment may choose; else under the user's own, as "sort by match" and
 *  the badge of a job have it. */
export const explainInputSchema = z.object({ jobId: jobIdSchema, asListed: z.boolean().default(false) })
export type ExplainInput = z.infer<typeof explainInputSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL })

export const recommendationsContract = {
  list: base.input(recommendationsInputSchema).output(recommendationListSchema),
  /** The same jobs under other weights, without storing anything: for the preview while weights are moved. */
  preview: base
    .input(recommendationsInputSchema.extend({ weights: matchWeightsSchema }))
    .output(recommendationListSchema),
  explain: base.errors({ NOT_FOUND: errors.NOT_FOUND }).input(explainInputSchema).output(matchExplanationSchema),
  weights: base.output(weightsViewSchema),
  /** Null: the product's own weights again. */
  setWeights: base.input(z.object({ weights: matchWeightsSchema.nullable() })).output(weightsViewSchema),
  setLearning: base.input(z.object({ isOn: z.boolean() })).output(weightsViewSchema),
  /** Acts until now no longer count. They are kept for a day, so that this can be taken back. */
  forgetLearned: base.output(weightsViewSchema),
  /** Takes forgetLearned back: acts from after `learnsFrom`, that of the view before, count again. A later instant than the one that holds
   *  changes nothing. */
  restoreLearned: base.input(z.object({ learnsFrom: z.number().int().min(0) })).output(weightsViewSchema),
  skillGaps: base
    .input(z.object({ limit: z.number().int().min(1).max(100).default(20) }))
    .output(z.object({ gaps: z.array(skillGapSchema), goodMatches: z.number().int(), hints: z.array(z.string()) })),
}

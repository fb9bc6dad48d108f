import { z } from 'zod'
import { jobIdSchema, type JobId } from '#shared/ids.ts'
import { recommendationsInputSchema, type RecommendationsInput } from '#shared/recommendations.ts'

/** What the For you screen shows: which jobs are asked for, which is open, and whether the weights lie beside the list. */
export interface MatchView extends RecommendationsInput {
  readonly selectedId: JobId | null
  readonly isWeighing: boolean
}

/** The search part of the address; what has its default is absent. */
export interface MatchSearch {
  readonly limit?: number
  readonly min?: number
  readonly company?: number
  readonly job?: JobId
  readonly weights?: 'open'
}

const DEFAULTS = recommendationsInputSchema.parse({})
const { shape } = recommendationsInputSchema
const whole = z.union([z.number(), z.string().regex(/^\d{1,15}$/)]).transform(Number)

function one<T>(schema: z.ZodType<T>, raw: unknown): T | undefined {
  const result = schema.safeParse(Array.isArray(raw) ? raw[0] : raw)
  return result.success ? result.data : undefined
}

/** Reads any address; a parameter that does not fit, or says the default, is as good as absent. Never throws. Pure. */
export function readMatchSearch(raw: Readonly<Record<string, unknown>>): MatchSearch {
  const found = {
    limit: unless(DEFAULTS.limit, one(whole.pipe(shape.limit.unwrap()), raw['limit'])),
    min: unless(DEFAULTS.minScore, one(whole.pipe(shape.minScore.unwrap()), raw['min'])),
    company: unless(DEFAULTS.maxPerCompany, one(whole.pipe(shape.maxPerCompany.unwrap()), raw['company'])),
    job: one(whole.pipe(jobIdSchema), raw['job']),
    weights: one(z.literal('open'), raw['weights']),
  }
  return {
    ...(found.limit === undefined ? {} : { limit: found.limit }),
    ...(found.min === undefined ? {} : { min: found.min }),
    ...(found.company === undefined ? {} : { company: found.company }),
    ...(found.job === undefined ? {} : { job: found.job }),
    ...(found.weights === undefined ? {} : { weights: found.weights }),
  }
}

function unless(fallback: number, value: number | undefined): number | undefined {
  return value === fallback ? undefined : value
}

export function toMatchView(search: MatchSearch): MatchView {
  return {
    limit: search.limit ?? DEFAULTS.limit,
    minScore: search.min ?? DEFAULTS.minScore,
    maxPerCompany: search.company ?? DEFAULTS.maxPerCompany,
    selectedId: search.job ?? null,
    isWeighing: search.weights === 'open',
  }
}

export function toMatchSearch(view: MatchView): MatchSearch {
  return readMatchSearch({
    limit: view.limit,
    min: view.minScore,
    company: view.maxPerCompany,
    job: view.selectedId,
    weights: view.isWeighing ? 'open' : undefined,
  })
}

/** What the core is asked for. Pure. */
export function toInput({ limit, minScore, maxPerCompany }: MatchView): RecommendationsInput {
  return { limit, minScore, maxPerCompany }
}

import { z } from 'zod'

/** Where a posting asks for a term: as a must, as a plus, or just by naming it. */
export const TERM_WEIGHTS = ['required', 'nice', 'mentioned'] as const

/** A term of the posting and whether the exported text has it, under its own name or another (`foundAs`). `evidence`: the posting's
 *  words. `isInCareer`: the career has it, so that it could truly be said. */
export const atsTermSchema = z.object({
  term: z.string(),
  kind: z.enum(['skill', 'title', 'language', 'degree']),
  weight: z.enum(TERM_WEIGHTS),
  isFound: z.boolean(),
  foundAs: z.string().nullable(),
  times: z.number().int(),
  isInCareer: z.boolean(),
  evidence: z.string(),
})
export type AtsTerm = z.infer<typeof atsTermSchema>

/** `scorePercent`: the found weight of all terms (required 3, nice 1, mentioned 1), 0 to 100; null when the posting names none.
 *  `warnings`: what parsers trip over in this file. */
export const atsMatchSchema = z.object({
  scorePercent: z.number().min(0).max(100).nullable(),
  required: z.object({ found: z.number().int(), all: z.number().int() }),
  nice: z.object({ found: z.number().int(), all: z.number().int() }),
  terms: z.array(atsTermSchema),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
})
export type AtsMatch = z.infer<typeof atsMatchSchema>

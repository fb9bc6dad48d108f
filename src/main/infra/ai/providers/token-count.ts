import { z } from 'zod'

/** As providers write a number of tokens. */
export const tokenCount = z.number().int().nonnegative()
/** One that may be missing, or be written in a way that says nothing. */
export const tokensOrNone = tokenCount.nullish().catch(null)

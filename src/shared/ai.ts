import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'

/** Language models that the user may let write: which, with whose key, for how much. Money is US dollars, as providers bill. Nothing is
 *  sent but by an act of the user, and what was sent is kept here to be read. */

export const AI_PROVIDERS = ['groq', 'openai', 'anthropic', 'google', 'compatible'] as const
export type AiProvider = (typeof AI_PROVIDERS)[number]
export const aiProviderSchema = z.enum(AI_PROVIDERS)

/** What a call is for. */
export const AI_PURPOSES = ['test', 'resume', 'letter', 'interview'] as const
export type AiPurpose = (typeof AI_PURPOSES)[number]

/** Dollars a million tokens; null where nobody says. `asOf`: the day on which `source` said so. */
export const aiModelSchema = z.object({
  id: z.string().min(1).max(200),
  name: z.string().max(200),
  contextTokens: z.number().int().positive().nullable(),
  inputUsdPerMillion: z.number().min(0).nullable(),
  outputUsdPerMillion: z.number().min(0).nullable(),
  asOf: z.string().nullable(),
  source: z.string(),
  /** Written by the user, not by the bundled list. */
  isOwn: z.boolean(),
})
export type AiModel = z.infer<typeof aiModelSchema>

/** `keyName`: under which the keychain has its key; null: needs none. `isHere`: it is asked on this computer. `waitUntil`: not asked
 *  before this instant, by its own word. */
export const aiProviderViewSchema = z.object({
  id: aiProviderSchema,
  name: z.string(),
  keyName: z.string().nullable(),
  hasKey: z.boolean(),
  isOn: z.boolean(),
  baseUrl: z.string(),
  isHere: z.boolean(),
  model: z.string(),
  models: z.array(aiModelSchema),
  requestsPerMinute: z.number().int(),
  waitUntil: z.number().int().nullable(),
  keyUrl: z.string(),
})
export type AiProviderView = z.infer<typeof aiProviderViewSchema>

/** How a call ended. 'stopped': by the user, what had come is kept; 'cut': the connection broke in the middle. */
export const AI_CALL_STATES = [
  'running',
  'ok',
  'stopped',
  'cut',
  'key_rejected',
  'rate_limited',
  'refused',
  'bad_answer',
  'unreachable',
  'timeout',
  'failed',
  'over_budget',
] as const
export type AiCallState = (typeof AI_CALL_STATES)[number]

/** `isEstimated`: the provider did not tell all of its tokens. They were reckoned from the text; of an answer that is not whole, the most
 *  that it may have been is counted. `costUsd` is null where nobody told the price: 0 is what cost nothing. */
export const aiCallSchema = z.object({
  id: z.number().int(),
  provider: aiProviderSchema,
  model: z.string(),
  purpose: z.enum(AI_PURPOSES),
  state: z.enum(AI_CALL_STATES),
  /** The call whose failure led here. */
  fallbackOf: z.number().int().nullable(),
  startedAt: z.number().int(),
  ms: z.number().int().nullable(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  isEstimated: z.boolean(),
  costUsd: z.number().nullable(),
  message: z.string(),
})
export type AiCall = z.infer<typeof aiCallSchema>

/** Money is the sum over the calls whose price is known; null where only calls without a price can have cost something. `unpriced` counts
 *  those. */
export const aiUsageSchema = z.object({
  /** 'YYYY-MM' in the user's zone. */
  month: z.string(),
  budgetUsd: z.number().nullable(),
  spentUsd: z.number().nullable(),
  unpriced: z.number().int(),
  calls: z.number().int(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  byProvider: z.array(
    z.object({
      provider: aiProviderSchema,
      calls: z.number().int(),
      costUsd: z.number().nullable(),
      unpriced: z.number().int(),
      failed: z.number().int(),
    }),
  ),
})
export type AiUsage = z.infer<typeof aiUsageSchema>

/** A prompt with places in double braces, as {{posting}}. `version` 0: the bundled text. */
export const promptSchema = z.object({
  purpose: z.enum(AI_PURPOSES).exclude(['test']),
  version: z.number().int(),
  text: z.string(),
  bundled: z.string(),
  places: z.array(z.object({ name: z.string(), meaning: z.string(), isNeeded: z.boolean() })),
  versions: z.array(z.object({ version: z.number().int(), savedAt: z.number().int() })),
})
export type Prompt = z.infer<typeof promptSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL })
const one = base.errors({ NOT_FOUND: errors.NOT_FOUND })
const purpose = z.enum(AI_PURPOSES).exclude(['test'])

export const aiContract = {
  providers: base.output(z.array(aiProviderViewSchema)),
  /** Asks the provider whether it takes the key, at the least cost. */
  test: base
    .input(z.object({ provider: aiProviderSchema }))
    .output(
      z.object({ isOk: z.boolean(), state: z.enum(AI_CALL_STATES), message: z.string(), models: z.array(z.string()) }),
    ),
  usage: base
    .input(
      z
        .object({
          month: z
            .string()
            .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
            .optional(),
        })
        .default({}),
    )
    .output(aiUsageSchema),
  /** Newest first. */
  calls: base
    .input(
      z
        .object({ beforeId: z.number().int().optional(), limit: z.number().int().min(1).max(200).default(50) })
        .prefault({}),
    )
    .output(z.array(aiCallSchema)),
  /** With what was sent, as it was sent but for the key, and what came back. */
  call: one
    .input(z.object({ id: z.number().int() }))
    .output(aiCallSchema.extend({ sent: z.string(), received: z.string() })),
  prompts: base.output(z.array(promptSchema)),
  /** Throws PROMPT_INVALID when a place that is needed is missing or one is unknown. */
  savePrompt: base
    .errors({ PROMPT_INVALID: errors.PROMPT_INVALID })
    .input(z.object({ purpose, text: z.string().min(1).max(20_000) }))
    .output(promptSchema),
  /** An older version, or 0 for the bundled text, becomes the one in use. */
  usePrompt: one.input(z.object({ purpose, version: z.number().int().min(0) })).output(promptSchema),
}

import type { AiModel } from '#shared/ai.ts'
import type { AiMessage, JsonSchema, Provider, TokenUse } from './provider.ts'

/** Marks of turns and roles that a provider puts around each message. */
const TOKENS_AROUND_MESSAGE = 16
/** Around the whole, and for what a provider adds to hold an answer to a schema. */
const TOKENS_AROUND_CALL = 400
/** Text in European languages has three bytes or more a token. */
const BYTES_PER_TOKEN = 3

/** What goes into a cache costs a quarter more than what is only sent, at OpenAI as at Anthropic (for five minutes). */
const CACHE_WRITE_SURCHARGE = 0.25

type Price = Pick<AiModel, 'inputUsdPerMillion' | 'outputUsdPerMillion'>

/** The most tokens that the messages can be: every token of a text is at least one byte of it. Pure. */
export function mostInputTokens(messages: readonly AiMessage[], schema: JsonSchema | null): number {
  const bytes = messages.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const schemaBytes = schema === null ? 0 : Buffer.byteLength(JSON.stringify(schema))
  return bytes + schemaBytes + messages.length * TOKENS_AROUND_MESSAGE + TOKENS_AROUND_CALL
}

/** About how many tokens a text is. For what a provider did not count. Pure. */
export function estimatedTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN)
}

/** Tokens that nobody counted, as they may be charged at the most. Pure. */
export function uncounted(
  tokens: Pick<TokenUse, 'inputTokens' | 'outputTokens'>,
  { isCaching }: Pick<Provider, 'isCaching'>,
): TokenUse {
  return { ...tokens, cacheWriteTokens: isCaching ? tokens.inputTokens : 0 }
}

/** US dollars; null when a price is not known. What a cache knew already counts as sent, although it may cost less. Pure. */
export function costUsd(use: TokenUse, price: Price): number | null {
  const { inputUsdPerMillion, outputUsdPerMillion } = price
  if (inputUsdPerMillion === null || outputUsdPerMillion === null) return null
  const input = use.inputTokens + use.cacheWriteTokens * CACHE_WRITE_SURCHARGE
  return (input * inputUsdPerMillion + use.outputTokens * outputUsdPerMillion) / 1_000_000
}

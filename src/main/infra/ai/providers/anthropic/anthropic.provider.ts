import { z } from 'zod'
import { type Finish, KEY_OF_SDKS, type Provider, type ProviderAccess, type ProviderCall } from '../../provider.ts'
import { answerOf, piecesOf } from '../../sdk-answers.ts'
import { modelListSchema } from '../chat-chunks.ts'
import { tokenCount, tokensOrNone } from '../token-count.ts'

/** The form of answers that its SDK reads. */
const API_VERSION = '2026-10-21'

const FINISHES: Readonly<Record<string, Finish>> = {
  end_turn: 'done',
  stop_sequence: 'done',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  refusal: 'refused',
}

/** Sums up to here. Input tokens are told without those that went through the cache; output tokens with what was thought. */
const usageSchema = z.object({
  input_tokens: tokensOrNone,
  cache_creation_input_tokens: tokensOrNone,
  cache_read_input_tokens: tokensOrNone,
  output_tokens: tokensOrNone,
})
type Usage = z.infer<typeof usageSchema>

/** What is read of any of its events. */
const eventSchema = z.object({
  type: z.string(),
  message: z.object({ usage: usageSchema.nullish() }).nullish(),
  delta: z
    .object({ type: z.string().nullish(), text: z.string().nullish(), stop_reason: z.string().nullish() })
    .nullish(),
  usage: usageSchema.nullish(),
})

/** Anthropic's messages. Input tokens are told at the start, output tokens as they add up. */
export const anthropic: Provider = {
  id: 'anthropic',
  // Only what is marked goes into its cache, and nothing is.
  isCaching: false,
  headersFor: (key) => ({
    accept: 'application/json',
    'anthropic-version': API_VERSION,
    ...(key !== null && { authorization: `Bearer ${key}` }),
  }),
  generate: async (call) => {
    const client = await anthropicClient(call)
    const body = bodyOf(call)
    const { signal } = call
    let finish: Finish = null
    let told: Usage | null = null
    for await (const event of piecesOf(eventSchema, () => client.messages.create(body, { signal }))) {
      if (event.type === 'message_start') {
        told = event.message?.usage ?? null
        tell(call, told, false)
      } else if (event.type === 'content_block_delta' && event.delta?.type === 'text_delta') {
        call.onText(event.delta.text ?? '')
      } else if (event.type === 'message_delta') {
        const reason = event.delta?.stop_reason
        if (typeof reason === 'string') finish = FINISHES[reason] ?? 'done'
        told = latest(told, event.usage ?? null)
        tell(call, told, true)
      }
    }
    return finish
  },
  listModels: async (access) => {
    const client = await anthropicClient(access)
    const { signal } = access
    const { data } = await answerOf(modelListSchema, () => client.models.list({ limit: 1000 }, { signal }))
    return data.map(({ id }) => id)
  },
}

function bodyOf(call: ProviderCall) {
  const system = call.messages.filter(({ role }) => role === 'system').map(({ text }) => text)
  return {
    model: call.model,
    max_tokens: call.maxOutputTokens,
    messages: call.messages.flatMap(({ role, text }) => (role === 'system' ? [] : [{ role, content: text }])),
    stream: true as const,
    ...(system.length > 0 && { system: system.join('\n\n') }),
    ...(call.schema !== null && {
      output_config: { format: { type: 'json_schema' as const, schema: { ...call.schema } } },
    }),
  }
}

/** Later events repeat of the sums what they know. */
function latest(before: Usage | null, now: Usage | null): Usage | null {
  if (before === null || now === null) return now ?? before
  return {
    input_tokens: now.input_tokens ?? before.input_tokens,
    cache_creation_input_tokens: now.cache_creation_input_tokens ?? before.cache_creation_input_tokens,
    cache_read_input_tokens: now.cache_read_input_tokens ?? before.cache_read_input_tokens,
    output_tokens: now.output_tokens ?? before.output_tokens,
  }
}

function tell({ onUsage }: ProviderCall, usage: Usage | null, isLast: boolean): void {
  const fresh = tokenCount.safeParse(usage?.input_tokens)
  if (usage === null || !fresh.success) return
  const cacheWriteTokens = usage.cache_creation_input_tokens ?? 0
  onUsage({
    inputTokens: fresh.data + cacheWriteTokens + (usage.cache_read_input_tokens ?? 0),
    outputTokens: isLast ? (usage.output_tokens ?? null) : null,
    cacheWriteTokens,
  })
}

async function anthropicClient({ baseUrl, fetch }: ProviderAccess) {
  const { Anthropic } = await import('@anthropic-ai/sdk')
  return new Anthropic({ baseURL: baseUrl, apiKey: KEY_OF_SDKS, fetch, maxRetries: 0, logLevel: 'off' })
}

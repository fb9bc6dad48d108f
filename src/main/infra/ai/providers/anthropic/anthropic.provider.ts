import { type Finish, KEY_OF_SDKS, type Provider, type ProviderAccess, type ProviderCall } from '../../provider.ts'

/** The form of answers that its SDK reads. */
const API_VERSION = '2026-10-21'

const FINISHES: Readonly<Record<string, Finish>> = {
  end_turn: 'done',
  stop_sequence: 'done',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  refusal: 'refused',
}

/** Anthropic's messages. Input tokens are told at the start, output tokens as they add up. */
export const anthropic: Provider = {
  id: 'anthropic',
  headersFor: (key) => ({
    accept: 'application/json',
    'anthropic-version': API_VERSION,
    ...(key !== null && { authorization: `Bearer ${key}` }),
  }),
  generate: async (call) => {
    const client = await anthropicClient(call)
    const system = call.messages.filter(({ role }) => role === 'system').map(({ text }) => text)
    const events = await client.messages.create(
      {
        model: call.model,
        max_tokens: call.maxOutputTokens,
        messages: turnsOf(call),
        stream: true,
        ...(system.length > 0 && { system: system.join('\n\n') }),
        ...(call.schema !== null && { output_config: { format: { type: 'json_schema', schema: { ...call.schema } } } }),
      },
      { signal: call.signal },
    )
    let finish: Finish = null
    let inputTokens = 0
    for await (const event of events) {
      if (event.type === 'message_start') {
        const { usage } = event.message
        inputTokens =
          usage.input_tokens + (usage.cache_creation_input_tokens ?? 0) + (usage.cache_read_input_tokens ?? 0)
        call.onUsage({ inputTokens, outputTokens: null })
      } else if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') {
        call.onText(event.delta.text)
      } else if (event.type === 'message_delta') {
        const reason = event.delta.stop_reason
        if (reason !== null) finish = FINISHES[reason] ?? 'done'
        call.onUsage({ inputTokens, outputTokens: event.usage.output_tokens })
      }
    }
    return finish
  },
  listModels: async (access) => {
    const client = await anthropicClient(access)
    const { data } = await client.models.list({ limit: 1000 }, { signal: access.signal })
    return data.map(({ id }) => id)
  },
}

function turnsOf({ messages }: ProviderCall) {
  return messages.flatMap(({ role, text }) => (role === 'system' ? [] : [{ role, content: text }]))
}

async function anthropicClient({ baseUrl, fetch }: ProviderAccess) {
  const { Anthropic } = await import('@anthropic-ai/sdk')
  return new Anthropic({ baseURL: baseUrl, apiKey: KEY_OF_SDKS, fetch, maxRetries: 0, logLevel: 'off' })
}

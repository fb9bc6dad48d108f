import type { Finish, Provider, ProviderAccess, ProviderCall } from '../../provider.ts'

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
    let outputTokens = 0
    for await (const event of events) {
      if (event.type === 'message_start') {
        const { usage } = event.message
        inputTokens =
          usage.input_tokens + (usage.cache_creation_input_tokens ?? 0) + (usage.cache_read_input_tokens ?? 0)
        outputTokens = usage.output_tokens
      } else if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') {
        call.onText(event.delta.text)
      } else if (event.type === 'message_delta') {
        outputTokens = event.usage.output_tokens
        const reason = event.delta.stop_reason
        if (reason !== null) finish = FINISHES[reason] ?? 'done'
        call.onUsage({ inputTokens, outputTokens })
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

async function anthropicClient({ baseUrl, key, fetch }: ProviderAccess) {
  const { Anthropic } = await import('@anthropic-ai/sdk')
  return new Anthropic({ baseURL: baseUrl, apiKey: key ?? '', fetch, maxRetries: 0, logLevel: 'off' })
}

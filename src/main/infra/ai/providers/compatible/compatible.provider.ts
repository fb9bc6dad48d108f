import type { Provider } from '../../provider.ts'
import { chatHeaders, chatMessages, readChatChunks } from '../chat-chunks.ts'
import { openAiClient } from '../openai/openai-client.ts'

/** Whoever speaks as OpenAI does: Ollama, LM Studio, a company's own address. Only what all of them understand is asked for. */
export const compatible: Provider = {
  id: 'compatible',
  headersFor: chatHeaders,
  generate: async (call) => {
    const client = await openAiClient(call)
    const chunks = await client.chat.completions.create(
      {
        model: call.model,
        messages: chatMessages(call.messages),
        max_tokens: call.maxOutputTokens,
        stream: true,
        stream_options: { include_usage: true },
      },
      { signal: call.signal },
    )
    return readChatChunks(chunks, call)
  },
  listModels: async (access) => {
    const client = await openAiClient(access)
    const { data } = await client.models.list({ signal: access.signal })
    return data.map(({ id }) => id)
  },
}

import type { Provider } from '../../provider.ts'
import { chatFormat, chatHeaders, chatMessages, readChatChunks } from '../chat-chunks.ts'
import { openAiClient } from './openai-client.ts'

/** OpenAI's chat completions. */
export const openAi: Provider = {
  id: 'openai',
  headersFor: chatHeaders,
  generate: async (call) => {
    const client = await openAiClient(call)
    const chunks = await client.chat.completions.create(
      {
        model: call.model,
        messages: chatMessages(call.messages),
        max_completion_tokens: call.maxOutputTokens,
        stream: true,
        stream_options: { include_usage: true },
        store: false,
        ...(call.schema !== null && { response_format: chatFormat(call.schema) }),
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

import { KEY_OF_SDKS, type Provider, type ProviderAccess } from '../../provider.ts'
import { chatFormat, chatHeaders, chatMessages, readChatChunks } from '../chat-chunks.ts'

/** Groq's chat completions: OpenAI's shape, with the tokens told in a part of its own. */
export const groq: Provider = {
  id: 'groq',
  headersFor: chatHeaders,
  generate: async (call) => {
    const client = await groqClient(call)
    const chunks = await client.chat.completions.create(
      {
        model: call.model,
        messages: chatMessages(call.messages),
        max_completion_tokens: call.maxOutputTokens,
        stream: true,
        ...(call.schema !== null && { response_format: chatFormat(call.schema) }),
      },
      { signal: call.signal },
    )
    return readChatChunks(chunks, call)
  },
  listModels: async (access) => {
    const client = await groqClient(access)
    const { data } = await client.models.list({ signal: access.signal })
    return data.map(({ id }) => id)
  },
}

async function groqClient({ baseUrl, fetch }: ProviderAccess) {
  const { Groq } = await import('groq-sdk')
  return new Groq({ baseURL: baseUrl, apiKey: KEY_OF_SDKS, fetch, maxRetries: 0, logLevel: 'off' })
}

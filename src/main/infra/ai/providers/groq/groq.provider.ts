import { KEY_OF_SDKS, type Provider, type ProviderAccess } from '../../provider.ts'
import { answerOf, piecesOf } from '../../sdk-answers.ts'
import {
  chatChunkSchema,
  chatFormat,
  chatHeaders,
  chatMessages,
  modelListSchema,
  readChatChunks,
} from '../chat-chunks.ts'

/** Groq's chat completions: OpenAI's shape, with the tokens told in a part of its own. */
export const groq: Provider = {
  id: 'groq',
  isCaching: false,
  headersFor: chatHeaders,
  generate: async (call) => {
    const client = await groqClient(call)
    const body = {
      model: call.model,
      messages: chatMessages(call.messages),
      max_completion_tokens: call.maxOutputTokens,
      stream: true,
      ...(call.schema !== null && { response_format: chatFormat(call.schema) }),
    } as const
    const { signal } = call
    return readChatChunks(
      piecesOf(chatChunkSchema, () => client.chat.completions.create(body, { signal })),
      call,
    )
  },
  listModels: async (access) => {
    const client = await groqClient(access)
    const { signal } = access
    const { data } = await answerOf(modelListSchema, () => client.models.list({ signal }))
    return data.map(({ id }) => id)
  },
}

async function groqClient({ baseUrl, fetch }: ProviderAccess) {
  const { Groq } = await import('groq-sdk')
  return new Groq({ baseURL: baseUrl, apiKey: KEY_OF_SDKS, fetch, maxRetries: 0, logLevel: 'off' })
}

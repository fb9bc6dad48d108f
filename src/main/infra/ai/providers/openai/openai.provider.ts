import type { Provider } from '../../provider.ts'
import { answerOf, piecesOf } from '../../sdk-answers.ts'
import {
  chatChunkSchema,
  chatFormat,
  chatHeaders,
  chatMessages,
  modelListSchema,
  readChatChunks,
} from '../chat-chunks.ts'
import { openAiClient } from './openai-client.ts'

/** OpenAI's chat completions. */
export const openAi: Provider = {
  id: 'openai',
  isCaching: true,
  headersFor: chatHeaders,
  generate: async (call) => {
    const client = await openAiClient(call)
    const body = {
      model: call.model,
      messages: chatMessages(call.messages),
      max_completion_tokens: call.maxOutputTokens,
      stream: true,
      stream_options: { include_usage: true },
      store: false,
      ...(call.schema !== null && { response_format: chatFormat(call.schema) }),
    } as const
    const { signal } = call
    return readChatChunks(
      piecesOf(chatChunkSchema, () => client.chat.completions.create(body, { signal })),
      call,
    )
  },
  listModels: async (access) => {
    const client = await openAiClient(access)
    const { signal } = access
    const { data } = await answerOf(modelListSchema, () => client.models.list({ signal }))
    return data.map(({ id }) => id)
  },
}

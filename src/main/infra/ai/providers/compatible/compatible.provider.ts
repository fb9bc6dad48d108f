import type { Provider } from '../../provider.ts'
import { answerOf, piecesOf } from '../../sdk-answers.ts'
import { chatChunkSchema, chatHeaders, chatMessages, modelListSchema, readChatChunks } from '../chat-chunks.ts'
import { openAiClient } from '../openai/openai-client.ts'

/** Whoever speaks as OpenAI does: Ollama, LM Studio, a company's own address. Only what all of them understand is asked for. */
export const compatible: Provider = {
  id: 'compatible',
  isCaching: false,
  headersFor: chatHeaders,
  generate: async (call) => {
    const client = await openAiClient(call)
    const body = {
      model: call.model,
      messages: chatMessages(call.messages),
      max_tokens: call.maxOutputTokens,
      stream: true,
      stream_options: { include_usage: true },
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

import { z } from 'zod'
import {
  type Finish,
  KEY_OF_SDKS,
  type Provider,
  type ProviderAccess,
  type ProviderCall,
  type ToldUse,
} from '../../provider.ts'
import { answerOf, piecesOf } from '../../sdk-answers.ts'
import { tokensOrNone } from '../token-count.ts'

/** Every end that is neither the model's own nor a lack of room is a filter of the provider's. */
const FINISHES: Readonly<Record<string, Finish>> = {
  STOP: 'done',
  MAX_TOKENS: 'length',
  OTHER: null,
  FINISH_REASON_UNSPECIFIED: null,
}

const usageSchema = z
  .object({
    promptTokenCount: tokensOrNone,
    candidatesTokenCount: tokensOrNone,
    thoughtsTokenCount: tokensOrNone,
    totalTokenCount: tokensOrNone,
  })
  .nullish()
  .catch(null)

/** What is read of a chunk. */
const chunkSchema = z.object({
  candidates: z
    .array(
      z.object({
        content: z
          .object({
            parts: z.array(z.object({ text: z.string().nullish(), thought: z.boolean().nullish() })).nullish(),
          })
          .nullish(),
        finishReason: z.string().nullish(),
      }),
    )
    .nullish(),
  promptFeedback: z.object({ blockReason: z.string().nullish() }).nullish(),
  usageMetadata: usageSchema,
})
const pageSchema = z.object({ page: z.array(z.object({ name: z.string().nullish() })) })

/** Gemini's generateContent. What it thinks is billed as output. */
export const google: Provider = {
  id: 'google',
  isCaching: false,
  headersFor: (key) => (key === null ? {} : { 'x-goog-api-key': key }),
  generate: async (call) => {
    const client = await googleClient(call)
    const body = bodyOf(call)
    let finish: Finish = null
    let use: ToldUse | null = null
    let hasEnded = false
    for await (const chunk of piecesOf(chunkSchema, () => client.models.generateContentStream(body))) {
      use = useOf(chunk.usageMetadata) ?? use
      // Until the last chunk it counts only what has come.
      if (use !== null) call.onUsage({ ...use, outputTokens: null })
      const isBlocked = typeof chunk.promptFeedback?.blockReason === 'string'
      if (isBlocked) finish = 'refused'
      const candidate = chunk.candidates?.[0]
      for (const { text, thought } of candidate?.content?.parts ?? []) {
        if (thought !== true && typeof text === 'string' && text !== '') call.onText(text)
      }
      const reason = candidate?.finishReason
      if (typeof reason === 'string') finish = finishOf(reason)
      hasEnded ||= isBlocked || typeof reason === 'string'
    }
    if (use !== null && hasEnded) call.onUsage(use)
    return finish
  },
  listModels: async (access) => {
    const client = await googleClient(access)
    const config = { pageSize: 200, abortSignal: access.signal }
    const { page } = await answerOf(pageSchema, () => client.models.list({ config }))
    return page.flatMap(({ name }) => (typeof name === 'string' ? [name.replace(/^models\//, '')] : []))
  },
}

function bodyOf(call: ProviderCall) {
  const system = call.messages.filter(({ role }) => role === 'system').map(({ text }) => text)
  return {
    model: call.model,
    contents: turnsOf(call),
    config: {
      maxOutputTokens: call.maxOutputTokens,
      abortSignal: call.signal,
      ...(system.length > 0 && { systemInstruction: system.join('\n\n') }),
      ...(call.schema !== null && { responseMimeType: 'application/json', responseJsonSchema: call.schema }),
    },
  }
}

/** What was thought is told beside what was written; the total holds both. */
function useOf(usage: z.infer<typeof usageSchema>): ToldUse | null {
  const inputTokens = usage?.promptTokenCount ?? null
  if (usage === null || usage === undefined || inputTokens === null) return null
  const told = (usage.candidatesTokenCount ?? 0) + (usage.thoughtsTokenCount ?? 0)
  const outputTokens = Math.max(told, (usage.totalTokenCount ?? 0) - inputTokens)
  return { inputTokens, outputTokens, cacheWriteTokens: 0 }
}

function finishOf(reason: string): Finish {
  const finish = FINISHES[reason]
  return finish === undefined ? 'refused' : finish
}

function turnsOf({ messages }: ProviderCall) {
  return messages.flatMap(({ role, text }) =>
    role === 'system' ? [] : [{ role: role === 'assistant' ? 'model' : 'user', parts: [{ text }] }],
  )
}

async function googleClient({ baseUrl, fetch }: ProviderAccess) {
  const { GoogleGenAI } = await import('@google/genai')
  return new GoogleGenAI({
    apiKey: KEY_OF_SDKS,
    vertexai: false,
    apiVersion: 'v1beta',
    httpOptions: { baseUrl, fetch },
  })
}

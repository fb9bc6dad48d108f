import type { Finish, Provider, ProviderAccess, ProviderCall } from '../../provider.ts'

/** Every end that is neither the model's own nor a lack of room is a filter of the provider's. */
const FINISHES: Readonly<Record<string, Finish>> = {
  STOP: 'done',
  MAX_TOKENS: 'length',
  OTHER: null,
  FINISH_REASON_UNSPECIFIED: null,
}

/** Gemini's generateContent. What it thinks is billed as output. */
export const google: Provider = {
  id: 'google',
  generate: async (call) => {
    const client = await googleClient(call)
    const system = call.messages.filter(({ role }) => role === 'system').map(({ text }) => text)
    const chunks = await client.models.generateContentStream({
      model: call.model,
      contents: turnsOf(call),
      config: {
        maxOutputTokens: call.maxOutputTokens,
        abortSignal: call.signal,
        ...(system.length > 0 && { systemInstruction: system.join('\n\n') }),
        ...(call.schema !== null && { responseMimeType: 'application/json', responseJsonSchema: call.schema }),
      },
    })
    let finish: Finish = null
    for await (const chunk of chunks) {
      const { promptTokenCount, candidatesTokenCount, thoughtsTokenCount } = chunk.usageMetadata ?? {}
      if (promptTokenCount !== undefined) {
        const outputTokens = (candidatesTokenCount ?? 0) + (thoughtsTokenCount ?? 0)
        call.onUsage({ inputTokens: promptTokenCount, outputTokens })
      }
      if (chunk.promptFeedback?.blockReason !== undefined) finish = 'refused'
      const candidate = chunk.candidates?.[0]
      for (const part of candidate?.content?.parts ?? []) {
        if (part.thought !== true && part.text !== undefined && part.text !== '') call.onText(part.text)
      }
      const reason = candidate?.finishReason
      if (reason !== undefined) finish = finishOf(reason)
    }
    return finish
  },
  listModels: async (access) => {
    const client = await googleClient(access)
    const names: string[] = []
    const pager = await client.models.list({ config: { pageSize: 200, abortSignal: access.signal } })
    for (const { name } of pager.page) if (name !== undefined) names.push(name.replace(/^models\//, ''))
    return names
  },
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

async function googleClient({ baseUrl, key, fetch }: ProviderAccess) {
  const { GoogleGenAI } = await import('@google/genai')
  return new GoogleGenAI({
    apiKey: key ?? '',
    vertexai: false,
    apiVersion: 'v1beta',
    httpOptions: { baseUrl, fetch },
  })
}

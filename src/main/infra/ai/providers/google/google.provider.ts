import {
  type Finish,
  KEY_OF_SDKS,
  type Provider,
  type ProviderAccess,
  type ProviderCall,
  type TokenUse,
} from '../../provider.ts'

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
  headersFor: (key) => (key === null ? {} : { 'x-goog-api-key': key }),
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
    let use: TokenUse | null = null
    let hasEnded = false
    for await (const chunk of chunks) {
      const { promptTokenCount, candidatesTokenCount, thoughtsTokenCount } = chunk.usageMetadata ?? {}
      if (promptTokenCount !== undefined) {
        const outputTokens = (candidatesTokenCount ?? 0) + (thoughtsTokenCount ?? 0)
        use = { inputTokens: promptTokenCount, outputTokens }
        // Until the last chunk it counts only what has come.
        call.onUsage({ ...use, outputTokens: null })
      }
      const isBlocked = chunk.promptFeedback?.blockReason !== undefined
      if (isBlocked) finish = 'refused'
      const candidate = chunk.candidates?.[0]
      for (const part of candidate?.content?.parts ?? []) {
        if (part.thought !== true && part.text !== undefined && part.text !== '') call.onText(part.text)
      }
      const reason = candidate?.finishReason
      if (reason !== undefined) finish = finishOf(reason)
      hasEnded ||= isBlocked || reason !== undefined
    }
    if (use !== null && hasEnded) call.onUsage(use)
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

async function googleClient({ baseUrl, fetch }: ProviderAccess) {
  const { GoogleGenAI } = await import('@google/genai')
  return new GoogleGenAI({
    apiKey: KEY_OF_SDKS,
    vertexai: false,
    apiVersion: 'v1beta',
    httpOptions: { baseUrl, fetch },
  })
}

import type { AiMessage, Finish, JsonSchema, ProviderCall, TokenUse } from '../provider.ts'

/** The parts of a chat completion chunk that OpenAI, Groq and those who copy them have in common. */
interface ChatChunk {
  readonly choices?: readonly {
    readonly delta?: { readonly content?: string | null; readonly refusal?: string | null } | null
    readonly finish_reason?: string | null
  }[]
  readonly usage?: ChatUsage | null
  readonly x_groq?: { readonly usage?: ChatUsage | null } | null
}

interface ChatUsage {
  readonly prompt_tokens?: number | null
  readonly completion_tokens?: number | null
}

const FINISHES: Readonly<Record<string, Finish>> = { stop: 'done', length: 'length', content_filter: 'refused' }

/** Reads a stream of chunks to its end. */
export async function readChatChunks(
  chunks: AsyncIterable<ChatChunk>,
  { onText, onUsage }: Pick<ProviderCall, 'onText' | 'onUsage'>,
): Promise<Finish> {
  let finish: Finish = null
  for await (const chunk of chunks) {
    const use = useOf(chunk.usage ?? chunk.x_groq?.usage)
    if (use !== null) onUsage(use)
    const choice = chunk.choices?.[0]
    if (typeof choice?.delta?.content === 'string' && choice.delta.content !== '') onText(choice.delta.content)
    if (typeof choice?.delta?.refusal === 'string' && choice.delta.refusal !== '') finish = 'refused'
    const reason = choice?.finish_reason
    // A tool call, say, is none of the ends that we asked for: the answer is taken for whole and judged by what it says.
    if (typeof reason === 'string') finish ??= FINISHES[reason] ?? 'done'
  }
  return finish
}

/** An address that wants no key gets none. */
export function chatHeaders(key: string | null): Readonly<Record<string, string>> {
  return { accept: 'application/json', ...(key !== null && { authorization: `Bearer ${key}` }) }
}

export function chatMessages(messages: readonly AiMessage[]) {
  return messages.map(({ role, text }) => ({ role, content: text }))
}

export function chatFormat(schema: JsonSchema) {
  return { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema: { ...schema } } } as const
}

function useOf(usage: ChatUsage | null | undefined): TokenUse | null {
  if (typeof usage?.prompt_tokens !== 'number' || typeof usage.completion_tokens !== 'number') return null
  return { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens }
}

import { z } from 'zod'
import type { AiMessage, Finish, JsonSchema, ProviderCall, ToldUse } from '../provider.ts'
import { tokenCount, tokensOrNone } from './token-count.ts'

/** `completion_tokens` holds what the model thought, too; some who copy OpenAI count that in the total alone. */
const usageSchema = z
  .object({
    prompt_tokens: tokenCount,
    completion_tokens: tokenCount,
    total_tokens: tokensOrNone,
    prompt_tokens_details: z.object({ cache_write_tokens: tokensOrNone }).nullish().catch(null),
  })
  .nullish()
  .catch(null)

/** The parts of a chat completion chunk that OpenAI, Groq and those who copy them have in common. */
export const chatChunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z
          .object({ content: z.string().nullish().catch(null), refusal: z.string().nullish().catch(null) })
          .nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: usageSchema,
  x_groq: z.object({ usage: usageSchema }).nullish().catch(null),
})
type ChatChunk = z.infer<typeof chatChunkSchema>

/** The list of models, of which only the names are read. */
export const modelListSchema = z.object({ data: z.array(z.object({ id: z.string() })) })

const FINISHES: Readonly<Record<string, Finish>> = { stop: 'done', length: 'length', content_filter: 'refused' }

/** Reads a stream of chunks to its end. */
export async function readChatChunks(
  chunks: AsyncIterable<ChatChunk>,
  { onText, onUsage, signal }: Pick<ProviderCall, 'onText' | 'onUsage' | 'signal'>,
): Promise<Finish> {
  let finish: Finish = null
  let use: ToldUse | null = null
  let hasEnded = false
  for await (const chunk of chunks) {
    const choice = chunk.choices?.[0]
    hasEnded ||= typeof choice?.finish_reason === 'string'
    const told = useOf(chunk.usage ?? chunk.x_groq?.usage)
    use = told ?? use
    // Some count as they go: until the end that is only what has come.
    if (told !== null) onUsage(hasEnded ? told : { ...told, outputTokens: null })
    const content = choice?.delta?.content ?? ''
    if (content !== '') onText(content)
    if ((choice?.delta?.refusal ?? '') !== '') finish = 'refused'
    const reason = choice?.finish_reason
    // A tool call, say, is none of the ends that we asked for: the answer is taken for whole and judged by what it says.
    if (typeof reason === 'string') finish ??= FINISHES[reason] ?? 'done'
  }
  // Who was stopped before the last count ends as quietly as who was read to the end.
  if (use !== null && hasEnded && !signal.aborted) onUsage(use)
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

function useOf(usage: z.infer<typeof usageSchema>): ToldUse | null {
  if (usage === null || usage === undefined) return null
  const { prompt_tokens: inputTokens, completion_tokens: written, total_tokens: all } = usage
  return {
    inputTokens,
    outputTokens: Math.max(written, (all ?? 0) - inputTokens),
    cacheWriteTokens: usage.prompt_tokens_details?.cache_write_tokens ?? 0,
  }
}

import type { AiProvider } from '#shared/ai.ts'

/** The wire formats of providers, as their API references write them: OpenAI "Chat completions streaming", Groq "Chat completions",
 *  Anthropic "Streaming messages", Google "streamGenerateContent" with alt=sse. */

export interface Ending {
  readonly kind: 'done' | 'length' | 'refused' | 'missing'
  readonly usage: Usage | null
}

/** `thought`: so many of `output` were never shown. `cached`: so many of `input` were put into a cache, where there is one. */
interface Usage {
  readonly input: number
  readonly output: number
  readonly thought: number
  readonly cached?: number
}

export interface WireFormat {
  /** Answers questions at this path. */
  readonly isQuestion: (path: string) => boolean
  readonly isModels: (path: string) => boolean
  readonly models: (names: readonly string[]) => unknown
  readonly keyOf: (headers: Readonly<Record<string, string | string[] | undefined>>) => string | null
  readonly start: (usage: Ending['usage']) => string
  readonly piece: (text: string, usage: Ending['usage']) => string
  /** What it thinks, where it shows that; '' where it only counts it. */
  readonly thought: (text: string) => string
  /** JSON that is no piece of an answer. */
  readonly oddPiece: string
  readonly end: (ending: Ending) => string
  readonly brokenEvent: string
  readonly error: (status: number, details: { code: string; message: string }) => unknown
}

/** Anthropic counts what was put into its cache beside the rest of what was sent. */
const anthropicInput = (usage: Usage | null) => ({
  input_tokens: (usage?.input ?? 0) - (usage?.cached ?? 0),
  cache_creation_input_tokens: usage?.cached ?? 0,
  cache_read_input_tokens: 0,
})

const event = (value: unknown, name?: string): string =>
  `${name === undefined ? '' : `event: ${name}\n`}data: ${JSON.stringify(value)}\n\n`

const bearer: WireFormat['keyOf'] = (headers) =>
  /^Bearer (.+)$/.exec(String(headers['authorization'] ?? ''))?.[1] ?? null

function chat(options: { path: string; speaker: 'openai' | 'groq' | 'other' }): WireFormat {
  const { speaker } = options
  const chunk = (delta: object, finish: string | null = null, more: object = {}) =>
    event({
      id: 'chatcmpl-1',
      object: 'chat.completion.chunk',
      created: 1_770_000_000,
      model: 'the-model',
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
      // OpenAI's "stream_options": every chunk has the field, the last one a value.
      ...(speaker === 'openai' && { usage: null }),
      ...more,
    })
  // Some who copy OpenAI count what was thought in the total alone.
  const usageOf = ({ input, output, thought, cached = 0 }: Usage) => ({
    prompt_tokens: input,
    completion_tokens: speaker === 'other' ? output - thought : output,
    total_tokens: input + output,
    completion_tokens_details: { reasoning_tokens: thought },
    ...(speaker === 'openai' && { prompt_tokens_details: { cached_tokens: 0, cache_write_tokens: cached } }),
  })
  return {
    isQuestion: (path) => path === `${options.path}/chat/completions`,
    isModels: (path) => path === `${options.path}/models`,
    models: (names) => ({
      object: 'list',
      data: names.map((id) => ({ id, object: 'model', created: 1_770_000_000, owned_by: 'them' })),
    }),
    keyOf: bearer,
    start: () => chunk({ role: 'assistant', content: '' }),
    piece: (text) => chunk({ content: text }),
    thought: (text) => (speaker === 'openai' ? '' : chunk({ reasoning: text })),
    oddPiece: event({ id: 'chatcmpl-1', choices: 'none' }),
    end: ({ kind, usage }) => {
      if (kind === 'missing') return ''
      const finish = { done: 'stop', length: 'length', refused: 'content_filter' }[kind]
      if (speaker === 'groq') {
        const told = usage === null ? {} : { x_groq: { id: 'req_1', usage: usageOf(usage) } }
        return `${chunk({}, finish, told)}data: [DONE]\n\n`
      }
      const told =
        usage === null
          ? ''
          : event({ id: 'chatcmpl-1', object: 'chat.completion.chunk', choices: [], usage: usageOf(usage) })
      return `${chunk({}, finish)}${told}data: [DONE]\n\n`
    },
    brokenEvent: event({ error: { message: 'The server had an error', type: 'server_error', code: null } }),
    error: (_status, { code, message }) => ({ error: { message, type: 'invalid_request_error', param: null, code } }),
  }
}

const anthropic: WireFormat = {
  isQuestion: (path) => path === '/v1/messages',
  isModels: (path) => path === '/v1/models',
  models: (names) => ({
    data: names.map((id) => ({ type: 'model', id, display_name: id, created_at: '2026-01-01T00:00:00Z' })),
    has_more: false,
    first_id: names[0] ?? null,
    last_id: names.at(-1) ?? null,
  }),
  // Either is taken; its SDK sends a token.
  keyOf: (headers) => (typeof headers['x-api-key'] === 'string' ? headers['x-api-key'] : bearer(headers)),
  start: (usage) =>
    event(
      {
        type: 'message_start',
        message: {
          id: 'msg_1',
          type: 'message',
          role: 'assistant',
          content: [],
          model: 'the-model',
          stop_reason: null,
          stop_sequence: null,
          usage: {
            ...anthropicInput(usage),
            output_tokens: 1,
          },
        },
      },
      'message_start',
    ) +
    event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }, 'content_block_start') +
    event({ type: 'ping' }, 'ping'),
  piece: (text) =>
    event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }, 'content_block_delta'),
  thought: (text) =>
    event(
      { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: text } },
      'content_block_delta',
    ),
  oddPiece: event({ type: 'content_block_delta', index: 0, delta: 'none' }, 'content_block_delta'),
  end: ({ kind, usage }) => {
    if (kind === 'missing') return ''
    const reason = { done: 'end_turn', length: 'max_tokens', refused: 'refusal' }[kind]
    return (
      event({ type: 'content_block_stop', index: 0 }, 'content_block_stop') +
      event(
        {
          type: 'message_delta',
          delta: { stop_reason: reason, stop_sequence: null },
          // Sums up to here.
          usage: {
            ...anthropicInput(usage),
            output_tokens: usage?.output ?? 0,
            output_tokens_details: { thinking_tokens: usage?.thought ?? 0 },
          },
        },
        'message_delta',
      ) +
      event({ type: 'message_stop' }, 'message_stop')
    )
  },
  brokenEvent: event({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 'error'),
  error: (status, { message }) => ({
    type: 'error',
    error: { type: status === 401 ? 'authentication_error' : 'api_error', message },
  }),
}

const google: WireFormat = {
  isQuestion: (path) => /^\/v1beta\/models\/[^/]+:streamGenerateContent$/.test(path),
  isModels: (path) => path === '/v1beta/models',
  models: (names) => ({ models: names.map((name) => ({ name: `models/${name}`, displayName: name })) }),
  keyOf: (headers) => (typeof headers['x-goog-api-key'] === 'string' ? headers['x-goog-api-key'] : null),
  start: () => '',
  // Every chunk counts what has come.
  piece: (text, usage) =>
    event({
      candidates: [{ content: { role: 'model', parts: [{ text }] }, index: 0 }],
      ...(usage !== null && {
        usageMetadata: { promptTokenCount: usage.input, candidatesTokenCount: 1, totalTokenCount: usage.input + 1 },
      }),
    }),
  thought: (text) =>
    event({ candidates: [{ content: { role: 'model', parts: [{ text, thought: true }] }, index: 0 }] }),
  oddPiece: event({ candidates: 'none' }),
  end: ({ kind, usage }) => {
    if (kind === 'missing') return ''
    const reason = { done: 'STOP', length: 'MAX_TOKENS', refused: 'SAFETY' }[kind]
    const told =
      usage === null
        ? {}
        : {
            usageMetadata: {
              promptTokenCount: usage.input,
              candidatesTokenCount: usage.output - usage.thought,
              thoughtsTokenCount: usage.thought,
              totalTokenCount: usage.input + usage.output,
            },
          }
    return event({
      candidates: [{ content: { role: 'model', parts: [{ text: '' }] }, finishReason: reason, index: 0 }],
      ...told,
    })
  },
  brokenEvent: event({ error: { code: 503, message: 'The model is overloaded', status: 'UNAVAILABLE' } }),
  // A key that is none is a 400 there.
  error: (status, { message }) => ({
    error: {
      code: status,
      message: status === 400 ? 'API key not valid. Please pass a valid API key.' : message,
      status: status === 400 ? 'INVALID_ARGUMENT' : 'UNAVAILABLE',
      ...(status === 400 && {
        details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' }],
      }),
    },
  }),
}

export const WIRE_FORMATS: Readonly<Record<AiProvider, WireFormat>> = {
  groq: chat({ path: '/openai/v1', speaker: 'groq' }),
  openai: chat({ path: '/v1', speaker: 'openai' }),
  anthropic,
  google,
  compatible: chat({ path: '/v1', speaker: 'other' }),
}

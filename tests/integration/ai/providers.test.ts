import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { AI_PROVIDERS, type AiCallState } from '#shared/ai.ts'
import { AppError } from '#shared/errors.ts'
import type { AiMode } from '../../fakes/ai/modes.ts'
import { aiWorld, fakeProvider, messages } from '../../support/ai-world.ts'

const answerSchema = z.object({ greeting: z.string().max(40), cites: z.array(z.string()).max(5) })
const ANSWER = '{"greeting": "Grüße, łódź ✓", "cites": ["w1", "w2"]}'
const SHORT = { headTimeoutMs: 400, idleTimeoutMs: 400 }

interface Expected {
  /** Of each request, in order. */
  readonly states: readonly AiCallState[]
  readonly isSchema?: boolean
}

/** What each mode comes to. Two retries where waiting may help, one repair where the form is wrong. */
const MODES: readonly (readonly [mode: AiMode, expected: Expected])[] = [
  ['bad_key', { states: ['key_rejected'] }],
  ['echo_key', { states: ['key_rejected'] }],
  ['no_credit', { states: ['failed'] }],
  ['busy', { states: ['rate_limited', 'rate_limited', 'rate_limited'] }],
  ['busy_once', { states: ['rate_limited', 'ok'] }],
  ['busy_long', { states: ['rate_limited'] }],
  ['down', { states: ['failed', 'failed', 'failed'] }],
  ['down_once', { states: ['failed', 'ok'] }],
  ['hang', { states: ['timeout'] }],
  ['stall', { states: ['timeout'] }],
  ['slow', { states: ['ok'] }],
  ['cut', { states: ['cut'] }],
  ['cut_quietly', { states: ['cut'] }],
  ['hang_up', { states: ['unreachable', 'unreachable', 'unreachable'] }],
  ['broken_event', { states: ['cut'] }],
  ['garbage', { states: ['bad_answer'] }],
  ['garbage_events', { states: ['bad_answer'] }],
  ['web_page', { states: ['bad_answer'] }],
  ['refusal', { states: ['refused'] }],
  ['refusal_in_prose', { states: ['refused'] }],
  ['refusal_in_prose', { states: ['refused'], isSchema: true }],
  ['wrong_schema', { states: ['bad_answer', 'bad_answer'], isSchema: true }],
  ['wrong_schema_once', { states: ['bad_answer', 'ok'], isSchema: true }],
  ['not_json', { states: ['bad_answer', 'bad_answer'], isSchema: true }],
  ['injected', { states: ['bad_answer', 'bad_answer'], isSchema: true }],
  ['empty', { states: ['bad_answer'] }],
  ['empty', { states: ['bad_answer'], isSchema: true }],
  ['too_long', { states: ['bad_answer'], isSchema: true }],
  ['unknown_model', { states: ['failed'] }],
  ['redirect', { states: ['failed'] }],
  ['ok', { states: ['ok'] }],
  ['ok', { states: ['ok'], isSchema: true }],
]

describe.each(AI_PROVIDERS)('%s', (provider) => {
  test.each(MODES)('%s: %o', async (mode, { states, isSchema = false }) => {
    const fake = await fakeProvider(provider, { mode, answer: ANSWER, slowMs: 5 })
    const world = aiWorld([fake], { limits: mode === 'hang' || mode === 'stall' ? SHORT : {} })
    const heard: string[] = []
    const asked = {
      purpose: 'letter',
      messages,
      maxOutputTokens: 500,
      onText: (text: string) => heard.push(text),
    } as const
    const outcome = await world.gateway
      .generate(isSchema ? { ...asked, schema: answerSchema } : asked)
      .catch((error: unknown) => error)

    const calls = world.calls()
    expect(calls.map(({ state }) => state)).toEqual(states)
    expect(calls.map(({ fallbackOf }) => fallbackOf)).toEqual([null, ...calls.slice(0, -1).map(({ id }) => id)])
    expect(fake.asked).toHaveLength(states.length)
    const last = calls.at(-1)
    const isAnswered = states.at(-1) === 'ok'
    const answered = {
      state: 'ok',
      text: ANSWER,
      callId: last?.id,
      provider,
      model: 'the-model',
      json: isSchema ? JSON.parse(ANSWER) : null,
    }
    const failed = { code: 'AI_FAILED', data: { provider, state: states.at(-1), callId: last?.id } }
    expect(outcome).toMatchObject(isAnswered ? answered : failed)
    const told = outcome instanceof AppError ? (outcome as AppError<'AI_FAILED'>).data.reason : 'It answered.'
    expect(told).not.toMatch(/^$|key-of-/)
    expect(calls.filter((call) => call.state !== 'ok' && call.message === '')).toEqual([])
    expect(heard.at(-1) === ANSWER).toBe(isAnswered)
    const cost = { inputTokens: 120, outputTokens: 40, isEstimated: false, costUsd: (120 * 10 + 40 * 20) / 1e6 }
    expect(last).toMatchObject(isAnswered ? cost : {})
  })

  test('what a cut stream had brought is kept, and what it cost is reckoned from the text', async () => {
    const fake = await fakeProvider(provider, { mode: 'cut', answer: 'One two three four five six seven eight' })
    const world = aiWorld([fake])
    await expect(world.gateway.generate({ purpose: 'letter', messages, maxOutputTokens: 500 })).rejects.toThrow(
      'No language model answered',
    )
    const [call] = world.calls()
    const { received } = world.ledger.get(call?.id ?? 0) ?? { received: '' }
    expect(received.length).toBeGreaterThan(5)
    expect('One two three four five six seven eight'.startsWith(received)).toBe(true)
    expect(call?.costUsd).toBeGreaterThan(0)
  })

  test('without a word on tokens they are reckoned, and said to be', async () => {
    const fake = await fakeProvider(provider, { mode: 'no_usage', answer: 'A short answer.' })
    const world = aiWorld([fake])
    const { usage } = await world.gateway.generate({ purpose: 'letter', messages, maxOutputTokens: 500 })
    // Anthropic's messages always carry the tokens; without a count they say 0.
    const isCounted = provider === 'anthropic'
    expect(usage).toMatchObject({ isEstimated: !isCounted, outputTokens: isCounted ? 0 : 5 })
    expect(usage.inputTokens > 8).toBe(!isCounted)
    expect(world.calls()[0]).toMatchObject({ isEstimated: !isCounted })
  })

  test('the user stops it: the partial text stays, the provider hears of it, and the next one is not asked', async () => {
    const fake = await fakeProvider(provider, { mode: 'slow', slowMs: 30, answer: 'word '.repeat(400) })
    const other = await fakeProvider(provider === 'openai' ? 'groq' : 'openai')
    const world = aiWorld([fake, other])
    const stop = new AbortController()
    const outcome = await world.gateway.generate({
      purpose: 'letter',
      messages,
      maxOutputTokens: 5000,
      signal: stop.signal,
      onText: (text) => {
        if (text.length > 30) stop.abort()
      },
    })
    expect(outcome.state).toBe('stopped')
    expect(outcome.text.length).toBeGreaterThan(30)
    expect(outcome.text.length).toBeLessThan(1000)
    const [call] = world.calls()
    expect(call).toMatchObject({ state: 'stopped', id: outcome.callId })
    expect(world.ledger.get(call?.id ?? 0)?.received).toBe(outcome.text)
    expect(call?.costUsd).toBeGreaterThan(0)
    expect(other.asked).toEqual([])
  })

  test('what goes over the wire: the key, the model, the words, no tools, and nothing about this machine', async () => {
    const fake = await fakeProvider(provider, { key: `key-of-${KEY_NAMES[provider]}` })
    const world = aiWorld([fake])
    await world.gateway.generate({ purpose: 'letter', messages, maxOutputTokens: 777 })
    const [asked] = fake.asked
    expect(asked?.body).toContain('What do you say?')
    expect(asked?.body).toContain('777')
    expect(asked?.body).not.toMatch(/tool|function/)
    expect(`${asked?.path} ${asked?.body}`).toContain('the-model')
    expect(Object.keys(asked?.headers ?? {}).filter((name) => name.startsWith('x-stainless'))).toEqual([])
    expect(asked?.headers['user-agent']).toMatch(/^CareerCopilot/)
  })
})

const KEY_NAMES = {
  groq: 'GROQ_API_KEY',
  openai: 'OPENAI_API_KEY',
  anthropic: 'ANTHROPIC_API_KEY',
  google: 'GOOGLE_API_KEY',
  compatible: 'COMPATIBLE_API_KEY',
} as const

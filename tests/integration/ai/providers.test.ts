import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { AI_PROVIDERS, type AiCallState, type AiProvider } from '#shared/ai.ts'
import { AppError } from '#shared/errors.ts'
import type { AiMode } from '../../fakes/ai/modes.ts'
import { aiWorld, fakeProvider, messages } from '../../support/ai-world.ts'

const answerSchema = z.object({ greeting: z.string().max(40), cites: z.array(z.string()).max(5) })
const ANSWER = '{"greeting": "Grüße, łódź ✓", "cites": ["w1", "w2"]}'
const SILENT: ReadonlySet<AiMode> = new Set(['hang', 'stall', 'think'])
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
  ['think', { states: ['timeout'] }],
  ['slow', { states: ['ok'] }],
  ['think_aloud', { states: ['ok'] }],
  ['think_aloud', { states: ['ok'], isSchema: true }],
  ['cut', { states: ['cut'] }],
  ['cut_quietly', { states: ['cut'] }],
  ['hang_up', { states: ['unreachable', 'unreachable', 'unreachable'] }],
  ['broken_event', { states: ['cut'] }],
  ['odd_piece', { states: ['cut'] }],
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
    const world = aiWorld([fake], { limits: SILENT.has(mode) ? SHORT : {} })
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
    expect(heard.join('').endsWith(ANSWER)).toBe(isAnswered)
    const costUsd = (120 * 10 + 40 * 20) / 1e6
    const whole = { inputTokens: 120, outputTokens: 40, isEstimated: false, costUsd: expect.closeTo(costUsd, 12) }
    expect(last).toMatchObject(isAnswered ? whole : {})
  })

  test('what a cut stream had brought is kept, and the most that it may have cost', async () => {
    const fake = await fakeProvider(provider, { mode: 'cut', answer: 'One two three four five six seven eight' })
    const world = aiWorld([fake])
    await expect(world.gateway.generate({ purpose: 'letter', messages, maxOutputTokens: 500 })).rejects.toThrow(
      'No language model answered',
    )
    const [call] = world.calls()
    const { received } = world.ledger.get(call?.id ?? 0) ?? { received: '' }
    expect(received.length).toBeGreaterThan(5)
    expect('One two three four five six seven eight'.startsWith(received)).toBe(true)
    expect(call).toMatchObject(mostOf(provider, { isInputTold: provider === 'anthropic' || provider === 'google' }))
  })

  test('a model that fell silent while it thought counts with the most that it may have cost', async () => {
    const world = aiWorld([await fakeProvider(provider, { mode: 'think' })], { limits: SHORT })
    const work = world.gateway.generate({ purpose: 'letter', messages, maxOutputTokens: 500 })
    await expect(work).rejects.toThrow('No language model answered')
    expect(world.calls()).toMatchObject([
      { state: 'timeout', ...mostOf(provider, { isInputTold: provider === 'anthropic' }) },
    ])
  })

  test('so does one that was stopped before its first word', { timeout: 20_000 }, async () => {
    const fake = await fakeProvider(provider, { mode: 'think' })
    const world = aiWorld([fake])
    const stop = new AbortController()
    const asked = { purpose: 'letter', messages, maxOutputTokens: 500, signal: stop.signal } as const
    const work = world.gateway.generate(asked)
    await expect.poll(() => fake.asked, { timeout: 15_000 }).toHaveLength(1)
    stop.abort()
    expect(await work).toMatchObject({ state: 'stopped', text: '' })
    const [call] = world.calls()
    expect(call).toMatchObject({ state: 'stopped', outputTokens: 500, isEstimated: true })
    expect(call?.costUsd).toBeGreaterThanOrEqual((120 * 10 + 500 * 20) / 1e6)
  })

  test('a connection that broke after the question went out is not for nothing', async () => {
    const world = aiWorld([await fakeProvider(provider, { mode: 'hang_up' })])
    const work = world.gateway.generate({ purpose: 'letter', messages, maxOutputTokens: 500 })
    await expect(work).rejects.toThrow('No language model answered')
    const lost = { state: 'unreachable', inputTokens: MOST_INPUT, outputTokens: 500, isEstimated: true }
    expect(world.calls()).toMatchObject([lost, lost, lost])
  })

  test('the environment of the process changes nothing that is sent', async () => {
    const fake = await fakeProvider(provider, { key: `key-of-${KEY_NAMES[provider]}` })
    const world = aiWorld([fake])
    const ask = () => world.gateway.generate({ purpose: 'letter', messages, maxOutputTokens: 500 })
    await ask()
    onTestFinished(() => void vi.unstubAllEnvs())
    for (const [name, value] of Object.entries(ENVIRONMENT)) vi.stubEnv(name, value)
    await ask()
    expect(fake.asked).toHaveLength(2)
    expect(fake.asked[1]).toEqual(fake.asked[0])
  })

  test.each(['no_usage', 'zero_usage'] as const)('%s: they are reckoned, and said to be', async (mode) => {
    const fake = await fakeProvider(provider, { mode, answer: 'A short answer.' })
    const world = aiWorld([fake])
    const { usage } = await world.gateway.generate({ purpose: 'letter', messages, maxOutputTokens: 500 })
    expect(usage).toMatchObject({ isEstimated: true, outputTokens: 5 })
    expect(usage.inputTokens).toBeGreaterThan(8)
    expect(usage.costUsd).toBeGreaterThan(0)
    expect(world.calls()[0]).toMatchObject({ isEstimated: true })
  })

  test('what it put into its cache is a part of what was sent, and costs a quarter more', async () => {
    const world = aiWorld([await fakeProvider(provider, { mode: 'caching' })])
    const { usage } = await world.gateway.generate({ purpose: 'letter', messages, maxOutputTokens: 500 })
    const cacheWriteTokens = provider === 'openai' || provider === 'anthropic' ? 100 : 0
    const costUsd = expect.closeTo(((120 + cacheWriteTokens / 4) * 10 + 40 * 20) / 1e6, 12)
    expect(usage).toEqual({ inputTokens: 120, outputTokens: 40, cacheWriteTokens, isEstimated: false, costUsd })
    expect(world.calls()).toMatchObject([{ inputTokens: 120, outputTokens: 40, costUsd }])
  })

  test('a call that was stopped before anything was sent costs nothing', async () => {
    const fake = await fakeProvider(provider)
    const world = aiWorld([fake])
    const stop = new AbortController()
    const outcome = await world.gateway.generate({
      purpose: 'letter',
      messages,
      maxOutputTokens: 500,
      signal: stop.signal,
      onAsked: () => stop.abort(),
    })
    expect(outcome).toMatchObject({ state: 'stopped', text: '' })
    expect(fake.asked).toEqual([])
    expect(world.calls()).toMatchObject([{ state: 'stopped', inputTokens: 0, outputTokens: 0, costUsd: 0 }])
  })

  test('the user stops it: the partial text stays, the provider hears of it, and the next one is not asked', async () => {
    const fake = await fakeProvider(provider, { mode: 'slow', slowMs: 30, answer: 'word '.repeat(400) })
    const other = await fakeProvider(provider === 'openai' ? 'groq' : 'openai')
    const world = aiWorld([fake, other])
    const stop = new AbortController()
    let length = 0
    const outcome = await world.gateway.generate({
      purpose: 'letter',
      messages,
      maxOutputTokens: 5000,
      signal: stop.signal,
      onText: (piece) => {
        length += piece.length
        if (length > 30) stop.abort()
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

/** Of `messages`, as they are booked. */
const MOST_INPUT = 463

/** Anthropic tells at its start how much was sent, Google with every piece. OpenAI charges a quarter more for what it puts into its
 *  cache, which it does by itself, and may have done with all of it. */
function mostOf(provider: AiProvider, { isInputTold }: { isInputTold: boolean }) {
  const inputTokens = isInputTold ? 120 : MOST_INPUT
  const costUsd = (inputTokens * 10 * (provider === 'openai' ? 1.25 : 1) + 500 * 20) / 1e6
  return { inputTokens, outputTokens: 500, isEstimated: true, costUsd: expect.closeTo(costUsd, 12) }
}

const FOREIGN_HEADERS = [
  'Authorization: Bearer foreign',
  'X-Api-Key: foreign',
  'X-Goog-Api-Key: foreign',
  'Accept: text/foreign',
  'Content-Type: application/x-www-form-urlencoded',
  'Anthropic-Version: 2020-01-01',
  'X-Foreign: 1',
].join('\n')
/** All that SDKs read. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['GROQ', 'OPENAI', 'ANTHROPIC'].flatMap((name) => [
      [`${name}_CUSTOM_HEADERS`, FOREIGN_HEADERS],
      [`${name}_BASE_URL`, 'http://127.0.0.1:9'],
      [`${name}_API_KEY`, 'foreign'],
    ]),
  ),
  OPENAI_ADMIN_KEY: 'foreign',
  OPENAI_ORG_ID: 'foreign',
  OPENAI_PROJECT_ID: 'foreign',
  ANTHROPIC_AUTH_TOKEN: 'foreign',
  ANTHROPIC_IDENTITY_TOKEN: 'foreign',
  GOOGLE_API_KEY: 'foreign',
  GOOGLE_GEMINI_BASE_URL: 'http://127.0.0.1:9',
  GOOGLE_VERTEX_BASE_URL: 'http://127.0.0.1:9',
  GOOGLE_GENAI_API_VERSION: 'v9',
  GOOGLE_GENAI_USE_VERTEXAI: 'true',
  GOOGLE_GENAI_USE_ENTERPRISE: 'true',
  GOOGLE_CLOUD_PROJECT: 'foreign',
  GOOGLE_CLOUD_LOCATION: 'foreign',
}

import { expect, test } from 'vitest'
import { factsOf } from '#main/infra/ai/models.ts'
import type { AiProvider } from '#shared/ai.ts'
import type { AppError } from '#shared/errors.ts'
import { createFakeClock } from '../../fakes/fake-clock.ts'
import { aiWorld, fakeProvider, messages, NOW } from '../../support/ai-world.ts'
import { writingWorld } from '../../support/writing-world.ts'

const ask = { purpose: 'resume', messages, maxOutputTokens: 1000 } as const

async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => 'it answered',
    (reason: unknown) => reason,
  )
  if (error instanceof Error && 'data' in error) return (error as AppError<'AI_FAILED'>).data.reason
  throw new Error('no coded failure', { cause: error })
}

test.each([
  ['seconds', '3', 3000],
  ['a part of a second', '0.25', 250],
  ['a date', new Date(NOW + 4000).toUTCString(), 4000],
  ['a date of the old form', 'Tuesday, 10-Nov-26 12:00:05 GMT', 5000],
])('Retry-After as %s is waited for', async (_form, retryAfter, waitMs) => {
  const clock = createFakeClock({ now: NOW, autoAdvance: true })
  const groq = await fakeProvider('groq', { mode: 'busy_once', retryAfter })
  const world = aiWorld([groq], { clock })
  expect(await world.gateway.generate(ask)).toMatchObject({ state: 'ok' })
  expect(clock.sleeps).toEqual([waitMs])
})

test('OpenAI’s pause in milliseconds goes before the one in seconds', async () => {
  const clock = createFakeClock({ now: NOW, autoAdvance: true })
  const openai = await fakeProvider('openai', { mode: 'busy_once', retryAfter: '1' })
  openai.setHeaders({ 'retry-after-ms': '320' })
  const world = aiWorld([openai], { clock })
  expect(await world.gateway.generate(ask)).toMatchObject({ state: 'ok' })
  expect(clock.sleeps).toEqual([320])
})

const QUOTA = 'You exceeded your current quota, please check your plan and billing details.'
const googleRefusal = (quotaId: string) => ({
  error: {
    code: 429,
    message: QUOTA,
    status: 'RESOURCE_EXHAUSTED',
    details: [
      { '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations: [{ quotaId, quotaValue: '10' }] },
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '7.5s' },
    ],
  },
})

test('Google says in the body how long it wants to be left alone, and names the billing whatever the limit was', async () => {
  const clock = createFakeClock({ now: NOW, autoAdvance: true })
  const refusal = googleRefusal('GenerateRequestsPerMinutePerProjectPerModel-FreeTier')
  const google = await fakeProvider('google', { mode: 'busy_once', retryAfter: null, refusal })
  const world = aiWorld([google], { clock })
  expect(await world.gateway.generate(ask)).toMatchObject({ state: 'ok' })
  expect(clock.sleeps).toEqual([7500])
})

test('a limit for a day is not waited for', async () => {
  const clock = createFakeClock({ now: NOW, autoAdvance: true })
  const refusal = googleRefusal('GenerateRequestsPerDayPerProjectPerModel-FreeTier')
  const google = await fakeProvider('google', { mode: 'busy', retryAfter: null, refusal })
  const world = aiWorld([google], { clock })
  expect(await reasonOf(world.gateway.generate(ask))).toMatch(/as often as it does in a day.*tomorrow/)
  expect([clock.sleeps, google.asked.length]).toEqual([[], 1])
  expect(world.calls()).toMatchObject([{ state: 'rate_limited', costUsd: 0 }])
})

test('an account without credit is not taken for a busy one', async () => {
  const refusal = { error: { message: QUOTA, type: 'insufficient_quota', param: null, code: 'insufficient_quota' } }
  const openai = await fakeProvider('openai', { mode: 'busy', retryAfter: '2', refusal })
  const world = aiWorld([openai])
  expect(await reasonOf(world.gateway.generate(ask))).toMatch(/paid for first/)
  expect(openai.asked).toHaveLength(1)
})

/** A bucket of 8000 tokens of which the first question left 500, and that is full again after a minute. What is asked next is reckoned as
 *  1012 tokens at the most, so that 512 have to flow in at 125 a second: 4.096 s. */
const NEARLY_EMPTY: readonly (readonly [AiProvider, Readonly<Record<string, string>>])[] = [
  [
    'groq',
    {
      'x-ratelimit-limit-requests': '14400',
      'x-ratelimit-remaining-requests': '14370',
      'x-ratelimit-reset-requests': '2m59.56s',
      'x-ratelimit-limit-tokens': '8000',
      'x-ratelimit-remaining-tokens': '500',
      'x-ratelimit-reset-tokens': '1m0s',
    },
  ],
  [
    'openai',
    {
      'x-ratelimit-limit-tokens': '8000',
      'x-ratelimit-remaining-tokens': '500',
      'x-ratelimit-reset-tokens': '60s',
    },
  ],
  [
    'anthropic',
    {
      'anthropic-ratelimit-tokens-limit': '8000',
      'anthropic-ratelimit-tokens-remaining': '500',
      'anthropic-ratelimit-tokens-reset': new Date(NOW + 60_000).toISOString(),
      date: new Date(NOW).toUTCString(),
    },
  ],
]

test.each(NEARLY_EMPTY)('%s: a question for which the tokens of the minute are used up waits', async (id, headers) => {
  const clock = createFakeClock({ now: NOW, autoAdvance: true })
  const fake = await fakeProvider(id)
  fake.setHeaders(headers)
  const world = aiWorld([fake], { clock })
  await world.gateway.generate(ask)
  expect(clock.sleeps).toEqual([])
  fake.setHeaders({})
  await world.gateway.generate(ask)
  expect(clock.sleeps).toEqual([4088])
  expect(fake.asked).toHaveLength(2)
})

test('two quick questions are not both sent for the same tokens, and a long wait passes the provider over', async () => {
  const clock = createFakeClock({ now: NOW, autoAdvance: true })
  const groq = await fakeProvider('groq')
  const openai = await fakeProvider('openai', { answer: 'From the second.' })
  groq.setHeaders({
    'x-ratelimit-limit-tokens': '6000',
    'x-ratelimit-remaining-tokens': '1100',
    'x-ratelimit-reset-tokens': '49s',
  })
  const world = aiWorld([groq, openai], { clock })
  await world.gateway.generate(ask)
  groq.setHeaders({})
  const outcomes = await Promise.all([
    world.gateway.generate(ask),
    world.gateway.generate({ ...ask, maxOutputTokens: 4000 }),
  ])
  expect(outcomes.map(({ provider }) => provider)).toEqual(['groq', 'openai'])
  expect(clock.sleeps).toEqual([])
  expect(groq.asked).toHaveLength(2)
  world.change({ aiProviders: [{ id: 'groq', isOn: true }] })
  expect(await reasonOf(world.gateway.generate({ ...ask, maxOutputTokens: 4000 }))).toMatch(
    /Groq lets no more through for this model for \d+ s\./,
  )
})

test('no more requests than are let through; another model has a bucket of its own', async () => {
  const clock = createFakeClock({ now: NOW, autoAdvance: true })
  const groq = await fakeProvider('groq')
  groq.setHeaders({
    'x-ratelimit-limit-requests': '100',
    'x-ratelimit-remaining-requests': '0',
    'x-ratelimit-reset-requests': '20m',
  })
  const world = aiWorld([groq], { clock })
  await world.gateway.generate(ask)
  world.change({ aiModels: { groq: 'another-model' }, aiMonthlyBudgetUsd: null })
  groq.setHeaders({})
  await world.gateway.generate(ask)
  expect(clock.sleeps).toEqual([])
  world.change({ aiModels: { groq: 'the-model' } })
  await world.gateway.generate(ask)
  expect(clock.sleeps).toEqual([12_000])
})

test.each([
  [
    'a bucket',
    'ok',
    { 'x-ratelimit-limit-requests': '50', 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '24h' },
  ],
  ['a refusal', 'busy_long', {}],
] as const)('%s of one key, or of one address, does not hold for another', async (_what, mode, headers) => {
  const name = factsOf('groq').keyName
  const keys = { [name]: 'one' }
  const groq = await fakeProvider('groq', { mode })
  const elsewhere = await fakeProvider('groq', { answer: 'From elsewhere.' })
  groq.setHeaders(headers)
  const baseUrls = { groq: groq.baseUrl }
  const world = aiWorld([groq], { keys, baseUrls })
  const state = () =>
    world.gateway.generate(ask).then(
      ({ text }) => text,
      ({ data }: AppError<'AI_FAILED'>) => data.state,
    )
  const first = await state()
  expect(first).toBe(mode === 'ok' ? 'Hello from the model.' : 'rate_limited')
  groq.setMode('ok')
  groq.setHeaders({})
  expect([await state(), groq.asked.length]).toEqual(['rate_limited', 1])
  baseUrls.groq = elsewhere.baseUrl
  expect(await state()).toBe('From elsewhere.')
  baseUrls.groq = groq.baseUrl
  keys[name] = 'two'
  expect(await state()).toBe('Hello from the model.')
  expect(await world.targets.waitUntil('groq')).toBeNull()
})

test('a short pause is waited for by the next question, too; it goes to nobody else', async () => {
  const clock = createFakeClock({ now: NOW })
  const groq = await fakeProvider('groq', { mode: 'busy_once', retryAfter: '2' })
  const dearer = await fakeProvider('openai')
  const world = aiWorld([groq, dearer], { clock })
  const first = world.gateway.generate(ask)
  await clock.whenSleeping()
  const second = world.gateway.generate(ask)
  await clock.whenSleeping(2)
  await clock.advance(2000)
  expect(await Promise.all([first, second])).toMatchObject([{ provider: 'groq' }, { provider: 'groq' }])
  expect([groq.asked.length, dearer.asked.length]).toEqual([3, 0])
})

test('an account that is busy for long is left alone', async () => {
  const groq = await fakeProvider('groq', { mode: 'busy_long' })
  const world = aiWorld([groq])
  await reasonOf(world.gateway.generate(ask))
  expect(await reasonOf(world.gateway.generate(ask))).toBe('Groq asks to be left alone for 600 s.')
  expect(groq.asked).toHaveLength(1)
})

/** A core whose Groq asked for a pause of ten minutes. */
async function pausedCore() {
  const clock = createFakeClock({ now: NOW, autoAdvance: true })
  const groq = await fakeProvider('groq', { mode: 'busy_long' })
  const world = await writingWorld([groq], { clock })
  const { client, core } = world
  const events: string[] = []
  core.events.listen(({ type }) => events.push(type))
  const waitUntil = async () => (await client.ai.providers()).find(({ id }) => id === 'groq')?.waitUntil
  await expect(world.write()).rejects.toMatchObject({ code: 'AI_FAILED', data: { state: 'rate_limited' } })
  expect(await waitUntil()).toBe(clock.now() + 600_000)
  return { ...world, clock, groq, events, waitUntil }
}

const GROQ_KEY = factsOf('groq').keyName

test('a pause goes from the list of providers with a new key, without it, and by itself, and whoever shows it is told', async () => {
  const { client, groq, events, waitUntil, write } = await pausedCore()
  await client.ai.providers()
  events.length = 0
  await client.secrets.set({ name: GROQ_KEY, value: 'another-key' })
  expect(events).toContain('settings.changed')
  expect(await waitUntil()).toBeNull()
  expect(events).toContain('ai.changed')
  groq.setMode('busy_long')
  await expect(write()).rejects.toMatchObject({ data: { state: 'rate_limited' } })
  expect(await waitUntil()).not.toBeNull()
  await client.secrets.remove({ name: GROQ_KEY })
  expect(await waitUntil()).toBeNull()
})

test('a pause is over at its end, and not before', async () => {
  const { clock, waitUntil } = await pausedCore()
  clock.jump(599_999)
  expect(await waitUntil()).not.toBeNull()
  clock.jump(1)
  expect(await waitUntil()).toBeNull()
})

test('a pause of which nobody knows how long it holds, since the clock was put back, is none', async () => {
  const { clock, waitUntil } = await pausedCore()
  clock.jump(-3_600_000)
  expect(await waitUntil()).toBeNull()
})

test('a refusal that comes back for the key of before does not pause the new one', async () => {
  const keys = { [GROQ_KEY]: 'one' }
  const groq = await fakeProvider('groq', { mode: 'busy_long' })
  const world = aiWorld([groq], { keys })
  await reasonOf(world.gateway.generate({ ...ask, onAsked: () => (keys[GROQ_KEY] = 'two') }))
  expect(await world.targets.waitUntil('groq')).toBeNull()
  groq.setMode('ok')
  expect(await world.gateway.generate(ask)).toMatchObject({ state: 'ok' })
})

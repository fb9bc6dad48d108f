import { expect, test } from 'vitest'
import { z } from 'zod'
import type { AppError } from '#shared/errors.ts'
import { monthBounds } from '#main/infra/ai/month.ts'
import { createFakeClock } from '../../fakes/fake-clock.ts'
import { aiWorld, fakeProvider, messages, NOW } from '../../support/ai-world.ts'

const ask = { purpose: 'resume', messages, maxOutputTokens: 1000 } as const

async function failureOf(work: Promise<unknown>): Promise<AppError<'AI_FAILED'>['data']> {
  const error: unknown = await work.then(
    () => 'it answered',
    (reason: unknown) => reason,
  )
  if (error instanceof Error && 'data' in error) return (error as AppError<'AI_FAILED'>).data
  throw new Error('no coded failure', { cause: error })
}

test('providers are asked in the user’s order, the next one when the one before it failed, each call naming that one', async () => {
  const fakes = [
    await fakeProvider('anthropic', { mode: 'cut', answer: 'Half of an answer that is thrown away' }),
    await fakeProvider('google', { mode: 'bad_key' }),
    await fakeProvider('openai', { mode: 'refusal' }),
    await fakeProvider('groq', { answer: 'The answer.' }),
    await fakeProvider('compatible'),
  ]
  const world = aiWorld(fakes)
  const heard: string[] = []
  const outcome = await world.gateway.generate({ ...ask, onText: (text) => heard.push(text) })
  expect(outcome).toMatchObject({ state: 'ok', text: 'The answer.', provider: 'groq' })
  expect(heard.join('|')).toMatch(/^Half.*\|The ans\|wer\.$/)
  expect(world.calls().map(({ provider, state, fallbackOf }) => [provider, state, fallbackOf])).toEqual([
    ['anthropic', 'cut', null],
    ['google', 'key_rejected', 1],
    ['openai', 'refused', 2],
    ['groq', 'ok', 3],
  ])
  expect(fakes[4]?.asked).toEqual([])
})

test('nobody is asked who is off or has no key, and the words say what to do', async () => {
  const groq = await fakeProvider('groq')
  const openai = await fakeProvider('openai')
  const world = aiWorld([groq, openai], {
    settings: {
      aiProviders: [
        { id: 'groq', isOn: true },
        { id: 'openai', isOn: false },
      ],
    },
    keys: { OPENAI_API_KEY: 'x' },
  })
  const failure = await failureOf(world.gateway.generate(ask))
  expect(failure).toMatchObject({ provider: 'groq', state: 'key_rejected', callId: null })
  expect(failure.reason).toBe('Groq has no key. Set it in Settings, Keys.')
  world.change({ aiProviders: [] })
  expect((await failureOf(world.gateway.generate(ask))).reason).toMatch(/switched on.*Settings, AI/)
  expect([...groq.asked, ...openai.asked]).toEqual([])
  expect(world.calls()).toEqual([])
})

test('when all fail, each one’s reason is told', async () => {
  const world = aiWorld([
    await fakeProvider('groq', { mode: 'down' }),
    await fakeProvider('openai', { mode: 'bad_key' }),
  ])
  const { reason, state } = await failureOf(world.gateway.generate(ask))
  expect(reason).toMatch(/Groq has a fault.*OpenAI does not take the key/)
  expect(state).toBe('key_rejected')
})

test('Retry-After is waited for within a bound; beyond it the provider is passed over until then', async () => {
  const clock = createFakeClock({ now: NOW, autoAdvance: true })
  const groq = await fakeProvider('groq', { mode: 'busy_once' })
  const openai = await fakeProvider('openai', { answer: 'From the second.' })
  const world = aiWorld([groq, openai], { clock })
  expect(await world.gateway.generate(ask)).toMatchObject({ provider: 'groq' })
  expect(clock.sleeps).toEqual([1000])
  groq.setMode('busy_long')
  expect(await world.gateway.generate(ask)).toMatchObject({ provider: 'openai', text: 'From the second.' })
  expect(await world.targets.waitUntil('groq')).toBeGreaterThan(clock.now() + 500_000)
  const before = groq.asked.length
  expect(await world.gateway.generate(ask)).toMatchObject({ provider: 'openai' })
  expect(groq.asked).toHaveLength(before)
  clock.jump(700_000)
  groq.setMode('ok')
  expect(await world.gateway.generate(ask)).toMatchObject({ provider: 'groq' })
  expect(await world.targets.waitUntil('groq')).toBeNull()
})

test('no more requests a minute than the provider allows: a short wait is waited, a long one passes it over', async () => {
  const clock = createFakeClock({ now: NOW, autoAdvance: true })
  const groq = await fakeProvider('groq')
  const world = aiWorld([groq], { clock, settings: { aiRequestsPerMinute: { groq: 2 } } })
  await world.gateway.generate(ask)
  clock.jump(45_000)
  await world.gateway.generate(ask)
  await world.gateway.generate(ask)
  expect(clock.sleeps).toEqual([15_000])
  const failure = await failureOf(world.gateway.generate(ask))
  expect(failure).toMatchObject({ state: 'rate_limited' })
  expect(failure.reason).toMatch(/as often as it may be/)
  expect(groq.asked).toHaveLength(3)
})

test('stopped before anybody was asked, and while it waits for another try: nothing more is sent', async () => {
  const groq = await fakeProvider('groq', { mode: 'busy' })
  const clock = createFakeClock({ now: NOW })
  const world = aiWorld([groq], { clock })
  expect(await world.gateway.generate({ ...ask, signal: AbortSignal.abort() })).toMatchObject({
    state: 'stopped',
    callId: null,
  })
  expect(groq.asked).toEqual([])
  const stop = new AbortController()
  const work = world.gateway.generate({ ...ask, signal: stop.signal })
  await clock.whenSleeping()
  stop.abort()
  expect(await work).toMatchObject({ state: 'stopped', text: '' })
  expect(groq.asked).toHaveLength(1)
})

test('closing the app stops what is under way and writes it down', async () => {
  const groq = await fakeProvider('groq', { mode: 'slow', slowMs: 30, answer: 'word '.repeat(500) })
  const world = aiWorld([groq])
  let isHeard: () => void = () => undefined
  const heard = new Promise<void>((resolve) => (isHeard = resolve))
  const work = world.gateway.generate({ ...ask, onText: () => isHeard() })
  await heard
  await world.gateway.stop()
  expect(await work).toMatchObject({ state: 'stopped' })
  expect(world.calls()).toMatchObject([{ state: 'stopped' }])
})

/** Our messages reserve 478 tokens in and 1000 out at most: (478 × 10 + 1000 × 20) / 1e6. */
const RESERVED_USD = 0.0248

test('the budget stops a call that might exceed it, before anything is sent; a cheaper provider is asked in its place', async () => {
  const groq = await fakeProvider('groq')
  const compatible = await fakeProvider('compatible', { answer: 'For nothing.' })
  const world = aiWorld([groq], { settings: { aiMonthlyBudgetUsd: RESERVED_USD - 0.002 } })
  const failure = await failureOf(world.gateway.generate(ask))
  expect(failure).toMatchObject({ state: 'over_budget' })
  expect(failure.reason).toMatch(/may cost up to \$0\.02.*Raise the budget in Settings, AI/)
  expect(groq.asked).toEqual([])
  expect(world.calls()).toMatchObject([{ state: 'over_budget', costUsd: 0, inputTokens: 0 }])
  world.change({
    aiProviders: [
      { id: 'groq', isOn: true },
      { id: 'compatible', isOn: true },
    ],
    aiModels: { groq: 'the-model', compatible: 'local' },
    aiOwnModels: [
      { provider: 'compatible', id: 'local', inputUsdPerMillion: 0, outputUsdPerMillion: 0, asOf: '2026-11-01' },
    ],
    aiBaseUrls: { compatible: compatible.baseUrl },
  })
  expect(await world.gateway.generate(ask)).toMatchObject({ provider: 'compatible', usage: { costUsd: 0 } })
})

test('what is spent counts up to the budget and not beyond it, and a new month of the user’s zone begins anew', async () => {
  // 31 October 23:30 in Berlin is still October there, and 22:30 UTC.
  const clock = createFakeClock({ now: Date.UTC(2026, 9, 31, 22, 30), autoAdvance: true })
  const groq = await fakeProvider('groq')
  const world = aiWorld([groq], {
    clock,
    settings: { aiMonthlyBudgetUsd: RESERVED_USD + 0.001, timeZone: 'Europe/Berlin' },
  })
  await world.gateway.generate(ask)
  expect(world.calls()[0]?.costUsd).toBeCloseTo(0.002, 12)
  // The next one might cost more than the 0.0238 that are left.
  expect(await failureOf(world.gateway.generate(ask))).toMatchObject({ state: 'over_budget' })
  clock.jump(31 * 60_000)
  expect(await world.gateway.generate(ask)).toMatchObject({ state: 'ok' })
})

test('a call counts in the month in which it began, although it ends in the next', async () => {
  const clock = createFakeClock({ now: Date.UTC(2026, 9, 31, 22, 59), autoAdvance: true })
  const groq = await fakeProvider('groq')
  const world = aiWorld([groq], { clock, settings: { timeZone: 'Europe/Berlin' } })
  await world.gateway.generate({ ...ask, onText: () => clock.jump(120_000) })
  const month = (name: string) => world.ledger.sums(monthBounds(name, 'Europe/Berlin')).map(({ costUsd }) => costUsd)
  expect(month('2026-10')).toEqual([expect.closeTo(0.002, 12)])
  expect(month('2026-11')).toEqual([])
})

test('a call costs what its model cost when it was booked; the next one what it costs now', async () => {
  const world = aiWorld([await fakeProvider('groq')])
  const dearer = { provider: 'groq' as const, id: 'the-model', asOf: '2026-11-02' }
  const onText = () => world.change({ aiOwnModels: [{ ...dearer, inputUsdPerMillion: 100, outputUsdPerMillion: 200 }] })
  await world.gateway.generate({ ...ask, onText })
  await world.gateway.generate(ask)
  expect(world.calls().map(({ costUsd }) => costUsd)).toEqual([expect.closeTo(0.002, 12), expect.closeTo(0.02, 12)])
})

test('what costs nothing is asked although the budget is used up', async () => {
  const groq = await fakeProvider('groq')
  const compatible = await fakeProvider('compatible', { answer: 'For nothing.' })
  const world = aiWorld([groq], { settings: { aiMonthlyBudgetUsd: RESERVED_USD } })
  await world.gateway.generate(ask)
  world.change({
    aiProviders: [{ id: 'compatible', isOn: true }],
    aiModels: { compatible: 'local' },
    aiOwnModels: [
      { provider: 'compatible', id: 'local', inputUsdPerMillion: 0, outputUsdPerMillion: 0, asOf: '2026-11-01' },
    ],
    aiBaseUrls: { compatible: compatible.baseUrl },
    aiMonthlyBudgetUsd: 0.001,
  })
  expect(await world.gateway.generate(ask)).toMatchObject({ provider: 'compatible', usage: { costUsd: 0 } })
  expect(world.calls().at(-1)).toMatchObject({ costUsd: 0, message: '' })
})

const NOVEMBER = monthBounds('2026-11', 'UTC')

test('what runs on this computer and has no price is asked whatever the budget is, and does not look free', async () => {
  const groq = await fakeProvider('groq')
  const compatible = await fakeProvider('compatible', { answer: 'From here.' })
  const world = aiWorld([groq], { settings: { aiMonthlyBudgetUsd: RESERVED_USD } })
  await world.gateway.generate(ask)
  world.change({
    aiProviders: [{ id: 'compatible', isOn: true }],
    aiModels: { groq: 'the-model', compatible: 'local' },
    aiBaseUrls: { compatible: compatible.baseUrl },
  })
  expect(await world.gateway.preview(ask)).toMatchObject({ mostUsd: null })
  expect(await world.gateway.generate(ask)).toMatchObject({ provider: 'compatible', usage: { costUsd: null } })
  expect(world.calls().at(-1)).toMatchObject({
    state: 'ok',
    costUsd: null,
    inputTokens: 120,
    message: 'Nobody told the price of local, so what it cost is not known.',
  })
  expect(world.ledger.sums(NOVEMBER)).toMatchObject([
    { provider: 'compatible', calls: 1, costUsd: 0, unpriced: 1 },
    { provider: 'groq', calls: 1, costUsd: expect.closeTo(0.002, 12), unpriced: 0 },
  ])
  // What nobody knows neither fills the budget of the others nor makes room in it.
  world.change({ aiProviders: [{ id: 'groq', isOn: true }], aiMonthlyBudgetUsd: RESERVED_USD + 0.0021 })
  expect(await world.gateway.generate(ask)).toMatchObject({ provider: 'groq', state: 'ok' })
  world.change({ aiMonthlyBudgetUsd: RESERVED_USD + 0.0025 })
  expect(await failureOf(world.gateway.generate(ask))).toMatchObject({ state: 'over_budget' })
})

test('a call without a price that was refused for nothing cost nothing; one that was stopped or lost stays unknown', async () => {
  const groq = await fakeProvider('groq', { mode: 'bad_key' })
  const world = aiWorld([groq], { settings: { aiOwnModels: [], aiMonthlyBudgetUsd: null } })
  await failureOf(world.gateway.generate(ask))
  groq.setMode('slow')
  const stop = new AbortController()
  await world.gateway.generate({ ...ask, signal: stop.signal, onText: () => stop.abort() })
  const most = { inputTokens: 9, outputTokens: 9, cacheWriteTokens: 0 }
  const lost = { provider: 'groq', model: 'the-model', purpose: 'letter', fallbackOf: null, isHere: false } as const
  const bounds = { budgetUsd: null, month: NOVEMBER, requestsPerMinute: 60 }
  world.ledger.begin({ ...lost, most, mostUsd: null, sent: '', now: NOW + 1000 }, bounds)
  expect(world.calls().map(({ state, costUsd }) => [state, costUsd])).toEqual([
    ['key_rejected', 0],
    ['stopped', null],
    ['running', null],
  ])
  expect(world.ledger.sums(NOVEMBER)).toMatchObject([{ calls: 3, costUsd: 0, unpriced: 2 }])
})

test('a clock that is put back keeps nobody from being asked', async () => {
  const clock = createFakeClock({ now: NOW, autoAdvance: true })
  const world = aiWorld([await fakeProvider('groq')], { clock, settings: { aiRequestsPerMinute: { groq: 1 } } })
  await world.gateway.generate(ask)
  clock.jump(-3_600_000)
  expect(await world.gateway.generate(ask)).toMatchObject({ state: 'ok' })
  expect(clock.sleeps).toEqual([])
})

test('everybody is told when a call is booked and when it is over, and when whom to leave alone is another', async () => {
  const groq = await fakeProvider('groq')
  const world = aiWorld([groq])
  await world.gateway.generate(ask)
  expect(world.changes()).toBe(2)
  groq.setMode('busy_long')
  await failureOf(world.gateway.generate(ask))
  expect(world.changes()).toBe(5)
})

test('a model without a price is not called while there is a budget, and the words say what to do', async () => {
  const groq = await fakeProvider('groq')
  const world = aiWorld([groq], { settings: { aiOwnModels: [] } })
  const failure = await failureOf(world.gateway.generate(ask))
  expect(failure).toMatchObject({ state: 'over_budget' })
  expect(failure.reason).toMatch(/Nobody told the price of the-model.*Settings, AI/)
  expect(groq.asked).toEqual([])
  world.change({ aiMonthlyBudgetUsd: null })
  expect(await world.gateway.generate(ask)).toMatchObject({ state: 'ok', usage: { costUsd: null } })
  expect(world.calls().at(-1)).toMatchObject({ costUsd: null, message: expect.stringMatching(/is not known/) })
})

test('two processes at once do not exceed the budget: what each may cost counts while it runs', async () => {
  const slow = await fakeProvider('groq', { mode: 'slow', slowMs: 20, answer: 'word '.repeat(60) })
  const settings = { aiMonthlyBudgetUsd: RESERVED_USD * 2.5 }
  const first = aiWorld([slow], { settings })
  const second = aiWorld([slow], { settings, profileDir: first.profileDir })
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? first : second).gateway.generate(ask)),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  expect(slow.asked).toHaveLength(2)
  expect(first.calls().filter(({ state }) => state === 'over_budget')).toHaveLength(6)
})

test('the provider that is named is asked alone, on or off; what it fails at goes to nobody else', async () => {
  const groq = await fakeProvider('groq')
  const compatible = await fakeProvider('compatible', { answer: 'From here.' })
  const world = aiWorld([groq, compatible])
  world.change({ aiProviders: [{ id: 'groq', isOn: true }] })
  const named = { ...ask, provider: 'compatible' } as const
  expect(await world.gateway.generate(named)).toMatchObject({ provider: 'compatible', text: 'From here.' })
  compatible.setMode('cut')
  expect(await failureOf(world.gateway.generate(named))).toMatchObject({ provider: 'compatible', state: 'cut' })
  world.change({ aiModels: {}, aiOwnModels: [] })
  expect(await failureOf(world.gateway.preview(named))).toMatchObject({ provider: 'compatible', state: 'failed' })
  expect(groq.asked).toEqual([])
})

test('what never reached a provider is for nothing: nobody there, and no TLS', async () => {
  const groq = await fakeProvider('groq')
  const openai = await fakeProvider('openai')
  await groq.close()
  const baseUrls = { groq: groq.baseUrl, openai: openai.baseUrl.replace('http:', 'https:') }
  const world = aiWorld([groq, openai], { baseUrls })
  await failureOf(world.gateway.generate(ask))
  const calls = world.calls()
  expect(calls.map(({ state, costUsd, inputTokens }) => [state, costUsd, inputTokens])).toEqual(
    Array.from({ length: 6 }, () => ['unreachable', 0, 0]),
  )
  expect(calls.at(-1)?.message).toMatch(/TLS/)
})

test('an answer that failed already, or is longer than it may be, is not read', async () => {
  let reads = 0
  const schema = z.object({ a: z.string().refine(() => (reads += 1) > 0) })
  const answer = `{"a": "x"}${' '.repeat(4000)}`
  const groq = await fakeProvider('groq', { answer, mode: 'cut_quietly' })
  const world = aiWorld([groq])
  expect(await failureOf(world.gateway.generate({ ...ask, schema }))).toMatchObject({ state: 'cut' })
  groq.setMode('ok')
  const short = { ...ask, schema, maxOutputTokens: 100 }
  expect(await failureOf(world.gateway.generate(short))).toMatchObject({ state: 'bad_answer' })
  expect(world.calls().at(-1)?.message).toMatch(/longer than it was given room for/)
  expect([reads, groq.asked.length]).toEqual([0, 2])
  expect(await world.gateway.generate({ ...ask, schema })).toMatchObject({ json: { a: 'x' } })
})

test('a text beyond measure is not sent', async () => {
  const groq = await fakeProvider('groq')
  const world = aiWorld([groq])
  const long = [{ role: 'user', text: 'ä'.repeat(60_000) }] as const
  expect((await failureOf(world.gateway.generate({ ...ask, messages: long }))).reason).toMatch(/too long/)
  expect(groq.asked).toEqual([])
})

test('a public provider’s address may not be a private one: the key does not go there', async () => {
  const openai = await fakeProvider('openai')
  const world = aiWorld([openai], {
    baseUrls: {},
    settings: { aiBaseUrls: { openai: openai.baseUrl.replace('http:', 'https:') } },
  })
  const failure = await failureOf(world.gateway.generate(ask))
  expect(failure.reason).toMatch(/is refused.*Change the address in Settings, AI/)
  expect(openai.asked).toEqual([])
  expect(world.calls()).toMatchObject([{ state: 'failed', costUsd: 0 }])
})

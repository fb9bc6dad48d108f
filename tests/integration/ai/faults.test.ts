import { Writable } from 'node:stream'
import pino from 'pino'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { AI_PROVIDERS } from '#shared/ai.ts'
import { AppError } from '#shared/errors.ts'
import { aiWorld, fakeProvider, messages } from '../../support/ai-world.ts'

const ask = { purpose: 'letter', messages, maxOutputTokens: 500 } as const
const ANSWER = 'An answer that is long enough to come in pieces.'

function logOf() {
  const lines: string[] = []
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString())
      done()
    },
  })
  return { log: pino({ level: 'info', base: null }, sink), lines: () => lines.filter((line) => line.includes('"err"')) }
}

/** As it may come out of our own code: with what was sent in its words. */
function brokenParser(text: string): never {
  throw new TypeError(`cannot read ${text} of ${messages[1].text}`)
}

test.each(AI_PROVIDERS)(
  '%s: what breaks in our own code is logged with its stack and is not the provider’s',
  async (id) => {
    const fake = await fakeProvider(id, { answer: ANSWER, mode: 'slow', slowMs: 5 })
    const other = await fakeProvider(id === 'openai' ? 'groq' : 'openai')
    const { log, lines } = logOf()
    const world = aiWorld([fake, other], { log })
    const error: unknown = await world.gateway
      .generate({ ...ask, onText: brokenParser })
      .catch((reason: unknown) => reason)
    expect(error).not.toBeInstanceOf(AppError)
    expect(String(error)).toContain('TypeError while a language model was asked')
    const [line = '', ...more] = lines()
    expect(more).toEqual([])
    expect(line).toMatch(/brokenParser/)
    expect(line).toMatch(/faults\.test\.ts:\d+/)
    expect(`${line}${JSON.stringify(error)}${(error as Error).stack}`).not.toMatch(/What do you say|An ans|key-of-/)
    expect(world.calls()).toMatchObject([{ state: 'failed', outputTokens: 500, isEstimated: true }])
    expect(world.calls()[0]?.message).toMatch(/The app failed.*Ask again/)
    expect(world.ledger.get(1)?.received).not.toBe('')
    expect(other.asked).toEqual([])
  },
)

test('what breaks before anything is sent costs nothing, and its call is not left running', async () => {
  const fake = await fakeProvider('groq')
  const { log, lines } = logOf()
  const world = aiWorld([fake], { log })
  const onAsked = (): never => brokenParser('a')
  await expect(world.gateway.generate({ ...ask, onAsked })).rejects.toThrow('TypeError while')
  expect(fake.asked).toEqual([])
  expect(world.calls()).toMatchObject([{ state: 'failed', inputTokens: 0, outputTokens: 0, costUsd: 0 }])
  expect(lines()).toHaveLength(1)
})

test('a schema that breaks on an answer is a fault of ours; one that refuses it is not', async () => {
  const fake = await fakeProvider('groq', { answer: '{"a": "x"}' })
  const { log, lines } = logOf()
  const world = aiWorld([fake], { log })
  const broken = z.object({ a: z.string().refine((text) => brokenParser(text)) })
  await expect(world.gateway.generate({ ...ask, schema: broken })).rejects.toThrow('TypeError while')
  expect(world.calls()).toMatchObject([{ state: 'failed', inputTokens: 120, outputTokens: 40 }])
  const strict = z.object({ a: z.literal('y') })
  await expect(world.gateway.generate({ ...ask, schema: strict })).rejects.toMatchObject({ code: 'AI_FAILED' })
  expect(lines()).toHaveLength(1)
})

test('an expected failure of our own keeps its code', async () => {
  const world = aiWorld([await fakeProvider('groq', { answer: ANSWER })])
  const onText = (): never => {
    throw new AppError('NOT_FOUND', { entity: 'job', id: '7' })
  }
  await expect(world.gateway.generate({ ...ask, onText })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(world.calls()).toMatchObject([{ state: 'failed' }])
})

test.each([
  'bad_key',
  'down',
  'cut',
  'odd_piece',
  'garbage',
  'garbage_events',
  'broken_event',
  'hang_up',
  'web_page',
] as const)('what a provider does is no fault of ours: %s', async (mode) => {
  for (const id of AI_PROVIDERS) {
    const { log, lines } = logOf()
    const world = aiWorld([await fakeProvider(id, { mode, answer: ANSWER })], { log })
    await expect(world.gateway.generate(ask)).rejects.toMatchObject({ code: 'AI_FAILED' })
    expect(lines()).toEqual([])
  }
})

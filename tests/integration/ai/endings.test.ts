import type { ServerResponse } from 'node:http'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { AppError } from '#shared/errors.ts'
import { WIRE_FORMATS } from '../../fakes/ai/wire-formats.ts'
import { aiWorld, fakeProvider, messages } from '../../support/ai-world.ts'
import { rawProvider } from '../../support/raw-provider.ts'

const ask = { purpose: 'letter', messages, maxOutputTokens: 500 } as const
const STREAM = { 'content-type': 'text/event-stream' }

test.each([
  [204, 'bad_answer', /no answer of a language model/, 1],
  [205, 'bad_answer', /no answer of a language model/, 1],
  [600, 'failed', /status 600/, 3],
  [999, 'failed', /status 999/, 3],
] as const)(
  'an answer of the odd status %i is the provider’s doing: the next one is asked',
  async (status, state, words, times) => {
    const odd = await rawProvider('compatible', (_request, response) => void response.writeHead(status).end())
    const other = await fakeProvider('groq', { answer: 'From the next.' })
    const world = aiWorld([odd, other])
    expect(await world.gateway.generate(ask)).toMatchObject({ provider: 'groq', text: 'From the next.' })
    const calls = world.calls()
    expect(calls.map((call) => call.state)).toEqual([...Array.from({ length: times }, () => state), 'ok'])
    expect(calls[0]?.message).toMatch(words)
  },
)

test.each(['google', 'openai', 'anthropic', 'groq', 'compatible'] as const)(
  '%s: after a piece in no known form the connection is closed, although the provider would go on',
  async (id) => {
    const format = WIRE_FORMATS[id]
    let isClosed = false
    const endless = await rawProvider(id, (_request, response) => {
      response.writeHead(200, STREAM).write(format.start(null) + format.piece('Hello', null))
      response.write(format.oddPiece)
      const more = setInterval(() => response.write(format.piece('more', null)), 20)
      response.on('close', () => {
        clearInterval(more)
        isClosed = true
      })
    })
    const world = aiWorld([endless])
    await expect(world.gateway.generate(ask)).rejects.toMatchObject({ code: 'AI_FAILED' })
    await vi.waitFor(() => expect(isClosed).toBe(true), 5000)
  },
)

/** Writes the pieces one after the other for as long as anybody reads. */
function endlessly(response: ServerResponse, piece: string): void {
  const write = (): void => {
    while (!response.destroyed) {
      if (response.write(piece)) continue
      response.once('drain', write)
      return
    }
  }
  write()
}

test('an answer without an end is ended by us, and the most is booked', async () => {
  const format = WIRE_FORMATS.compatible
  const endless = await rawProvider('compatible', (_request, response) => {
    response.writeHead(200, STREAM)
    endlessly(response, format.piece('never to end '.repeat(10), null))
  })
  const world = aiWorld([endless])
  const schema = z.object({ a: z.string() })
  const failure: unknown = await world.gateway.generate({ ...ask, schema }).catch((error: unknown) => error)
  expect((failure as AppError<'AI_FAILED'>).data.reason).toMatch(/longer than it was given room for/)
  const prose = await world.gateway.generate(ask)
  for (const length of [prose.text.length, world.ledger.get(1)?.received.length ?? 0]) {
    expect(length).toBeGreaterThan(500 * 24)
    expect(length).toBeLessThan(500 * 24 + 200)
  }
  expect(world.calls()).toMatchObject([
    { state: 'bad_answer', outputTokens: 500, isEstimated: true },
    { state: 'ok', outputTokens: 500, isEstimated: true },
  ])
})

test('what is handed on are pieces: as much as was written, once', async () => {
  const answer = 'word '.repeat(100)
  const world = aiWorld([await fakeProvider('groq', { answer })])
  const heard: string[] = []
  await world.gateway.generate({ ...ask, onText: (piece) => heard.push(piece) })
  expect(heard.length).toBeGreaterThan(10)
  expect(heard.join('')).toBe(answer)
})

const chunk = (more: object): string =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', ...more })}\n\n`
const said = chunk({ choices: [{ index: 0, delta: { content: 'Hello' }, finish_reason: null }] })
const finished = chunk({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })
const counted = (written: number) =>
  chunk({ choices: [], usage: { prompt_tokens: 50, completion_tokens: written, total_tokens: 50 + written } })

test.each([
  ['after the end, before the count', said + finished],
  ['after a count that went before the end', said + counted(3)],
  ['after a count, and the end', said + counted(3) + finished],
])('stopped %s: the most is booked', async (_when, sent) => {
  const stop = new AbortController()
  const openai = await rawProvider('openai', (_request, response) => {
    response.writeHead(200, STREAM).write(sent)
    setTimeout(() => stop.abort(), 300)
  })
  const world = aiWorld([openai])
  await world.gateway.generate({ ...ask, signal: stop.signal })
  expect(world.calls()).toMatchObject([{ outputTokens: 500, isEstimated: true }])
})

test.each([
  ['counts as it goes, and the last count before the end is the whole', said + counted(1) + counted(7) + finished],
  ['counts when it is done', said + finished + counted(7)],
])('who %s', async (_how, sent) => {
  const openai = await rawProvider('openai', (_request, response) => {
    response.writeHead(200, STREAM).end(`${sent}data: [DONE]\n\n`)
  })
  const world = aiWorld([openai])
  await world.gateway.generate(ask)
  expect(world.calls()).toMatchObject([{ state: 'ok', inputTokens: 50, outputTokens: 7, isEstimated: false }])
})

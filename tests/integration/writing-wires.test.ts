import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Core } from '#main/core.ts'
import { serveMessagePort } from '#main/transport/message-port.ts'
import type { Contract } from '#shared/contract.ts'
import { tailoringOptionsSchema } from '#shared/tailoring.ts'
import type { WritingEvent } from '#shared/writing.ts'
import { screenOf } from '../contract/screen-host.ts'
import { fakeProvider } from '../support/ai-world.ts'
import { HONEST, lastOf, writingWorld } from '../support/writing-world.ts'

type Client = ContractRouterClient<Contract>

const wires: Record<string, (core: Core) => Promise<Client>> = {
  'in process': async (core) => core.client,
  'a message port': async (core) => {
    const { port1, port2 } = new MessageChannel()
    onTestFinished(() => port1.close())
    serveMessagePort(core.router, port1)
    port1.start()
    const client = createORPCClient<Client>(new PortLink({ port: port2 }))
    port2.start()
    return client
  },
  HTTP: screenOf,
}

describe.each(Object.entries(wires))('over %s', (_name, connect) => {
  async function world(slowMs: number) {
    const groq = await fakeProvider('groq', {
      mode: slowMs === 0 ? 'ok' : 'slow',
      slowMs,
      answer: JSON.stringify(HONEST),
    })
    const made = await writingWorld([groq])
    const [jobId] = made.jobIds
    if (jobId === undefined) throw new Error('no job')
    const client = await connect(made.core)
    const input = { jobId, documentId: null, provider: null, options: tailoringOptionsSchema.parse({}) }
    return { client, input, core: made.core, groq }
  }

  test('it streams to its end, and a failure in the middle has its code', async () => {
    const { client, input, groq } = await world(0)
    const events: WritingEvent[] = []
    for await (const event of await client.writing.write(input)) events.push(event)
    expect(events.filter(({ type }) => type === 'text').length).toBeGreaterThan(5)
    expect(lastOf(events, 'written').findings).toEqual([])
    groq.setMode('bad_key')
    const failing = async () => {
      for await (const event of await client.writing.write(input)) expect(event.type).toBe('asked')
    }
    await expect(failing()).rejects.toMatchObject({
      code: 'AI_FAILED',
      data: { state: 'key_rejected', provider: 'groq' },
    })
  })

  test('a stop ends it with what had come', async () => {
    const { client, input } = await world(15)
    const events: WritingEvent[] = []
    for await (const event of await client.writing.write(input)) {
      events.push(event)
      const [asked] = events
      if (event.type === 'text' && asked?.type === 'asked') await client.writing.stop({ callId: asked.callId })
    }
    expect(lastOf(events, 'stopped').text.length).toBeGreaterThan(0)
  })

  test('leaving it, and an abort, stop the model', async () => {
    const { client, input, core } = await world(25)
    const states = async () => (await core.client.ai.calls({})).map(({ state }) => state)
    for await (const event of await client.writing.write(input)) if (event.type === 'text') break
    await vi.waitFor(async () => expect(await states()).toEqual(['stopped']), { timeout: 10_000 })
    const abort = new AbortController()
    const read = async () => {
      for await (const event of await client.writing.write(input, { signal: abort.signal }))
        if (event.type === 'text') abort.abort()
    }
    // Some wires end it, others say that it was aborted.
    await Promise.allSettled([read()])
    await vi.waitFor(async () => expect(await states()).toEqual(['stopped', 'stopped']), { timeout: 10_000 })
  })
})

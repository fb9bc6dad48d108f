import { onTestFinished } from 'vitest'
import type { Receiver, ReceiverOptions } from '../fakes/receiver.ts'
import { startFakeWebhook } from '../fakes/webhook.ts'
import { allTo, type OutboxOptions, outboxWorld } from './outbox-world.ts'

export const WEBHOOK_SECRET = 'a-long-secret-of-the-user'

/** A webhook's receiver that closes with the test. */
export async function webhook(options?: ReceiverOptions): Promise<Receiver> {
  const server = await startFakeWebhook(options)
  onTestFinished(() => server.close())
  return server
}

/** Everything that is told goes to the receiver. */
export function webhookWorld(server: Receiver, options: OutboxOptions = {}) {
  return outboxWorld(allTo('webhook'), {
    channels: { webhook: { url: `${server.url}/hook` } },
    keys: { WEBHOOK_SECRET },
    httpTimeoutMs: 10_000,
    ...options,
  })
}

export function keysOf(server: Receiver): unknown[] {
  return server.received.map(({ headers }) => headers['idempotency-key'])
}

export function titlesOf(server: Receiver): unknown[] {
  return server.received.map(({ body }) => (JSON.parse(body) as { title: string }).title)
}

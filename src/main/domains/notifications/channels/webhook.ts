import { createHmac } from 'node:crypto'
import { CHANNEL_SECRETS } from '#shared/notifications.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import type { Outgoing } from '../message.ts'
import { type Channel, failedForGood, type HasKey, type ReadKey } from './channel.ts'
import { httpOutcome, originOf, type Post } from './http-outcome.ts'

export interface WebhookDeps {
  readonly post: Post
  readonly clock: Clock
  readonly url: () => string
  readonly hasKey: HasKey
  readonly readKey: ReadKey
}

const WORDS = {
  unauthorised: 'Check the webhook’s address, and whether its server takes the signature.',
  notFound: 'Check the webhook’s address in the settings.',
}

/** A POST of JSON to an address of the user's. Every try of a message has the same `Idempotency-Key` and `X-Career-Copilot-Id`, and its own
 *  `X-Career-Copilot-Signature: t=<unix seconds>,v1=<hex>`: {@link signatureOf} over the body as it is sent. */
export function createWebhookChannel(deps: WebhookDeps): Channel {
  const { post, clock, url, hasKey, readKey } = deps
  return {
    id: 'webhook',
    problem: () => {
      if (url() === '') return 'Enter the address that the webhook goes to.'
      if (!hasKey(CHANNEL_SECRETS.webhook)) return 'Set a signing secret for the webhook among the keys.'
      return null
    },
    send: async (message, signal) => {
      const secret = await readKey(CHANNEL_SECRETS.webhook)
      if (secret === null) return failedForGood('Set a signing secret for the webhook among the keys.')
      const json = webhookBody(message)
      const seconds = Math.floor(clock.now() / 1000)
      try {
        await post({
          url: url(),
          json,
          headers: {
            'idempotency-key': message.key,
            'x-career-copilot-id': message.key,
            'x-career-copilot-signature': `t=${seconds},v1=${signatureOf({ secret, seconds, body: JSON.stringify(json) })}`,
          },
          trustedOrigin: originOf(url()),
          signal,
        })
        return { kind: 'sent' }
      } catch (error) {
        return httpOutcome(error, WORDS)
      }
    },
  }
}

/** HMAC-SHA256, in hex, of the seconds, a full stop and the body, under the shared secret. A receiver computes it anew, compares it in
 *  constant time, and refuses a `t` that is more than a few minutes away from its own clock. Pure. */
export function signatureOf(signed: { secret: string; seconds: number; body: string }): string {
  return createHmac('sha256', signed.secret).update(`${signed.seconds}.${signed.body}`).digest('hex')
}

function webhookBody({ key, type, title, body, path, count, letter, createdAt }: Outgoing) {
  return { id: key, type, title, body, path, count, createdAt: new Date(createdAt).toISOString(), letter }
}

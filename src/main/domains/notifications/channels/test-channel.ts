import { randomUUID } from 'node:crypto'
import type { NotificationChannel } from '#shared/notifications.ts'
import { SecretStoreError } from '#main/infra/secrets/secret-store.ts'
import type { Channel } from './channel.ts'

const ARRIVED: Readonly<Record<NotificationChannel, string>> = {
  os: 'A message was shown on the desktop.',
  email: 'The mail server took a letter. Look into the mailbox; the first one may lie among junk.',
  sms: 'Twilio took a message. It is on the phone within a minute.',
  webhook: 'The webhook answered that it took a message.',
  ntfy: 'The ntfy server took a message for the topic.',
}

/** Sends one message through the channel as it is set up, once; how it went as a sentence. Throws what neither the keychain nor the other
 *  side can cause. */
export async function testChannel(channel: Channel, now: number): Promise<{ isOk: boolean; message: string }> {
  const problem = channel.problem()
  if (problem !== null) return { isOk: false, message: problem }
  const message = {
    key: randomUUID(),
    type: 'test' as const,
    title: 'Career Copilot can reach you here',
    body: 'This is the message that you asked for to test the channel.',
    path: '/inbox',
    count: 1,
    letter: null,
    createdAt: now,
  }
  try {
    const outcome = await channel.send(message, new AbortController().signal)
    if (outcome.kind === 'sent') return { isOk: true, message: ARRIVED[channel.id] }
    return { isOk: false, message: outcome.kind === 'cut' ? 'The app is closing.' : outcome.reason }
  } catch (error) {
    if (error instanceof SecretStoreError) return { isOk: false, message: error.message }
    throw error
  }
}

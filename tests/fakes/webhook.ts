import { type Receiver, type ReceiverOptions, startReceiver } from './receiver.ts'

/** Somebody's own address for webhooks: takes anything. */
export function startFakeWebhook(options?: ReceiverOptions): Promise<Receiver> {
  return startReceiver(() => null, options)
}

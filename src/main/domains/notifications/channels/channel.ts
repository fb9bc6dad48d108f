import type { NotificationChannel } from '#shared/notifications.ts'
import type { Outgoing } from '../message.ts'

/** How a try went. `isFinal`: trying again changes nothing. `mayHaveArrived`: it was handed over, and the other side did not say what
 *  became of it. `notBefore`: the other side wants no other try before (UTC ms). `reason` is a sentence with the next step; no key is in it. */
export type Outcome =
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'failed'
      readonly reason: string
      readonly isFinal: boolean
      readonly mayHaveArrived: boolean
      readonly notBefore: number | null
    }
  /** Nothing went out: the other side is left alone until then (UTC ms). Costs no try. */
  | { readonly kind: 'held'; readonly reason: string; readonly until: number }
  /** The signal ended it. */
  | { readonly kind: 'cut' }

/** One way out of the app. */
export interface Channel {
  readonly id: NotificationChannel
  /** What is missing before it can carry anything, as a sentence; null: nothing. Asks neither the keychain nor the network. */
  readonly problem: () => string | null
  /** Hands one message over, once, within a time of its own. Throws nothing that the other side can cause. */
  readonly send: (message: Outgoing, signal: AbortSignal) => Promise<Outcome>
}

/** The value of a key of a channel, null when there is none. Throws SecretStoreError. */
export type ReadKey = (name: string) => Promise<string | null>
export type HasKey = (name: string) => boolean

export function failedForGood(reason: string): Outcome {
  return { kind: 'failed', reason, isFinal: true, mayHaveArrived: false, notBefore: null }
}

export function failedForNow(
  reason: string,
  more: { mayHaveArrived?: boolean; notBefore?: number | null } = {},
): Outcome {
  const { mayHaveArrived = false, notBefore = null } = more
  return { kind: 'failed', reason, isFinal: false, mayHaveArrived, notBefore }
}

/** Letters, digits and marks on one line: what would begin another line or header is a space. Pure. */
export function oneLine(text: string, maxChars: number): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return cutAtWord(line, maxChars)
}

/** At most so many UTF-16 units, cut between words and never inside a character. Pure. */
export function cutAtWord(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text
  const room = text.slice(0, maxChars - 1).replace(/[\uD800-\uDBFF]$/, '')
  const lastSpace = room.search(/\s\S*$/)
  // A single word longer than half of the room is cut in its middle.
  return `${(lastSpace > maxChars / 2 ? room.slice(0, lastSpace) : room).trimEnd()}…`
}

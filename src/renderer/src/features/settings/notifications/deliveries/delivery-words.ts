import type { Delivery } from '#shared/notifications.ts'
import { formatAgo, formatIn, formatQuantity } from '../../../../ui/format.ts'
import type { Tone } from '../../../../ui/tone-badge.tsx'

export const DELIVERY_STATE_WORDS: Readonly<Record<Delivery['state'], { readonly word: string; readonly tone: Tone }>> =
  {
    waiting: { word: 'Waiting', tone: 'plain' },
    sending: { word: 'On its way', tone: 'accent' },
    sent: { word: 'Sent', tone: 'good' },
    failed: { word: 'Failed', tone: 'bad' },
    folded: { word: 'In the digest', tone: 'plain' },
    dropped: { word: 'Dropped', tone: 'plain' },
  }

/** When it came up, what was tried and what comes next, in short parts. Pure. */
export function deliveryParts(
  delivery: Pick<Delivery, 'state' | 'attempts' | 'nextAt' | 'createdAt' | 'endedAt' | 'others'>,
  now: number,
): string[] {
  const { state, attempts, nextAt, createdAt, endedAt, others } = delivery
  return [
    `came up ${formatAgo(createdAt, now)}`,
    others > 0 && `tells ${formatQuantity(others, ['other', 'others'])}, too`,
    attempts > 1 && `${attempts} tries`,
    state === 'waiting' &&
      nextAt !== null &&
      (nextAt <= now ? 'its turn is next' : `next try ${formatIn(nextAt, now)}`),
    state === 'sent' && endedAt !== null && `sent ${formatAgo(endedAt, now)}`,
    state === 'failed' && endedAt !== null && `given up ${formatAgo(endedAt, now)}`,
    state === 'folded' && 'over the day’s limit',
  ].filter((part) => part !== false)
}

/** What can be done about it: what failed or was dropped goes again, what waits or failed is given up. Pure. */
export function deliveryActions({ state }: Pick<Delivery, 'state'>): { canSend: boolean; canDrop: boolean } {
  return {
    canSend: state === 'failed' || state === 'dropped',
    canDrop: state === 'waiting' || state === 'failed',
  }
}

/** What became of dropping one that stood on the screen as `seen`. Only what would have gone by itself goes again by an undo: what had
 *  failed would really be sent. Pure. */
export function dropWords(seen: State, after: State & Pick<Delivery, 'others'>): { word: string; canUndo: boolean } {
  if (after.state !== 'dropped') return { word: LEFT_WORDS[after.state], canUndo: false }
  const [it, are] =
    after.others === 0 ? ['It', 'is'] : [`It and ${formatQuantity(after.others, ['other', 'others'])}`, 'are']
  return { word: `${it} ${are} no longer sent`, canUndo: seen.state === 'waiting' }
}

/** What became of sending one again. Pure. */
export function sendWords({ state }: State): string {
  return state === 'waiting' ? 'It is tried again' : LEFT_WORDS[state]
}

type State = Pick<Delivery, 'state'>

/** Of one that somebody or something else was quicker with. */
const LEFT_WORDS: Readonly<Record<Delivery['state'], string>> = {
  waiting: 'It waits to be sent',
  sending: 'It is on its way already',
  sent: 'It has been sent already',
  failed: 'It could not be sent',
  folded: 'It is told in the digest',
  dropped: 'It is no longer sent',
}

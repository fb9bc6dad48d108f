import type { NotificationType } from '#shared/notifications.ts'

/** Pauses before the second, third and fourth try; the figures are those of the product's original specification. */
const RETRY_AFTER_MS = [5_000, 15_000, 60_000] as const
export const TRIES_MAX = RETRY_AFTER_MS.length + 1

/** So many messages leave through a channel in any minute, tries counted. */
export const PER_MINUTE_MAX = 10
export const WINDOW_MS = 60_000

/** What comes in bursts waits for the rest of its burst, so that it becomes one message; the rest goes at once. */
const GROUP_WAIT_MS: Readonly<Partial<Record<NotificationType, number>>> = {
  job_match: 60_000,
  application_status: 60_000,
  achievement: 60_000,
}

/** When a message that came up at `now` is first tried. Pure. */
export function firstTryAt(type: NotificationType, now: number): number {
  return now + (GROUP_WAIT_MS[type] ?? 0)
}

/** When one that failed is tried again after so many tries, not before the other side wants it; null: it is given up. Pure. */
export function nextTryAt(failed: { tries: number; now: number; notBefore: number | null }): number | null {
  const pauseMs = RETRY_AFTER_MS[failed.tries - 1]
  return pauseMs === undefined ? null : Math.max(failed.now + pauseMs, failed.notBefore ?? 0)
}

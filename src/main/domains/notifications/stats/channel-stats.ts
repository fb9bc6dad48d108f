import type { ChannelView, NotificationChannel } from '#shared/notifications.ts'
import type { Database } from '#main/infra/db/driver.ts'

const SPAN_MS = 30 * 86_400_000

type Stats = Omit<ChannelView, 'channel' | 'isReady' | 'problem'>

/** What channels carried in the last 30 days, messages counted, not what was told together in them. */
export function createChannelStats(database: Database): (channel: NotificationChannel, now: number) => Stats {
  const { raw } = database
  const counts = raw.prepare<
    { channel: string; from: number },
    { sent: number; failed: number; lastSentAt: number | null }
  >(
    `select count(*) filter (where state = 'sent') as sent, count(*) filter (where state = 'failed') as failed,
       max(ended_at) filter (where state = 'sent') as lastSentAt
     from delivery where channel = :channel and ended_at >= :from and carrier_id is null`,
  )
  const waiting = raw
    .prepare<[string], number>(
      `select count(*) from delivery where channel = ? and state in ('waiting', 'sending') and carrier_id is null`,
    )
    .pluck()
  const tookAt = raw
    .prepare<{ channel: string; from: number; offset: number }, number>(
      `select ended_at - created_at from delivery
       where channel = :channel and ended_at >= :from and state = 'sent' and carrier_id is null
       order by 1 limit 1 offset :offset`,
    )
    .pluck()
  const lastFailure = raw.prepare<{ channel: string; from: number }, { at: number; reason: string | null }>(
    `select ended_at as at, reason from delivery where channel = :channel and ended_at >= :from and state = 'failed'
     order by ended_at desc limit 1`,
  )

  return (channel, now) => {
    const span = { channel, from: now - SPAN_MS }
    const { sent, failed, lastSentAt } = counts.get(span) ?? { sent: 0, failed: 0, lastSentAt: null }
    const failure = lastFailure.get(span)
    return {
      sent,
      failed,
      lastSentAt,
      waiting: waiting.get(channel) ?? 0,
      medianMs: sent === 0 ? null : (tookAt.get({ ...span, offset: Math.floor((sent - 1) / 2) }) ?? null),
      lastFailure: failure === undefined ? null : { at: failure.at, reason: failure.reason ?? '' },
    }
  }
}

import type { ChannelView } from '#shared/notifications.ts'
import { formatAgo, formatCount, formatDuration, type Locale } from '../../../../ui/format.ts'

/** What went through a channel in 30 days, in short parts. Pure. */
export function channelFigures(
  view: Pick<ChannelView, 'sent' | 'failed' | 'waiting' | 'medianMs' | 'lastSentAt'>,
  now: number,
  locale?: Locale,
): string[] {
  const { sent, failed, waiting, medianMs, lastSentAt } = view
  if (sent === 0 && failed === 0 && waiting === 0) return ['Nothing went through it in the last 30 days']
  return [
    `${formatCount(sent, locale)} sent in 30 days`,
    failed > 0 && `${formatCount(failed, locale)} failed`,
    waiting > 0 && `${formatCount(waiting, locale)} waiting`,
    medianMs !== null && `half of them within ${formatDuration(medianMs, locale)}`,
    lastSentAt !== null && `the last ${formatAgo(lastSentAt, now)}`,
  ].filter((part) => part !== false)
}

/** 'The last that failed, 3 h ago: …'; null without any. Pure. */
export function lastFailureWords({ lastFailure }: Pick<ChannelView, 'lastFailure'>, now: number): string | null {
  return lastFailure && `The last that failed, ${formatAgo(lastFailure.at, now)}: ${lastFailure.reason}`
}

import type { Notification } from '#shared/notifications.ts'
import { localDayOf } from '#shared/local-time.ts'
import type { Locale } from '../../../ui/format.ts'

const DAY_MS = 86_400_000

interface InboxDay {
  /** ISO date in the zone. */
  readonly day: string
  readonly title: string
  readonly notifications: readonly Notification[]
}

/** Notifications by the day they came in the zone, in the order they are given in. Pure. */
export function byDay(
  notifications: readonly Notification[],
  where: { readonly now: number; readonly zone: string; readonly locale?: Locale },
): InboxDay[] {
  const days = Map.groupBy(notifications, ({ createdAt }) => localDayOf(createdAt, where.zone))
  return [...days].map(([day, ofDay]) => ({ day, title: dayTitle(day, where), notifications: ofDay }))
}

function dayTitle(day: string, where: { readonly now: number; readonly zone: string; readonly locale?: Locale }) {
  const today = localDayOf(where.now, where.zone)
  if (day === today) return 'Today'
  if (day === dayBefore(today)) return 'Yesterday'
  const isOtherYear = day.slice(0, 4) !== today.slice(0, 4)
  return new Intl.DateTimeFormat(where.locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isOtherYear ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T12:00:00Z`))
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10)
}

/** An address inside the app as it may be opened; null for anything that could lead out of it. Pure. */
export function insidePath(path: string | null): string | null {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : null
}

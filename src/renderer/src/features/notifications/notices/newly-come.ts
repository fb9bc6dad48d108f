import type { Notification, NotificationPreferences } from '#shared/notifications.ts'
import { formatQuantity } from '../../../ui/format.ts'

/** Unread ones that came after `lastId` and since the window is open (`since`, UTC ms), and are worth a word in the window: of a type that the user lets speak up at all, other than new
 *  jobs, which saved searches tell of themselves, and without those that this computer's desktop shows already. Pure. */
export function newlyCome(
  unread: readonly Notification[],
  options: {
    readonly lastId: number
    readonly since: number
    readonly preferences: NotificationPreferences
    readonly isDesktop: boolean
  },
): Notification[] {
  const { lastId, since, preferences, isDesktop } = options
  return unread.filter(({ id, type, createdAt }) => {
    const channels = preferences[type]
    if (id <= lastId || createdAt < since) return false
    if (type === 'job_match' || channels.length === 0) return false
    return !(isDesktop && channels.includes('os'))
  })
}

/** The title of one; of several, how many there are. Pure. */
export function comeWords(come: readonly Pick<Notification, 'title'>[]): string {
  const [first] = come
  return first && come.length === 1 ? first.title : formatQuantity(come.length, ['new message', 'new messages'])
}

import type { NotificationsService } from '../domains/notifications/notifications.service.ts'
import type { RouterBase } from './base.ts'

/** The inbox, the channels and what went through them. */
export function notificationRoutes(os: RouterBase, { notifications }: { notifications: NotificationsService }) {
  return {
    notifications: {
      inbox: os.notifications.inbox.handler(({ input }) => notifications.inbox(input)),
      setRead: os.notifications.setRead.handler(({ input }) => notifications.setRead(input)),
      channels: os.notifications.channels.handler(() => notifications.channels()),
      test: os.notifications.test.handler(({ input }) => notifications.test(input.channel)),
      deliveries: os.notifications.deliveries.handler(({ input }) => notifications.deliveries(input)),
      sendAgain: os.notifications.sendAgain.handler(({ input }) => notifications.sendAgain(input.id)),
      drop: os.notifications.drop.handler(({ input }) => notifications.drop(input.id)),
    },
  }
}

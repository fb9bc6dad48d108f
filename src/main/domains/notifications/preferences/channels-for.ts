import {
  NOTIFICATION_CHANNELS,
  type NotificationChannel,
  type NotificationPreferences,
  type NotificationType,
} from '#shared/notifications.ts'

/** The channels that carry a type: those that were chosen for it and are set up, each once. Pure. */
export function channelsFor(
  type: NotificationType,
  {
    preferences,
    isReady,
  }: { preferences: NotificationPreferences; isReady: (channel: NotificationChannel) => boolean },
): NotificationChannel[] {
  return NOTIFICATION_CHANNELS.filter((channel) => preferences[type].includes(channel) && isReady(channel))
}

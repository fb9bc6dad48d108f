import {
  NOTIFICATION_CHANNELS,
  type ChannelView,
  type NotificationChannel,
  type NotificationPreferences,
  type NotificationType,
} from '#shared/notifications.ts'

/** Preferences with one channel of a type switched; a type's channels keep the contract's order. Pure. */
export function withChannel(
  preferences: NotificationPreferences,
  change: { readonly type: NotificationType; readonly channel: NotificationChannel; readonly isOn: boolean },
): NotificationPreferences {
  const { type, channel, isOn } = change
  const chosen = new Set(preferences[type])
  if (isOn) chosen.add(channel)
  else chosen.delete(channel)
  return { ...preferences, [type]: NOTIFICATION_CHANNELS.filter((each) => chosen.has(each)) }
}

/** Channels that some type wants and that carry nothing yet, but for the desktop, which cannot be set up. Pure. */
export function wantedButNotReady(
  preferences: NotificationPreferences,
  channels: readonly Pick<ChannelView, 'channel' | 'isReady'>[],
): NotificationChannel[] {
  const wanted = new Set(Object.values(preferences).flat())
  return channels
    .filter(({ channel, isReady }) => !isReady && channel !== 'os' && wanted.has(channel))
    .map(({ channel }) => channel)
}

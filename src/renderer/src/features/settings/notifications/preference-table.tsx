import { Checkbox } from '@mantine/core'
import {
  NOTIFICATION_CHANNELS,
  NOTIFICATION_TYPES,
  type ChannelView,
  type NotificationChannel,
  type NotificationType,
} from '#shared/notifications.ts'
import type { Settings } from '#shared/settings.ts'
import { Card } from '../../../ui/page.tsx'
import { CHANNEL_WORDS, TYPE_NOTES, TYPE_WORDS } from '../../notifications/index.ts'
import { useSaveSettings } from '../use-settings.ts'
import classes from './notifications.module.css'
import { withChannel } from './preferences.ts'

/** Which type goes which ways. The inbox has all of them. */
export function PreferenceTable(props: { readonly settings: Settings; readonly channels: readonly ChannelView[] }) {
  const { save } = useSaveSettings()
  const { notificationPreferences: preferences } = props.settings
  const toggle = (type: NotificationType, channel: NotificationChannel, isOn: boolean) =>
    void save({ notificationPreferences: withChannel(preferences, { type, channel, isOn }) })
  return (
    <Card>
      {/* A table that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={classes.frame} aria-label="What goes which ways" tabIndex={0}>
        <table className={classes.table} aria-label="Messages by type and channel">
          <thead>
            <tr>
              <th scope="col">Message</th>
              {NOTIFICATION_CHANNELS.map((channel) => (
                <th key={channel} scope="col">
                  {CHANNEL_WORDS[channel]}
                  <ChannelNote view={props.channels.find((view) => view.channel === channel)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {NOTIFICATION_TYPES.map((type) => (
              <tr key={type}>
                <th scope="row">
                  {TYPE_WORDS[type]}
                  <span className={classes.typeNote}>{TYPE_NOTES[type]}</span>
                </th>
                {NOTIFICATION_CHANNELS.map((channel) => (
                  <td key={channel}>
                    <Checkbox
                      aria-label={`${TYPE_WORDS[type]} by ${CHANNEL_WORDS[channel]}`}
                      checked={preferences[type].includes(channel)}
                      onChange={(event) => toggle(type, channel, event.currentTarget.checked)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}

/** A channel that carries nothing yet says so, and leads to its form. */
function ChannelNote({ view }: { readonly view: ChannelView | undefined }) {
  if (view === undefined || view.isReady) return null
  if (view.channel === 'os') return <span className={classes.notReady}>not here</span>
  return (
    <a href={`#channel-${view.channel}`} className={classes.notReady}>
      not set up
    </a>
  )
}

import { Notifications, notificationsStore } from '@mantine/notifications'
import { useCommands } from '../ui/commands.tsx'
import { NOTICES_MAX } from '../ui/notify.tsx'
import classes from './notices.module.css'

/** Short words below the screen, which makes room for them: they cover nothing. A key leads to what can be done about the newest. */
export function Notices() {
  useCommands([{ id: 'app.notice', group: 'App', label: 'Go to the newest notice', keys: 'g n', run: focusNewest }])
  return (
    <div id="notices" className={classes.room}>
      <Notifications
        position="bottom-right"
        limit={NOTICES_MAX}
        withinPortal={false}
        classNames={{ root: classes.list ?? '', notification: classes.notice ?? '' }}
      />
    </div>
  )
}

/** One that was replaced stands in the page until it has faded, so that the page does not tell which is the newest. */
function focusNewest(): void {
  const newestFirst = notificationsStore.getState().notifications.toReversed()
  const shown = [...document.querySelectorAll('#notices [role="alert"]')]
  const buttons = newestFirst.flatMap(
    ({ id }) => shown.find((notice) => notice.id === id)?.querySelector('button') ?? [],
  )
  buttons[0]?.focus()
}

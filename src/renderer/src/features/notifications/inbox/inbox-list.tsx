import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCircleFilled, IconMail, IconMailOpened } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { machineZone } from '#shared/local-time.ts'
import type { Notification } from '#shared/notifications.ts'
import { formatCount } from '../../../ui/format.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useSettings } from '../../settings/index.ts'
import { TYPE_ICONS, TYPE_WORDS } from '../words/notification-words.ts'
import { byDay, insidePath } from './inbox-days.ts'
import classes from './inbox.module.css'

interface ListProps {
  readonly notifications: readonly Notification[]
  readonly onSetRead: (id: number, isRead: boolean) => void
}

export function InboxDays({ notifications, onSetRead }: ListProps) {
  const now = useNow(60_000)
  const settings = useSettings()
  const zone = settings.data?.timeZone ?? machineZone()
  return byDay(notifications, { now, zone }).map(({ day, title, notifications: ofDay }) => (
    <section key={day} className={classes.day} aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`} className={classes.dayTitle}>
        {title}
      </h2>
      <ul className={classes.list}>
        {ofDay.map((notification) => (
          <InboxRow key={notification.id} notification={notification} zone={zone} onSetRead={onSetRead} />
        ))}
      </ul>
    </section>
  ))
}

function InboxRow(props: {
  readonly notification: Notification
  readonly zone: string
  readonly onSetRead: (id: number, isRead: boolean) => void
}) {
  const { notification, onSetRead } = props
  const { id, type, title, body, count } = notification
  const TypeIcon = TYPE_ICONS[type]
  const isUnread = notification.readAt === null
  return (
    <li className={classes.row} data-unread={isUnread || undefined}>
      <span className={classes.icon}>
        <TypeIcon size={16} stroke={1.8} aria-hidden="true" />
      </span>
      <div className={classes.words}>
        <p className={classes.meta}>
          {isUnread && (
            <span className={classes.unread}>
              <IconCircleFilled size={7} aria-hidden="true" />
              Unread
            </span>
          )}
          <span>{TYPE_WORDS[type]}</span>
          {count > 1 && <span>{formatCount(count)} together</span>}
        </p>
        <Title notification={notification} onOpen={() => isUnread && onSetRead(id, true)} />
        {body !== '' && <p className={classes.body}>{body}</p>}
      </div>
      <time className={classes.time} dateTime={new Date(notification.createdAt).toISOString()}>
        {new Intl.DateTimeFormat(undefined, { timeStyle: 'short', timeZone: props.zone }).format(
          notification.createdAt,
        )}
      </time>
      <Tooltip label={isUnread ? 'Mark as read' : 'Mark as unread'}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`Mark ${title} as ${isUnread ? 'read' : 'unread'}`}
          onClick={() => onSetRead(id, isUnread)}
        >
          {isUnread ? <IconMailOpened size={15} stroke={1.8} /> : <IconMail size={15} stroke={1.8} />}
        </ActionIcon>
      </Tooltip>
    </li>
  )
}

/** Leads to what it is about, where there is such a screen. */
function Title(props: { readonly notification: Notification; readonly onOpen: () => void }) {
  const { title, path } = props.notification
  const router = useRouter()
  const inside = insidePath(path)
  if (inside === null) return <p className={classes.title}>{title}</p>
  const open = (event: MouseEvent) => {
    props.onOpen()
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    router.history.push(inside)
  }
  return (
    <a href={inside} className={classes.title} onClick={open}>
      {title}
    </a>
  )
}

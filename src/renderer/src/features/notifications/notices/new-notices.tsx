import { useRouter } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Notification } from '#shared/notifications.ts'
import { notifyAction } from '../../../ui/notify.tsx'
import { useSettings } from '../../settings/index.ts'
import { insidePath } from '../inbox/inbox-days.ts'
import { useReadMarks, useUnread } from '../inbox/use-inbox.ts'
import { comeWords, newlyCome } from './newly-come.ts'

const INBOX = '/inbox'

/** Says at the edge of the window when a message comes in while the window is open. */
export function NewNotices() {
  const { data } = useUnread()
  const settings = useSettings()
  const router = useRouter()
  const marks = useReadMarks()
  const [since] = useState(() => Date.now())
  const lastId = useRef<number | null>(null)
  const say = useEffectEvent((unread: readonly Notification[]) => {
    const newest = unread[0]?.id ?? 0
    const before = lastId.current ?? newest
    lastId.current = Math.max(before, newest)
    const preferences = settings.data?.notificationPreferences
    if (preferences === undefined || router.state.location.pathname === INBOX) return
    const come = newlyCome(unread, {
      lastId: before,
      since,
      preferences,
      isDesktop: window.careerCopilot !== undefined,
    })
    const [first] = come
    if (!first) return
    const inside = come.length === 1 ? insidePath(first.path) : null
    notifyAction(comeWords(come), {
      label: inside === null ? 'Look' : 'Open',
      run: () => {
        if (inside !== null) marks.setRead(first.id, true)
        router.history.push(inside ?? INBOX)
      },
    })
  })
  useEffect(() => {
    if (data) say(data.notifications)
  }, [data])
  return null
}

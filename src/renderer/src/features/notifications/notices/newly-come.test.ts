import { expect, test } from 'vitest'
import { DEFAULT_NOTIFICATION_PREFERENCES, type Notification, type NotificationType } from '#shared/notifications.ts'
import { comeWords, newlyCome } from './newly-come.ts'

function unread(id: number, type: NotificationType): Notification {
  return { id, type, title: `about ${type}`, body: '', path: null, count: 1, createdAt: 1000 * id, readAt: null }
}

const inBrowser = { lastId: 3, since: 2500, preferences: DEFAULT_NOTIFICATION_PREFERENCES, isDesktop: false }

test.each([
  ['one that was there before', unread(3, 'deadline_reminder'), []],
  ['an old one that is unread again', unread(2, 'deadline_reminder'), []],
  ['one that came since', unread(4, 'deadline_reminder'), [4]],
  ['new jobs, of which saved searches tell', unread(4, 'job_match'), []],
  ['a type that the user keeps to the inbox', unread(4, 'application_status'), []],
])('%s is told of in the window as it should be', (_what, notification, told) => {
  expect(newlyCome([notification], inBrowser).map(({ id }) => id)).toEqual(told)
})

test('in the desktop app, what the desktop shows is not said twice', () => {
  const preferences = { ...DEFAULT_NOTIFICATION_PREFERENCES, achievement: ['email' as const] }
  const come = newlyCome([unread(5, 'achievement'), unread(4, 'deadline_reminder')], {
    lastId: 3,
    since: 2500,
    preferences,
    isDesktop: true,
  })
  expect(come.map(({ id }) => id)).toEqual([5])
})

test('one is told by its title, several by how many they are', () => {
  expect(comeWords([{ title: 'Interview at 14:00' }])).toBe('Interview at 14:00')
  expect(comeWords([{ title: 'a' }, { title: 'b' }])).toBe('2 new messages')
})

import { AppError } from '#shared/errors.ts'
import {
  CHANNEL_SECRETS,
  type ChannelView,
  type Delivery,
  NOTIFICATION_CHANNELS,
  type Notification,
  type NotificationChannel,
  type NotificationPreferences,
} from '#shared/notifications.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import type { Channel } from './channels/channel.ts'
import { testChannel } from './channels/test-channel.ts'
import type { InboxQuestion, InboxRepo } from './inbox/inbox.repo.ts'
import type { Telling } from './message.ts'
import { createDeliveriesRepo } from './outbox/deliveries.repo.ts'
import { firstTryAt } from './outbox/retry-plan.ts'
import { channelsFor } from './preferences/channels-for.ts'
import { createChannelStats } from './stats/channel-stats.ts'

export type { Telling } from './message.ts'

export interface NotificationsDeps {
  readonly database: Database
  readonly clock: Clock
  readonly inbox: InboxRepo
  readonly channels: Readonly<Record<NotificationChannel, Channel>>
  readonly preferences: () => NotificationPreferences
  readonly onChange: () => void
}

export interface TestResult {
  readonly isOk: boolean
  readonly message: string
}

export interface NotificationsService {
  /** Puts it into the inbox and hands it to the channels that its type takes and that are set up; for the desktop it waits until a
   *  process with one comes. False when its key was told before:
   *  nothing happens then. May be called inside a transaction, whose fate it shares. */
  readonly tell: (telling: Telling) => boolean
  readonly inbox: (question: InboxQuestion) => { notifications: Notification[]; unread: number; total: number }
  readonly setRead: (marking: { ids: readonly number[] | null; isRead: boolean }) => { changed: number[] }
  readonly channels: () => ChannelView[]
  /** Sends one message at once, past the outbox and the quiet hours. */
  readonly test: (channel: NotificationChannel) => Promise<TestResult>
  /** The test of the channel that uses the key; null when none does. */
  readonly testKey: (secretName: string) => Promise<TestResult> | null
  readonly deliveries: (question: { states: readonly Delivery['state'][]; limit: number }) => {
    deliveries: Delivery[]
    total: number
  }
  /** Throws NOT_FOUND. One that is under way, sent or told in a digest stays as it is. */
  readonly sendAgain: (id: number) => Delivery
  /** Throws NOT_FOUND. One that is under way, sent or told in a digest stays as it is. */
  readonly drop: (id: number) => Delivery
}

export function createNotificationsService(deps: NotificationsDeps): NotificationsService {
  const { database, clock, inbox, channels, preferences } = deps
  const deliveries = createDeliveriesRepo(database)
  const statsOf = createChannelStats(database)
  const isReady = (id: NotificationChannel) => id === 'os' || channels[id].problem() === null

  /** After the transaction that this may be a part of: transactions are over within one turn. */
  function changed(): void {
    queueMicrotask(deps.onChange)
  }

  function tell(telling: Telling): boolean {
    const now = clock.now()
    const isNew = database.write(() => {
      const notificationId = inbox.add(telling, { now })
      if (notificationId === null) return false
      if (telling.isInboxOnly === true) return true
      const at = telling.letter === undefined ? firstTryAt(telling.type, now) : now
      for (const channel of channelsFor(telling.type, { preferences: preferences(), isReady })) {
        inbox.addDelivery({ notificationId, channel, at, now })
      }
      return true
    })
    if (isNew) changed()
    return isNew
  }

  function known(id: number): Delivery {
    const found = deliveries.get(id)
    if (found === null) throw new AppError('NOT_FOUND', { entity: 'delivery', id: String(id) })
    return found
  }

  function alter(id: number, work: (now: number) => void): Delivery {
    const after = database.write(() => {
      known(id)
      work(clock.now())
      return known(id)
    })
    changed()
    return after
  }

  const test = (id: NotificationChannel) => testChannel(channels[id], clock.now())

  return {
    tell,
    inbox: (question) =>
      database.raw.transaction(() => ({
        notifications: inbox.page(question),
        unread: inbox.unread(),
        total: inbox.total(question),
      }))(),
    setRead: ({ ids, isRead }) => {
      const marked = database.write(() => inbox.setRead(ids, isRead ? clock.now() : null))
      if (marked.length > 0) changed()
      return { changed: marked }
    },
    channels: () =>
      NOTIFICATION_CHANNELS.map((channel) => {
        const problem = channels[channel].problem()
        return { channel, isReady: problem === null, problem, ...statsOf(channel, clock.now()) }
      }),
    test,
    testKey: (secretName) => {
      const user = NOTIFICATION_CHANNELS.find((id) => id !== 'os' && CHANNEL_SECRETS[id] === secretName)
      return user === undefined ? null : test(user)
    },
    deliveries: ({ states, limit }) =>
      database.raw.transaction(() => ({
        deliveries: deliveries.page({ states, limit }),
        total: deliveries.count(states),
      }))(),
    sendAgain: (id) => alter(id, (now) => deliveries.restart(id, now)),
    drop: (id) => alter(id, (now) => deliveries.drop(id, now)),
  }
}

import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createChannels } from '#main/domains/notifications/channels/channels.ts'
import type { ShowNotice } from '#main/domains/notifications/channels/os.ts'
import { createInboxRepo } from '#main/domains/notifications/inbox/inbox.repo.ts'
import { createNotificationsService, type Telling } from '#main/domains/notifications/notifications.service.ts'
import type { Pace } from '#main/domains/notifications/outbox/claim.ts'
import { createOutbox } from '#main/domains/notifications/outbox/outbox.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { createHttpClient } from '#main/infra/http/client.ts'
import { createMailer, type MailTimes } from '#main/infra/mail/mailer.ts'
import { processOwner } from '#main/infra/tasks/lease.ts'
import {
  DEFAULT_NOTIFICATION_PREFERENCES,
  type Delivery,
  type NotificationChannel,
  type NotificationChannels,
  notificationChannelsSchema,
  type NotificationPreferences,
} from '#shared/notifications.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { tempDir } from './profile.ts'
import { silentLog } from './silent-log.ts'

export interface OutboxOptions {
  readonly profileDir?: string
  readonly now?: number
  readonly channels?: { readonly [Channel in keyof NotificationChannels]?: Partial<NotificationChannels[Channel]> }
  readonly keys?: Readonly<Record<string, string>>
  readonly pace?: Partial<Pace>
  readonly twilioUrl?: string
  readonly showNotice?: ShowNotice
  readonly mailTimes?: MailTimes
  readonly httpTimeoutMs?: number
  readonly owner?: string
  /** True by default. */
  readonly isLeader?: boolean
}

/** Everything goes to these, whatever its type. */
export function allTo(...channels: NotificationChannel[]): NotificationPreferences {
  const types = Object.keys(DEFAULT_NOTIFICATION_PREFERENCES) as (keyof NotificationPreferences)[]
  return { ...DEFAULT_NOTIFICATION_PREFERENCES, ...Object.fromEntries(types.map((type) => [type, channels])) }
}

/** Notifications over a real database and real sockets; only time is the test's. */
export function outboxWorld(preferences: NotificationPreferences, options: OutboxOptions = {}) {
  const clock = createFakeClock(options.now === undefined ? {} : { now: options.now })
  const path = join(options.profileDir ?? tempDir(), 'career-copilot.db')
  const database = openDatabase({ path, now: clock.now() })
  const http = createHttpClient({ clock, log: silentLog, userAgent: 'CareerCopilot/test' })
  const inbox = createInboxRepo(database)
  const config = notificationChannelsSchema.parse(options.channels ?? {})
  const keys = options.keys ?? {}
  const channels = createChannels({
    clock,
    http,
    mailer: createMailer(options.mailTimes),
    config: () => config,
    showNotice: options.showNotice ?? null,
    twilioUrl: () => options.twilioUrl ?? null,
    ...(options.httpTimeoutMs === undefined ? {} : { httpTimeoutMs: options.httpTimeoutMs }),
    hasKey: (name) => name in keys,
    readKey: (name) => Promise.resolve(keys[name] ?? null),
  })
  let changes = 0
  const onChange = () => {
    changes += 1
  }
  const service = createNotificationsService({
    database,
    clock,
    inbox,
    channels,
    preferences: () => preferences,
    onChange,
  })
  const pace: Pace = {
    quiet: { isOn: false, from: '22:00', until: '07:30' },
    zone: 'Europe/Berlin',
    dailyCap: 500,
    digestTimes: ['08:00', '20:00'],
    ...options.pace,
  }
  const outbox = createOutbox({
    database,
    clock,
    log: silentLog,
    inbox,
    channels,
    owner: options.owner ?? processOwner(),
    isLeader: () => options.isLeader ?? true,
    pace: () => pace,
    onChange,
  })
  let told = 0
  onTestFinished(async () => {
    await Promise.all([outbox.stop(), clock.advance(5000)])
    http.close()
    database.close()
  })
  const rows = (): Delivery[] => service.deliveries({ states: [], limit: 200 }).deliveries.toReversed()
  return {
    clock,
    database,
    service,
    outbox,
    rows,
    changes: () => changes,
    tell: (telling: Partial<Telling> = {}): boolean => {
      told += 1
      return service.tell({
        type: 'deadline_reminder',
        key: `told-${told}`,
        title: `Message ${told}`,
        body: 'Something is due.',
        path: '/applications/7',
        ...telling,
      })
    },
    /** One look of the outbox, and whatever comes of it without time passing. */
    carry: async (): Promise<void> => {
      outbox.tick(clock.now())
      await outbox.idle()
    },
  }
}

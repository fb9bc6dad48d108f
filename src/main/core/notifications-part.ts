import { createChannels } from '../domains/notifications/channels/channels.ts'
import { TWILIO_HOST_ID } from '../domains/notifications/channels/sms.ts'
import { createInboxRepo } from '../domains/notifications/inbox/inbox.repo.ts'
import { createNotificationsService } from '../domains/notifications/notifications.service.ts'
import { createOutbox } from '../domains/notifications/outbox/outbox.ts'
import type { SecretsService } from '../domains/settings/secrets.service.ts'
import { createMailer } from '../infra/mail/mailer.ts'
import { processOwner } from '../infra/tasks/lease.ts'
import type { Ground } from './ground.ts'
import type { Part } from './part.ts'

export interface KeysOfChannels {
  readonly secrets: Pick<SecretsService, 'isSet' | 'read'>
}

/** What the app tells, and how it leaves the app. */
export function createNotificationsPart(ground: Ground, { secrets }: KeysOfChannels) {
  const { ports, clock, database, log, http, settings, tasks, baseUrlOverride } = ground
  const inbox = createInboxRepo(database)
  const onChange = () => ground.events.publish({ type: 'notifications.changed' })
  const channels = createChannels({
    clock,
    http,
    mailer: createMailer(),
    config: () => settings.get().notificationChannels,
    showNotice: ports.notifier === undefined ? null : ports.notifier.show,
    twilioUrl: () => baseUrlOverride(TWILIO_HOST_ID),
    hasKey: secrets.isSet,
    readKey: secrets.read,
  })
  const notifications = createNotificationsService({
    database,
    clock,
    inbox,
    channels,
    preferences: () => settings.get().notificationPreferences,
    onChange,
  })
  const outbox = createOutbox({
    database,
    clock,
    log,
    inbox,
    channels,
    owner: processOwner(),
    isLeader: tasks.isLeader,
    pace: () => {
      const { quietHours, notificationDailyCap, dailyBriefingAt, eveningSummaryAt } = settings.get()
      return {
        quiet: quietHours,
        zone: ground.zone(),
        dailyCap: notificationDailyCap,
        digestTimes: [dailyBriefingAt, eveningSummaryAt],
      }
    },
    onChange,
  })
  const services = { notifications }
  const { tick, stop } = outbox
  return { services, handlers: [], tick, followerTick: tick, stop } satisfies Part<typeof services>
}

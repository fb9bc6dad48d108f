import type { NotificationChannel, NotificationChannels } from '#shared/notifications.ts'
import type { HttpClient } from '#main/infra/http/http.ts'
import type { Mailer } from '#main/infra/mail/mail.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import type { Channel, HasKey, ReadKey } from './channel.ts'
import { createEmailChannel } from './email.ts'
import { createNtfyChannel } from './ntfy.ts'
import { createPost } from './http-outcome.ts'
import { createOsChannel, type ShowNotice } from './os.ts'
import { createSmsChannel } from './sms.ts'
import { createWebhookChannel } from './webhook.ts'

export interface ChannelsDeps {
  readonly clock: Clock
  readonly http: HttpClient
  readonly mailer: Mailer
  readonly config: () => NotificationChannels
  /** Null in a process without a desktop. */
  readonly showNotice: ShowNotice | null
  readonly twilioUrl: () => string | null
  /** For one try; 15 s by default. */
  readonly httpTimeoutMs?: number
  readonly hasKey: HasKey
  readonly readKey: ReadKey
}

export function createChannels(deps: ChannelsDeps): Readonly<Record<NotificationChannel, Channel>> {
  const { clock, mailer, config, hasKey, readKey } = deps
  const post = createPost({ http: deps.http, clock, timeoutMs: deps.httpTimeoutMs })
  return {
    os: createOsChannel(deps.showNotice),
    email: createEmailChannel({ mailer, hasKey, readKey, config: () => config().email }),
    sms: createSmsChannel({ post, hasKey, readKey, config: () => config().sms, baseUrl: deps.twilioUrl }),
    webhook: createWebhookChannel({ post, clock, hasKey, readKey, url: () => config().webhook.url }),
    ntfy: createNtfyChannel({ post, hasKey, readKey, config: () => config().ntfy }),
  }
}

import { CHANNEL_SECRETS, type NotificationChannels, type NotificationType } from '#shared/notifications.ts'
import type { Outgoing } from '../message.ts'
import { type Channel, cutAtWord, oneLine, type HasKey, type ReadKey } from './channel.ts'
import { httpOutcome, originOf, type Post } from './http-outcome.ts'

export interface NtfyDeps {
  readonly post: Post
  readonly config: () => NotificationChannels['ntfy']
  readonly hasKey: HasKey
  readonly readKey: ReadKey
}

/** The server keeps at most 4,096 bytes of a message; characters may take four. Source: ntfy, server limits. */
const MESSAGE_CHARS = 1000
const TITLE_CHARS = 200

/** Short codes that clients show as pictures. Source: ntfy, list of emoji tags. */
const TAGS: Readonly<Record<NotificationType | 'test', string>> = {
  job_match: 'briefcase',
  application_status: 'inbox_tray',
  interview_scheduled: 'calendar',
  deadline_reminder: 'alarm_clock',
  daily_briefing: 'sunrise',
  evening_summary: 'crescent_moon',
  weekly_summary: 'bar_chart',
  achievement: 'trophy',
  test: 'wave',
}

const WORDS = {
  unauthorised: 'The topic is protected: set an access token for ntfy among the keys, or check the one that is set.',
  notFound: 'Check the server’s address in the settings; it is the address of the server, without the topic.',
}

/** A message published as JSON at the server's root. Its key is the `sequence_id`: of two with the same one a client shows the latest
 *  (ntfy 2.16 and later; before that it is ignored). */
export function createNtfyChannel({ post, config, hasKey, readKey }: NtfyDeps): Channel {
  return {
    id: 'ntfy',
    problem: () => {
      if (config().server === '') return 'Enter the address of the ntfy server.'
      if (config().topic === '')
        return 'Choose a topic: a name that nobody guesses, because whoever knows it can read along.'
      return null
    },
    send: async (message, signal) => {
      const { server, topic } = config()
      const token = hasKey(CHANNEL_SECRETS.ntfy) ? await readKey(CHANNEL_SECRETS.ntfy) : null
      try {
        await post({
          url: server,
          json: publication(message, topic),
          headers: token === null ? {} : { authorization: `Bearer ${token}` },
          trustedOrigin: originOf(server),
          signal,
        })
        return { kind: 'sent' }
      } catch (error) {
        return httpOutcome(error, WORDS)
      }
    },
  }
}

function publication({ key, type, title, body }: Outgoing, topic: string) {
  return {
    topic,
    title: oneLine(title, TITLE_CHARS),
    message: cutAtWord(body.trim() === '' ? title : body, MESSAGE_CHARS),
    tags: [TAGS[type]],
    priority: type === 'deadline_reminder' || type === 'interview_scheduled' ? 4 : 3,
    sequence_id: key,
  }
}

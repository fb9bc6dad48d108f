import { CHANNEL_SECRETS, type EmailChannel } from '#shared/notifications.ts'
import { type Mailer, MailProblem } from '#main/infra/mail/mail.ts'
import type { Outgoing } from '../message.ts'
import { type Channel, failedForGood, type HasKey, type Outcome, oneLine, type ReadKey } from './channel.ts'
import { letterHtml } from './email-html.ts'
import { letterText } from './email-text.ts'

export interface EmailDeps {
  readonly mailer: Mailer
  readonly config: () => EmailChannel
  readonly hasKey: HasKey
  readonly readKey: ReadKey
}

const SUBJECT_CHARS = 150

/** A letter by SMTP. Its Message-ID comes from the key, so that mail programs show two of the same one once. */
export function createEmailChannel({ mailer, config, hasKey, readKey }: EmailDeps): Channel {
  return {
    id: 'email',
    problem: () => emailProblem(config(), hasKey),
    send: async (message, signal) => {
      const { host, port, security, user, from, to } = config()
      const password = user === '' ? null : await readKey(CHANNEL_SECRETS.email)
      if (user !== '' && password === null) return failedForGood('Set the password of the mail account among the keys.')
      try {
        await mailer.send({
          server: { host, port, security, login: password === null ? null : { user, password } },
          mail: {
            from,
            to,
            subject: oneLine(message.title, SUBJECT_CHARS),
            ...bodies(message),
            id: messageId(message, from),
          },
          signal,
        })
        return { kind: 'sent' }
      } catch (error) {
        return outcomeOf(error)
      }
    },
  }
}

function bodies(message: Outgoing) {
  return { text: letterText(message), html: letterHtml(message) }
}

function messageId({ key }: Outgoing, from: string): string {
  return `<${key}@${from.slice(from.lastIndexOf('@') + 1)}>`
}

function emailProblem({ host, user, from, to, security }: EmailChannel, hasKey: HasKey): string | null {
  if (host === '') return 'Enter the mail server that letters leave through.'
  if (from === '') return 'Enter the address that letters come from.'
  if (to === '') return 'Enter the address that letters go to.'
  if (security === 'none' && !isLoopback(host)) return 'Without encryption only a mail server on this machine is used.'
  if (user !== '' && !hasKey(CHANNEL_SECRETS.email)) return 'Set the password of the mail account among the keys.'
  return null
}

/** Pure. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof MailProblem)) throw error
  if (error.code === 'cancelled') return { kind: 'cut' }
  const { message: reason, isFinal, mayHaveArrived } = error
  return { kind: 'failed', reason, isFinal, mayHaveArrived, notBefore: null }
}

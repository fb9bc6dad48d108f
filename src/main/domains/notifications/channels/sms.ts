import { CHANNEL_SECRETS, type NotificationChannels } from '#shared/notifications.ts'
import { HttpProblem } from '#main/infra/http/http.ts'
import type { Outgoing } from '../message.ts'
import {
  type Channel,
  failedForGood,
  failedForNow,
  type HasKey,
  oneLine,
  type Outcome,
  type ReadKey,
} from './channel.ts'
import { httpOutcome, originOf, type Post } from './http-outcome.ts'

/** The id under which another base address is given for Twilio, for a proxy or a local stand-in. */
export const TWILIO_HOST_ID = 'twilio'
const TWILIO_URL = 'https://api.twilio.com'

export interface SmsDeps {
  readonly post: Post
  readonly config: () => NotificationChannels['sms']
  readonly baseUrl: () => string | null
  readonly hasKey: HasKey
  readonly readKey: ReadKey
}

/** Two segments in the plain alphabet: what a person reads on a lock screen, and pays for. */
const SMS_CHARS = 320

/** Why Twilio refuses, by its own number. Source: Twilio, error and warning dictionary. The other numbers are told as they are. */
const REFUSALS: Readonly<Record<number, string>> = {
  20003: 'Twilio refuses the account’s id or token. Copy both anew from the Twilio console.',
  20404: 'Twilio knows no such account. Check the account’s id.',
  21211: 'Twilio says that the number it goes to is none. Check it, with the country’s code.',
  21212: 'Twilio says that the number it comes from is none. Check it, with the country’s code.',
  21408: 'Twilio may not send to that country with this account. Allow it in the Twilio console.',
  21606: 'The number it comes from cannot send messages. Choose one of yours that can.',
  21608: 'A trial account sends only to numbers that are verified. Verify the number in the Twilio console.',
  21610: 'That number has unsubscribed. Send START from it to the number it comes from.',
  21614: 'The number it goes to takes no text messages. Enter a mobile one.',
  21659: 'The number it comes from does not belong to this account. Choose one that does.',
  21660: 'The number it comes from does not belong to this account. Choose one that does.',
}
const TOO_MANY = 20429

const WORDS = {
  unauthorised: 'Copy the account’s id and token anew from the Twilio console.',
  notFound: 'Check the account’s id.',
}

/** A text message through Twilio. Twilio knows no key by which it could tell a second one, so one that broke off may arrive twice. */
export function createSmsChannel(deps: SmsDeps): Channel {
  const { post, config, hasKey, readKey } = deps
  return {
    id: 'sms',
    problem: () => {
      const { accountSid, from, to } = config()
      if (accountSid === '') return 'Enter the id of the Twilio account.'
      if (!hasKey(CHANNEL_SECRETS.sms)) return 'Set the Twilio auth token among the keys.'
      if (from === '') return 'Enter the Twilio number that messages come from.'
      if (to === '') return 'Enter the number that messages go to.'
      return null
    },
    send: async (message, signal) => {
      const { accountSid, from, to } = config()
      const token = await readKey(CHANNEL_SECRETS.sms)
      if (token === null) return failedForGood('Set the Twilio auth token among the keys.')
      const override = deps.baseUrl()
      try {
        await post({
          url: `${(override ?? TWILIO_URL).replace(/\/+$/, '')}/2010-04-01/Accounts/${accountSid}/Messages.json`,
          form: { To: to, From: from, Body: smsText(message) },
          headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${token}`).toString('base64')}` },
          trustedOrigin: override === null ? null : originOf(override),
          signal,
        })
        return { kind: 'sent' }
      } catch (error) {
        return refusalOf(error) ?? httpOutcome(error, WORDS)
      }
    },
  }
}

/** Pure. */
export function smsText({ title, body }: Pick<Outgoing, 'title' | 'body'>): string {
  const head = title.trim()
  const joint = /[.!?:…]$/.test(head) ? ' ' : ': '
  return oneLine(body.trim() === '' ? head : `${head}${joint}${body}`, SMS_CHARS)
}

function refusalOf(error: unknown): Outcome | null {
  if (!(error instanceof HttpProblem) || error.status === null || error.status >= 500) return null
  const code = Number(/"code"\s*:\s*(\d{4,6})/.exec(error.excerpt ?? '')?.[1] ?? Number.NaN)
  if (Number.isNaN(code)) return null
  if (code === TOO_MANY || error.status === 429) {
    return failedForNow('Twilio asks for fewer messages; it is tried again later.', { notBefore: error.retryAt })
  }
  return failedForGood(REFUSALS[code] ?? `Twilio refused the message; its error list explains number ${code}.`)
}

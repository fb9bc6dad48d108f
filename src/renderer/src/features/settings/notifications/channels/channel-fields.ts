import {
  emailChannelSchema,
  ntfyChannelSchema,
  smsChannelSchema,
  webhookChannelSchema,
  type NotificationChannels,
} from '#shared/notifications.ts'

export type SetUpChannel = keyof NotificationChannels

const SHAPES = {
  email: emailChannelSchema.shape,
  sms: smsChannelSchema.shape,
  webhook: webhookChannelSchema.shape,
  ntfy: ntfyChannelSchema.shape,
} as const satisfies Record<SetUpChannel, unknown>

export type FieldOf<Channel extends SetUpChannel> = keyof NotificationChannels[Channel] & string

/** What is wrong with a value of each field, said so that it can be put right. */
const PROBLEMS: { readonly [Channel in SetUpChannel]: Readonly<Record<FieldOf<Channel>, string>> } = {
  email: {
    host: 'A server’s name has at most 253 characters.',
    port: 'A port is a whole number from 1 to 65,535; mail servers take 465 or 587.',
    security: 'Choose how the connection is encrypted.',
    user: 'A user name has at most 254 characters.',
    from: 'This is no mail address. It looks like name@example.org.',
    to: 'This is no mail address. It looks like name@example.org.',
  },
  sms: {
    accountSid: 'A Twilio account id begins with AC and has 32 more digits and letters from a to f.',
    from: 'Write the number with + and the country’s code, without spaces: +4915112345678.',
    to: 'Write the number with + and the country’s code, without spaces: +4915112345678.',
  },
  webhook: { url: 'This is no web address. It begins with https:// or http://.' },
  ntfy: {
    server: 'This is no web address. It begins with https:// or http://.',
    topic: 'A topic has up to 64 letters from a to z, digits, - and _; no spaces.',
  },
}

/** Why a value of a channel's field cannot be kept; null when it can. By the contract's own schema. Pure. */
export function fieldProblem<Channel extends SetUpChannel>(
  channel: Channel,
  field: FieldOf<Channel>,
  value: unknown,
): string | null {
  const shape: Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean } }>> = SHAPES[channel]
  return shape[field]?.safeParse(value).success === true ? null : PROBLEMS[channel][field]
}

/** A phone number without what people put between its digits. Pure. */
export function plainNumber(typed: string): string {
  return typed
    .trim()
    .replace(/^00/, '+')
    .replaceAll(/[\s()./-]/g, '')
}

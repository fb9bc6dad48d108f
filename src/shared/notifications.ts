import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'

/** What the app tells the user, and by which ways. Instants are UTC epoch ms. */

/** Types come from the product's original specification (notification system). */
export const NOTIFICATION_TYPES = [
  'job_match',
  'application_status',
  'interview_scheduled',
  'deadline_reminder',
  'daily_briefing',
  'evening_summary',
  'weekly_summary',
  'achievement',
] as const
export const notificationTypeSchema = z.enum(NOTIFICATION_TYPES)
export type NotificationType = z.infer<typeof notificationTypeSchema>

/** The inbox always has everything; these carry it further. */
export const NOTIFICATION_CHANNELS = ['os', 'email', 'sms', 'webhook', 'ntfy'] as const
export const notificationChannelSchema = z.enum(NOTIFICATION_CHANNELS)
export type NotificationChannel = z.infer<typeof notificationChannelSchema>

/** Which channels a type takes beside the inbox. */
export const notificationPreferencesSchema = z.record(notificationTypeSchema, z.array(notificationChannelSchema))
export type NotificationPreferences = z.infer<typeof notificationPreferencesSchema>

export const DEFAULT_NOTIFICATION_PREFERENCES: NotificationPreferences = {
  job_match: ['os'],
  application_status: [],
  interview_scheduled: ['os'],
  deadline_reminder: ['os', 'email', 'sms', 'webhook', 'ntfy'],
  daily_briefing: ['os', 'email'],
  evening_summary: ['os'],
  weekly_summary: ['os', 'email'],
  achievement: ['os'],
}

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const wallTimeSchema = wallTime

/** By the clock on the wall in the user's zone; from later than until: over midnight. What falls into it waits for its end. */
export const quietHoursSchema = z.object({ isOn: z.boolean(), from: wallTime, until: wallTime })
export type QuietHours = z.infer<typeof quietHoursSchema>

export const emailChannelSchema = z.object({
  host: z.string().trim().max(253),
  port: z.number().int().min(1).max(65_535),
  /** 'tls' from the first byte (465), 'starttls' required (587), 'none' only for a server on this machine. */
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().trim().max(254),
  from: z.union([z.literal(''), z.email().max(254)]),
  to: z.union([z.literal(''), z.email().max(254)]),
})
export type EmailChannel = z.infer<typeof emailChannelSchema>

const phoneNumber = z.union([z.literal(''), z.string().regex(/^\+[1-9]\d{6,14}$/)])
export const smsChannelSchema = z.object({
  accountSid: z.union([z.literal(''), z.string().regex(/^AC[0-9a-fA-F]{32}$/)]),
  from: phoneNumber,
  to: phoneNumber,
})
export type SmsChannel = z.infer<typeof smsChannelSchema>

const address = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)])
export const webhookChannelSchema = z.object({ url: address })
export const ntfyChannelSchema = z.object({
  server: address,
  topic: z.union([z.literal(''), z.string().regex(/^[-_A-Za-z0-9]{1,64}$/)]),
})

/** Where each channel goes. The keys to them lie in the keychain. */
export const notificationChannelsSchema = z.object({
  email: emailChannelSchema.prefault({ host: '', port: 587, security: 'starttls', user: '', from: '', to: '' }),
  sms: smsChannelSchema.prefault({ accountSid: '', from: '', to: '' }),
  webhook: webhookChannelSchema.prefault({ url: '' }),
  ntfy: ntfyChannelSchema.prefault({ server: 'https://ntfy.sh', topic: '' }),
})
export type NotificationChannels = z.infer<typeof notificationChannelsSchema>

/** Keys of channels, by their names in the keychain. */
export const CHANNEL_SECRETS = {
  email: 'SMTP_PASSWORD',
  sms: 'TWILIO_AUTH_TOKEN',
  webhook: 'WEBHOOK_SECRET',
  ntfy: 'NTFY_TOKEN',
} as const

/** A message with room, beside its body: an intro that says something else, and sections of lines, each plain text, with the screen it leads to and words beside it ("84 match"). */
export const letterSchema = z.object({
  intro: z.string(),
  sections: z.array(
    z.object({
      heading: z.string(),
      lines: z.array(z.object({ text: z.string(), note: z.string(), path: z.string().nullable() })),
    }),
  ),
})
export type Letter = z.infer<typeof letterSchema>

/** `path` is the screen it leads to, "/applications/7". `count` of what it stands for, when several of a kind came together. */
export const notificationSchema = z.object({
  id: z.number().int(),
  type: notificationTypeSchema,
  title: z.string(),
  body: z.string(),
  path: z.string().nullable(),
  count: z.number().int(),
  createdAt: z.number().int(),
  readAt: z.number().int().nullable(),
})
export type Notification = z.infer<typeof notificationSchema>

/** 'waiting': for its time, its turn or another try. 'sending': handed over, and not yet known how it went. 'sent'. 'failed': given up
 *  after its tries. 'folded': over the day's cap, told in a digest. 'dropped': by the user, or for the
 *  desktop, when no desktop app was open within a day. */
export const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'failed', 'folded', 'dropped'] as const
/** `mayBeDouble`: it was sent again under the same `key` after a try of which nobody knows how it went: the app ended before it noted it, or
 *  the other side broke off before it answered. */
export const deliverySchema = z.object({
  id: z.number().int(),
  notificationId: z.number().int(),
  channel: notificationChannelSchema,
  type: notificationTypeSchema,
  title: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.number().int(),
  /** When it is tried next; null when it is not. */
  nextAt: z.number().int().nullable(),
  reason: z.string().nullable(),
  key: z.string(),
  mayBeDouble: z.boolean(),
  /** How many others its message tells, too: what happens to it happens to them. */
  others: z.number().int(),
  createdAt: z.number().int(),
  endedAt: z.number().int().nullable(),
})
export type Delivery = z.infer<typeof deliverySchema>

/** How a channel stands. `problem` says what is missing before it can carry anything. Counts are of the last 30 days. */
export const channelViewSchema = z.object({
  channel: notificationChannelSchema,
  isReady: z.boolean(),
  problem: z.string().nullable(),
  sent: z.number().int(),
  failed: z.number().int(),
  waiting: z.number().int(),
  /** Of those sent, how long after they came up, p50 in ms; null without any. */
  medianMs: z.number().nullable(),
  lastSentAt: z.number().int().nullable(),
  lastFailure: z.object({ at: z.number().int(), reason: z.string() }).nullable(),
})
export type ChannelView = z.infer<typeof channelViewSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL })
const one = base.errors({ NOT_FOUND: errors.NOT_FOUND })
const id = z.number().int()

export const notificationsContract = {
  /** The newest first; `before` an id, for the next page. */
  inbox: base
    .input(
      z.object({
        isUnreadOnly: z.boolean().default(false),
        before: id.nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(
      z.object({ notifications: z.array(notificationSchema), unread: z.number().int(), total: z.number().int() }),
    ),
  /** Null: all of them. What comes back undoes it with `isRead` the other way round. */
  setRead: base
    .input(z.object({ ids: z.array(id).max(10_000).nullable(), isRead: z.boolean() }))
    .output(z.object({ changed: z.array(id) })),
  channels: base.output(z.array(channelViewSchema)),
  /** Sends one message through the channel as it is set up, at once and only once. */
  test: base
    .input(z.object({ channel: notificationChannelSchema }))
    .output(z.object({ isOk: z.boolean(), message: z.string() })),
  deliveries: base
    .input(
      z.object({
        states: z.array(z.enum(DELIVERY_STATES)).default([]),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ deliveries: z.array(deliverySchema), total: z.number().int() })),
  /** Tries a failed one anew, from its first try, under the same key. */
  sendAgain: one.input(z.object({ id })).output(deliverySchema),
  /** Gives up one that waits or failed, with the others that its message tells; one that has left stays as it is. */
  drop: one.input(z.object({ id })).output(deliverySchema),
}

import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { ACHIEVEMENTS, BriefingContent, BriefingKind } from '#shared/briefings.ts'
import type { DELIVERY_STATES, Letter, NotificationChannel, NotificationType } from '#shared/notifications.ts'

/** Instants are UTC epoch ms throughout. */

/** The inbox: everything the app had to tell. `key` names what it tells of, so that nothing is told twice. */
export const notification = sqliteTable(
  'notification',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    type: text('type').$type<NotificationType>().notNull(),
    key: text('key').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    path: text('path'),
    count: integer('count').notNull().default(1),
    /** The whole of it, for channels with room for more than a line. */
    letter: text('letter', { mode: 'json' }).$type<Letter>(),
    createdAt: integer('created_at').notNull(),
    readAt: integer('read_at'),
  },
  (table) => [
    uniqueIndex('notification_key').on(table.key),
    index('notification_unread')
      .on(table.id)
      .where(sql`read_at is null`),
  ],
)

/** The outbox: one row a notification and channel. `key` goes out with every try, so that the other side can tell a second one.
 *  `owner` handed it over and has not yet noted how it went. */
export const delivery = sqliteTable(
  'delivery',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    notificationId: integer('notification_id')
      .notNull()
      .references(() => notification.id, { onDelete: 'cascade' }),
    channel: text('channel').$type<NotificationChannel>().notNull(),
    state: text('state').$type<(typeof DELIVERY_STATES)[number]>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAt: integer('next_at'),
    reason: text('reason'),
    key: text('key').notNull(),
    owner: text('owner'),
    mayBeDouble: integer('may_be_double', { mode: 'boolean' }).notNull().default(false),
    createdAt: integer('created_at').notNull(),
    startedAt: integer('started_at'),
    endedAt: integer('ended_at'),
    /** The delivery whose message told this one, too; null for one with a message of its own. */
    carrierId: integer('carrier_id'),
    /** When its latest tries began: what goes out in a minute is counted from them. */
    tries: text('tries', { mode: 'json' }).$type<number[]>().notNull().default([]),
  },
  (table) => [
    uniqueIndex('delivery_key').on(table.key),
    uniqueIndex('delivery_of').on(table.notificationId, table.channel),
    index('delivery_due').on(table.state, table.nextAt),
    index('delivery_channel').on(table.channel, table.endedAt),
    index('delivery_started').on(table.channel, table.startedAt),
    index('delivery_carrier').on(table.carrierId),
  ],
)

/** Briefings that were made at their time. A slot has one, whatever happens. */
export const briefing = sqliteTable(
  'briefing',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind').$type<BriefingKind>().notNull(),
    slotAt: integer('slot_at').notNull(),
    zone: text('zone').notNull(),
    fromAt: integer('from_at').notNull(),
    untilAt: integer('until_at').notNull(),
    madeAt: integer('made_at').notNull(),
    content: text('content', { mode: 'json' }).$type<BriefingContent>().notNull(),
  },
  (table) => [uniqueIndex('briefing_slot').on(table.kind, table.slotAt)],
)

export const achievement = sqliteTable('achievement', {
  key: text('key').$type<(typeof ACHIEVEMENTS)[number]>().primaryKey(),
  earnedAt: integer('earned_at').notNull(),
})

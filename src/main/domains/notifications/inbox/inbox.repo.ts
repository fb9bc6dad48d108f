import { randomUUID } from 'node:crypto'
import type { Notification, NotificationChannel } from '#shared/notifications.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Telling } from '../message.ts'

export interface InboxQuestion {
  readonly isUnreadOnly: boolean
  readonly before: number | null
  readonly limit: number
}

/** The table `notification`, and the rows of the outbox that are made with it. */
export function createInboxRepo(database: Database) {
  const { raw } = database
  const insert = raw
    .prepare<Record<string, string | number | null>, number>(
      `insert into notification (type, key, title, body, path, count, letter, created_at, read_at)
       values (:type, :key, :title, :body, :path, :count, :letter, :now, :readAt) on conflict (key) do nothing returning id`,
    )
    .pluck()
  const insertDelivery = raw.prepare<[number, NotificationChannel, number, string, number]>(
    `insert into delivery (notification_id, channel, state, next_at, key, created_at) values (?, ?, 'waiting', ?, ?, ?)`,
  )
  const page = raw.prepare<{ unread: number; before: number; limit: number }, Notification>(
    `select id, type, title, body, path, count, created_at as createdAt, read_at as readAt from notification
     where id < :before and (:unread = 0 or read_at is null) order by id desc limit :limit`,
  )
  const unread = raw.prepare<[], number>('select count(*) from notification where read_at is null').pluck()
  const all = raw.prepare<[], number>('select count(*) from notification').pluck()
  const readAll = raw
    .prepare<[number], number>('update notification set read_at = ? where read_at is null returning id')
    .pluck()
  const unreadAll = raw
    .prepare<[], number>('update notification set read_at = null where read_at is not null returning id')
    .pluck()
  const readOne = raw.prepare<[number, number]>('update notification set read_at = ? where id = ? and read_at is null')
  const unreadOne = raw.prepare<[number]>('update notification set read_at = null where id = ? and read_at is not null')

  function setReadOne(id: number, readAt: number | null): boolean {
    return (readAt === null ? unreadOne.run(id) : readOne.run(readAt, id)).changes === 1
  }

  return {
    /** The new row's id; null when its key was told before. */
    add: (telling: Telling, { now, isRead = false }: { now: number; isRead?: boolean }): number | null => {
      const { letter, count = 1, isInboxOnly: _, ...told } = telling
      const letterJson = letter === undefined ? null : JSON.stringify(letter)
      return insert.get({ ...told, count, letter: letterJson, now, readAt: isRead ? now : null }) ?? null
    },
    /** Under a key that nobody else has; returns its id. */
    addDelivery: (row: { notificationId: number; channel: NotificationChannel; at: number; now: number }): number =>
      Number(insertDelivery.run(row.notificationId, row.channel, row.at, randomUUID(), row.now).lastInsertRowid),
    page: ({ isUnreadOnly, before, limit }: InboxQuestion): Notification[] =>
      page.all({ unread: isUnreadOnly ? 1 : 0, before: before ?? Number.MAX_SAFE_INTEGER, limit }),
    unread: (): number => unread.get() ?? 0,
    total: ({ isUnreadOnly }: Pick<InboxQuestion, 'isUnreadOnly'>): number => (isUnreadOnly ? unread : all).get() ?? 0,
    /** Returns those that are others now; null: all of them. */
    setRead: (ids: readonly number[] | null, readAt: number | null): number[] => {
      if (ids !== null) return [...new Set(ids)].filter((id) => setReadOne(id, readAt))
      return readAt === null ? unreadAll.all() : readAll.all(readAt)
    },
  }
}

export type InboxRepo = ReturnType<typeof createInboxRepo>

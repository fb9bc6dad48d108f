import type { Letter, NotificationChannel, NotificationType } from '#shared/notifications.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Told } from './group-message.ts'
import { WINDOW_MS } from './retry-plan.ts'

/** Digests are beyond the cap that they are made of. */
export const DIGEST_KEY = 'digest:'

export interface DueRow extends Told {
  readonly id: number
  readonly key: string
  readonly attempts: number
  readonly isDigest: boolean
  /** It was handed over before, by itself. */
  readonly wasTried: boolean
}

interface WireRow extends Omit<DueRow, 'letter' | 'isDigest' | 'wasTried'> {
  readonly letter: string | null
  readonly isDigest: number
  readonly wasTried: number
}

export interface SendingRow {
  readonly id: number
  readonly owner: string | null
  readonly startedAt: number | null
  readonly attempts: number
}

const COLUMNS = `d.id, d.key, d.attempts, d.started_at is not null as wasTried, n.type, n.title, n.body, n.path, n.count, n.letter,
  n.created_at as createdAt, n.key like '${DIGEST_KEY}%' as isDigest`
const ROWS = `from delivery d join notification n on n.id = d.notification_id`

/** The table `delivery` as the outbox works on it. A row with a carrier is told in that one's message and follows its state. */
export function createOutboxRepo(database: Database) {
  const { raw } = database
  const active = raw
    .prepare<{ now: number }, NotificationChannel>(
      `select channel from delivery where state = 'waiting' and next_at <= :now
       union select channel from delivery where state = 'folded' and next_at <= :now`,
    )
    .pluck()
  const sending = raw.prepare<[], SendingRow>(
    `select id, owner, started_at as startedAt, attempts from delivery where state = 'sending' and carrier_id is null`,
  )
  const due = raw.prepare<[NotificationChannel, number], WireRow>(
    `select ${COLUMNS} ${ROWS} where d.channel = ? and d.state = 'waiting' and d.next_at <= ? and d.carrier_id is null
     order by d.next_at, d.id limit 1`,
  )
  const postpone = raw.prepare<[number, NotificationChannel, number]>(
    `update delivery set next_at = ? where channel = ? and state = 'waiting' and next_at <= ?`,
  )
  const expire = raw.prepare<{ channel: NotificationChannel; until: number; reason: string; now: number }>(
    `update delivery set state = 'dropped', next_at = null, reason = :reason, ended_at = :now
     where channel = :channel and state = 'waiting' and next_at <= :until`,
  )
  const alike = raw.prepare<[NotificationChannel, NotificationType, number], WireRow>(
    `select ${COLUMNS} ${ROWS} where d.channel = ? and n.type = ? and d.state = 'waiting' and d.started_at is null
       and d.carrier_id is null and n.letter is null and d.id <> ? order by d.id`,
  )
  const carried = raw.prepare<[number], WireRow>(
    `select ${COLUMNS} ${ROWS} where d.carrier_id = ? and d.state in ('waiting', 'sending') order by d.id`,
  )
  const carry = raw.prepare<[number, number]>('update delivery set carrier_id = ? where id = ?')
  const start = raw.prepare<{ id: number; owner: string; now: number; from: number }>(
    `update delivery set state = 'sending', next_at = null, attempts = attempts + 1, owner = :owner, started_at = :now,
       tries = (select json_group_array(value) from
         (select value from json_each(delivery.tries) where value > :from union all select :now))
     where id = :id`,
  )
  const follow = raw.prepare<[number]>(
    `update delivery set state = 'sending', next_at = null, attempts = attempts + 1 where carrier_id = ? and state = 'waiting'`,
  )
  const triesSince = raw
    .prepare<{ channel: NotificationChannel; from: number; until: number }, number>(
      `select count(*) from delivery, json_each(delivery.tries) t
       where channel = :channel and started_at > :from and t.value > :from and t.value <= :until`,
    )
    .pluck()
  const carriedOn = raw
    .prepare<{ channel: NotificationChannel; from: number; until: number }, number>(
      `select count(*) ${ROWS} where d.channel = :channel and d.started_at >= :from and d.started_at < :until
         and d.carrier_id is null and (d.state in ('sent', 'sending') or d.state = 'waiting') and n.key not like '${DIGEST_KEY}%'`,
    )
    .pluck()
  const fold = raw.prepare<{ id: number; at: number; reason: string; now: number }>(
    `update delivery set state = 'folded', next_at = :at, reason = :reason, ended_at = :now where id = :id`,
  )
  const foldedDue = raw.prepare<[NotificationChannel, number], WireRow>(
    `select ${COLUMNS} ${ROWS} where d.channel = ? and d.state = 'folded' and d.carrier_id is null and d.next_at <= ? order by d.id`,
  )
  const tellFolded = raw.prepare<[number, number]>('update delivery set carrier_id = ?, next_at = null where id = ?')
  const finish = raw.prepare<{ id: number; owner: string; state: string; reason: string | null; now: number }>(
    `update delivery set state = :state, reason = :reason, ended_at = :now, owner = null
     where id = :id and state = 'sending' and owner = :owner`,
  )
  const finishCarried = raw.prepare<{ id: number; state: string; reason: string | null; now: number }>(
    `update delivery set state = :state, reason = :reason, ended_at = :now where carrier_id = :id and state = 'sending'`,
  )
  const again = raw.prepare<{ id: number; at: number; reason: string | null; isDouble: number }>(
    `update delivery set state = 'waiting', next_at = :at, reason = :reason, owner = null,
       may_be_double = max(may_be_double, :isDouble) where (id = :id or carrier_id = :id) and state = 'sending'`,
  )
  const hold = raw.prepare<{ id: number; at: number; reason: string }>(
    `update delivery set state = 'waiting', next_at = :at, reason = :reason, owner = null, attempts = attempts - 1
     where (id = :id or carrier_id = :id) and state = 'sending'`,
  )
  const isOwn = raw
    .prepare<[number, string], number>(`select 1 from delivery where id = ? and state = 'sending' and owner = ?`)
    .pluck()

  return {
    /** Channels for which there is something to do at `now`. */
    active: (now: number): NotificationChannel[] => active.all({ now }),
    sending: (): SendingRow[] => sending.all(),
    due: (channel: NotificationChannel, now: number): DueRow | null => asDue(due.get(channel, now)),
    /** Whatever is due waits until then. */
    postpone: (channel: NotificationChannel, to: { until: number; now: number }): number =>
      postpone.run(to.until, channel, to.now).changes,
    /** Drops what has been due since `until` or longer. Returns how many there were. */
    expire: (channel: NotificationChannel, how: { until: number; reason: string; now: number }): number =>
      expire.run({ channel, ...how }).changes,
    /** Others of its kind that wait and were never tried. */
    alike: (channel: NotificationChannel, row: DueRow): DueRow[] =>
      alike.all(channel, row.type, row.id).flatMap(asDues),
    carried: (id: number): DueRow[] => carried.all(id).flatMap(asDues),
    carry: (id: number, others: readonly DueRow[]) => {
      for (const other of others) carry.run(id, other.id)
    },
    start: (id: number, { owner, now }: { owner: string; now: number }) => {
      start.run({ id, owner, now, from: now - WINDOW_MS })
      follow.run(id)
    },
    /** Tries of the channel in the minute before `now`. A clock that was put back leaves some that are yet to come: they do not count. */
    triesInWindow: (channel: NotificationChannel, now: number): number =>
      triesSince.get({ channel, from: now - WINDOW_MS, until: now }) ?? 0,
    /** Messages that went out, or are about to, of those begun between the instants. */
    messagesOf: (channel: NotificationChannel, day: { from: number; until: number }): number =>
      carriedOn.get({ channel, ...day }) ?? 0,
    fold: (rows: readonly DueRow[], how: { at: number; reason: string; now: number }) => {
      for (const { id } of rows) fold.run({ id, ...how })
    },
    foldedDue: (channel: NotificationChannel, now: number): DueRow[] => foldedDue.all(channel, now).flatMap(asDues),
    tellFolded: (carrierId: number, rows: readonly DueRow[]) => {
      for (const { id } of rows) tellFolded.run(carrierId, id)
    },
    /** Back as it was before the try, until then. */
    hold: (id: number, { at, reason }: { at: number; reason: string }) => hold.run({ id, at, reason }),
    isOwn: (id: number, owner: string): boolean => isOwn.get(id, owner) !== undefined,
    finish: (id: number, end: { owner: string; state: 'sent' | 'failed'; reason: string | null; now: number }) => {
      const { owner, ...how } = end
      if (finish.run({ id, owner, ...how }).changes === 1) finishCarried.run({ id, ...how })
    },
    again: (id: number, { at, reason, isDouble }: { at: number; reason: string | null; isDouble: boolean }) =>
      again.run({ id, at, reason, isDouble: isDouble ? 1 : 0 }),
  }
}

export type OutboxRepo = ReturnType<typeof createOutboxRepo>

function asDue(row: WireRow | undefined): DueRow | null {
  if (row === undefined) return null
  return {
    ...row,
    letter: row.letter === null ? null : (JSON.parse(row.letter) as Letter),
    isDigest: row.isDigest === 1,
    wasTried: row.wasTried === 1,
  }
}

function asDues(row: WireRow): DueRow[] {
  const read = asDue(row)
  return read === null ? [] : [read]
}

import type { Delivery } from '#shared/notifications.ts'
import type { Database } from '#main/infra/db/driver.ts'

interface WireRow extends Omit<Delivery, 'mayBeDouble'> {
  readonly mayBeDouble: number
  readonly carriedWith: number
}

const SELECT = `select d.id, d.notification_id as notificationId, d.channel, n.type, n.title, d.state, d.attempts, d.next_at as nextAt,
  d.reason, d.key, d.may_be_double as mayBeDouble, d.created_at as createdAt, d.ended_at as endedAt,
  (select count(*) from delivery o where o.carrier_id = d.id) as others, coalesce(d.carrier_id, 0) as carriedWith from delivery d join notification n on n.id = d.notification_id`

/** The table `delivery` as a person looks at it. */
export function createDeliveriesRepo(database: Database) {
  const { raw } = database
  const one = raw.prepare<[number], WireRow>(`${SELECT} where d.id = ?`)
  const page = raw.prepare<{ states: string; limit: number }, WireRow>(
    `${SELECT} where :states = '[]' or d.state in (select value from json_each(:states)) order by d.id desc limit :limit`,
  )
  const count = raw
    .prepare<{ states: string }, number>(
      `select count(*) from delivery where :states = '[]' or state in (select value from json_each(:states))`,
    )
    .pluck()
  const restart = raw.prepare<{ id: number; now: number }>(
    `update delivery set state = 'waiting', attempts = 0, next_at = :now, reason = null, ended_at = null, owner = null
     where (id = :id or carrier_id = :id) and state in ('failed', 'dropped', 'waiting')`,
  )
  const drop = raw.prepare<{ id: number; now: number }>(
    `update delivery set state = 'dropped', next_at = null, ended_at = :now
     where (id = :id or carrier_id = :id) and state in ('waiting', 'failed')`,
  )
  const detach = raw.prepare<[number]>(
    `update delivery set carrier_id = null where id = ? and state in ('waiting', 'failed', 'dropped')`,
  )

  return {
    get: (id: number): Delivery | null => {
      const row = one.get(id)
      return row === undefined ? null : asDelivery(row)
    },
    page: (question: { states: readonly Delivery['state'][]; limit: number }): Delivery[] =>
      page.all({ states: JSON.stringify(question.states), limit: question.limit }).map(asDelivery),
    count: (states: readonly Delivery['state'][]): number => count.get({ states: JSON.stringify(states) }) ?? 0,
    /** One that failed, was dropped or waits is due now, from its first try; with those that its message tells. */
    restart: (id: number, now: number) => {
      detach.run(id)
      restart.run({ id, now })
    },
    drop: (id: number, now: number) => {
      detach.run(id)
      drop.run({ id, now })
    },
  }
}

function asDelivery({ mayBeDouble, carriedWith, ...row }: WireRow): Delivery {
  const isTogether = carriedWith !== 0 && row.state === 'sent'
  return {
    ...row,
    reason: isTogether ? 'Told together with others, in one message.' : row.reason,
    mayBeDouble: mayBeDouble === 1,
  }
}

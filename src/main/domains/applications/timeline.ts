import type { ApplicationEvent, ApplicationEventData } from '#shared/applications.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { PlaceBefore } from '#main/infra/db/schema/applications.ts'
import type { Clock } from '#main/infra/time/clock.ts'

/** The history of applications: what was done, in order. Everything that changes one writes here, inside its own transaction. */
export interface Timeline {
  /** Notes what happened to an application now, or at the instant given, and that it was touched; returns the event's id. */
  readonly add: (
    applicationId: number,
    data: ApplicationEventData,
    more?: { readonly at?: number; readonly placeBefore?: PlaceBefore },
  ) => number
  /** The latest first. */
  readonly of: (applicationId: number) => ApplicationEvent[]
}

/** What the user does to the record alone: nothing happened between them and the employer. */
const OF_THE_RECORD: ReadonlySet<ApplicationEventData['type']> = new Set(['changed', 'snapshot', 'removed', 'restored'])

interface EventRow extends Omit<ApplicationEvent, 'data'> {
  readonly data: string
}

export function createTimeline(database: Database, clock: Clock): Timeline {
  const { raw } = database
  const insert = raw.prepare<[number, number, string, string | null]>(
    'insert into application_event (application_id, at, data, place_before) values (?, ?, ?, ?)',
  )
  const touch = raw.prepare<{ id: number; at: number; happened: number }>(
    'update application set updated_at = :at, last_event_at = iif(:happened, :at, last_event_at) where id = :id',
  )
  const select = raw.prepare<[number], EventRow>(
    `select id, application_id as applicationId, at, data, undone_at as undoneAt
     from application_event where application_id = ? order by at desc, id desc`,
  )
  return {
    add: (applicationId, data, { at = clock.now(), placeBefore } = {}) => {
      const place = placeBefore === undefined ? null : JSON.stringify(placeBefore)
      const { lastInsertRowid } = insert.run(applicationId, at, JSON.stringify(data), place)
      touch.run({ id: applicationId, at, happened: OF_THE_RECORD.has(data.type) ? 0 : 1 })
      return Number(lastInsertRowid)
    },
    of: (applicationId) =>
      select.all(applicationId).map(({ data, ...row }) => ({ ...row, data: JSON.parse(data) as ApplicationEventData })),
  }
}

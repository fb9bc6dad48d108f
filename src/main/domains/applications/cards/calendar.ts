import type { CalendarEntry } from '#shared/applications.ts'
import type { Database } from '#main/infra/db/driver.ts'

interface Row extends Omit<CalendarEntry, 'isDone'> {
  readonly isDone: number
}

/** Reads what lies between two instants, in order of time: interviews that touch the span, answers to offers, reminders. Without what was
 *  cancelled or removed. */
export function createCalendar({ raw }: Database): (span: { from: number; until: number }) => CalendarEntry[] {
  const entries = raw.prepare<{ from: number; until: number }, Row>(
    `with entry as (
       select 'interview' as kind, id as partId, starts_at as at, starts_at + minutes * 60000 as endsAt,
         outcome <> 'planned' as isDone, place as note, application_id as applicationId
       from interview where starts_at < :until and starts_at + minutes * 60000 > :from and removed_at is null
         and outcome <> 'cancelled'
       union all
       select 'answer', o.id, o.answer_by, null, a.stage <> 'offered', '', o.application_id
       from offer o join application a on a.id = o.application_id
       where o.answer_by >= :from and o.answer_by < :until and o.removed_at is null
       union all
       select kind, id, due_at, null, done_at is not null, note, application_id
       from reminder where due_at >= :from and due_at < :until and removed_at is null
     )
     select entry.*, a.title, a.company from entry join application a on a.id = applicationId
     where a.removed_at is null order by at, kind, partId`,
  )
  return (span) => entries.all(span).map((row) => ({ ...row, isDone: row.isDone === 1 }))
}

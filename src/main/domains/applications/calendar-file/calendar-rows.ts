import type { InterviewKind, InterviewOutcome, ReminderKind } from '#shared/application-parts.ts'
import type { Database } from '#main/infra/db/driver.ts'

interface OfApplication {
  readonly id: number
  readonly applicationId: number
  readonly title: string
  readonly company: string
  readonly url: string | null
  /** When anything that its entry is made of was last changed. UTC ms. */
  readonly changedAt: number
}

export interface InterviewRow extends OfApplication {
  readonly kind: InterviewKind
  readonly zone: string
  readonly startsAt: number
  readonly minutes: number
  readonly place: string
  readonly people: string
  readonly preparation: string
  readonly outcome: InterviewOutcome
  readonly uid: string
  /** Goes up with every change of what its entry is made of, as does `changes`. */
  readonly sequence: number
}

/** What is only due: reminders, and answers that offers wait for. */
export interface DueRow extends OfApplication {
  readonly kind: ReminderKind | 'answer'
  readonly dueAt: number
  readonly note: string
  readonly isDone: boolean
  readonly changes: number
  /** When the first of it was written; it never changes. */
  readonly madeAt: number
}

/** What a calendar shows, of applications that are there, in order. */
export interface CalendarRows {
  readonly interviews: () => InterviewRow[]
  readonly interview: (id: number) => InterviewRow | null
  readonly due: () => DueRow[]
  /** When anything of an application was last changed. Null: there is none. */
  readonly lastChange: () => number | null
}

/** The events that changed what an entry is made of: the part itself, what is said of the application, and of an answer whether it is
 *  still awaited. */
const EVENTS = (type: string, part: string) => `from application_event e where e.application_id = ${part}.application_id
  and case e.data ->> 'type'
    when 'changed' then exists (select 1 from json_each(e.data, '$.fields') f where f.value in ('title', 'company', 'url'))
    when 'moved' then '${type}' = 'offer' and (e.data ->> 'from' = 'offered') <> (e.data ->> 'to' = 'offered')
    else e.data ->> 'type' = '${type}' and e.data ->> 'partId' = ${part}.id end`
/** Taking one back is a change, too. */
const CHANGES = (type: string, part: string) => `(select count(*) + count(e.undone_at) ${EVENTS(type, part)})`
const LAST = (type: string, part: string) => `(select max(max(e.at, coalesce(e.undone_at, 0))) ${EVENTS(type, part)})`
const OF = (part: string) => `${part}.id as id, ${part}.application_id as applicationId, a.title, a.company, a.url`

// An interview counts by itself what moves it without an event: zones that change their clocks.
const INTERVIEWS = `select ${OF('i')}, i.kind, i.zone, i.starts_at as startsAt, i.minutes, i.place, i.people, i.preparation,
    i.outcome, i.uid, i.sequence + ${CHANGES('interview', 'i')} as sequence,
    coalesce(${LAST('interview', 'i')}, a.created_at) as changedAt
  from interview i join application a on a.id = i.application_id where i.removed_at is null and a.removed_at is null`

const DUE = `select ${OF('r')}, r.kind, r.due_at as dueAt, r.note, r.done_at is not null as isDone, r.created_at as madeAt,
    ${CHANGES('reminder', 'r')} as changes, coalesce(${LAST('reminder', 'r')}, r.created_at) as changedAt
  from reminder r join application a on a.id = r.application_id where r.removed_at is null and a.removed_at is null
  union all
  select ${OF('o')}, 'answer', o.answer_by, '', a.stage <> 'offered', a.created_at,
    ${CHANGES('offer', 'o')}, coalesce(${LAST('offer', 'o')}, a.created_at)
  from offer o join application a on a.id = o.application_id
  where o.removed_at is null and a.removed_at is null and o.answer_by is not null
  order by dueAt, kind, id`

export function createCalendarRows({ raw }: Database): CalendarRows {
  const interviews = raw.prepare<[], InterviewRow>(`${INTERVIEWS} order by i.starts_at, i.id`)
  const interview = raw.prepare<[number], InterviewRow>(`${INTERVIEWS} and i.id = ?`)
  const due = raw.prepare<[], Omit<DueRow, 'isDone'> & { isDone: number }>(DUE)
  const lastChange = raw.prepare<[], number | null>('select max(updated_at) from application').pluck()
  return {
    interviews: () => interviews.all(),
    interview: (id) => interview.get(id) ?? null,
    due: () => due.all().map((row) => ({ ...row, isDone: row.isDone === 1 })),
    lastChange: () => lastChange.get() ?? null,
  }
}

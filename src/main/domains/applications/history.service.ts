import type { ApplicationEventData } from '#shared/applications.ts'
import type { InterviewKind, InterviewOutcome, ReminderKind } from '#shared/application-parts.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { QUIET_SINCE } from './cards/card-filter.ts'
import { SILENT_STAGES } from './cards/quiet.ts'

/** Instants are UTC epoch ms. */

export interface NamedApplication {
  readonly applicationId: number
  readonly title: string
  readonly company: string
}

/** Something that happened to an application and was not taken back. */
export interface Happening extends NamedApplication {
  readonly id: number
  readonly at: number
  readonly data: ApplicationEventData
}

export interface ComingInterview extends NamedApplication {
  readonly id: number
  readonly kind: InterviewKind
  readonly startsAt: number
  readonly place: string
  /** When its time was told or changed last. */
  readonly changedAt: number
}

export interface OpenReminder extends NamedApplication {
  readonly id: number
  readonly kind: ReminderKind
  readonly dueAt: number
  readonly note: string
}

export interface AwaitedAnswer extends NamedApplication {
  readonly offerId: number
  readonly answerBy: number
}

export interface SilentApplication extends NamedApplication {
  /** When something happened last, or the last interview was. */
  readonly since: number
}

export interface ClosedOpening extends NamedApplication {
  readonly closedAt: number
}

/** What happened to applications and what is to come, over all of them at once. Removed ones are left out. */
export interface HistoryService {
  /** Later than `after` and not later than `until`, in order. */
  readonly between: (range: { after: number; until: number }) => Happening[]
  /** How an interview stood before an event of its application; null when it was not there. */
  readonly interviewBefore: (event: {
    id: number
    applicationId: number
    partId: number
  }) => { startsAt: number; outcome: InterviewOutcome; change: string } | null
  /** The next planned ones that begin after the instant. */
  readonly comingInterviews: (after: number, limit: number) => ComingInterview[]
  /** Open ones, the earliest first, of which nobody was told for the instant at which they are due now. */
  readonly untoldReminders: (limit: number) => OpenReminder[]
  readonly noteReminderTold: (reminder: Pick<OpenReminder, 'id' | 'dueAt'>) => void
  /** Of offers that still stand and are to be answered after the instant. */
  readonly awaitedAnswers: (after: number) => AwaitedAnswer[]
  /** Those an employer may answer, and to which nothing has happened since the instant or longer, the longest first. */
  readonly silentSince: (instant: number) => SilentApplication[]
  /** Of open applications: jobs that were gone from their sources in that time, and were there when they were added. */
  readonly closedOpenings: (range: { after: number; until: number }) => ClosedOpening[]
}

interface HappeningRow extends Omit<Happening, 'data'> {
  readonly data: string
}

const NAMED = 'a.id as applicationId, a.title, a.company'

export function createHistoryService({ raw }: Pick<Database, 'raw'>): HistoryService {
  const between = raw.prepare<[number, number], HappeningRow>(
    `select e.id, e.at, e.data, ${NAMED} from application_event e join application a on a.id = e.application_id
     where e.at > ? and e.at <= ? and e.undone_at is null and a.removed_at is null order by e.at, e.id`,
  )
  const before = raw.prepare<[number, number, number], { startsAt: number; outcome: InterviewOutcome; change: string }>(
    `select data ->> '$.startsAt' as startsAt, data ->> '$.outcome' as outcome, data ->> '$.change' as change
     from application_event
     where application_id = ? and id < ? and undone_at is null
       and data ->> '$.type' = 'interview' and data ->> '$.partId' = ?
     order by id desc limit 1`,
  )
  const coming = raw.prepare<[number, number], ComingInterview>(
    `select i.id, i.kind, i.starts_at as startsAt, i.place, ${NAMED}, coalesce((
       select min(e.at) from application_event e
       where e.application_id = i.application_id and e.undone_at is null
         and e.data ->> '$.type' = 'interview' and e.data ->> '$.partId' = i.id
         and e.data ->> '$.startsAt' = i.starts_at), i.starts_at - 604800000) as changedAt
     from interview i join application a on a.id = i.application_id
     where i.starts_at > ? and i.outcome = 'planned' and i.removed_at is null and a.removed_at is null
     order by i.starts_at limit ?`,
  )
  const untold = raw.prepare<[number], OpenReminder>(
    `select r.id, r.kind, r.due_at as dueAt, r.note, ${NAMED} from reminder r join application a on a.id = r.application_id
     where r.done_at is null and r.removed_at is null and a.removed_at is null and r.told_for is not r.due_at
     order by r.due_at limit ?`,
  )
  const noteTold = raw.prepare<[number, number]>('update reminder set told_for = ? where id = ?')
  const answers = raw.prepare<[number], AwaitedAnswer>(
    `select o.id as offerId, o.answer_by as answerBy, ${NAMED} from offer o join application a on a.id = o.application_id
     where o.answer_by > ? and o.removed_at is null and a.removed_at is null and a.stage = 'offered' order by o.answer_by`,
  )
  const silent = raw.prepare<[string, number], SilentApplication>(
    `select * from (select ${QUIET_SINCE} as since, ${NAMED} from application a
       where a.stage in (select value from json_each(?)) and a.removed_at is null)
     where since <= ? order by since, applicationId`,
  )
  const closed = raw.prepare<[number, number], ClosedOpening>(
    `select j.closed_at as closedAt, ${NAMED} from application a join job j on j.id = a.job_id
     where a.stage in ('saved', 'applied', 'interviewing') and a.removed_at is null
       and j.closed_at > ? and j.closed_at <= ? and j.closed_at > a.created_at order by a.id`,
  )
  return {
    between: ({ after, until }) =>
      between.all(after, until).map(({ data, ...row }) => ({ ...row, data: JSON.parse(data) as ApplicationEventData })),
    interviewBefore: ({ id, applicationId, partId }) => before.get(applicationId, id, partId) ?? null,
    comingInterviews: (after, limit) => coming.all(after, limit),
    untoldReminders: (limit) => untold.all(limit),
    noteReminderTold: ({ id, dueAt }) => {
      noteTold.run(dueAt, id)
    },
    awaitedAnswers: (after) => answers.all(after),
    silentSince: (instant) => silent.all(JSON.stringify(SILENT_STAGES), instant),
    closedOpenings: ({ after, until }) => closed.all(after, until),
  }
}

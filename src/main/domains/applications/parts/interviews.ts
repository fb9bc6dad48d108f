import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Interview, interviewFieldsSchema } from '#shared/application-parts.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { createNextStepWriter } from '../next-step.ts'
import { currentStart, isRepeatedTime, startOfInterview, type WallTime } from './interview-time.ts'
import { createPartChanges, differs, type PartChanges, type PartContext } from './part-changes.ts'
import { createPartRows, type PartRows } from './part-rows.ts'

export type InterviewFields = z.output<typeof interviewFieldsSchema>

export interface Interviews extends Pick<PartChanges<Interview>, 'remove' | 'restore'> {
  /** Throws TIME_SKIPPED and ZONE_UNKNOWN. One in the past is taken as it is. */
  readonly add: (input: { applicationId: number; fields: InterviewFields }) => Interview
  /** The same. A time that was not touched is not looked at again. */
  readonly update: (input: { id: number; fields: InterviewFields }) => Interview
  /** Moves planned ones to come to where their local time lies by what the machine knows of zones today. Quick. */
  readonly followZones: () => void
}

type Row = Omit<Interview, 'isLater' | 'isRepeated'> & { readonly isLater: number }
type Written = Omit<InterviewFields, 'isLater'> & { readonly isLater: number; readonly startsAt: number }

const COLUMNS = `kind, local_start as localStart, zone, is_later as isLater, starts_at as startsAt, minutes, place, people,
  preparation, notes, outcome`

export function createInterviewRows(database: Database): PartRows<Interview> {
  return createPartRows<Row, Interview>(database, {
    table: 'interview',
    columns: COLUMNS,
    order: 'starts_at, id',
    toPart: (row) => {
      const isLater = row.isLater === 1
      return { ...row, isLater, isRepeated: isRepeatedTime({ ...row, isLater }) }
    },
  })
}

/** Interviews and their instants. `uid` and `sequence` are what calendars know them by: every change that a calendar has to hear of
 *  takes the sequence up. */
export function createInterviews(context: PartContext): Interviews {
  const { raw } = context.database
  const insert = raw.prepare<Written & { applicationId: number; uid: string }>(
    `insert into interview (application_id, kind, local_start, zone, is_later, starts_at, minutes, place, people, preparation,
       notes, outcome, uid)
     values (:applicationId, :kind, :localStart, :zone, :isLater, :startsAt, :minutes, :place, :people, :preparation,
       :notes, :outcome, :uid)`,
  )
  const write = raw.prepare<Written & { id: number; steps: number }>(
    `update interview set kind = :kind, local_start = :localStart, zone = :zone, is_later = :isLater, starts_at = :startsAt,
       minutes = :minutes, place = :place, people = :people, preparation = :preparation, notes = :notes, outcome = :outcome,
       sequence = sequence + :steps
     where id = :id`,
  )
  const countUp = raw.prepare<[number]>('update interview set sequence = sequence + 1 where id = ?')
  const changes = createPartChanges<Interview>(context, {
    entity: 'interview',
    table: 'interview',
    rows: createInterviewRows(context.database),
    eventOf: ({ id, kind, startsAt, outcome }, change) => ({
      type: 'interview',
      partId: id,
      change,
      kind,
      startsAt,
      outcome,
    }),
    whenMoved: ({ id }) => countUp.run(id),
  })
  return {
    add: ({ applicationId, fields }) =>
      changes.add(applicationId, () => {
        const startsAt = startOfInterview(fields)
        const uid = `${randomUUID()}@career-copilot`
        return insert.run({ ...fields, isLater: Number(fields.isLater), startsAt, applicationId, uid }).lastInsertRowid
      }),
    update: ({ id, fields }) =>
      changes.change(id, (before) => {
        if (!differs<InterviewFields>(fields, before)) return null
        const isMoved = differs<WallTime>(timeOf(fields), timeOf(before))
        const startsAt = isMoved ? startOfInterview(fields) : before.startsAt
        const steps = Number(isMoved || isNewsToCalendar(fields, before))
        write.run({ ...fields, isLater: Number(fields.isLater), startsAt, id, steps })
        return 'changed'
      }),
    remove: changes.remove,
    restore: changes.restore,
    followZones: createZoneFollower(context),
  }
}

function timeOf({ localStart, zone, isLater }: WallTime): WallTime {
  return { localStart, zone, isLater }
}

function isNewsToCalendar(fields: InterviewFields, before: InterviewFields): boolean {
  return (
    fields.minutes !== before.minutes ||
    fields.place !== before.place ||
    fields.kind !== before.kind ||
    (fields.outcome === 'cancelled') !== (before.outcome === 'cancelled')
  )
}

interface StoredTime extends Omit<WallTime, 'isLater'> {
  readonly id: number
  readonly applicationId: number
  readonly isLater: number
  readonly startsAt: number
}

function createZoneFollower({ database, clock, onChange }: PartContext): () => void {
  const writeNextStep = createNextStepWriter(database)
  // Removed ones follow, too: they may come back.
  const toCome = database.raw.prepare<[number], StoredTime>(
    `select id, application_id as applicationId, local_start as localStart, zone, is_later as isLater, starts_at as startsAt
     from interview where starts_at > ? and outcome = 'planned'`,
  )
  const move = database.raw.prepare<[number, number]>(
    'update interview set starts_at = ?, sequence = sequence + 1 where id = ?',
  )
  const movedNow = () =>
    toCome.all(clock.now()).flatMap((row) => {
      const startsAt = currentStart({ ...row, isLater: row.isLater === 1 })
      return startsAt === null || startsAt === row.startsAt ? [] : [{ ...row, startsAt }]
    })
  return () => {
    if (movedNow().length === 0) return
    database.write(() => {
      for (const { id, applicationId, startsAt } of movedNow()) {
        move.run(startsAt, id)
        writeNextStep(applicationId)
      }
    })
    onChange()
  }
}

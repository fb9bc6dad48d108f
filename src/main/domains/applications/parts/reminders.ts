import type { z } from 'zod'
import type { Reminder, reminderFieldsSchema } from '#shared/application-parts.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { createPartChanges, differs, type PartChanges, type PartContext } from './part-changes.ts'
import { createPartRows, type PartRows } from './part-rows.ts'

export type ReminderFields = z.output<typeof reminderFieldsSchema>

export interface Reminders extends Pick<PartChanges<Reminder>, 'remove' | 'restore'> {
  readonly add: (input: { applicationId: number; fields: ReminderFields }) => Reminder
  /** To an earlier instant, it takes one putting off back. */
  readonly update: (input: { id: number; fields: ReminderFields }) => Reminder
  /** One that was done is open again. An instant before the one it was due at only changes it. */
  readonly putOff: (input: { id: number; until: number }) => Reminder
  readonly setDone: (input: { id: number; isDone: boolean }) => Reminder
}

export function createReminderRows(database: Database): PartRows<Reminder> {
  return createPartRows<Reminder, Reminder>(database, {
    table: 'reminder',
    columns: 'kind, due_at as dueAt, note, done_at as doneAt, put_offs as putOffs',
    order: 'done_at is not null, due_at, id',
    toPart: (row) => row,
  })
}

/** What is to be done for an application, and when. */
export function createReminders(context: PartContext): Reminders {
  const { clock, database } = context
  const insert = database.raw.prepare<ReminderFields & { applicationId: number; now: number }>(
    `insert into reminder (application_id, kind, due_at, note, created_at)
     values (:applicationId, :kind, :dueAt, :note, :now)`,
  )
  const write = database.raw.prepare<ReminderFields & { id: number }>(
    `update reminder set put_offs = max(0, put_offs - (:dueAt < due_at)), kind = :kind, due_at = :dueAt, note = :note
     where id = :id`,
  )
  const putOff = database.raw.prepare<{ id: number; until: number; isLater: number }>(
    'update reminder set due_at = :until, done_at = null, put_offs = put_offs + :isLater where id = :id',
  )
  const setDoneAt = database.raw.prepare<[number | null, number]>('update reminder set done_at = ? where id = ?')
  const changes = createPartChanges<Reminder, 'put_off' | 'done' | 'reopened'>(context, {
    entity: 'reminder',
    table: 'reminder',
    rows: createReminderRows(database),
    eventOf: ({ id, kind, dueAt }, change) => ({ type: 'reminder', partId: id, change, kind, dueAt }),
  })
  return {
    add: ({ applicationId, fields }) =>
      changes.add(applicationId, () => insert.run({ ...fields, applicationId, now: clock.now() }).lastInsertRowid),
    update: ({ id, fields }) =>
      changes.change(id, (reminder) => {
        if (!differs<ReminderFields>(fields, reminder)) return null
        write.run({ ...fields, id })
        return 'changed'
      }),
    putOff: ({ id, until }) =>
      changes.change(id, ({ dueAt, doneAt }) => {
        if (until === dueAt && doneAt === null) return null
        const isLater = until > dueAt
        putOff.run({ id, until, isLater: Number(isLater) })
        if (isLater) return 'put_off'
        return doneAt === null ? 'changed' : 'reopened'
      }),
    setDone: ({ id, isDone }) =>
      changes.change(id, ({ doneAt }) => {
        if ((doneAt !== null) === isDone) return null
        setDoneAt.run(isDone ? clock.now() : null, id)
        return isDone ? 'done' : 'reopened'
      }),
    remove: changes.remove,
    restore: changes.restore,
  }
}

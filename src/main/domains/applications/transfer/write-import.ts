import type { ApplicationEventData } from '#shared/applications.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import type { ApplicationWriter } from '../application-writer.ts'
import type { ImportedApplication } from './reading/read-row.ts'

export interface ImportWriterOptions {
  readonly database: Database
  readonly clock: Clock
  readonly insertApplication: ApplicationWriter
}

/** Writes what an import brings. Belongs into a transaction, in which `settle` comes last. */
export interface ImportWriter {
  /** One application with its contact and its reminder. */
  readonly add: (application: ImportedApplication, importId: number) => void
  /** Notes what is to be done next. Taking a file in is nothing that happened between the user and the employer: since when it is
   *  quiet goes by what the file says. */
  readonly settle: (importId: number) => void
}

export function createImportWriter(options: ImportWriterOptions): ImportWriter {
  const { database, clock, insertApplication } = options
  const { raw } = database
  const addContact = raw.prepare<{ applicationId: number; name: string; email: string }>(
    'insert into contact (application_id, name, email) values (:applicationId, :name, :email)',
  )
  const addReminder = raw.prepare<{ applicationId: number; dueAt: number; now: number }>(
    `insert into reminder (application_id, kind, due_at, created_at) values (:applicationId, 'follow_up', :dueAt, :now)`,
  )
  // The application was touched in this instant already: a row and no more, ten thousand times.
  const addEvent = raw.prepare<[number, number, string]>(
    'insert into application_event (application_id, at, data) values (?, ?, ?)',
  )
  const keepQuietSince = raw.prepare<{ importId: number }>(
    `update application set last_event_at = min(last_event_at, applied_at)
     where import_id = :importId and applied_at is not null`,
  )
  // Nothing else is to be done for what was just made.
  const noteNextSteps = raw.prepare<{ importId: number }>(
    `update application set next_step_kind = 'follow_up', next_step_at = r.due_at
     from reminder r where r.application_id = application.id and application.import_id = :importId`,
  )
  const note = (applicationId: number, data: ApplicationEventData) =>
    addEvent.run(applicationId, clock.now(), JSON.stringify(data))
  return {
    add: ({ contact, followUpAt, ...application }, importId) => {
      const applicationId = insertApplication({ ...application, jobId: null, from: 'import', importId })
      if (contact !== null) {
        const partId = Number(addContact.run({ applicationId, ...contact }).lastInsertRowid)
        note(applicationId, { type: 'contact', partId, change: 'added', name: contact.name })
      }
      if (followUpAt !== null) {
        const row = { applicationId, dueAt: followUpAt, now: clock.now() }
        const partId = Number(addReminder.run(row).lastInsertRowid)
        note(applicationId, { type: 'reminder', partId, change: 'added', kind: 'follow_up', dueAt: followUpAt })
      }
    },
    settle: (importId) => {
      keepQuietSince.run({ importId })
      noteNextSteps.run({ importId })
    },
  }
}

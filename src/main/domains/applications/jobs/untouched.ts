import type { Database } from '#main/infra/db/driver.ts'
import type { ApplicationRow } from '../application-rows.ts'

/** Whether an application only says that a job is saved: nothing was written, moved or added. */
export function createUntouched({ raw }: Database): (row: ApplicationRow) => boolean {
  const isTouched = raw.prepare<[number], number>(
    `select 1 from application_event where application_id = ? and undone_at is null
       and data ->> 'type' not in ('created', 'snapshot', 'removed', 'restored') limit 1`,
  )
  return ({ id, stage, columnId, notes }) =>
    stage === 'saved' && columnId === null && notes === '' && isTouched.get(id) === undefined
}

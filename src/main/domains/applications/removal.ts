import type { ApplicationContext } from './application-context.ts'
import type { ApplicationRow } from './application-rows.ts'
import { createUntouched } from './jobs/untouched.ts'

/** Takes applications off and puts them back, with what it means for their jobs. Belongs into a write transaction. */
export interface Removal {
  /** False: it is not there, or was removed before. */
  readonly remove: (id: number) => boolean
  /** The same without a word to its job. */
  readonly takeOff: (row: ApplicationRow) => void
  /** False: it is gone for good, or was not removed. When its job got another application meanwhile, that one goes if nothing was done
   *  with it; else this one comes back without the job. */
  readonly restore: (id: number) => boolean
}

export function createRemoval(context: ApplicationContext): Removal {
  const { database, clock, rows, timeline, openings, noteNextStep, tellApplied } = context
  const { raw } = database
  const isUntouched = createUntouched(database)
  const setRemoved = raw.prepare<[number, number]>(
    'update application set removed_at = ?, version = version + 1 where id = ?',
  )
  const setLive = raw.prepare<{ id: number; jobId: number | null }>(
    `update application set removed_at = null, job_id = :jobId, version = version + 1,
       column_id = (select id from board_column where id = column_id and removed_at is null)
     where id = :id`,
  )

  function takeOff(row: ApplicationRow): void {
    setRemoved.run(clock.now(), row.id)
    timeline.add(row.id, { type: 'removed' })
  }

  function remove(id: number): boolean {
    const row = rows.find(id)
    if (row === null || row.removedAt !== null) return false
    takeOff(row)
    if (row.jobId !== null) openings.markSaved(row.jobId, null)
    tellApplied(row, null)
    return true
  }

  function jobFor({ jobId }: ApplicationRow): number | null {
    const other = jobId === null ? null : rows.liveOfJob(jobId)
    if (other === null) return jobId
    if (!isUntouched(other)) return null
    takeOff(other)
    return jobId
  }

  function restore(id: number): boolean {
    const row = rows.find(id)
    if (row === null || row.removedAt === null) return false
    const jobId = jobFor(row)
    setLive.run({ id, jobId })
    timeline.add(id, { type: 'restored' })
    noteNextStep(id)
    if (jobId !== null) openings.markSaved(jobId, clock.now())
    tellApplied({ jobId, appliedAt: null }, row.appliedAt)
    return true
  }

  return { remove, takeOff, restore }
}

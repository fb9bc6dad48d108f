import type { JobMarks, JobMarksChange } from '#shared/jobs.ts'
import { type JobId, jobIdSchema } from '#shared/ids.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Clock } from '#main/infra/time/clock.ts'

interface MarkRow {
  readonly savedAt: number | null
  readonly hiddenAt: number | null
  readonly hideReason: JobMarks['hideReason']
}

export type OnSaved = (id: JobId, isSaved: boolean) => void

interface MarkManyOptions {
  readonly database: Database
  readonly clock: Clock
  /** Inside the transaction, for each that is saved now and was not, or the other way round. */
  readonly onSaved?: OnSaved | undefined
}

/** Marks many jobs in one transaction and tells how they were marked before, in the same order. A job that is gone is passed over, of
 *  one that is named twice the last word counts. What was saved or hidden already keeps its instant. */
export function createMarkMany({
  database,
  clock,
  onSaved,
}: MarkManyOptions): (marks: readonly JobMarksChange[]) => { before: JobMarks[] } {
  const read = database.raw.prepare<[number], MarkRow>(
    `select m.saved_at as savedAt, m.hidden_at as hiddenAt, m.hide_reason as hideReason
     from job j left join job_mark m on m.job_id = j.id where j.id = ?`,
  )
  const write = database.raw.prepare<[number, number | null, number | null, string | null]>(
    `insert into job_mark (job_id, saved_at, hidden_at, hide_reason) values (?, ?, ?, ?)
     on conflict (job_id) do update set saved_at = excluded.saved_at, hidden_at = excluded.hidden_at, hide_reason = excluded.hide_reason`,
  )

  return (marks) => {
    const wanted = new Map(marks.map((mark) => [mark.id, mark]))
    return database.write(() => ({
      before: [...wanted.values()].flatMap((mark) => {
        const row = read.get(mark.id)
        if (row === undefined) return []
        const { isSaved = row.savedAt !== null, isHidden = row.hiddenAt !== null, hideReason = row.hideReason } = mark
        const savedAt = isSaved ? (row.savedAt ?? clock.now()) : null
        const hiddenAt = isHidden ? (row.hiddenAt ?? clock.now()) : null
        write.run(mark.id, savedAt, hiddenAt, isHidden ? hideReason : null)
        const id = jobIdSchema.parse(mark.id)
        if (isSaved !== (row.savedAt !== null)) onSaved?.(id, isSaved)
        const before: JobMarks = {
          id,
          isSaved: row.savedAt !== null,
          isHidden: row.hiddenAt !== null,
          hideReason: row.hideReason,
        }
        return [before]
      }),
    }))
  }
}

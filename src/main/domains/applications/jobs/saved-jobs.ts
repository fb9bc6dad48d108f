import type { ApplicationContext } from '../application-context.ts'
import type { AddApplication } from '../detail/add-application.ts'
import type { Removal } from '../removal.ts'
import { createUntouched } from './untouched.ts'

/** In one transaction, so that nobody else waits long. */
const AT_ONCE = 25

/** Saved jobs are the first stage of the board: saving makes an application, and what happens to a job happens to its application. */
export interface SavedJobs {
  /** Inside the transaction that saved the job or took that back. An application with which something was done stays. */
  readonly marked: (jobId: number, isSaved: boolean) => void
  /** Inside the transaction in which a job becomes part of another one, before it is gone. Whether an application is another one now. */
  readonly joined: (fromJobId: number, intoJobId: number) => boolean
  /** Makes applications for jobs that were saved before there were any, some at a time; ends with how many. */
  readonly fillIn: () => Generator<undefined, number>
}

export function createSavedJobs(
  context: ApplicationContext,
  { addOfJob, removal }: Pick<AddApplication, 'addOfJob'> & { readonly removal: Removal },
): SavedJobs {
  const { database, rows, openings, tellApplied } = context
  const { raw } = database
  const isUntouched = createUntouched(database)
  const lastRemoved = raw
    .prepare<[number], number>(
      `select id from application where job_id = ? and removed_at is not null and stage = 'saved' order by removed_at desc limit 1`,
    )
    .pluck()
  const setJob = raw.prepare<[number | null, number]>(
    'update application set job_id = ?, version = version + 1 where id = ?',
  )

  function marked(jobId: number, isSaved: boolean): void {
    const known = rows.liveOfJob(jobId)
    if (!isSaved) {
      if (known !== null && isUntouched(known)) removal.remove(known.id)
      return
    }
    if (known !== null) return
    const before = lastRemoved.get(jobId)
    if (before === undefined) addOfJob(jobId, { stage: 'saved', appliedAt: null })
    else removal.restore(before)
  }

  /** One job, one application: the one with which more was done keeps it. The other goes if it was only saved, else it stays without. */
  function joined(fromJobId: number, intoJobId: number): boolean {
    const moved = rows.liveOfJob(fromJobId)
    if (moved === null) return false
    const there = rows.liveOfJob(intoJobId)
    const isFurther = there === null || isUntouched(there) || (there.appliedAt === null && moved.appliedAt !== null)
    const loser = isFurther ? there : moved
    if (loser !== null && isUntouched(loser)) removal.takeOff(loser)
    else if (loser !== null) setJob.run(null, loser.id)
    if (!isFurther) return true
    setJob.run(intoJobId, moved.id)
    tellApplied({ jobId: intoJobId, appliedAt: there?.appliedAt ?? null }, moved.appliedAt)
    return true
  }

  function fillSome(): number {
    const some = openings.savedWithoutApplication(AT_ONCE)
    return some.filter(
      ({ jobId, savedAt: at }) => addOfJob(jobId, { stage: 'saved', appliedAt: null, at })?.isNew === true,
    ).length
  }

  function* fillIn(): Generator<undefined, number> {
    let added = 0
    for (;;) {
      const done = database.write(fillSome)
      added += done
      if (done === 0) return added
      yield
    }
  }

  return { marked, joined, fillIn }
}

import type { z } from 'zod'
import type { applicationFieldsSchema } from '#shared/applications.ts'
import { AppError } from '#shared/errors.ts'
import type { Stage } from '#shared/stages.ts'
import type { ApplicationContext } from '../application-context.ts'
import { hasApplied } from '../applied.ts'
import { snapshotOf } from './snapshot.ts'

export type ApplicationFields = z.output<typeof applicationFieldsSchema>

export interface NewWish {
  readonly job: { readonly jobId: number } | { readonly fields: ApplicationFields }
  readonly stage: Stage
  readonly appliedAt: number | null
}

export interface Added {
  readonly id: number
  readonly isNew: boolean
}

export interface AddApplication {
  /** In one write transaction. A job that has one keeps it. Throws NOT_FOUND for a job that is not there. */
  readonly add: (wish: NewWish) => Added
  /** The same inside another's transaction, for a job; `at`: since when. Null when the job is not there. */
  readonly addOfJob: (
    jobId: number,
    wish: Pick<NewWish, 'stage' | 'appliedAt'> & { readonly at?: number },
  ) => Added | null
}

export function createAddApplication(context: ApplicationContext): AddApplication {
  const { database, clock, rows, openings, insert, tellApplied } = context

  /** Who has applied did so now, if they do not know better. */
  function dayOf({ stage, appliedAt }: Pick<NewWish, 'stage' | 'appliedAt'>): number | null {
    if (stage === 'saved') return null
    return hasApplied(stage) ? (appliedAt ?? clock.now()) : appliedAt
  }

  function addOfJob(jobId: number, wish: Pick<NewWish, 'stage' | 'appliedAt'> & { at?: number }): Added | null {
    const known = rows.liveOfJob(jobId)
    if (known !== null) return { id: known.id, isNew: false }
    const opening = openings.find(jobId)
    if (opening === null) return null
    const { title, company, place, urls } = opening
    const at = wish.at ?? clock.now()
    const appliedAt = dayOf(wish)
    const snapshot = snapshotOf(opening, clock.now())
    const { stage } = wish
    const id = insert({
      jobId,
      title,
      company,
      place,
      url: urls[0] ?? null,
      stage,
      appliedAt,
      from: 'job',
      snapshot,
      at,
    })
    openings.markSaved(jobId, at)
    tellApplied({ jobId, appliedAt: null }, appliedAt)
    return { id, isNew: true }
  }

  function add({ job, stage, appliedAt }: NewWish): Added {
    if ('fields' in job) {
      const day = dayOf({ stage, appliedAt })
      return { id: insert({ ...job.fields, jobId: null, stage, appliedAt: day, from: 'hand' }), isNew: true }
    }
    const added = addOfJob(job.jobId, { stage, appliedAt })
    if (added === null) throw new AppError('NOT_FOUND', { entity: 'job', id: String(job.jobId) })
    return added
  }

  return { add: (wish) => database.write(() => add(wish)), addOfJob }
}

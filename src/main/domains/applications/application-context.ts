import type { Database } from '#main/infra/db/driver.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import type { OpeningsService } from '../jobs/openings/openings.service.ts'
import { type ApplicationRow, type ApplicationRows, createApplicationRows } from './application-rows.ts'
import { type ApplicationWriter, createApplicationWriter } from './application-writer.ts'
import { type ColumnOrder, createColumnOrder } from './board/column-order.ts'
import { createNextStepWriter } from './next-step.ts'
import { createTimeline, type Timeline } from './timeline.ts'

export interface ApplicationContextOptions {
  readonly database: Database
  readonly clock: Clock
  readonly openings: OpeningsService
  /** Who else is to know, inside the transaction, that the user applied for a job (UTC ms), or did not after all (null). */
  readonly onApplied: (jobId: number, appliedAt: number | null) => void
}

/** What every change of an application works with. */
export interface ApplicationContext extends Pick<ApplicationContextOptions, 'database' | 'clock' | 'openings'> {
  readonly rows: ApplicationRows
  readonly timeline: Timeline
  readonly order: ColumnOrder
  readonly insert: ApplicationWriter
  readonly noteNextStep: (applicationId: number) => void
  /** Tells the job of an application since when it is applied for, when that is another instant than before. */
  readonly tellApplied: (row: Pick<ApplicationRow, 'jobId' | 'appliedAt'>, appliedAt: number | null) => void
}

export function createApplicationContext(options: ApplicationContextOptions): ApplicationContext {
  const { database, clock, openings, onApplied } = options
  const timeline = createTimeline(database, clock)
  return {
    database,
    clock,
    openings,
    timeline,
    rows: createApplicationRows(database),
    order: createColumnOrder(database),
    insert: createApplicationWriter({ database, clock, timeline }),
    noteNextStep: createNextStepWriter(database),
    tellApplied: ({ jobId, appliedAt: before }, appliedAt) => {
      if (jobId === null || before === appliedAt) return
      openings.markApplied(jobId, appliedAt)
      onApplied(jobId, appliedAt)
    },
  }
}

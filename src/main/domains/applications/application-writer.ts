import type { PayWish } from '#shared/application-parts.ts'
import type { PostingSnapshot } from '#shared/applications.ts'
import type { Stage } from '#shared/stages.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { companyKey } from '../jobs/openings/openings.service.ts'
import { foldedOf } from './folded.ts'
import { createColumnOrder } from './board/column-order.ts'
import type { Timeline } from './timeline.ts'

/** Instants are UTC epoch ms. `at`: when it was made; now, when nothing is said. What was applied for in the past stands in its stage
 *  since then, and nothing has happened since then. */
export interface NewApplication {
  readonly jobId: number | null
  readonly title: string
  readonly company: string
  readonly place: string
  readonly url: string | null
  readonly stage: Stage
  readonly appliedAt: number | null
  readonly from: 'job' | 'hand' | 'import'
  readonly snapshot?: PostingSnapshot | null
  readonly importId?: number | null
  readonly notes?: string
  readonly expectedPay?: PayWish | null
  readonly at?: number
}

/** The one way into the table: an application at the end of its stage's first column, with its first event. To be called inside a
 *  transaction; a job that has a living application already breaks the unique index. Returns the id. */
export type ApplicationWriter = (added: NewApplication) => number

interface Inserted {
  readonly jobId: number | null
  readonly title: string
  readonly company: string
  readonly companyKey: string
  readonly place: string
  readonly url: string | null
  readonly stage: Stage
  readonly stageSince: number
  readonly rank: string
  readonly appliedAt: number | null
  readonly expectedAmount: number | null
  readonly expectedCurrency: string | null
  readonly expectedPeriod: string | null
  readonly notes: string
  readonly notesVersion: number
  readonly folded: string
  readonly snapshot: string | null
  readonly importId: number | null
  readonly at: number
}

export interface ApplicationWriterOptions {
  readonly database: Database
  readonly clock: Clock
  readonly timeline: Timeline
}

export function createApplicationWriter({ database, clock, timeline }: ApplicationWriterOptions): ApplicationWriter {
  const { raw } = database
  const order = createColumnOrder(database)
  const insert = raw.prepare<[Inserted]>(
    `insert into application (job_id, title, company, company_key, place, url, stage, stage_since, rank, applied_at, expected_amount,
       expected_currency, expected_period, notes, notes_version, folded, snapshot, import_id, last_event_at, created_at, updated_at)
     values (@jobId, @title, @company, @companyKey, @place, @url, @stage, @stageSince, @rank, @appliedAt, @expectedAmount,
       @expectedCurrency, @expectedPeriod, @notes, @notesVersion, @folded, @snapshot, @importId, @at, @at, @at)`,
  )
  const quietSince = raw.prepare<[number, number]>('update application set last_event_at = ? where id = ?')
  return (added) => {
    const { jobId, title, company, place, url, stage, appliedAt, notes = '', snapshot = null, at = clock.now() } = added
    const pay = added.expectedPay ?? null
    const since = appliedAt === null ? at : Math.min(appliedAt, at)
    const { lastInsertRowid } = insert.run({
      jobId,
      title,
      company,
      companyKey: companyKey(company),
      place,
      url,
      stage,
      stageSince: stage === 'applied' ? since : at,
      rank: order.atEnd({ stage, columnId: null }),
      appliedAt,
      expectedAmount: pay?.amount ?? null,
      expectedCurrency: pay?.currency ?? null,
      expectedPeriod: pay?.period ?? null,
      notes,
      notesVersion: notes === '' ? 0 : 1,
      folded: foldedOf({ title, company, place, notes }),
      snapshot: snapshot === null ? null : JSON.stringify(snapshot),
      importId: added.importId ?? null,
      at,
    })
    const id = Number(lastInsertRowid)
    timeline.add(id, { type: 'created', stage, from: added.from }, { at })
    quietSince.run(since, id)
    return id
  }
}

import {
  type ApplicationFile,
  type Contact,
  type Interview,
  type Offer,
  type PayWish,
  payWishSchema,
  type Reminder,
} from '#shared/application-parts.ts'
import type { ApplicationEvent, PostingSnapshot } from '#shared/applications.ts'
import type { Stage } from '#shared/stages.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { ExchangeRates } from '#main/infra/money/exchange-rates.ts'
import { createPartReader } from '../../parts/parts.service.ts'
import type { Timeline } from '../../timeline.ts'

/** What a table shows of an application. Instants are UTC ms. */
export interface ListedApplication {
  readonly id: number
  readonly jobId: number | null
  readonly title: string
  readonly company: string
  readonly place: string
  readonly url: string | null
  readonly stage: Stage
  readonly stageSince: number
  /** The user's own column; null: the stage's first. */
  readonly column: string | null
  readonly appliedAt: number | null
  readonly expectedPay: PayWish | null
  readonly notes: string
  readonly createdAt: number
  readonly updatedAt: number
  readonly contacts: readonly Contact[]
  readonly interviews: readonly Interview[]
  readonly reminders: readonly Reminder[]
}

/** Everything that is kept of it; of files what they are, without their bytes. */
export interface WholeApplication extends ListedApplication {
  readonly offers: readonly Offer[]
  readonly files: readonly ApplicationFile[]
  /** The latest first. */
  readonly timeline: readonly ApplicationEvent[]
  readonly snapshot: PostingSnapshot | null
}

/** Reads applications; null for one that is not there any more. */
export interface ExportReader {
  readonly listed: (id: number) => ListedApplication | null
  readonly whole: (id: number) => WholeApplication | null
}

type Fields = Omit<ListedApplication, 'expectedPay' | 'contacts' | 'interviews' | 'reminders'>

interface Row extends Fields {
  readonly amount: number | null
  readonly currency: string | null
  readonly period: string | null
}

export function createExportReader(
  database: Database,
  { timeline, rates }: { timeline: Timeline; rates: () => ExchangeRates },
): ExportReader {
  const parts = createPartReader(database, rates)
  const select = database.raw.prepare<[number], Row>(
    `select a.id, a.job_id as jobId, a.title, a.company, a.place, a.url, a.stage, a.stage_since as stageSince, c.name as "column",
       a.applied_at as appliedAt, a.expected_amount as amount, a.expected_currency as currency, a.expected_period as period,
       a.created_at as createdAt, a.updated_at as updatedAt, a.notes
     from application a left join board_column c on c.id = a.column_id and c.removed_at is null
     where a.id = ? and a.removed_at is null`,
  )
  const snapshot = database.raw
    .prepare<[number], string | null>('select snapshot from application where id = ?')
    .pluck()

  function listed(id: number): ListedApplication | null {
    const row = select.get(id)
    if (row === undefined) return null
    const { amount, currency, period, ...rest } = row
    const pay = payWishSchema.safeParse({ amount, currency, period })
    return {
      ...rest,
      expectedPay: pay.success ? pay.data : null,
      contacts: parts.contacts(id),
      interviews: parts.interviews(id),
      reminders: parts.reminders(id),
    }
  }

  return {
    listed,
    whole: (id) => {
      const application = listed(id)
      if (application === null) return null
      const taken = snapshot.get(id) ?? null
      return {
        ...application,
        offers: parts.offers(id),
        files: parts.files(id),
        timeline: timeline.of(id),
        snapshot: taken === null ? null : (JSON.parse(taken) as PostingSnapshot),
      }
    },
  }
}

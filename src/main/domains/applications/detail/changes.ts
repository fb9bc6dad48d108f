import type { ApplicationChange, PostingSnapshot } from '#shared/applications.ts'
import type { PayWish } from '#shared/application-parts.ts'
import { AppError } from '#shared/errors.ts'
import type { SalaryPeriod } from '#shared/facts.ts'
import { companyKey } from '../../jobs/openings/openings.service.ts'
import type { ApplicationContext } from '../application-context.ts'
import { foldedOf } from '../folded.ts'
import { snapshotOf } from './snapshot.ts'

/** Every change is one write transaction and throws NOT_FOUND. */
export interface Changes {
  /** Throws STALE. False: nothing is different. */
  readonly update: (wish: {
    readonly id: number
    readonly version: number | null
    readonly change: ApplicationChange
  }) => boolean
  /** Throws NOTES_STALE with what is stored. Notes leave no mark on the timeline: they are saved while they are written. */
  readonly saveNotes: (wish: { readonly id: number; readonly notes: string; readonly notesVersion: number }) => number
  readonly takeSnapshot: (id: number) => PostingSnapshot
}

interface Fields {
  readonly title: string
  readonly company: string
  readonly place: string
  readonly url: string | null
  readonly appliedAt: number | null
  readonly expectedPay: PayWish | null
}

interface Written extends Omit<Fields, 'expectedPay'> {
  readonly id: number
  readonly companyKey: string
  readonly folded: string
  readonly amount: number | null
  readonly currency: string | null
  readonly period: SalaryPeriod | null
}

export function createChanges(context: ApplicationContext): Changes {
  const { database, clock, rows, timeline, openings, tellApplied } = context
  const { raw } = database
  const pay = raw.prepare<[number], { amount: number | null; currency: string | null; period: SalaryPeriod | null }>(
    'select expected_amount as amount, expected_currency as currency, expected_period as period from application where id = ?',
  )
  const write = raw.prepare<[Written]>(
    `update application set title = @title, company = @company, company_key = @companyKey, place = @place, url = @url,
       applied_at = @appliedAt, expected_amount = @amount, expected_currency = @currency, expected_period = @period, folded = @folded,
       version = version + 1 where id = @id`,
  )
  const writeNotes = raw.prepare<{ id: number; notes: string; folded: string; now: number }>(
    `update application set notes = :notes, notes_version = notes_version + 1, folded = :folded, updated_at = :now where id = :id`,
  )
  const writeSnapshot = raw.prepare<[string, number]>(
    'update application set snapshot = ?, version = version + 1 where id = ?',
  )

  function expectedPayOf(id: number): PayWish | null {
    const row = pay.get(id)
    if (row === undefined) return null
    const { amount, currency, period } = row
    return amount === null || currency === null || period === null ? null : { amount, currency, period }
  }

  function update({ id, version, change }: { id: number; version: number | null; change: ApplicationChange }): boolean {
    const row = rows.current(id, version)
    const { title, company, place, url, appliedAt } = row
    const before: Fields = { title, company, place, url, appliedAt, expectedPay: expectedPayOf(id) }
    const after: Fields = { ...before, ...withoutGaps(change) }
    const fields = FIELDS.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    if (fields.length === 0) return false
    const { expectedPay, ...rest } = after
    write.run({
      ...rest,
      id,
      companyKey: companyKey(after.company),
      folded: foldedOf({ ...after, notes: row.notes }),
      amount: expectedPay?.amount ?? null,
      currency: expectedPay?.currency ?? null,
      period: expectedPay?.period ?? null,
    })
    timeline.add(id, { type: 'changed', fields: [...fields] })
    tellApplied(row, after.appliedAt)
    return true
  }

  function saveNotes({ id, notes, notesVersion }: { id: number; notes: string; notesVersion: number }): number {
    const row = rows.live(id)
    if (row.notes === notes) return row.notesVersion
    if (row.notesVersion !== notesVersion) {
      throw new AppError('NOTES_STALE', { notes: row.notes, notesVersion: row.notesVersion })
    }
    writeNotes.run({ id, notes, folded: foldedOf({ ...row, notes }), now: clock.now() })
    return row.notesVersion + 1
  }

  function takeSnapshot(id: number): PostingSnapshot {
    const { jobId } = rows.live(id)
    const opening = jobId === null ? null : openings.find(jobId)
    if (opening === null) throw new AppError('NOT_FOUND', { entity: 'job', id: String(jobId ?? '') })
    const snapshot = snapshotOf(opening, clock.now())
    writeSnapshot.run(JSON.stringify(snapshot), id)
    timeline.add(id, { type: 'snapshot' })
    return snapshot
  }

  return {
    update: (wish) => database.write(() => update(wish)),
    saveNotes: (wish) => database.write(() => saveNotes(wish)),
    takeSnapshot: (id) => database.write(() => takeSnapshot(id)),
  }
}

const FIELDS = ['title', 'company', 'place', 'url', 'appliedAt', 'expectedPay'] as const

/** What is left out is not changed. */
function withoutGaps(change: ApplicationChange): Partial<Fields> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

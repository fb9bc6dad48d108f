import { expect, test, vi } from 'vitest'
import { createApplications } from '#main/domains/applications/applications.service.ts'
import { createColumnOrder } from '#main/domains/applications/board/column-order.ts'
import { createTwice } from '#main/domains/applications/detail/twice.ts'
import { createOpeningsService } from '#main/domains/jobs/openings/openings.service.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { applicationsWorld, type ApplicationsWorld } from '../support/applications-world.ts'

/** How SQLite finds what the statements ask for that are prepared meanwhile: all of those that begin so. */
function plansOf(db: Database, beginning: string, prepare: () => unknown): string[][] {
  const spied = vi.spyOn(db.raw, 'prepare')
  prepare()
  const asked = spied.mock.calls.map(([sql]) => sql.trim()).filter((sql) => sql.startsWith(beginning))
  spied.mockRestore()
  return asked.map((sql) => {
    const names = [...sql.matchAll(/:(\w+)/g)].map(([, name]) => [name ?? '', 1])
    const values = names.length > 0 ? [Object.fromEntries(names)] : [...sql.matchAll(/\?/g)].map(() => 1)
    const steps = db.raw.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...values)
    return steps.map(({ detail }) => detail)
  })
}

function domain({ db, clock }: Pick<ApplicationsWorld, 'db' | 'clock'>) {
  return createApplications({
    database: db,
    clock,
    zone: () => 'UTC',
    settings: () => ({ ghostedAfterDays: 30, followUpAfterDays: 7 }),
    rates: () => ({ asOf: '2026-03-02', unitsPerEur: {} }),
    openings: createOpeningsService(db),
    onApplied: () => undefined,
    onChange: () => undefined,
    onMarks: () => undefined,
  })
}

test('the end of a column is read from its index, past no removed card', () => {
  const { db } = applicationsWorld()
  expect(plansOf(db, 'select rank from application', () => createColumnOrder(db))).toEqual([
    ['SEARCH application USING INDEX application_column (stage=? AND column_id=?)'],
  ])
})

test('what was removed of a job is found without a look at other applications', () => {
  const world = applicationsWorld()
  const plans = plansOf(world.db, 'select id from application where job_id = ?', () => domain(world))
  expect(plans).toEqual([
    ['SEARCH application USING INDEX application_of_job (job_id=?)', 'USE TEMP B-TREE FOR ORDER BY'],
  ])
})

test('what an application may be the same as is found by its job and its employer', () => {
  const { db } = applicationsWorld()
  const [plan = []] = plansOf(db, 'select id, job_id', () => createTwice(db, createOpeningsService(db)))
  expect(plan.filter((step) => step.includes('application'))).toEqual([
    expect.stringMatching(/^SEARCH application USING INDEX application_(of_)?job \(job_id=\?\)$/),
    'SEARCH application USING INDEX application_company (company_key=?)',
  ])
})

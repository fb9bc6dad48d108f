import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Core } from '#main/core.ts'
import { companyKey } from '#main/domains/jobs/pipeline/company-key.ts'
import { NOW, plainJob, type SampleJob, storeJobs } from '#main/domains/jobs/search/search.fixture.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { type JobId, jobIdSchema } from '#shared/ids.ts'
import type { Stage } from '#shared/stages.ts'
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts'
import { tempDir } from './profile.ts'
import { testCore } from './test-core.ts'

export interface ApplicationsWorld {
  readonly core: Core
  readonly client: Core['client']
  readonly clock: FakeClock
  readonly profileDir: string
  /** The same profile's database, past the core: for what a test has to find or break. */
  readonly db: Database
  readonly jobIds: readonly JobId[]
  /** An application that only the user knows; returns its id. */
  readonly byHand: (title: string, more?: { company?: string; stage?: Stage; appliedAt?: number }) => Promise<number>
}

/** A core on a profile with these jobs, under a clock that stands still. */
export function applicationsWorld(jobs: readonly Partial<SampleJob>[] = []): ApplicationsWorld {
  const profileDir = tempDir()
  const clock = createFakeClock({ now: NOW })
  const core = testCore({ profileDir, clock })
  const db = openDatabase({ path: join(profileDir, 'career-copilot.db'), now: NOW })
  onTestFinished(() => db.close())
  const stored = storeJobs(
    db,
    jobs.map((job) => ({ ...plainJob, ...job })),
  )
  const setKey = db.raw.prepare('update job set company_key = ? where id = ?')
  for (const { id, company } of stored) setKey.run(companyKey(company), id)
  return {
    core,
    client: core.client,
    clock,
    profileDir,
    db,
    jobIds: stored.map(({ id }) => jobIdSchema.parse(id)),
    byHand: async (title, { company = 'Havelwerk', stage = 'saved', appliedAt } = {}) => {
      const fields = { title, company }
      const { card } = await core.client.applications.add({ job: { fields }, stage, appliedAt: appliedAt ?? null })
      return card.id
    },
  }
}

/** The first, which the test cannot do without. */
export function firstOf<T>(items: readonly T[]): T {
  const [first] = items
  if (first === undefined) throw new Error('There is none')
  return first
}

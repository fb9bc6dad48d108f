import { jobIdSchema, type JobId } from '#shared/ids.ts'
import { type Profile, profileSchema } from '#shared/profile.ts'
import { recommendationsInputSchema } from '#shared/recommendations.ts'
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts'
import { silentLog } from './silent-log.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { TaskRunner } from '#main/infra/tasks/task.ts'
import { createTaskRunner } from '#main/infra/tasks/task-runner.ts'
import { createJobsService } from '#main/domains/jobs/jobs.service.ts'
import { createMatchingService } from '#main/domains/jobs/match/matching.service.ts'
import { NOW, openTestDatabase, plainJob, type SampleJob, storeJobs } from '#main/domains/jobs/search/search.fixture.ts'
import {
  createRecommendations,
  type RecommendationsService,
} from '#main/domains/recommendations/recommendations.service.ts'

/** A profile folder, and the processes that work on it one after another or at once. */
export interface World {
  readonly db: Database
  readonly clock: FakeClock
  readonly store: (jobs: readonly Partial<SampleJob>[]) => JobId[]
  readonly setProfile: (profile: Partial<Profile>) => void
  readonly open: (options?: ProcessOptions) => Process
  readonly dispose: () => Promise<void>
}

export interface ProcessOptions {
  /** False: the columns are still being read. */
  readonly areColumnsRead?: () => boolean
  /** Before jobs are read. */
  readonly onRead?: () => void
}

export interface Process {
  readonly recommendations: RecommendationsService
  readonly tasks: TaskRunner
  /** Settles when the columns are read. */
  readonly columnsRead: () => Promise<void>
  /** Scores in the background until all is done. */
  readonly score: () => Promise<void>
}

export const ASK = recommendationsInputSchema.parse({ minScore: 0, maxPerCompany: 50, limit: 200 })

export function openWorld(): World {
  const clock = createFakeClock({ now: NOW })
  const { db, dispose } = openTestDatabase()
  const runners: TaskRunner[] = []
  let view = { profile: profileSchema.parse({}), version: 0, updatedAt: NOW, isEmpty: true, hints: [] }

  function open({ areColumnsRead = () => true, onRead = () => undefined }: ProcessOptions = {}): Process {
    const jobs = createJobsService({
      database: db,
      clock,
      sourceName: (id) => id,
      rules: { thresholds: () => ({ always: [], inIt: [] }) },
      onChange: () => undefined,
    })
    const whole = createMatchingService({ database: db, jobs })
    let scored: () => void = () => undefined
    const tasks = createTaskRunner({ database: db, clock, log: silentLog, handlers: () => [handler] })
    runners.push(tasks)
    const { handler, service } = createRecommendations({
      database: db,
      clock,
      matching: {
        ...whole,
        columns: () => (areColumnsRead() ? whole.columns() : { ...whole.columns(), isReady: false }),
        columnsReady: async () => {
          if (areColumnsRead()) await whole.columnsReady()
        },
        read: (ids, options) => {
          onRead()
          return whole.read(ids, options)
        },
      },
      profile: () => view,
      settings: () => ({ matchWeights: null, isMatchLearningOn: true, matchLearnsFrom: 0 }),
      updateSettings: () => undefined,
      tasks: () => tasks,
      isRunActive: () => false,
      onChange: () => scored(),
    })
    const score = async (): Promise<void> => {
      const done = new Promise<void>((resolve) => {
        scored = resolve
      })
      service.scoreJobs()
      tasks.start()
      await done
    }
    return { recommendations: service, tasks, columnsRead: whole.columnsReady, score }
  }

  return {
    db,
    clock,
    store: (jobs) =>
      storeJobs(
        db,
        jobs.map((job) => ({ ...plainJob, ...job })),
      ).map(({ id }) => jobIdSchema.parse(id)),
    setProfile: (profile) => {
      view = { ...view, profile: profileSchema.parse(profile), version: view.version + 1, isEmpty: false }
    },
    open,
    dispose: async () => {
      await Promise.all(runners.map((runner) => runner.stop()))
      dispose()
    },
  }
}

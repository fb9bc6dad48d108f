import type { JobId } from '#shared/ids.ts'
import { createCoverageService } from '../domains/jobs/coverage/coverage.service.ts'
import { createBackfillTask } from '../domains/jobs/dedup/backfill.task.ts'
import { createDedupService } from '../domains/jobs/dedup/dedup.service.ts'
import { createJobsService } from '../domains/jobs/jobs.service.ts'
import { thresholdsFor } from '../domains/jobs/permits/check-permits.ts'
import { createOpeningFinder } from '../domains/jobs/pipeline/find-opening.ts'
import { createReadAgainTask } from '../domains/jobs/reading/read-again.task.ts'
import { createReadingService } from '../domains/jobs/reading/reading.service.ts'
import { createRelatedService } from '../domains/jobs/related/related.service.ts'
import { createSearchesService } from '../domains/jobs/searches/searches.service.ts'
import { createSuggestService } from '../domains/jobs/suggest/suggest.service.ts'
import type { Ground } from './ground.ts'
import type { Part } from './part.ts'
import type { Storing } from './storing.ts'

export interface JobsGiven extends Storing {
  readonly isRunActive: () => boolean
  /** Inside the transaction that saves a job, or takes that back. */
  readonly onSaved: (jobId: JobId, isSaved: boolean) => void
}

/** The jobs that are stored: finding, reading again, joining and counting them. */
export function createJobsPart(ground: Ground, given: JobsGiven) {
  const { clock, database, log, events, settings, tasks, sourceName, jobsChanged, applicationsChanged } = ground
  const { parts, links, isRunActive, onSaved } = given
  const onMarks = () => {
    applicationsChanged()
    jobsChanged()
  }
  const jobs = createJobsService({
    database,
    clock,
    sourceName,
    rules: {
      thresholds: () => thresholdsFor(settings.get().permitSituation, clock.now()),
      onProblem: (error) => log.error({ err: error }, 'the columns could not be read; the full-text index answers'),
    },
    onSaved,
    onChange: onMarks,
  })
  const suggest = createSuggestService({ database, clock, log, jobs })
  const searches = createSearchesService({
    database,
    clock,
    log,
    jobs,
    isLeader: tasks.isLeader,
    isRunActive,
    onChange: () => events.publish({ type: 'searches.changed' }),
  })
  const reading = createReadingService({ database, clock, parts, tasks, onChange: jobsChanged })
  const services = {
    jobs,
    suggest,
    searches,
    reading,
    related: createRelatedService({ database, clock, onSaved, onChange: onMarks }),
    dedup: createDedupService({ database, links, tasks, sourceName, onChange: jobsChanged }),
    coverage: createCoverageService({ database, clock, sourceName }),
  }
  const openings = createOpeningFinder({ database, sourceName })
  return {
    services,
    handlers: [
      createBackfillTask({ database, log, parts, links, openings, onProgress: jobsChanged }),
      createReadAgainTask({ database, log, parts, onProgress: jobsChanged }),
    ],
    tick: () => searches.tick(),
    listen: (event) => {
      if (event.type === 'jobs.changed') searches.jobsChanged()
    },
    prepare: () => {
      jobs.columns()
      suggest.prepare()
      reading.start({ isAll: false })
    },
    stop: () => searches.stop(),
  } satisfies Part<typeof services>
}

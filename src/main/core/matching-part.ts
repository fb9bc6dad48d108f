import type { JobsService } from '../domains/jobs/jobs.service.ts'
import { createMatchingService } from '../domains/jobs/match/matching.service.ts'
import { createProfileService } from '../domains/profile/profile.service.ts'
import { createExperimentsService } from '../domains/recommendations/experiments/experiments.service.ts'
import { createRecommendations } from '../domains/recommendations/recommendations.service.ts'
import type { Ground } from './ground.ts'
import type { Part } from './part.ts'

export interface MatchedJobs {
  readonly jobs: Pick<JobsService, 'columns' | 'columnsReady'>
  readonly isRunActive: () => boolean
}

/** Who the user is, and which jobs fit. */
export function createMatchingPart(ground: Ground, { jobs, isRunActive }: MatchedJobs) {
  const { clock, database, log, settings, tasks, jobsChanged, settingsChanged } = ground
  const profile = createProfileService({
    database,
    clock,
    log,
    onChange: () => {
      recommendations.scoreJobs()
      settingsChanged()
    },
  })
  const matching = createMatchingService({ database, jobs })
  const experiments = createExperimentsService({ database, clock, marks: matching.marks, onChange: settingsChanged })
  const { service: recommendations, handler } = createRecommendations({
    database,
    clock,
    matching,
    profile: profile.get,
    settings: settings.get,
    updateSettings: settings.update,
    tasks: () => tasks,
    isRunActive,
    onChange: jobsChanged,
    variantNow: experiments.variantNow,
  })
  const services = { profile, recommendations, experiments }
  return {
    services,
    handlers: [handler],
    tick: (now) => recommendations.tick(now),
    prepare: () => recommendations.prepare(),
    stop: () => recommendations.stop(),
    listen: (event) => {
      if (event.type === 'jobs.changed') recommendations.noteMarks()
      if (event.type === 'run.changed' && event.run.finishedAt !== null) recommendations.scoreJobs()
    },
  } satisfies Part<typeof services>
}

import { createApplications } from '../domains/applications/applications.service.ts'
import type { SavedJobs } from '../domains/applications/jobs/saved-jobs.ts'
import { createApplicationParts } from '../domains/applications/parts/parts.service.ts'
import { createTimeline } from '../domains/applications/timeline.ts'
import { createOpeningsService } from '../domains/jobs/openings/openings.service.ts'
import type { PermitsService } from '../domains/jobs/permits/permits.service.ts'
import type { ExperimentsService } from '../domains/recommendations/experiments/experiments.service.ts'
import { inTurns } from '../infra/time/turns.ts'
import { jobIdSchema } from '#shared/ids.ts'
import type { Ground } from './ground.ts'
import type { Part } from './part.ts'
import type { Storing } from './storing.ts'

const PURGE_EVERY_MS = 6 * 60 * 60_000

export interface KnownOfJobs extends Pick<Storing, 'parts'> {
  readonly permits: Pick<PermitsService, 'checkOffer' | 'readOffered'>
  readonly experiments: Pick<ExperimentsService, 'noteApplied'>
}

/** What the user applies for, and everything that belongs to it. */
export function createApplicationsPart(ground: Ground, { parts, permits, experiments }: KnownOfJobs) {
  const { clock, database, log, settings, zone, applicationsChanged, jobsChanged } = ground
  const belongings = createApplicationParts({
    database,
    clock,
    timeline: createTimeline(database, clock),
    log,
    profileDir: ground.ports.profileDir,
    rates: parts.rates,
    factsOf: parts.jobs.readFacts,
    readFacts: permits.readOffered,
    checkPermits: permits.checkOffer,
    onChange: applicationsChanged,
  })
  const { service, savedJobs, purge } = createApplications({
    database,
    clock,
    zone,
    settings: settings.get,
    rates: parts.rates,
    openings: createOpeningsService(database),
    onApplied: (jobId, appliedAt) => experiments.noteApplied(jobIdSchema.parse(jobId), appliedAt),
    onChange: applicationsChanged,
    onMarks: jobsChanged,
  })
  const services = { ...belongings.services, applications: service }
  let purgeAt = 0
  let isStopped = false
  let isJoinUntold = false
  let filling: Promise<void> = Promise.resolve()

  /** Jobs that were saved before there were applications get theirs. */
  async function fillIn(): Promise<void> {
    const added = await inTurns(savedJobs.fillIn(), () => !isStopped)
    if (added !== null && added > 0) applicationsChanged()
  }

  function purgeNow(now: number): void {
    purgeAt = now + PURGE_EVERY_MS
    try {
      purge(now)
    } catch (error) {
      log.error({ err: error }, 'letting go of what was removed failed')
    }
  }

  return {
    services,
    savedJobs: {
      ...savedJobs,
      joined: (fromJobId, intoJobId) => {
        const isOther = savedJobs.joined(fromJobId, intoJobId)
        isJoinUntold ||= isOther
        return isOther
      },
    },
    handlers: [],
    // Whoever joins jobs says so after the commit.
    listen: ({ type }) => {
      if (type !== 'jobs.changed' || !isJoinUntold) return
      isJoinUntold = false
      applicationsChanged()
    },
    tick: (now) => {
      belongings.tick(now)
      if (now >= purgeAt) purgeNow(now)
    },
    prepare: () => {
      belongings.prepare()
      filling = fillIn().catch((error: unknown) =>
        log.error({ err: error }, 'saved jobs did not all get an application'),
      )
    },
    stop: async () => {
      isStopped = true
      await filling
      await belongings.stop()
    },
  } satisfies Part<typeof services> & { savedJobs: SavedJobs }
}

import { createRouterClient } from '@orpc/server'
import { createAiPart } from './core/ai-part.ts'
import { createApplicationTransferPart } from './core/application-transfer-part.ts'
import { createApplicationsPart } from './core/applications-part.ts'
import { createBriefingsPart } from './core/briefings-part.ts'
import { createCareerPart } from './core/career-part.ts'
import { createDiscoveryPart } from './core/discovery-part.ts'
import { createDocumentsPart } from './core/documents-part.ts'
import { createGround } from './core/ground.ts'
import { createJobsPart } from './core/jobs-part.ts'
import { createMatchingPart } from './core/matching-part.ts'
import type { Part } from './core/part.ts'
import { createNotificationsPart } from './core/notifications-part.ts'
import { createRegistersPart } from './core/registers-part.ts'
import { createStoring } from './core/storing.ts'
import { createTailoringPart } from './core/tailoring-part.ts'
import { createWritingPart } from './core/writing-part.ts'
import { createHealthService } from './domains/health/health.service.ts'
import { sources } from './domains/jobs/sources/registry.ts'
import { watchOtherWriters } from './infra/db/watch.ts'
import type { Ports } from './ports.ts'
import { createRouter } from './router.ts'

/** Runs that are told anew when another process wrote: the active one, and those that may have ended since the last look. */
const RUNS_TOLD = 3

/** Everything the product does, behind one contract. Opens the profile's database (throws DatabaseOpenError) and starts nothing
 *  by itself: `start` begins background work, `stop` ends it, lets running work find a safe point and closes the database last. */
export function createCore(ports: Ports) {
  let isScheduling = false
  const ground = createGround(ports, {
    handlers: () => parts.flatMap(({ handlers }) => handlers),
    onLeaderTick: (now) => {
      if (isScheduling) for (const part of parts) part.tick?.(now)
    },
    onFollowerTick: (now) => {
      if (isScheduling) for (const part of parts) part.followerTick?.(now)
    },
  })
  const { database, clock, log, events, tasks } = ground
  const storing = createStoring(ground, {
    onJoined: (from, into) => {
      applications.savedJobs.joined(from, into)
      documents.jobJoined(from, into)
    },
  })
  const registers = createRegistersPart(ground, storing)
  const discovery = createDiscoveryPart(ground, {
    ...storing,
    testChannelKey: (name) => notifications.services.notifications.testKey(name) ?? ai.services.ai.testKey(name),
  })
  const notifications = createNotificationsPart(ground, { secrets: discovery.services.secrets })
  const ai = createAiPart(ground, { secrets: discovery.services.secrets })
  const { isRunActive } = discovery.services.discovery
  const jobs = createJobsPart(ground, {
    ...storing,
    isRunActive,
    onSaved: (jobId, isSaved) => applications.savedJobs.marked(jobId, isSaved),
  })
  const matching = createMatchingPart(ground, { jobs: jobs.services.jobs, isRunActive })
  const career = createCareerPart(ground, { profile: matching.services.profile })
  const applications = createApplicationsPart(ground, {
    ...storing,
    permits: registers.services.permits,
    experiments: matching.services.experiments,
  })
  const documents = createDocumentsPart(ground, {
    jobs: jobs.services.jobs,
    career: career.services.career,
    profile: matching.services.profile,
    applications: applications.services.applications,
    applicationFiles: applications.services.applicationFiles,
  })
  const writing = createWritingPart(ground, {
    jobs: jobs.services.jobs,
    career: career.services.career,
    profile: matching.services.profile,
    documents: documents.services.documents,
    gateway: ai.gateway,
    prompts: ai.prompts,
    calls: ai.services.ai,
  })
  const tailoring = createTailoringPart(ground, {
    jobs: jobs.services.jobs,
    career: career.services.career,
    profile: matching.services.profile,
    documents: documents.services.documents,
  })
  const transfer = createApplicationTransferPart(ground, storing)
  const briefings = createBriefingsPart(ground, {
    applications: applications.services.applications,
    jobs: jobs.services.jobs,
    recommendations: matching.services.recommendations,
    schedule: discovery.services.schedule,
    runs: discovery.runs,
    notifications: notifications.services.notifications,
  })
  /** Ticks and events reach them in this order. */
  const parts: readonly Part<object>[] = [
    discovery,
    registers,
    jobs,
    matching,
    career,
    applications,
    documents,
    transfer,
    briefings,
    notifications,
    ai,
  ]
  events.listen((event) => {
    for (const part of parts) part.listen?.(event)
  })
  const health = createHealthService({
    database,
    clock,
    shell: ports.shell,
    version: ports.version,
    profileDir: ports.profileDir,
    isLeader: tasks.isLeader,
    sources: () =>
      sources.map(({ manifest: { id, name } }) => ({ name, state: discovery.runs.lastOfSource(id)?.state ?? null })),
  })
  const router = createRouter({
    log,
    events,
    settings: ground.settings,
    health,
    ...registers.services,
    ...discovery.services,
    ...jobs.services,
    ...matching.services,
    ...career.services,
    ...applications.services,
    ...documents.services,
    ...tailoring.services,
    ...writing.services,
    ...transfer.services,
    ...notifications.services,
    ...briefings.services,
    ...ai.services,
  })

  /** Another process wrote something: everybody asks again. */
  const publishEverything = () => {
    for (const run of discovery.runs.newest(RUNS_TOLD)) events.publish({ type: 'run.changed', run })
    events.publish({ type: 'jobs.changed' })
    events.publish({ type: 'searches.changed' })
    events.publish({ type: 'applications.changed' })
    events.publish({ type: 'notifications.changed' })
    events.publish({ type: 'documents.changed' })
    events.publish({ type: 'ai.changed' })
    events.publish({ type: 'settings.changed' })
  }
  let watch: { stop: () => void } | null = null
  let isStopped = false
  return {
    router,
    events,
    /** The contract without a wire, for the command line and tests. */
    client: createRouterClient(router),
    /** Without the schedule for a process that ends with what it was asked for. */
    start: ({ withSchedule = true }: { withSchedule?: boolean } = {}) => {
      isScheduling = withSchedule
      if (withSchedule) for (const part of parts) part.prepare?.()
      tasks.start()
      watch ??= watchOtherWriters(database, { clock, log, onChange: publishEverything })
    },
    stop: async () => {
      if (isStopped) return
      isStopped = true
      watch?.stop()
      for (const part of parts) await part.stop?.()
      await tasks.stop()
      for (const part of parts) await part.close?.()
      ground.http.close()
      database.close()
    },
  }
}

export type Core = ReturnType<typeof createCore>

import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { SourceId } from '#shared/ids.ts'
import { createHealthService } from './domains/health/health.service.ts'
import { createJobsService } from './domains/jobs/jobs.service.ts'
import { createJobStore } from './domains/jobs/pipeline/job-store.ts'
import { createDiscoverTask } from './domains/jobs/runs/discover.task.ts'
import { createDiscoveryService } from './domains/jobs/runs/discovery.service.ts'
import { createRunsRepo } from './domains/jobs/runs/runs.repo.ts'
import { findSource, sources } from './domains/jobs/sources/registry.ts'
import { createSettingsService } from './domains/settings/settings.service.ts'
import { createHttpState } from './infra/db/http-state.ts'
import { openDatabase } from './infra/db/open.ts'
import { watchOtherWriters } from './infra/db/watch.ts'
import { createEventBus } from './infra/events.ts'
import { createHttpClient } from './infra/http/client.ts'
import { createTaskRunner } from './infra/tasks/task-runner.ts'
import type { Ports } from './ports.ts'
import { createRouter } from './router.ts'

/** Runs that are told anew when another process wrote: the active one, and those that may have ended since the last look. */
const RUNS_TOLD = 3

/** Everything the product does, behind one contract. Opens the profile's database (throws DatabaseOpenError) and starts nothing
 *  by itself: `start` begins background work, `stop` ends it, lets running work find a safe point and closes the database last. */
export function createCore(ports: Ports) {
  const { clock, log, profileDir, version, shell } = ports
  const database = openDatabase({ path: join(profileDir, 'career-copilot.db'), now: clock.now() })
  const events = createEventBus()
  const settings = createSettingsService({
    database,
    clock,
    log,
    knownSources: sources.map((source) => source.manifest.id),
    onChange: () => events.publish({ type: 'settings.changed' }),
  })
  const { quota, validators } = createHttpState(database, clock)
  const http = createHttpClient({
    clock,
    log,
    quota,
    userAgent: `CareerCopilot/${version} (personal job search; one user; local app)`,
    ...(ports.resolve === undefined ? {} : { resolve: ports.resolve }),
  })
  const sourceName = (id: SourceId) => findSource(id)?.manifest.name ?? id
  const baseUrlOverride = (id: SourceId) => ports.baseUrls[id] ?? settings.get().sourceBaseUrls[id] ?? null
  const runs = createRunsRepo(database, sourceName)
  const store = createJobStore({ database, clock, sourceName })

  const publishRun = (runId: string) => {
    const run = runs.get(runId)
    if (run === null) return
    events.publish({ type: 'run.changed', run })
    events.publish({ type: 'jobs.changed' })
  }
  const discover = createDiscoverTask({
    clock,
    log,
    http,
    runs,
    store,
    validators,
    settings: settings.get,
    findSource: (id) => findSource(id) ?? null,
    baseUrlOverride,
    write: database.write,
    onRunChanged: publishRun,
  })
  const tasks = createTaskRunner({ database, clock, log, handlers: [discover] })
  const discovery = createDiscoveryService({
    database,
    log,
    clock,
    http,
    runs,
    tasks,
    settings: settings.get,
    sources,
    baseUrlOverride,
    baseUrls: ports.baseUrls,
  })
  const jobs = createJobsService({
    database,
    clock,
    sourceName,
    onChange: () => events.publish({ type: 'jobs.changed' }),
  })
  const health = createHealthService({
    database,
    clock,
    shell,
    version,
    profileDir,
    isLeader: tasks.isLeader,
    sources: () =>
      sources.map(({ manifest }) => ({ name: manifest.name, state: runs.lastOfSource(manifest.id)?.state ?? null })),
  })
  const router = createRouter({ log, events, jobs, discovery, settings, health })

  /** Another process wrote something: everybody asks again. */
  const publishEverything = () => {
    for (const run of runs.newest(RUNS_TOLD)) events.publish({ type: 'run.changed', run })
    events.publish({ type: 'jobs.changed' })
    events.publish({ type: 'settings.changed' })
  }

  let watch: { stop: () => void } | null = null
  let isStopped = false
  return {
    router,
    events,
    /** The contract without a wire, for the command line and tests. */
    client: createRouterClient(router),
    start: () => {
      tasks.start()
      watch ??= watchOtherWriters(database, { clock, log, onChange: publishEverything })
    },
    stop: async () => {
      if (isStopped) return
      isStopped = true
      watch?.stop()
      await tasks.stop()
      http.close()
      database.close()
    },
  }
}

export type Core = ReturnType<typeof createCore>

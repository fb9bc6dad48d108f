import { hostname } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { SourceId } from '#shared/ids.ts'
import { ADDED_SOURCE } from '#shared/intake.ts'
import type { Settings } from '#shared/settings.ts'
import { createHealthService } from './domains/health/health.service.ts'
import { createCoverageService } from './domains/jobs/coverage/coverage.service.ts'
import { createBackfillTask } from './domains/jobs/dedup/backfill.task.ts'
import { createDedupService } from './domains/jobs/dedup/dedup.service.ts'
import { createBoardOutcomes } from './domains/jobs/employers/board-outcomes.ts'
import { createEmployersService } from './domains/jobs/employers/employers.service.ts'
import { createPageReader } from './domains/jobs/employers/page-reader.ts'
import { createBoardReader } from './domains/jobs/employers/read-board.ts'
import { createBoardPosting } from './domains/jobs/intake/board-posting.ts'
import { createIntakeService } from './domains/jobs/intake/intake.service.ts'
import { createMatchingService } from './domains/jobs/match/matching.service.ts'
import { createJobsService } from './domains/jobs/jobs.service.ts'
import { createOpeningFinder } from './domains/jobs/pipeline/find-opening.ts'
import { createJobLinks } from './domains/jobs/pipeline/job-links.ts'
import { createJobParts } from './domains/jobs/pipeline/job-parts.ts'
import { createJobStore } from './domains/jobs/pipeline/job-store.ts'
import { thresholdsFor } from './domains/jobs/permits/check-permits.ts'
import { createPermitsService } from './domains/jobs/permits/permits.service.ts'
import { createReadAgainTask } from './domains/jobs/reading/read-again.task.ts'
import { createReadingService } from './domains/jobs/reading/reading.service.ts'
import { createRelatedService } from './domains/jobs/related/related.service.ts'
import { createDiscoverTask } from './domains/jobs/runs/discover.task.ts'
import { createDiscoveryService } from './domains/jobs/runs/discovery.service.ts'
import { createRunsRepo } from './domains/jobs/runs/runs.repo.ts'
import type { SourceAccess } from './domains/jobs/runs/source-access.ts'
import { cadenceHoursOf } from './domains/jobs/runs/source-view.ts'
import { testKey } from './domains/jobs/runs/test-key.ts'
import { createSearchesService } from './domains/jobs/searches/searches.service.ts'
import { findSource, sources } from './domains/jobs/sources/registry.ts'
import type { SourceManifest } from './domains/jobs/sources/source.ts'
import { createCompanyIndexer } from './domains/jobs/sponsors/index-companies.ts'
import { registerHostId } from './domains/jobs/sponsors/registers.ts'
import { createSponsorParts, createSponsorsService } from './domains/jobs/sponsors/sponsors.service.ts'
import { createSuggestService } from './domains/jobs/suggest/suggest.service.ts'
import { createRatesParts, createRatesService, RATES_HOST_ID } from './domains/money/rates.service.ts'
import { createProfileService } from './domains/profile/profile.service.ts'
import { createExperimentsService } from './domains/recommendations/experiments/experiments.service.ts'
import { createRecommendations } from './domains/recommendations/recommendations.service.ts'
import { createSchedulerService } from './domains/scheduler/scheduler.service.ts'
import { secretDefinitions } from './domains/settings/secret-definitions.ts'
import { createSecretsService } from './domains/settings/secrets.service.ts'
import { createSettingsService, type SettingIssue } from './domains/settings/settings.service.ts'
import { createBrowserReader } from './infra/browser/browser-reader.ts'
import { createHttpState } from './infra/db/http-state.ts'
import { openDatabase } from './infra/db/open.ts'
import { watchOtherWriters } from './infra/db/watch.ts'
import { createEventBus } from './infra/events.ts'
import { createHttpClient } from './infra/http/client.ts'
import { usedOf } from './infra/http/quota.ts'
import { createTaskRunner } from './infra/tasks/task-runner.ts'
import { cronProblem, zoneProblem } from './infra/time/cron-line.ts'
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
    check: checkSchedule,
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
  const browser = createBrowserReader({
    clock,
    log,
    quota,
    findBrowser: ports.findBrowser ?? (() => Promise.resolve(null)),
    browserPath: () => settings.get().browserPath,
    ...(ports.resolve === undefined ? {} : { resolve: ports.resolve }),
  })
  const sourceName = (id: SourceId) => findSource(id)?.manifest.name ?? (id === ADDED_SOURCE ? 'Added by you' : id)
  const baseUrlOverride = (id: SourceId) => ports.baseUrls[id] ?? settings.get().sourceBaseUrls[id] ?? null
  const runs = createRunsRepo(database, sourceName)
  const ratesParts = createRatesParts({
    database,
    clock,
    log,
    http,
    onEnded: () => events.publish({ type: 'settings.changed' }),
  })
  const parts = createJobParts(database, ratesParts.current)
  const links = createJobLinks({ database, parts, clock })
  const store = createJobStore({ database, clock, parts, sourceName })
  const publishRun = (runId: string) => {
    const run = runs.get(runId)
    if (run === null) return
    events.publish({ type: 'run.changed', run })
    events.publish({ type: 'jobs.changed' })
  }
  const cadenceOf = (manifest: SourceManifest) => ({
    // What the schedule never reads leaves its whole allowance to whoever asks for it.
    hours: manifest.isManualOnly === true ? Infinity : cadenceHoursOf(manifest, settings.get()),
    lastRunAt: runs.lastStartOf(manifest.id),
  })
  const access: SourceAccess = {
    clock,
    http,
    browsePage: browser.read,
    settings: settings.get,
    baseUrlOverride,
    watched: (kind) => employers.watched(kind),
    openSecrets: (names) => secrets.open(names),
    hasSecret: (name) => secrets.isSet(name),
    planRequests: (manifest, run) =>
      scheduler.plan({
        sourceId: manifest.id,
        // A minute or an hour is over before the next run: the client keeps to those by itself.
        rules: manifest.quotas.filter(({ per }) => per !== 'minute' && per !== 'hour'),
        used: (window) => usedOf(quota, { key: manifest.id, window }, clock.now()),
        run,
        cadence: cadenceOf(manifest),
      }),
    isDue: (manifest) => scheduler.isSourceDue(cadenceOf(manifest)),
  }
  const secrets = createSecretsService({
    database,
    clock,
    log,
    store: ports.secrets,
    environment: ports.environment,
    definitions: secretDefinitions(sources.map(({ manifest }) => manifest)),
    testKey: (name) => testKey(name, { sources, testSource: (id) => discovery.testSource(id) }),
    onChange: () => events.publish({ type: 'settings.changed' }),
  })
  const trustedOrigin = () => originOf(baseUrlOverride(ADDED_SOURCE))
  const employers = createEmployersService({
    database,
    clock,
    readBoard: createBoardReader({ access, findSource: (kind) => findSource(kind) ?? null }),
    readPage: createPageReader(http, trustedOrigin),
    onChange: () => events.publish({ type: 'settings.changed' }),
  })
  const boards = createBoardOutcomes({ employers, clock, log })
  const discover = createDiscoverTask({
    access,
    log,
    runs,
    store,
    validators,
    findSource: (id) => findSource(id) ?? null,
    recordBoard: boards.record,
    wasEmpty: boards.wasEmpty,
    write: database.write,
    onRunChanged: publishRun,
  })
  const jobsChanged = () => events.publish({ type: 'jobs.changed' })
  const readAgain = createReadAgainTask({ database, log, parts, onProgress: jobsChanged })
  const backfill = createBackfillTask({
    database,
    log,
    parts,
    links,
    openings: createOpeningFinder({ database, sourceName }),
    onProgress: jobsChanged,
  })
  const sponsorParts = createSponsorParts({
    database,
    clock,
    log,
    http,
    tasks: () => tasks,
    onMatched: createCompanyIndexer({ database, parts, onIndexed: jobsChanged }),
    onChange: () => events.publish({ type: 'settings.changed' }),
  })
  const profile = createProfileService({
    database,
    clock,
    log,
    onChange: () => {
      recommendations.scoreJobs()
      events.publish({ type: 'settings.changed' })
    },
  })
  const matching = createMatchingService({ database, columns: () => jobs.columns() })
  const experiments = createExperimentsService({
    database,
    clock,
    marks: matching.marks,
    onChange: () => events.publish({ type: 'settings.changed' }),
  })
  const { service: recommendations, handler: scoreJobs } = createRecommendations({
    database,
    clock,
    matching,
    profile: profile.get,
    settings: settings.get,
    updateSettings: settings.update,
    tasks: () => tasks,
    isRunActive: () => discovery.isRunActive(),
    onChange: jobsChanged,
    variantNow: experiments.variantNow,
  })
  const tasks = createTaskRunner({
    database,
    clock,
    log,
    handlers: [discover, backfill, readAgain, scoreJobs, ratesParts.handler, ...sponsorParts.handlers],
    onLeaderTick: (now) => {
      if (!isScheduling) return
      scheduler.tick(now)
      sponsors.tick(now)
      searches.tick()
      rates.tick(now)
      recommendations.tick(now)
    },
  })
  const discovery = createDiscoveryService({
    database,
    log,
    access,
    runs,
    tasks,
    sources,
    baseUrls: ports.baseUrls,
  })
  const scheduler = createSchedulerService({
    database,
    clock,
    log,
    settings,
    startRun: (slotAt) => {
      if (discovery.isRunActive()) return 'active'
      return discovery.startScheduled(slotAt) === null ? 'passed_over' : 'started'
    },
    profileSeed: `${hostname()} ${profileDir}`,
    onChange: () => events.publish({ type: 'settings.changed' }),
  })
  events.listen((event) => {
    if (event.type === 'settings.changed') scheduler.settingsChanged()
    if (event.type === 'jobs.changed') recommendations.noteMarks()
    if (event.type === 'run.changed' && event.run.finishedAt !== null) recommendations.scoreJobs()
    if (event.type === 'jobs.changed') searches.jobsChanged()
  })
  const intake = createIntakeService({
    clock,
    http,
    store,
    readBoardPosting: createBoardPosting({ access, findSource: (id) => findSource(id) ?? null }),
    trustedOrigin,
    findJob: store.jobOf,
    onChange: () => events.publish({ type: 'jobs.changed' }),
  })
  const coverage = createCoverageService({ database, clock, sourceName })
  const jobs = createJobsService({
    database,
    clock,
    sourceName,
    rules: {
      thresholds: () => thresholdsFor(settings.get().permitSituation, clock.now()),
      onProblem: (error) => log.error({ err: error }, 'the columns could not be read; the full-text index answers'),
    },
    onChange: () => events.publish({ type: 'jobs.changed' }),
  })
  const suggest = createSuggestService({ database, clock, log, jobs })
  const related = createRelatedService({ database, clock, onChange: jobsChanged })
  const searches = createSearchesService({
    database,
    clock,
    log,
    jobs,
    isLeader: tasks.isLeader,
    isRunActive: discovery.isRunActive,
    onChange: () => events.publish({ type: 'searches.changed' }),
  })
  const reading = createReadingService({ database, clock, parts, tasks, onChange: jobsChanged })
  const dedup = createDedupService({ database, links, tasks, sourceName, onChange: jobsChanged })
  const sponsors = createSponsorsService({
    database,
    log,
    tasks,
    parts: sponsorParts,
    isRefreshOn: () => settings.get().isSponsorRefreshOn,
    baseUrl: (register) => baseUrlOverride(registerHostId(register)),
    onChange: () => events.publish({ type: 'settings.changed' }),
  })
  const rates = createRatesService({
    database,
    tasks,
    parts: ratesParts,
    isRefreshOn: () => settings.get().isRateRefreshOn,
    baseUrl: () => baseUrlOverride(RATES_HOST_ID),
  })
  const permits = createPermitsService({
    clock,
    situation: () => settings.get().permitSituation,
    rates: parts.rates,
    factsOf: parts.jobs.readFacts,
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
  const router = createRouter({
    log,
    events,
    jobs,
    related,
    suggest,
    profile,
    recommendations,
    experiments,
    dedup,
    permits,
    rates,
    reading,
    searches,
    discovery,
    coverage,
    intake,
    employers,
    sponsors,
    schedule: scheduler,
    settings,
    secrets,
    health,
  })

  /** Another process wrote something: everybody asks again. */
  const publishEverything = () => {
    for (const run of runs.newest(RUNS_TOLD)) events.publish({ type: 'run.changed', run })
    events.publish({ type: 'jobs.changed' })
    events.publish({ type: 'searches.changed' })
    events.publish({ type: 'settings.changed' })
  }
  let watch: { stop: () => void } | null = null
  let isScheduling = false
  let isStopped = false
  return {
    router,
    events,
    /** The contract without a wire, for the command line and tests. */
    client: createRouterClient(router),
    /** Without the schedule for a process that ends with what it was asked for. */
    start: ({ withSchedule = true }: { withSchedule?: boolean } = {}) => {
      isScheduling = withSchedule
      if (withSchedule) {
        jobs.columns()
        suggest.prepare()
        reading.start({ isAll: false })
      }
      tasks.start()
      watch ??= watchOtherWriters(database, { clock, log, onChange: publishEverything })
    },
    stop: async () => {
      if (isStopped) return
      isStopped = true
      watch?.stop()
      await searches.stop()
      await tasks.stop()
      await boards.stop()
      await browser.close()
      http.close()
      database.close()
    },
  }
}

function checkSchedule({ scheduleCron, scheduleZone }: Partial<Settings>): SettingIssue[] {
  const cron = scheduleCron === undefined ? null : cronProblem(scheduleCron)
  const zone = scheduleZone === undefined ? null : zoneProblem(scheduleZone)
  return [
    ...(cron === null ? [] : [{ key: 'scheduleCron', message: cron } as const]),
    ...(zone === null ? [] : [{ key: 'scheduleZone', message: zone } as const]),
  ]
}

export type Core = ReturnType<typeof createCore>

function originOf(url: string | null): string | null {
  return url === null ? null : new URL(url).origin
}

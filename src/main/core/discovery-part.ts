import { hostname } from 'node:os'
import { ADDED_SOURCE } from '#shared/intake.ts'
import { createBoardOutcomes } from '../domains/jobs/employers/board-outcomes.ts'
import { createEmployersService } from '../domains/jobs/employers/employers.service.ts'
import { createPageReader } from '../domains/jobs/employers/page-reader.ts'
import { createBoardReader } from '../domains/jobs/employers/read-board.ts'
import { createBoardPosting } from '../domains/jobs/intake/board-posting.ts'
import { createIntakeService } from '../domains/jobs/intake/intake.service.ts'
import { createDiscoverTask } from '../domains/jobs/runs/discover.task.ts'
import { createDiscoveryService } from '../domains/jobs/runs/discovery.service.ts'
import { createRunsRepo, type RunsRepo } from '../domains/jobs/runs/runs.repo.ts'
import type { SourceAccess } from '../domains/jobs/runs/source-access.ts'
import { cadenceHoursOf } from '../domains/jobs/runs/source-view.ts'
import { testKey } from '../domains/jobs/runs/test-key.ts'
import { findSource, sources } from '../domains/jobs/sources/registry.ts'
import type { SourceManifest } from '../domains/jobs/sources/source.ts'
import { AI_KEYS } from '../infra/ai/models.ts'
import { CHANNEL_KEYS } from '../domains/notifications/channels/channel-keys.ts'
import { createSchedulerService } from '../domains/scheduler/scheduler.service.ts'
import { secretDefinitions } from '../domains/settings/secret-definitions.ts'
import { createSecretsService } from '../domains/settings/secrets.service.ts'
import { createBrowserReader } from '../infra/browser/browser-reader.ts'
import { usedOf } from '../infra/http/quota.ts'
import type { Ground } from './ground.ts'
import type { Part } from './part.ts'
import type { Storing } from './storing.ts'

export interface DiscoveryNeeds extends Pick<Storing, 'store'> {
  /** The test of the channel that uses a key; null when none does. */
  readonly testChannelKey: (name: string) => Promise<{ isOk: boolean; message: string }> | null
}

/** How jobs come in: sources with their keys and allowances, employers' boards, runs and their schedule, a job by hand. */
export function createDiscoveryPart(ground: Ground, { store, testChannelKey }: DiscoveryNeeds) {
  const { ports, clock, database, log, events, settings, tasks, http, baseUrlOverride, settingsChanged } = ground
  const { quota, validators } = ground.httpState
  const runs = createRunsRepo(database, ground.sourceName)
  const browser = createBrowserReader({
    clock,
    log,
    quota,
    findBrowser: ports.findBrowser ?? (() => Promise.resolve(null)),
    browserPath: () => settings.get().browserPath,
    ...(ports.resolve === undefined ? {} : { resolve: ports.resolve }),
  })
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
    definitions: secretDefinitions([...sources.map(({ manifest }) => manifest), ...CHANNEL_KEYS, ...AI_KEYS]),
    testKey: (name) => testChannelKey(name) ?? testKey(name, { sources, testSource: (id) => discovery.testSource(id) }),
    onChange: settingsChanged,
  })
  const trustedOrigin = () => originOf(baseUrlOverride(ADDED_SOURCE))
  const employers = createEmployersService({
    database,
    clock,
    readBoard: createBoardReader({ access, findSource: (kind) => findSource(kind) ?? null }),
    readPage: createPageReader(http, trustedOrigin),
    onChange: settingsChanged,
  })
  const boards = createBoardOutcomes({ employers, clock, log })
  const publishRun = (runId: string) => {
    const run = runs.get(runId)
    if (run === null) return
    events.publish({ type: 'run.changed', run })
    ground.jobsChanged()
  }
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
    profileSeed: `${hostname()} ${ports.profileDir}`,
    onChange: settingsChanged,
  })
  const intake = createIntakeService({
    clock,
    http,
    store,
    readBoardPosting: createBoardPosting({ access, findSource: (id) => findSource(id) ?? null }),
    trustedOrigin,
    findJob: store.jobOf,
    onChange: ground.jobsChanged,
  })
  const services = { secrets, employers, discovery, schedule: scheduler, intake }
  return {
    services,
    runs,
    handlers: [discover],
    tick: (now) => scheduler.tick(now),
    listen: (event) => {
      if (event.type === 'settings.changed') scheduler.settingsChanged()
    },
    close: async () => {
      await boards.stop()
      await browser.close()
    },
  } satisfies Part<typeof services> & { runs: RunsRepo }
}

function originOf(url: string | null): string | null {
  return url === null ? null : new URL(url).origin
}

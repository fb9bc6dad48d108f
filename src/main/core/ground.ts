import { join } from 'node:path'
import type { SourceId } from '#shared/ids.ts'
import { ADDED_SOURCE } from '#shared/intake.ts'
import type { Settings } from '#shared/settings.ts'
import { findSource, sources } from '../domains/jobs/sources/registry.ts'
import { createSettingsService, type SettingIssue, type SettingsService } from '../domains/settings/settings.service.ts'
import type { Database } from '../infra/db/driver.ts'
import { createHttpState } from '../infra/db/http-state.ts'
import { openDatabase } from '../infra/db/open.ts'
import { createEventBus, type EventBus } from '../infra/events.ts'
import { createHttpClient } from '../infra/http/client.ts'
import type { HttpClient } from '../infra/http/http.ts'
import type { Log } from '../infra/log/log.ts'
import type { TaskHandler, TaskRunner } from '../infra/tasks/task.ts'
import { createTaskRunner } from '../infra/tasks/task-runner.ts'
import { cronProblem, zoneProblem } from '../infra/time/cron-line.ts'
import type { Clock } from '../infra/time/clock.ts'
import { machineZone } from '#shared/local-time.ts'
import type { Ports } from '../ports.ts'

/** What every part of the core stands on. */
export interface Ground {
  readonly ports: Ports
  readonly clock: Clock
  readonly log: Log
  readonly database: Database
  readonly events: EventBus
  readonly settings: SettingsService
  readonly tasks: TaskRunner
  readonly http: HttpClient
  readonly httpState: ReturnType<typeof createHttpState>
  readonly sourceName: (id: SourceId) => string
  /** Where a source or another host is asked instead of at its own address; null: nowhere else. */
  readonly baseUrlOverride: (id: SourceId) => string | null
  /** Tells everybody that jobs, or what is said of them, are others now. */
  readonly jobsChanged: () => void
  /** The same of settings, the profile, sources, employers, registers. */
  readonly settingsChanged: () => void
  /** The same of applications and what belongs to them. */
  readonly applicationsChanged: () => void
  /** The IANA zone in which the user's days begin and end. */
  readonly zone: () => string
}

/** What the core does for its parts, asked for once they exist. */
export interface Above {
  readonly handlers: () => readonly TaskHandler[]
  readonly onLeaderTick: (now: number) => void
  readonly onFollowerTick: (now: number) => void
}

/** Opens the database of the profile (throws DatabaseOpenError), and makes what all parts share. */
export function createGround(ports: Ports, { handlers, onLeaderTick, onFollowerTick }: Above): Ground {
  const { clock, log, profileDir, version } = ports
  const database = openDatabase({ path: join(profileDir, 'career-copilot.db'), now: clock.now() })
  const events = createEventBus()
  const settingsChanged = () => events.publish({ type: 'settings.changed' })
  const settings = createSettingsService({
    database,
    clock,
    log,
    knownSources: sources.map((source) => source.manifest.id),
    check: checkSchedule,
    onChange: settingsChanged,
  })
  const httpState = createHttpState(database, clock)
  const http = createHttpClient({
    clock,
    log,
    quota: httpState.quota,
    userAgent: `CareerCopilot/${version} (personal job search; one user; local app)`,
    ...(ports.resolve === undefined ? {} : { resolve: ports.resolve }),
  })
  return {
    ports,
    clock,
    log,
    database,
    events,
    settings,
    tasks: createTaskRunner({ database, clock, log, handlers, onLeaderTick, onFollowerTick }),
    http,
    httpState,
    sourceName: (id) => findSource(id)?.manifest.name ?? (id === ADDED_SOURCE ? 'Added by you' : id),
    baseUrlOverride: (id) => ports.baseUrls[id] ?? settings.get().sourceBaseUrls[id] ?? null,
    jobsChanged: () => events.publish({ type: 'jobs.changed' }),
    settingsChanged,
    applicationsChanged: () => events.publish({ type: 'applications.changed' }),
    zone: () => settings.get().timeZone ?? machineZone(),
  }
}

function checkSchedule({ scheduleCron, scheduleZone, timeZone }: Partial<Settings>): SettingIssue[] {
  const cron = scheduleCron === undefined ? null : cronProblem(scheduleCron)
  const zone = scheduleZone === undefined ? null : zoneProblem(scheduleZone)
  const ownZone = timeZone === undefined || timeZone === null ? null : zoneProblem(timeZone)
  return [
    ...(ownZone === null ? [] : [{ key: 'timeZone', message: ownZone } as const]),
    ...(cron === null ? [] : [{ key: 'scheduleCron', message: cron } as const]),
    ...(zone === null ? [] : [{ key: 'scheduleZone', message: zone } as const]),
  ]
}

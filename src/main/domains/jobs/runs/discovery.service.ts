import { randomUUID } from 'node:crypto'
import type { Run, Source as SourceView, SourceRunState, SourceTest } from '#shared/discovery.ts'
import { AppError } from '#shared/errors.ts'
import { type RunId, runIdSchema, type SourceId } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { Log } from '../../../infra/log/log.ts'
import type { TaskRunner } from '../../../infra/tasks/task.ts'
import type { Source } from '../sources/source.ts'
import { DISCOVER_TASK, type DiscoverPayload, runIdOf } from './discover.task.ts'
import type { RunsRepo } from './runs.repo.ts'
import type { SourceAccess } from './source-access.ts'
import { cadenceHoursOf, viewOf } from './source-view.ts'
import { testSource } from './test-source.ts'

const HOUR_MS = 3_600_000
/** One run at a time: the key is the same for every run. */
const RUN_KEY = DISCOVER_TASK
const FAILED: ReadonlySet<SourceRunState> = new Set(['blocked', 'error', 'quota'])

export interface DiscoveryDeps {
  readonly database: Database
  readonly log: Log
  readonly access: SourceAccess
  readonly runs: RunsRepo
  readonly tasks: TaskRunner
  readonly sources: readonly Source[]
  /** Base addresses given to this process; they go with every run it asks for. */
  readonly baseUrls: Readonly<Record<string, string>>
}

export interface DiscoveryService {
  readonly sources: () => SourceView[]
  /** Fetches one page and stores nothing. Throws NOT_FOUND. */
  readonly testSource: (id: SourceId) => Promise<SourceTest>
  /** Throws NOT_FOUND for an unknown source, NO_SOURCES, RUN_ACTIVE. */
  readonly start: (request: { sourceIds: readonly SourceId[]; trigger: Run['trigger'] }) => Run
  /** The run of a slot of the schedule: all sources that are switched on but those that are read by hand only. Those that were read too
   *  recently are listed as not due. Null when there is nothing to read, or the slot had its run.
   *  Throws RUN_ACTIVE. May be called inside a transaction. */
  readonly startScheduled: (slotAt: number) => Run | null
  /** Throws NOT_FOUND, RUN_ACTIVE, and NO_SOURCES when nothing of the run failed. */
  readonly retryFailed: (id: RunId) => Run
  readonly isRunActive: () => boolean
  readonly cancel: (id: RunId) => Run
  readonly run: (id: RunId) => Run
  readonly runs: (limit: number) => Run[]
}

export function createDiscoveryService(deps: DiscoveryDeps): DiscoveryService {
  const { runs, tasks, access } = deps
  const { clock } = access

  function find(id: SourceId): Source {
    const source = deps.sources.find((candidate) => candidate.manifest.id === id)
    if (source === undefined) throw new AppError('NOT_FOUND', { entity: 'source', id })
    return source
  }

  function existing(id: RunId): Run {
    const run = runs.get(id)
    if (run === null) throw new AppError('NOT_FOUND', { entity: 'run', id })
    return run
  }

  function activeRunId(): string {
    const task = tasks.findActive(RUN_KEY)
    return task === null ? '' : runIdOf(task.payload)
  }

  function begin(chosen: readonly Source[], how: { trigger: Run['trigger']; slotAt: number | null }): RunId {
    const runId = runIdSchema.parse(randomUUID())
    const sourceIds = [...new Set(chosen.map((source) => source.manifest.id))]
    deps.database.write(() => {
      const payload: DiscoverPayload = { runId, baseUrls: { ...deps.baseUrls } }
      const { id: taskId, isNew } = tasks.enqueue({ kind: DISCOVER_TASK, key: RUN_KEY, payload })
      if (!isNew) throw new AppError('RUN_ACTIVE', { runId: activeRunId() })
      runs.create({ id: runId, taskId, ...how, sourceIds, now: clock.now() })
    })
    return runId
  }

  /** When a source that was read too recently is due again; null when it is due. */
  function dueAt({ manifest }: Source): number | null {
    if (access.isDue(manifest)) return null
    const hours = cadenceHoursOf(manifest, access.settings()) ?? 0
    return (runs.lastStartOf(manifest.id) ?? clock.now()) + hours * HOUR_MS
  }

  function switchedOn(): Source[] {
    const enabled = new Set(access.settings().enabledSources)
    return deps.sources.filter((source) => enabled.has(source.manifest.id))
  }

  return {
    sources: () => deps.sources.map((source) => viewOf(source, deps)),
    testSource: (id) => testSource(find(id), deps),
    start: ({ sourceIds, trigger }) => {
      const chosen = sourceIds.length > 0 ? sourceIds.map(find) : switchedOn()
      if (chosen.length === 0) throw new AppError('NO_SOURCES', { requested: [...sourceIds] })
      return existing(begin(chosen, { trigger, slotAt: null }))
    },
    startScheduled: (slotAt) => {
      const chosen = switchedOn().filter(({ manifest }) => manifest.isManualOnly !== true)
      if (chosen.length === 0 || runs.hasSlot(slotAt)) return null
      return deps.database.write(() => {
        const runId = begin(chosen, { trigger: 'schedule', slotAt })
        for (const source of chosen) {
          const nextTryAt = dueAt(source)
          if (nextTryAt === null) continue
          const why = { state: 'skipped', problem: 'not_due', message: null, nextTryAt } as const
          runs.finishSource(runId, { ...why, sourceId: source.manifest.id, now: clock.now() })
        }
        return existing(runId)
      })
    },
    retryFailed: (id) => {
      const failed = existing(id).sources.filter((source) => FAILED.has(source.state))
      const chosen = failed.flatMap(
        ({ sourceId }) => deps.sources.find(({ manifest }) => manifest.id === sourceId) ?? [],
      )
      if (chosen.length === 0) throw new AppError('NO_SOURCES', { requested: [] })
      return existing(begin(chosen, { trigger: 'retry', slotAt: null }))
    },
    isRunActive: () => tasks.findActive(RUN_KEY) !== null,
    cancel: (id) => {
      const run = existing(id)
      if (run.finishedAt === null) tasks.cancel(run.taskId)
      return existing(id)
    },
    run: existing,
    runs: (limit) => runs.newest(limit),
  }
}

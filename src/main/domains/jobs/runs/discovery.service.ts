import { randomUUID } from 'node:crypto'
import type { Run, Source as SourceView, SourceTest } from '#shared/discovery.ts'
import { AppError } from '#shared/errors.ts'
import { type RunId, runIdSchema, type SourceId } from '#shared/ids.ts'
import type { Settings } from '#shared/settings.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { HttpClient } from '../../../infra/http/http.ts'
import type { Log } from '../../../infra/log/log.ts'
import type { TaskRunner } from '../../../infra/tasks/task.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import type { Source, SourcePage } from '../sources/source.ts'
import { DISCOVER_TASK, type DiscoverPayload, runIdOf } from './discover.task.ts'
import { outcomeOfError } from './run-outcome.ts'
import type { RunsRepo } from './runs.repo.ts'
import { searchPlanOf } from './search-plan.ts'
import { openSourceSession } from './source-session.ts'

/** Longer than one request may take, so that the request's own reason is told where there is one. */
const TEST_TIMEOUT_MS = 45_000
/** One run at a time: the key is the same for every run. */
const RUN_KEY = DISCOVER_TASK

export interface DiscoveryDeps {
  readonly database: Database
  readonly log: Log
  readonly clock: Clock
  readonly http: HttpClient
  readonly runs: RunsRepo
  readonly tasks: TaskRunner
  readonly settings: () => Settings
  readonly sources: readonly Source[]
  readonly baseUrlOverride: (id: SourceId) => string | null
  /** Base addresses given to this process; they go with every run it asks for. */
  readonly baseUrls: Readonly<Record<string, string>>
}

export interface DiscoveryService {
  readonly sources: () => SourceView[]
  /** Fetches one page and stores nothing. Throws NOT_FOUND. */
  readonly testSource: (id: SourceId) => Promise<SourceTest>
  /** Throws NOT_FOUND for an unknown source, NO_SOURCES, RUN_ACTIVE. */
  readonly start: (request: { sourceIds: readonly SourceId[]; trigger: Run['trigger'] }) => Run
  readonly cancel: (id: RunId) => Run
  readonly run: (id: RunId) => Run
  readonly runs: (limit: number) => Run[]
}

export function createDiscoveryService(deps: DiscoveryDeps): DiscoveryService {
  const { runs, tasks, clock } = deps

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

  return {
    sources: () => {
      const settings = deps.settings()
      return deps.sources.map((source) => view(source, { settings, deps }))
    },
    testSource: (id) => testSource(find(id), deps),
    start: ({ sourceIds, trigger }) => {
      const chosen = sourceIds.length > 0 ? sourceIds.map(find) : switchedOn(deps)
      if (chosen.length === 0) throw new AppError('NO_SOURCES', { requested: [...sourceIds] })
      const runId = runIdSchema.parse(randomUUID())
      const ids = [...new Set(chosen.map((source) => source.manifest.id))]
      deps.database.write(() => {
        const payload: DiscoverPayload = { runId, baseUrls: { ...deps.baseUrls } }
        const { id: taskId, isNew } = tasks.enqueue({ kind: DISCOVER_TASK, key: RUN_KEY, payload })
        if (!isNew) throw new AppError('RUN_ACTIVE', { runId: activeRunId(deps) })
        runs.create({ id: runId, taskId, trigger, sourceIds: ids, now: clock.now() })
      })
      return existing(runId)
    },
    cancel: (id) => {
      const run = existing(id)
      if (run.finishedAt === null) tasks.cancel(run.taskId)
      return existing(id)
    },
    run: existing,
    runs: (limit) => runs.newest(limit),
  }
}

function activeRunId(deps: DiscoveryDeps): string {
  const task = deps.tasks.findActive(RUN_KEY)
  return task === null ? '' : runIdOf(task.payload)
}

function switchedOn(deps: DiscoveryDeps): Source[] {
  const enabled = new Set(deps.settings().enabledSources)
  return deps.sources.filter((source) => enabled.has(source.manifest.id))
}

function view(source: Source, options: { settings: Settings; deps: DiscoveryDeps }): SourceView {
  const { manifest } = source
  const { settings, deps } = options
  return {
    id: manifest.id,
    name: manifest.name,
    summary: manifest.summary,
    coverage: manifest.coverage,
    homepage: manifest.homepage,
    terms: manifest.terms,
    isOffline: manifest.isOffline,
    needsKey: manifest.needsKey,
    configuration: manifest.configuration,
    baseUrl: deps.baseUrlOverride(manifest.id) ?? manifest.baseUrl,
    isEnabled: settings.enabledSources.includes(manifest.id),
    isConfigured: source.isConfigured(searchPlanOf(settings)),
    lastRun: deps.runs.lastOfSource(manifest.id),
    lastSuccessAt: deps.runs.lastSuccessAt(manifest.id),
  }
}

async function testSource(source: Source, deps: DiscoveryDeps): Promise<SourceTest> {
  const startedAt = deps.clock.now()
  const plan = searchPlanOf(deps.settings())
  const end = (result: Omit<SourceTest, 'tookMs'>): SourceTest => ({ ...result, tookMs: deps.clock.now() - startedAt })
  if (!source.isConfigured(plan)) {
    const message = 'Tell it first what to read.'
    return end({ state: 'skipped', found: 0, problem: 'not_configured', message })
  }
  const budget = AbortSignal.timeout(TEST_TIMEOUT_MS)
  const session = openSourceSession({
    source,
    http: deps.http,
    plan,
    baseUrlOverride: deps.baseUrlOverride(source.manifest.id),
    // Nothing is stored, so nothing may be remembered as seen.
    validators: { read: () => null, write: () => undefined },
    signal: budget,
    now: startedAt,
  })
  try {
    return end(judge(await source.fetchPage(session.context, null)))
  } catch (error) {
    if (budget.aborted) {
      const message = `No answer within ${TEST_TIMEOUT_MS / 1000} s; a run may be asking the same host right now.`
      return end({ state: 'error', found: 0, problem: 'timeout', message })
    }
    const outcome = outcomeOfError(error, 'Unexpected failure; the log has the details.')
    if (outcome.problem === 'internal')
      deps.log.error({ sourceId: source.manifest.id, err: error }, 'a source test failed')
    return end({ state: outcome.state, found: 0, problem: outcome.problem, message: outcome.message ?? '' })
  }
}

function judge(page: SourcePage): Omit<SourceTest, 'tookMs'> {
  const found = page.items.filter((item) => item.ok).length
  if (page.problem !== null) return { state: 'error', found, problem: page.problem.code, message: page.problem.message }
  const message =
    found > 0 ? `Answers; ${found} postings on the first page.` : 'Answers, but has no postings for you now.'
  return { state: found > 0 ? 'ok' : 'empty', found, problem: null, message }
}

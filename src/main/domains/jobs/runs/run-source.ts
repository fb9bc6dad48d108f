import type { RunId, SourceId } from '#shared/ids.ts'
import type { Settings } from '#shared/settings.ts'
import type { HttpClient } from '../../../infra/http/http.ts'
import type { Log } from '../../../infra/log/log.ts'
import { TaskCancelled, type TaskContext, TaskInterrupted } from '../../../infra/tasks/task.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import type { JobStore } from '../pipeline/job-store.ts'
import type { Source } from '../sources/source.ts'
import type { Allowance } from './allowance.ts'
import { outcomeOfError } from './run-outcome.ts'
import type { RunsRepo, SourceOutcome } from './runs.repo.ts'
import { searchPlanOf } from './search-plan.ts'
import { openSourceSession, type ValidatorStore } from './source-session.ts'

export interface DiscoverDeps {
  readonly clock: Clock
  readonly log: Log
  readonly http: HttpClient
  readonly runs: RunsRepo
  readonly store: JobStore
  readonly validators: ValidatorStore
  readonly settings: () => Settings
  readonly findSource: (id: SourceId) => Source | null
  readonly baseUrlOverride: (id: SourceId) => string | null
  /** One write transaction. */
  readonly write: (work: () => void) => void
  /** Called after each commit that changed the run. */
  readonly onRunChanged: (runId: RunId) => void
}

export interface RunPart {
  readonly deps: DiscoverDeps
  readonly runId: RunId
  readonly baseUrls: Readonly<Record<string, string>>
  readonly settings: Settings
  readonly allowance: Allowance
  readonly context: TaskContext
  /** Writes as long as this process leads, and tells everybody. */
  readonly write: (work: () => void) => void
}

class SourceOutOfTime extends Error {
  override readonly name = 'SourceOutOfTime'
}

/** One source of a run within its time. Rejects only when the whole task is cancelled or interrupted. */
export async function runSource(part: RunPart, sourceId: SourceId): Promise<void> {
  const { deps, runId, allowance, context, settings } = part
  const { runs, clock, log } = deps
  const budget = new AbortController()
  const done = new AbortController()
  const signal = AbortSignal.any([context.signal, budget.signal])
  void clock.sleep(settings.sourceTimeoutMs, done.signal).then(
    () => budget.abort(new SourceOutOfTime()),
    () => undefined,
  )
  const end = (outcome: SourceOutcome) => {
    part.write(() => runs.finishSource(runId, { ...outcome, sourceId, now: clock.now() }))
    allowance.finish(sourceId)
  }
  try {
    part.write(() => runs.startSource(runId, { sourceId, now: clock.now() }))
    end(await collect(part, { sourceId, signal }))
  } catch (error) {
    if (context.signal.aborted) throw context.signal.reason
    if (error instanceof TaskInterrupted || error instanceof TaskCancelled) throw error
    if (signal.aborted) {
      end(outOfTime(settings.sourceTimeoutMs))
      return
    }
    const logId = `${runId.slice(0, 8)}-${sourceId}`
    log.warn({ runId, sourceId, logId, err: error }, 'a source failed')
    end(outcomeOfError(error, `Unexpected failure; look for ${logId} in the log.`))
  } finally {
    done.abort()
  }
}

async function collect(part: RunPart, at: { sourceId: SourceId; signal: AbortSignal }): Promise<SourceOutcome> {
  const { deps, runId, settings, allowance, context } = part
  const { sourceId, signal } = at
  const source = deps.findSource(sourceId)
  const plan = searchPlanOf(settings)
  if (source === null || !source.isConfigured(plan)) return skipped(source)
  const session = openSourceSession({
    source,
    http: deps.http,
    plan,
    baseUrlOverride: part.baseUrls[sourceId] ?? deps.baseUrlOverride(sourceId),
    validators: deps.validators,
    signal,
    now: deps.clock.now(),
  })
  // Brings the HTML sanitiser along, which takes a fifth of a second to load: not at start-up.
  const { collectSource } = await import('./collect-source.ts')
  try {
    return await collectSource({ source, session, signal, runId, allowance, deps, context })
  } finally {
    deps.runs.addTraffic(runId, { ...session.takeTraffic(), sourceId })
  }
}

function skipped(source: Source | null): SourceOutcome {
  const message =
    source === null ? 'This version has no such source.' : 'Not set up yet: tell it what to read in Settings.'
  return { state: 'skipped', problem: 'not_configured', message, nextTryAt: null }
}

function outOfTime(budgetMs: number): SourceOutcome {
  const message = `Did not finish within ${Math.round(budgetMs / 1000)} s; what had arrived by then is kept.`
  return { state: 'error', problem: 'timeout', message, nextTryAt: null }
}

import { z } from 'zod'
import { type RunId, runIdSchema, type SourceId } from '#shared/ids.ts'
import type { Settings } from '#shared/settings.ts'
import type { HttpClient } from '../../../infra/http/http.ts'
import type { Log } from '../../../infra/log/log.ts'
import { type TaskContext, type TaskHandler, TaskCancelled, TaskInterrupted } from '../../../infra/tasks/task-runner.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import type { JobStore } from '../pipeline/job-store.ts'
import type { Source } from '../sources/source.ts'
import { type Allowance, createAllowance } from './allowance.ts'
import { outcomeOfError, runStateOf } from './run-outcome.ts'
import type { RunsRepo, SourceOutcome } from './runs.repo.ts'
import { searchPlanOf } from './search-plan.ts'
import { openSourceSession, type ValidatorStore } from './source-session.ts'

export const DISCOVER_TASK = 'jobs.discover'
/** `baseUrls` are the addresses that the process which asked for the run was told to use: they go with the run, whoever runs it. */
const payloadSchema = z.object({ runId: runIdSchema, baseUrls: z.record(z.string(), z.string()) })
export type DiscoverPayload = z.infer<typeof payloadSchema>

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
  /** Called after each commit that changed the run. */
  readonly onRunChanged: (runId: RunId) => void
}

const FINAL = new Set(['ok', 'empty', 'blocked', 'error', 'quota', 'skipped', 'cancelled'])

/** A discovery run: all its sources in parallel, each on its own. A source that fails marks only itself. Resumes after a crash
 *  where each source's last stored batch ended. */
export function createDiscoverTask(deps: DiscoverDeps): TaskHandler {
  const { runs, clock } = deps

  function finish(runId: RunId, isCancelled: boolean): void {
    const run = runs.get(runId)
    if (run === null || run.finishedAt !== null) return
    const state = runStateOf(
      run.sources.map((source) => source.state),
      isCancelled,
    )
    runs.finish(runId, { state, now: clock.now() })
    deps.onRunChanged(runId)
  }

  return {
    kind: DISCOVER_TASK,
    maxAttempts: 3,
    recovery: 'resume',
    run: async (payload, context) => {
      const { runId, baseUrls } = payloadSchema.parse(payload)
      const run = runs.get(runId)
      if (run === null) throw new Error(`Run ${runId} is gone`)
      runs.setRunning(runId)
      deps.onRunChanged(runId)
      const open = run.sources.filter((source) => !FINAL.has(source.state))
      const settings = deps.settings()
      const allowance = createAllowance(
        Math.max(settings.maxPostingsPerRun - run.new, 0),
        open.map((source) => source.sourceId),
      )
      const part = { deps, runId, baseUrls, settings, allowance, context }
      const ends = await Promise.allSettled(open.map((source) => runSource(part, source.sourceId)))
      context.signal.throwIfAborted()
      const failure = ends.find((end) => end.status === 'rejected')
      if (failure !== undefined) throw failure.reason
      finish(runId, false)
    },
    onAbandoned: (payload, state) => {
      const { runId } = payloadSchema.parse(payload)
      const message = state === 'cancelled' ? null : 'The run could not be finished; the log says why.'
      runs.endOpenSources(runId, {
        state: state === 'cancelled' ? 'cancelled' : 'error',
        message,
        now: clock.now(),
      })
      finish(runId, state === 'cancelled')
    },
  }
}

interface RunPart {
  readonly deps: DiscoverDeps
  readonly runId: RunId
  readonly baseUrls: DiscoverPayload['baseUrls']
  readonly settings: Settings
  readonly allowance: Allowance
  readonly context: TaskContext
}

class SourceOutOfTime extends Error {
  override readonly name = 'SourceOutOfTime'
}

async function runSource(part: RunPart, sourceId: SourceId): Promise<void> {
  const { deps, runId, allowance, context, settings } = part
  const { runs, clock, log } = deps
  const source = deps.findSource(sourceId)
  const plan = searchPlanOf(settings)
  const budget = new AbortController()
  const done = new AbortController()
  const signal = AbortSignal.any([context.signal, budget.signal])
  void clock.sleep(settings.sourceTimeoutMs, done.signal).then(
    () => budget.abort(new SourceOutOfTime()),
    () => undefined,
  )
  const end = (outcome: SourceOutcome) => {
    runs.finishSource(runId, { ...outcome, sourceId, now: clock.now() })
    allowance.finish(sourceId)
    deps.onRunChanged(runId)
  }
  try {
    runs.startSource(runId, { sourceId, now: clock.now() })
    deps.onRunChanged(runId)
    if (source === null || !source.isConfigured(plan)) {
      end(skipped(source))
      return
    }
    const session = openSourceSession({
      source,
      http: deps.http,
      plan,
      baseUrlOverride: part.baseUrls[sourceId] ?? deps.baseUrlOverride(sourceId),
      validators: deps.validators,
      signal,
      now: clock.now(),
    })
    // Brings the HTML sanitiser along, which takes a fifth of a second to load: not at start-up.
    const { collectSource } = await import('./collect-source.ts')
    try {
      end(await collectSource({ source, session, signal, runId, allowance, deps, assertLeader: context.assertLeader }))
    } finally {
      runs.addTraffic(runId, { ...session.takeTraffic(), sourceId })
    }
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

function skipped(source: Source | null): SourceOutcome {
  const message =
    source === null ? 'This version has no such source.' : 'Not set up yet: tell it what to read in Settings.'
  return { state: 'skipped', problem: 'not_configured', message, nextTryAt: null }
}

function outOfTime(budgetMs: number): SourceOutcome {
  const message = `Did not finish within ${Math.round(budgetMs / 1000)} s; what had arrived by then is kept.`
  return { state: 'error', problem: 'timeout', message, nextTryAt: null }
}

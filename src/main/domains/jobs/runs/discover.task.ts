import { z } from 'zod'
import { type RunId, runIdSchema } from '#shared/ids.ts'
import type { TaskContext, TaskHandler } from '../../../infra/tasks/task.ts'
import { createAllowance } from './allowance.ts'
import { runStateOf } from './run-outcome.ts'
import { type DiscoverDeps, runSource } from './run-source.ts'

export const DISCOVER_TASK = 'jobs.discover'
/** `baseUrls` are the addresses that the process which asked for the run was told to use: they go with the run, whoever runs it. */
const payloadSchema = z.object({ runId: runIdSchema, baseUrls: z.record(z.string(), z.string()) })
export type DiscoverPayload = z.infer<typeof payloadSchema>

const FINAL = new Set(['ok', 'empty', 'blocked', 'error', 'quota', 'skipped', 'cancelled'])

/** Which run a discovery task stands for. */
export function runIdOf(payload: unknown): RunId {
  return payloadSchema.parse(payload).runId
}

/** A discovery run: all its sources in parallel, each on its own. A source that fails marks only itself. Resumes after a crash
 *  where each source's last stored batch ended. */
export function createDiscoverTask(deps: DiscoverDeps): TaskHandler {
  const { runs } = deps
  const { clock } = deps.access

  function finish(runId: RunId, isCancelled: boolean): void {
    const run = runs.get(runId)
    if (run === null || run.finishedAt !== null) return
    const state = runStateOf(
      run.sources.map((source) => source.state),
      isCancelled,
    )
    runs.finish(runId, { state, now: clock.now() })
  }

  return {
    kind: DISCOVER_TASK,
    maxAttempts: 3,
    recovery: 'resume',
    run: (payload, context) => discover(payloadSchema.parse(payload), { deps, context, finish }),
    onAbandoned: (payload, state) => {
      const runId = runIdOf(payload)
      const isCancelled = state === 'cancelled'
      const message = isCancelled ? null : 'The run could not be finished; the log says why.'
      runs.endOpenSources(runId, { state: isCancelled ? 'cancelled' : 'error', message, now: clock.now() })
      finish(runId, isCancelled)
      return () => deps.onRunChanged(runId)
    },
  }
}

interface DiscoverParts {
  readonly deps: DiscoverDeps
  readonly context: TaskContext
  readonly finish: (runId: RunId, isCancelled: boolean) => void
}

async function discover(payload: DiscoverPayload, parts: DiscoverParts): Promise<void> {
  const { deps, context } = parts
  const { runId, baseUrls } = payload
  const run = deps.runs.get(runId)
  if (run === null) throw new Error(`Run ${runId} is gone`)
  // Killed between the end of the run and the end of its task: there is nothing left to do.
  if (run.finishedAt !== null) return
  const write = (work: () => void) => {
    deps.write(() => {
      context.assertLeader()
      work()
    })
    deps.onRunChanged(runId)
  }
  write(() => deps.runs.setRunning(runId))
  const open = run.sources.filter((source) => !FINAL.has(source.state)).map((source) => source.sourceId)
  const settings = deps.access.settings()
  const allowance = createAllowance(Math.max(settings.maxPostingsPerRun - run.new, 0), open)
  const { startedAt: runStartedAt, slotAt } = run
  const isScheduled = slotAt !== null
  const part = { deps, runId, runStartedAt, isScheduled, baseUrls, settings, allowance, context, write }
  const ends = await Promise.allSettled(open.map((sourceId) => runSource(part, sourceId)))
  context.signal.throwIfAborted()
  const failure = ends.find((end) => end.status === 'rejected')
  if (failure !== undefined) throw failure.reason
  write(() => parts.finish(runId, false))
}

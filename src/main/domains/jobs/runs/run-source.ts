import type { RunId, SourceId } from '#shared/ids.ts'
import type { Settings } from '#shared/settings.ts'
import type { Log } from '../../../infra/log/log.ts'
import { TaskCancelled, type TaskContext, TaskInterrupted } from '../../../infra/tasks/task.ts'
import type { JobStore } from '../pipeline/job-store.ts'
import type { Source } from '../sources/source.ts'
import type { Allowance } from './allowance.ts'
import type { CollectOptions } from './collect-source.ts'
import { outcomeOfError, withDrift } from './run-outcome.ts'
import type { RunsRepo, SourceOutcome } from './runs.repo.ts'
import { planKeyOf } from './search-plan.ts'
import { openSession, situationOf, type SourceAccess, usesKey } from './source-access.ts'
import type { ValidatorStore } from './source-session.ts'

export interface DiscoverDeps {
  readonly access: SourceAccess
  readonly log: Log
  readonly runs: RunsRepo
  readonly store: JobStore
  readonly validators: ValidatorStore
  readonly findSource: (id: SourceId) => Source | null
  readonly recordBoard: CollectOptions['deps']['recordBoard']
  readonly wasEmpty: CollectOptions['deps']['wasEmpty']
  /** One write transaction. */
  readonly write: (work: () => void) => void
  /** Called after each commit that changed the run. */
  readonly onRunChanged: (runId: RunId) => void
}

export interface RunPart {
  readonly deps: DiscoverDeps
  readonly runId: RunId
  readonly runStartedAt: number
  readonly isScheduled: boolean
  readonly baseUrls: Readonly<Record<string, string>>
  readonly settings: Settings
  readonly allowance: Allowance
  readonly context: TaskContext
  readonly write: (work: () => void) => void
}

/** The time that a run gives to one source is over. */
class SourceOutOfTime extends Error {
  override readonly name = 'SourceOutOfTime'
}

/** One source of a run within its time. Rejects only when the whole task is cancelled or interrupted. */
export async function runSource(part: RunPart, sourceId: SourceId): Promise<void> {
  const { deps, runId, allowance, context, settings } = part
  const { runs, access } = deps
  const { clock } = access
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
  const source = deps.findSource(sourceId)
  try {
    part.write(() => runs.startSource(runId, { sourceId, now: clock.now() }))
    end(source === null ? UNKNOWN : await collect(part, { source, signal }))
  } catch (error) {
    if (context.signal.aborted) throw context.signal.reason
    if (error instanceof TaskInterrupted || error instanceof TaskCancelled) throw error
    end(signal.aborted ? outOfTime(settings.sourceTimeoutMs) : failed(part, { source, sourceId, error }))
  } finally {
    done.abort()
  }
}

async function collect(part: RunPart, at: { source: Source; signal: AbortSignal }): Promise<SourceOutcome> {
  const { deps, runId, runStartedAt, allowance, context } = part
  const { source, signal } = at
  const { access, runs, store } = deps
  const sourceId = source.manifest.id
  const { plan, obstacle } = situationOf(source, access)
  if (obstacle !== null) return { state: 'skipped', ...obstacle, nextTryAt: null }
  const requests = requestsOf(part, source)
  // One that was interrupted has its own end to tell, whatever it has used.
  const isBegun = runs.checkpoint(runId, sourceId) !== null
  if (requests !== null && requests.left <= 0 && !isBegun) return requests.outcome
  const planKey = planKeyOf(source.manifest, plan)
  const session = await openSession(source, access, {
    plan,
    signal,
    validators: deps.validators,
    isStored: (id) => store.isStored(sourceId, id),
    since: runs.lastWholeReadingAt(sourceId, planKey),
    turn: runs.readings(sourceId),
    plannedRequests: requests === null ? null : requests.left,
    baseUrl: part.baseUrls[sourceId],
  })
  // Brings the HTML sanitiser along, which takes a fifth of a second to load: not at start-up.
  const { collectSource } = await import('./collect-source.ts')
  const mayStopEarly = runs.wasLastWhole(sourceId, planKey)
  try {
    const outcome = await collectSource({
      source,
      session,
      signal,
      runId,
      runStartedAt,
      planKey,
      mayStopEarly,
      allowance,
      deps,
      context,
    })
    return withDrift(outcome, runs.earlierFound(sourceId, planKey))
  } finally {
    runs.addTraffic(runId, { ...session.takeTraffic(), sourceId })
  }
}

interface Requests {
  readonly left: number
  /** How the source ends when none are left. */
  readonly outcome: SourceOutcome
}

/** The requests that a source with an allowance may still make in this run; null for one without. Decided once a run and kept, so
 *  that a resumed run does not begin anew. */
function requestsOf({ deps, runId, isScheduled, write }: RunPart, source: Source): Requests | null {
  const { runs, access } = deps
  const { manifest } = source
  const planned = access.planRequests(manifest, isScheduled ? 'scheduled' : 'manual')
  if (planned === null) return null
  const { plan, nextAt } = planned
  const kept = runs.requestsOf(runId, manifest.id)
  const given = kept.planned ?? plan.perRun
  if (kept.planned === null) write(() => runs.planRequests(runId, { sourceId: manifest.id, requests: given }))
  const isUsedUp = plan.used >= plan.limit
  const message = isUsedUp
    ? `Its ${plan.limit} requests a ${plan.per} are used up.`
    : `Its allowance (${plan.limit} a ${plan.per}) has none for this run; ${plan.limit - plan.used} are left for the runs to come.`
  return {
    left: given - kept.made,
    outcome: { state: 'quota', problem: 'quota_used', message, nextTryAt: nextAt ?? plan.resetsAt },
  }
}

const UNKNOWN: SourceOutcome = {
  state: 'skipped',
  problem: 'not_configured',
  message: 'This version has no such source.',
  nextTryAt: null,
}

function failed(part: RunPart, at: { source: Source | null; sourceId: SourceId; error: unknown }): SourceOutcome {
  const { deps, runId } = part
  const { source, sourceId, error } = at
  const logId = `${runId.slice(0, 8)}-${sourceId}`
  deps.log.warn({ runId, sourceId, logId, err: error }, 'a source failed')
  const internalMessage = `Unexpected failure; look for ${logId} in the log.`
  if (source === null) return { state: 'error', problem: 'internal', message: internalMessage, nextTryAt: null }
  const { manifest } = source
  return outcomeOfError(error, { manifest, usesKey: usesKey(source, deps.access), internalMessage })
}

function outOfTime(budgetMs: number): SourceOutcome {
  const message = `Did not finish within ${Math.round(budgetMs / 1000)} s; what had arrived by then is kept.`
  return { state: 'error', problem: 'timeout', message, nextTryAt: null }
}

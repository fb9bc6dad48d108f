import type { RunState, SourceProblem, SourceRunState } from '#shared/discovery.ts'
import { HttpProblem, type HttpProblemCode } from '../../../infra/http/http.ts'
import { SecretStoreError } from '../../../infra/secrets/secret-store.ts'
import type { SourceManifest } from '../sources/source.ts'
import type { SourceCounts, SourceOutcome } from './runs.repo.ts'

/** What a failed request makes of its source: refused us, ran out of allowance, or broke. */
const STATE_OF_PROBLEM: Record<Exclude<HttpProblemCode, 'cancelled'>, SourceRunState> = {
  rate_limited: 'blocked',
  unauthorised: 'blocked',
  key_refused: 'blocked',
  challenge: 'blocked',
  quota_used: 'quota',
  browser_missing: 'skipped',
  timeout: 'error',
  server_error: 'error',
  not_found: 'error',
  redirect: 'error',
  too_large: 'error',
  unreadable: 'error',
  network: 'error',
  address_refused: 'error',
  breaker_open: 'error',
}

/** The outcome of a source whose run ended by an error. `internalMessage` is for what nobody expected. Pure. */
export function outcomeOfError(
  error: unknown,
  about: { readonly manifest: SourceManifest; readonly usesKey: boolean; readonly internalMessage: string },
): SourceOutcome {
  if (error instanceof SecretStoreError) {
    return { state: 'error', problem: 'key_missing', message: error.message, nextTryAt: null }
  }
  if (!(error instanceof HttpProblem) || error.code === 'cancelled') {
    return { state: 'error', problem: 'internal', message: about.internalMessage, nextTryAt: null }
  }
  if (error.code === 'unauthorised' && about.usesKey) {
    const message = `${about.manifest.name} refused the key${error.status === null ? '' : ` (status ${error.status})`}.`
    return { state: 'blocked', problem: 'key_refused', message, nextTryAt: error.retryAt }
  }
  return {
    state: STATE_OF_PROBLEM[error.code],
    problem: error.code,
    message: error.message,
    nextTryAt: error.retryAt,
  }
}

export interface FinishedPages {
  readonly counts: Pick<SourceCounts, 'found' | 'rejected' | 'reasons'>
  readonly pages: number
  readonly unchangedPages: number
  readonly problems: readonly { readonly code: SourceProblem; readonly message: string }[]
  /** Why it stopped before its end: the new postings of the run, or its requests, were used up, or nothing of its last pages could be
   *  read. */
  readonly stoppedBy: 'allowance' | 'plan' | 'form' | null
}

/** Why an item could not be read, whatever it was. */
export const MALFORMED: readonly string[] = ['bad_shape', 'no_title', 'no_url']
/** So many broken items and no good one are no accident. */
const MALFORMED_MIN = 5
const PROBLEMS_TOLD = 5

/** The outcome of a source that came to its end. Parts that failed are told even when the rest went well. Pure. */
export function outcomeOfPages(end: FinishedPages): SourceOutcome {
  const { counts, problems, unchangedPages } = end
  const [first] = problems
  if (first !== undefined && counts.found === 0 && problems.length >= end.pages) {
    return { state: 'error', problem: first.code, message: tellOf(problems), nextTryAt: null }
  }
  const malformed = MALFORMED.reduce((sum, reason) => sum + (counts.reasons[reason] ?? 0), 0)
  if ((malformed >= MALFORMED_MIN || end.stoppedBy === 'form') && malformed === counts.found) {
    const message = `None of its ${counts.found} items could be read: its form has changed.`
    return { state: 'error', problem: 'drift', message, nextTryAt: null }
  }
  const notes = [
    tellOf(problems),
    end.stoppedBy === 'allowance'
      ? 'Stopped at the limit of new postings for one run; the rest comes with the next run.'
      : '',
    end.stoppedBy === 'plan' ? 'Stopped at the requests planned for one run; the next run goes on.' : '',
    end.stoppedBy === 'form' ? 'Stopped: nothing on its last pages could be read.' : '',
    unchangedPages > 0 && counts.found === 0 ? 'Nothing has changed there since the last run.' : '',
  ].filter((note) => note !== '')
  return {
    state: counts.found > 0 || unchangedPages > 0 ? 'ok' : 'empty',
    problem: first?.code ?? null,
    message: notes.length > 0 ? notes.join(' · ') : null,
    nextTryAt: null,
  }
}

function tellOf(problems: FinishedPages['problems']): string {
  const told = problems.slice(0, PROBLEMS_TOLD).map((problem) => problem.message)
  const more = problems.length - told.length
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join(' · ')
}

/** How many earlier readings, all with postings, make an empty one suspicious. */
const DRIFT_READINGS = 3
/** A source that always had so many does not have none by chance (for a mean of ten: one reading in 20,000). */
const DRIFT_MANY = 10
/** Neither does one that always had about the same few; what only asks for the news of some hours has now two and now nine. */
const DRIFT_FEW = 3

/** An empty outcome of a source that always had postings (`earlierFound`, its readings before this one, newest first) is flagged:
 *  more likely it changed than that nobody is hiring. Pure. */
export function withDrift(outcome: SourceOutcome, earlierFound: readonly number[]): SourceOutcome {
  if (outcome.state !== 'empty' || outcome.problem !== null || earlierFound.length < DRIFT_READINGS) return outcome
  const [last = 0] = earlierFound
  const least = Math.min(...earlierFound)
  const isSteady = least >= DRIFT_FEW && least * 2 >= Math.max(...earlierFound)
  if (least < DRIFT_MANY && !isSteady) return outcome
  const message = `It answers, but has nothing; it always had postings before (${last} the last time). It may have changed.`
  return { ...outcome, problem: 'drift', message }
}

/** The state of a run from the states of its sources; `isCancelled` when the user stopped it. Pure. */
export function runStateOf(states: readonly SourceRunState[], isCancelled: boolean): RunState {
  if (isCancelled) return 'cancelled'
  const good = states.filter((state) => state === 'ok' || state === 'empty').length
  const bad = states.filter((state) => state === 'blocked' || state === 'error' || state === 'quota').length
  if (bad === 0) return 'completed'
  return good > 0 ? 'partial' : 'failed'
}

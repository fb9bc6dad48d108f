import type { RunState, SourceProblem, SourceRunState } from '#shared/discovery.ts'
import { HttpProblem, type HttpProblemCode } from '../../../infra/http/http.ts'
import type { SourceCounts, SourceOutcome } from './runs.repo.ts'

/** What a failed request makes of its source: refused us, ran out of allowance, or broke. */
const STATE_OF_PROBLEM: Record<Exclude<HttpProblemCode, 'cancelled'>, SourceRunState> = {
  rate_limited: 'blocked',
  unauthorised: 'blocked',
  challenge: 'blocked',
  quota_used: 'quota',
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
export function outcomeOfError(error: unknown, internalMessage: string): SourceOutcome {
  if (error instanceof HttpProblem && error.code !== 'cancelled') {
    return {
      state: STATE_OF_PROBLEM[error.code],
      problem: error.code,
      message: error.message,
      nextTryAt: error.retryAt,
    }
  }
  return { state: 'error', problem: 'internal', message: internalMessage, nextTryAt: null }
}

export interface FinishedPages {
  readonly counts: Pick<SourceCounts, 'found'>
  readonly pages: number
  readonly unchangedPages: number
  readonly problems: readonly { readonly code: SourceProblem; readonly message: string }[]
  readonly isAllowanceUsed: boolean
}

/** The outcome of a source that came to its end. Parts that failed are told even when the rest went well. Pure. */
export function outcomeOfPages(end: FinishedPages): SourceOutcome {
  const [first] = end.problems
  const message = end.problems.map((problem) => problem.message).join(' · ')
  if (first !== undefined && end.counts.found === 0 && end.problems.length >= end.pages) {
    return { state: 'error', problem: first.code, message, nextTryAt: null }
  }
  const notes = [
    message,
    end.isAllowanceUsed ? 'Stopped at the limit of new postings for one run; the rest comes with the next run.' : '',
    end.unchangedPages > 0 && end.counts.found === 0 ? 'Nothing has changed there since the last run.' : '',
  ].filter((note) => note !== '')
  return {
    state: end.counts.found > 0 || end.unchangedPages > 0 ? 'ok' : 'empty',
    problem: first?.code ?? null,
    message: notes.length > 0 ? notes.join(' · ') : null,
    nextTryAt: null,
  }
}

/** The state of a run from the states of its sources; `isCancelled` when the user stopped it. Pure. */
export function runStateOf(states: readonly SourceRunState[], isCancelled: boolean): RunState {
  if (isCancelled) return 'cancelled'
  const good = states.filter((state) => state === 'ok' || state === 'empty').length
  const bad = states.filter((state) => state === 'blocked' || state === 'error' || state === 'quota').length
  if (bad === 0) return 'completed'
  return good > 0 ? 'partial' : 'failed'
}

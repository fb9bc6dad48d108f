import type { AiCallState } from '#shared/ai.ts'
import type { HttpProblem } from '../http/http.ts'
import type { Seen } from './wire.ts'

/** Why a call brought no answer. `message` is a sentence for a person. */
export interface Failure {
  readonly state: Exclude<AiCallState, 'running' | 'ok' | 'stopped' | 'over_budget'>
  readonly message: string
  /** Asking the same provider again may help. */
  readonly mayPass: boolean
  /** UTC ms before which asking it is pointless, by its own word */
  readonly retryAt: number | null
  /** It certainly charges nothing. */
  readonly isFree: boolean
}

export interface FailureQuestion {
  readonly provider: string
  readonly model: string
  readonly seen: Seen
  /** Some of the answer had come. */
  readonly hasText: boolean
}

const BAD_KEY =
  /api_key_invalid|api key not valid|invalid_api_key|incorrect api key|invalid x-api-key|authentication_error/i
const NO_CREDIT = /insufficient_quota|credit balance/i
/** So do refusals read that pass by themselves: Google's name the billing whatever the limit was. */
const MAYBE_NO_CREDIT = /billing|payment/i
/** The name of a limit of Google's for a day; it says a short pause all the same. */
const DAILY = /"quotaId"\s*:\s*"[^"]*PerDay/

/** What the wire says about a call that an SDK gave up. Pure. */
export function failureOf(question: FailureQuestion): Failure {
  const { provider, seen, hasText } = question
  if (seen.status !== null && (seen.status < 200 || seen.status > 299)) return refusedStatus(question, seen.status)
  if (seen.problem !== null) return brokenWire(seen.problem, question)
  // The provider itself broke off with an error event, or spoke in no form that its SDK understands.
  if (hasText) return cut(provider)
  return { ...BAD, message: `${provider} sent something that is no answer of a language model.` }
}

/** The stream ended although the model never said that it was done. Pure. */
export function unfinished({ provider, hasText }: Pick<FailureQuestion, 'provider' | 'hasText'>): Failure {
  if (hasText) return cut(provider)
  return { ...BAD, message: `${provider} sent an empty answer.` }
}

const BAD = { state: 'bad_answer', mayPass: false, retryAt: null, isFree: false } as const
const FREE = { mayPass: false, retryAt: null, isFree: true } as const

function cut(provider: string): Failure {
  const message = `The connection to ${provider} broke in the middle of the answer. What had come is kept.`
  return { state: 'cut', message, mayPass: false, retryAt: null, isFree: false }
}

function refusedStatus({ provider, model, seen }: FailureQuestion, status: number): Failure {
  if (status === 401 || status === 403 || (status === 400 && BAD_KEY.test(seen.excerpt))) {
    return {
      ...FREE,
      state: 'key_rejected',
      message: `${provider} does not take the key. Set it again in Settings, Keys.`,
    }
  }
  if (status === 429 && DAILY.test(seen.excerpt)) {
    const message = `${provider} has answered as often as it does in a day for this key. Ask another provider, or tomorrow.`
    return { ...FREE, state: 'rate_limited', message }
  }
  if (status === 402 || (status === 429 && isUnpaid(seen))) {
    return { ...FREE, state: 'failed', message: `${provider} wants the account to be paid for first.` }
  }
  if (status === 429) {
    const message = `${provider} asks for fewer requests.`
    return { ...FREE, state: 'rate_limited', message, mayPass: true, retryAt: seen.retryAt }
  }
  if (status === 404) {
    return {
      ...FREE,
      state: 'failed',
      message: `${provider} does not know the model ${model}, or nothing is at its address.`,
    }
  }
  if (status === 413) return { ...FREE, state: 'failed', message: `The text is too long for ${provider}.` }
  if (status >= 500 || status === 408) {
    const message = `${provider} has a fault of its own (status ${status}).`
    return { ...FREE, state: 'failed', message, mayPass: true, retryAt: seen.retryAt }
  }
  return { ...FREE, state: 'failed', message: `${provider} did not accept the request (status ${status}).` }
}

function isUnpaid({ excerpt, retryAt }: Seen): boolean {
  return NO_CREDIT.test(excerpt) || (retryAt === null && MAYBE_NO_CREDIT.test(excerpt))
}

function brokenWire(problem: HttpProblem, { provider, hasText }: FailureQuestion): Failure {
  if (problem.code === 'timeout') {
    return {
      state: 'timeout',
      message: `${provider} did not answer in time.`,
      mayPass: false,
      retryAt: null,
      isFree: problem.isUnsent,
    }
  }
  if (problem.code === 'unauthorised') return { ...FREE, state: 'key_rejected', message: `${problem.message}.` }
  if (problem.code === 'address_refused') {
    return { ...FREE, state: 'failed', message: `${problem.message}. Change the address in Settings, AI.` }
  }
  if (problem.code === 'too_large' || problem.code === 'unreadable') return { ...BAD, message: `${problem.message}.` }
  if (hasText) return cut(provider)
  // A question that went out may be answered, and charged, although the answer never came.
  return {
    state: 'unreachable',
    message: `${problem.message}.`,
    mayPass: true,
    retryAt: null,
    isFree: problem.isUnsent,
  }
}

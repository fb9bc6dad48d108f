import type { z } from 'zod'
import type { AiCallState, AiProvider, AiPurpose } from '#shared/ai.ts'
import type { HttpClient } from '../http/http.ts'
import type { Clock } from '../time/clock.ts'
import { type Failure, failureOf, unfinished } from './failure.ts'
import type { Ledger } from './ledger.ts'
import type { ChosenModel } from './models.ts'
import type { AiMessage, Finish, JsonSchema, Provider, TokenUse, ToldUse } from './provider.ts'
import { isRefusal, readAnswer } from './structured.ts'
import { costUsd, estimatedTokens } from './tokens.ts'
import { createWire, type WireLimits } from './wire.ts'

/** Whom to ask, and how it is reached. */
export interface Target {
  readonly id: AiProvider
  readonly name: string
  readonly provider: Provider
  readonly baseUrl: string
  readonly trustedOrigin: string | null
  readonly key: string | null
  readonly model: ChosenModel
}

export interface Question {
  readonly purpose: AiPurpose
  readonly messages: readonly AiMessage[]
  /** Null: the answer is prose. */
  readonly schema: z.ZodType | null
  readonly jsonSchema: JsonSchema | null
  readonly maxOutputTokens: number
  readonly signal: AbortSignal
  /** The whole answer so far; begins anew with each attempt. */
  readonly onText: (textSoFar: string) => void
}

export interface CallUse extends TokenUse {
  readonly isEstimated: boolean
  readonly costUsd: number
}

export type Attempted =
  | { readonly kind: 'ok' | 'stopped'; readonly text: string; readonly json: unknown; readonly use: CallUse }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly text: string; readonly issues: readonly string[] }

export interface AttemptDeps {
  readonly http: Pick<HttpClient, 'stream'>
  readonly clock: Clock
  readonly ledger: Ledger
  readonly limits: WireLimits
}

/** A call as it was booked: the most that it may use counts until more is known. */
export interface Booking {
  readonly id: number
  readonly most: TokenUse
}

/** One request to one provider, already booked; settles it, however it ends. */
export async function attempt(
  deps: AttemptDeps,
  { target, question, booking }: { target: Target; question: Question; booking: Booking },
): Promise<Attempted> {
  const { clock, ledger } = deps
  const startedAt = clock.now()
  const wire = createWire({
    ...deps,
    ...target,
    headers: target.provider.headersFor(target.key),
    signal: question.signal,
    now: () => clock.now(),
  })
  const about = { provider: target.name, model: target.model.id, seen: wire.seen }
  let text = ''
  let told: ToldUse | null = null
  let failure: Failure | null = null
  try {
    const finish = await target.provider.generate({
      ...target,
      model: target.model.id,
      messages: question.messages,
      schema: target.model.hasSchema ? question.jsonSchema : null,
      maxOutputTokens: question.maxOutputTokens,
      fetch: wire.fetch,
      signal: question.signal,
      onText: (piece) => {
        text += piece
        question.onText(text)
      },
      onUsage: (use) => {
        told = use
      },
    })
    failure = verdictOf(finish, { ...about, text, question })
    if (failure !== null && wire.seen.problem !== null) failure = failureOf({ ...about, hasText: text !== '' })
  } catch {
    // An SDK's error may repeat what was sent; what the wire saw says as much, and is ours.
    failure = failureOf({ ...about, hasText: text !== '' })
  }
  // An answer that failed already is not worth reading, nor putting right.
  const reading = question.schema === null || failure !== null ? null : readAnswer(text, question.schema)
  const issues = reading?.kind === 'misfits' ? reading.issues : []
  if (issues.length > 0) failure = misfit(target.name, text, issues)
  const json = reading?.kind === 'fits' ? reading.value : null

  const isStopped = question.signal.aborted && failure !== null
  const isFree = !isStopped && failure?.isFree === true
  const isWhole = failure === null
  const use = isFree ? NOTHING : used({ told, text, isWhole, most: booking.most, question, target })
  const state: Exclude<AiCallState, 'running'> = isStopped ? 'stopped' : (failure?.state ?? 'ok')
  ledger.settle(booking.id, {
    ...use,
    state,
    ms: Math.max(0, clock.now() - startedAt),
    message: messageOf({ state, failure, target }),
    received: withoutKey(text, target.key),
  })
  if (isStopped) return { kind: 'stopped', text, json, use }
  return failure === null ? { kind: 'ok', text, json, use } : { kind: 'failed', failure, text, issues }
}

/** What is kept of a call holds no key, even if somebody wrote it into a text. Pure. */
export function withoutKey(text: string, key: string | null): string {
  return key === null || key === '' ? text : text.replaceAll(key, '[key]')
}

const NOTHING: CallUse = { inputTokens: 0, outputTokens: 0, isEstimated: false, costUsd: 0 }
/** Tokens of words are shorter; a run of spaces may be one token. */
const MOST_CHARS_PER_TOKEN = 24
const BAD = { state: 'bad_answer', mayPass: false, retryAt: null, isFree: false } as const

function verdictOf(
  finish: Finish,
  { provider, text, question }: { provider: string; text: string; question: Question },
): Failure | null {
  if (finish === 'refused' || (text.trim() !== '' && isRefusal(text))) {
    return { ...BAD, state: 'refused', message: `The model of ${provider} declined to answer.` }
  }
  if (finish === null) return unfinished({ provider, hasText: text !== '' })
  if (text.trim() === '') return unfinished({ provider, hasText: false })
  const isTooLong = finish === 'length' || text.length > question.maxOutputTokens * MOST_CHARS_PER_TOKEN
  if (isTooLong && question.schema !== null) {
    return { ...BAD, message: `The answer of ${provider} is longer than it was given room for.` }
  }
  return null
}

function misfit(provider: string, text: string, issues: readonly string[]): Failure {
  if (isRefusal(text)) return { ...BAD, state: 'refused', message: `The model of ${provider} declined to answer.` }
  return { ...BAD, message: `The answer of ${provider} is not of the form that was asked for (${issues[0] ?? ''}).` }
}

/** What was not told of an answer that is not whole is taken for the most it may be: a model may have thought for long before its first
 *  word, or have gone on after the connection broke. */
function used(about: {
  told: ToldUse | null
  text: string
  isWhole: boolean
  most: TokenUse
  question: Question
  target: Target
}): CallUse {
  const { told, text, isWhole, most, question, target } = about
  const reckoned = isWhole
    ? {
        inputTokens: question.messages.reduce((sum, message) => sum + estimatedTokens(message.text), 0),
        outputTokens: estimatedTokens(text),
      }
    : most
  const use = {
    inputTokens: told?.inputTokens ?? reckoned.inputTokens,
    outputTokens: told?.outputTokens ?? reckoned.outputTokens,
  }
  const isEstimated = told === null || told.outputTokens === null
  return { ...use, isEstimated, costUsd: costUsd(use, target.model) ?? 0 }
}

function messageOf(about: { state: AiCallState; failure: Failure | null; target: Target }): string {
  const { state, failure, target } = about
  if (state === 'stopped') return 'You stopped it. What had come is kept.'
  if (failure !== null) return withoutKey(failure.message, target.key)
  const isPriced = costUsd(NOTHING, target.model) !== null
  return isPriced ? '' : `Nobody told the price of ${target.model.id}; it is counted as nothing.`
}

import type { z } from 'zod'
import type { AiCallState, AiProvider, AiPurpose } from '#shared/ai.ts'
import type { HttpClient } from '../http/http.ts'
import type { Log } from '../log/log.ts'
import type { Clock } from '../time/clock.ts'
import type { Allowance } from './allowance.ts'
import { type Answer, answerIn, isOverlong } from './answer.ts'
import { type Failure, failureOf } from './failure.ts'
import { ownFault, ProviderFault } from './fault.ts'
import type { Ledger, Settlement } from './ledger.ts'
import type { ChosenModel } from './models.ts'
import type { AiMessage, Finish, JsonSchema, Provider, TokenUse, ToldUse } from './provider.ts'
import { costUsd, estimatedTokens, uncounted } from './tokens.ts'
import { createWire, type Wire, type WireLimits } from './wire.ts'

/** Whom to ask, and how it is reached. */
export interface Target {
  readonly id: AiProvider
  readonly name: string
  readonly provider: Provider
  readonly baseUrl: string
  readonly trustedOrigin: string | null
  /** It is a server of the user's own choice on this computer. */
  readonly isHere: boolean
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
  /** Each piece of the answer as it comes; it begins anew with each attempt. */
  readonly onText: (piece: string) => void
}

export interface CallUse extends TokenUse {
  readonly isEstimated: boolean
  /** Null: nobody told the price. */
  readonly costUsd: number | null
}

export type Attempted =
  | { readonly kind: 'ok' | 'stopped'; readonly text: string; readonly json: unknown; readonly use: CallUse }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly text: string; readonly issues: readonly string[] }

export interface AttemptDeps {
  readonly http: Pick<HttpClient, 'stream'>
  readonly clock: Clock
  readonly log: Pick<Log, 'error'>
  readonly ledger: Ledger
  readonly limits: WireLimits
}

/** A call as it was booked: the most that it may use counts until more is known. */
export interface Booking {
  readonly id: number
  readonly most: TokenUse
}

export interface Attempt {
  readonly target: Target
  readonly question: Question
  readonly booking: Booking
  /** Before anything is sent. */
  readonly onStart: () => void
  readonly onAllowance: (allowance: Allowance) => void
}

/** One request to one provider, already booked; settles it, however it ends. What the provider or the wire did is told as how it ended. A
 *  fault of ours is logged and thrown: an AskingFault, or the AppError that it was. */
export async function attempt(deps: AttemptDeps, made: Attempt): Promise<Attempted> {
  const { clock, ledger } = deps
  const { target, question, booking } = made
  const startedAt = clock.now()
  const over = new AbortController()
  const heard: Heard = { text: '', told: null }
  const wire = createWire({
    ...deps,
    ...target,
    headers: target.provider.headersFor(target.key),
    signal: AbortSignal.any([question.signal, over.signal]),
    now: () => clock.now(),
    onAllowance: made.onAllowance,
  })
  const settle = (end: Pick<Settlement, 'state' | 'message'>, use: CallUse): void =>
    ledger.settle(booking.id, {
      ...use,
      ...end,
      ms: Math.max(0, clock.now() - startedAt),
      received: withoutKey(heard.text, target.key),
    })
  const useOf = (isWhole: boolean): CallUse =>
    wire.seen.isAsked ? used({ ...heard, isWhole, most: booking.most, question, target }) : NOTHING

  let answer: Answer
  try {
    made.onStart()
    const finish = await finishOf({ made, wire, heard, signal: AbortSignal.any([question.signal, over.signal]) })
    answer = answerIn(finish, { provider: target.name, text: heard.text, schema: question.schema })
  } catch (error) {
    const thrown = thrownByUs(error, { wire, signal: question.signal })
    if (thrown !== null) {
      const fault = ownFault(thrown.thrown)
      const about = { callId: booking.id, provider: target.id, model: target.model.id }
      deps.log.error({ ...about, err: fault }, 'the app failed while a language model was asked')
      settle({ state: 'failed', message: OWN_FAULT }, useOf(false))
      throw fault
    }
    // An SDK's error may repeat what was sent; what the wire saw says as much, and is ours.
    const about = { provider: target.name, model: target.model.id, seen: wire.seen, hasText: heard.text !== '' }
    answer = { failure: failureOf(about), issues: [], json: null }
  } finally {
    // Not every SDK closes what it gave up.
    over.abort()
  }

  const { failure, issues, json } = answer
  const { text } = heard
  const isStopped = question.signal.aborted && failure !== null
  const isFree = !isStopped && failure?.isFree === true
  const isWhole = failure === null && !question.signal.aborted && !isOverlong(text, question.maxOutputTokens)
  const use = isFree ? NOTHING : useOf(isWhole)
  const state: Settlement['state'] = isStopped ? 'stopped' : (failure?.state ?? 'ok')
  settle({ state, message: messageOf({ state, failure, target }) }, use)
  if (isStopped) return { kind: 'stopped', text, json, use }
  return failure === null ? { kind: 'ok', text, json, use } : { kind: 'failed', failure, text, issues }
}

/** What came of the answer, as far as it came. */
interface Heard {
  text: string
  told: ToldUse | null
}

interface Asking {
  readonly made: Attempt
  readonly wire: Wire
  readonly heard: Heard
  readonly signal: AbortSignal
}

/** Ends a call from within its own reading. */
class Overlong extends Error {
  override readonly name = 'Overlong'
}

async function finishOf({ made, wire, heard, signal }: Asking): Promise<Finish> {
  const { target, question } = made
  const generating = target.provider.generate({
    ...target,
    model: target.model.id,
    messages: question.messages,
    schema: target.model.hasSchema ? question.jsonSchema : null,
    maxOutputTokens: question.maxOutputTokens,
    fetch: wire.fetch,
    signal,
    onText: (piece) => {
      heard.text += piece
      question.onText(piece)
      if (isOverlong(heard.text, question.maxOutputTokens)) throw new Overlong()
    },
    onUsage: (use) => {
      heard.told = use
    },
  })
  const finish = await generating.catch((error: unknown) => {
    if (error instanceof Overlong) return 'length' as const
    throw error
  })
  // Some SDKs end without a word when the wire breaks.
  if (finish === null && (wire.seen.problem !== null || wire.seen.fault !== null)) throw new ProviderFault(null)
  return finish
}

/** Null: it is the provider's doing. What an SDK throws is ours when our side of the wire broke, or when it never came to ask. Pure. */
export function thrownByUs(
  error: unknown,
  { wire, signal }: { wire: Wire; signal: AbortSignal },
): { readonly thrown: unknown } | null {
  if (!(error instanceof ProviderFault)) return { thrown: error }
  const { fault, isAsked, problem } = wire.seen
  if (signal.aborted || problem !== null) return null
  return fault ?? (isAsked ? null : { thrown: error })
}

const OWN_FAULT = 'The app failed while it read the answer. Ask again; the log of the app says where it was.'

/** What is kept of a call holds no key, even if somebody wrote it into a text. Pure. */
export function withoutKey(text: string, key: string | null): string {
  return key === null || key === '' ? text : text.replaceAll(key, '[key]')
}

const NOTHING: CallUse = { inputTokens: 0, outputTokens: 0, cacheWriteTokens: 0, isEstimated: false, costUsd: 0 }
/** What was not told of an answer that is not whole is taken for the most it may be: a model may have thought for long before its first
 *  word, or have gone on after the connection broke. Nothing for something is not told either: every question has tokens, and so has
 *  every text. */
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
    ? uncounted(
        {
          inputTokens: question.messages.reduce((sum, message) => sum + estimatedTokens(message.text), 0),
          outputTokens: estimatedTokens(text),
        },
        target.provider,
      )
    : most
  const isInputTold = told !== null && told.inputTokens > 0
  const outputTokens = told?.outputTokens === 0 && text.trim() !== '' ? null : (told?.outputTokens ?? null)
  const use = {
    inputTokens: isInputTold ? told.inputTokens : reckoned.inputTokens,
    cacheWriteTokens: isInputTold ? told.cacheWriteTokens : reckoned.cacheWriteTokens,
    outputTokens: outputTokens ?? reckoned.outputTokens,
  }
  return { ...use, isEstimated: !isInputTold || outputTokens === null, costUsd: costUsd(use, target.model) }
}

function messageOf(about: { state: AiCallState; failure: Failure | null; target: Target }): string {
  const { state, failure, target } = about
  if (state === 'stopped') return 'You stopped it. What had come is kept.'
  if (failure !== null) return withoutKey(failure.message, target.key)
  const isPriced = costUsd(NOTHING, target.model) !== null
  return isPriced ? '' : `Nobody told the price of ${target.model.id}, so what it cost is not known.`
}

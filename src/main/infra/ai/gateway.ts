import type { z } from 'zod'
import type { AiProvider, AiPurpose } from '#shared/ai.ts'
import { AppError } from '#shared/errors.ts'
import type { Settings } from '#shared/settings.ts'
import { backoffMs } from '../http/retry.ts'
import type { Log } from '../log/log.ts'
import {
  attempt,
  type Attempted,
  type AttemptDeps,
  type CallUse,
  type Question,
  type Target,
  withoutKey,
} from './attempt.ts'
import { book, waited } from './booking.ts'
import type { Failure } from './failure.ts'
import type { AiMessage } from './provider.ts'
import { messagesFor } from './sent-messages.ts'
import { jsonSchemaOf, repairMessages } from './structured.ts'
import { type FoundTarget, LONGEST_WAIT_MS, type Targets } from './targets.ts'
import { costUsd, estimatedTokens, mostInputTokens, uncounted } from './tokens.ts'

const MAX_RETRIES = 2

export interface GatewayDeps extends AttemptDeps {
  readonly log: Log
  readonly settings: () => Settings
  /** The IANA zone in which the user's months begin. */
  readonly zone: () => string
  readonly targets: Targets
  /** In [0, 1), for jitter. */
  readonly random: () => number
}

export interface Generate<T> {
  readonly purpose: Exclude<AiPurpose, 'test'>
  /** Asked alone, also when it is switched off: what the user wants to send there goes nowhere else. Null or absent: those that are
   *  switched on, in the order of the settings. */
  readonly provider?: AiProvider | null
  readonly messages: readonly AiMessage[]
  /** The answer is JSON that fits it, or there is no answer. */
  readonly schema?: z.ZodType<T>
  readonly maxOutputTokens: number
  /** Stops the call; what had come is kept. */
  readonly signal?: AbortSignal
  /** Each piece of the answer as it comes. The answer begins anew when another attempt or provider is asked. */
  readonly onText?: (piece: string) => void
  /** Before each request; `reason` is why the one before it failed, empty for the first. */
  readonly onAsked?: (asked: AskedOf) => void
}

export interface AskedOf {
  readonly provider: AiProvider
  readonly model: string
  readonly callId: number
  readonly reason: string
}

/** What would be sent, to whom. `inputTokens` is reckoned; `mostUsd` the most that it may cost, null where nobody tells the price. */
export interface Outlook {
  readonly provider: AiProvider
  readonly model: string
  readonly messages: readonly AiMessage[]
  readonly inputTokens: number
  readonly mostUsd: number | null
}

export interface Generated<T> {
  readonly state: 'ok' | 'stopped'
  readonly text: string
  /** Null without a schema, and when it was stopped. */
  readonly json: T | null
  /** Null when it was stopped before anybody was asked. */
  readonly callId: number | null
  readonly provider: AiProvider | null
  readonly model: string | null
  readonly usage: CallUse
}

type Tried =
  | { readonly kind: 'answered'; readonly attempted: Attempted & { kind: 'ok' | 'stopped' }; readonly callId: number }
  | {
      readonly kind: 'gave_up'
      readonly state: Failure['state'] | 'over_budget'
      readonly message: string
      readonly callId: number | null
    }

const NO_USE: CallUse = { inputTokens: 0, outputTokens: 0, cacheWriteTokens: 0, isEstimated: false, costUsd: 0 }

/** Asks the language models that the user switched on, one after the other, until one answers. */
export function createAiGateway(deps: GatewayDeps) {
  const { clock, log, targets } = deps
  const closing = new AbortController()
  const running = new Set<Promise<unknown>>()

  /** Throws AI_FAILED with what each provider had to say; nothing of a failed answer is used. A fault of the app, as one in `onText`, is
   *  logged and thrown, and nobody else is asked. */
  async function generate<T>(asked: Generate<T>): Promise<Generated<T>> {
    const signal = asked.signal === undefined ? closing.signal : AbortSignal.any([closing.signal, asked.signal])
    const { schema } = asked
    const question: Question = {
      purpose: asked.purpose,
      messages: asked.messages,
      schema: schema ?? null,
      jsonSchema: schema === undefined ? null : jsonSchemaOf(schema),
      maxOutputTokens: asked.maxOutputTokens,
      signal,
      onText: asked.onText ?? (() => undefined),
    }
    const work = ask(question, { chain: chainOf(asked), onAsked: asked.onAsked ?? (() => undefined) })
    running.add(work)
    try {
      const { state, text, json, ...rest } = await work
      return { state, text, json: schema === undefined || json === null ? null : schema.parse(json), ...rest }
    } finally {
      running.delete(work)
    }
  }

  function chainOf({ provider = null }: Pick<Generate<unknown>, 'provider'>): AiProvider[] {
    return provider === null ? targets.chain() : [provider]
  }

  /** What `generate` would send first. Asks nobody. Throws AI_FAILED when nobody can be asked. */
  async function preview<T>(asked: Generate<T>): Promise<Outlook> {
    const jsonSchema = asked.schema === undefined ? null : jsonSchemaOf(asked.schema)
    const reasons: (FoundTarget & { kind: 'none' })[] = []
    for (const id of chainOf(asked)) {
      const found = await targets.find(id)
      if (found.kind === 'none') {
        reasons.push(found)
        continue
      }
      const { model } = found.target
      const messages = messagesFor(found.target, { jsonSchema, messages: asked.messages })
      const tokens = { inputTokens: mostInputTokens(messages, jsonSchema), outputTokens: asked.maxOutputTokens }
      const most = uncounted(tokens, found.target.provider)
      const inputTokens = messages.reduce((sum, { text }) => sum + estimatedTokens(text), 0)
      return { provider: id, model: model.id, messages, inputTokens, mostUsd: costUsd(most, model) }
    }
    const reason = reasons.map(({ message }) => message).join(' ') || NOBODY
    const state = reasons.find((none) => none.state !== 'key_rejected')?.state ?? 'key_missing'
    throw new AppError('AI_FAILED', { provider: chainOf(asked)[0] ?? '', state, reason, callId: null })
  }

  async function ask(
    question: Question,
    { chain, onAsked }: { chain: readonly AiProvider[]; onAsked: (asked: AskedOf) => void },
  ): Promise<Generated<unknown>> {
    const failures: (Tried & { kind: 'gave_up' })[] = []
    let provider: AiProvider | null = null
    let fallbackOf: number | null = null
    for (const id of chain) {
      const found = await targets.find(id)
      if (question.signal.aborted) break
      provider = id
      if (found.kind === 'none') {
        failures.push({ kind: 'gave_up', state: found.state, message: found.message, callId: null })
        continue
      }
      const { target } = found
      const reason = failures.map(({ message }) => message).join(' ')
      const tried = await tryTarget(target, { question, fallbackOf, reason, onAsked })
      if (tried === null) break
      if (tried.kind === 'answered') {
        const { kind: state, text, json, use } = tried.attempted
        return { state, text, json, callId: tried.callId, provider: id, model: target.model.id, usage: use }
      }
      failures.push(tried)
      fallbackOf = tried.callId ?? fallbackOf
    }
    if (question.signal.aborted) {
      return { state: 'stopped', text: '', json: null, callId: null, provider: null, model: null, usage: NO_USE }
    }
    const worst = failures.at(-1)
    throw new AppError('AI_FAILED', {
      provider: provider ?? '',
      state: worst?.state ?? 'failed',
      reason: failures.map(({ message }) => message).join(' ') || NOBODY,
      callId: fallbackOf,
    })
  }

  /** One provider, with retries and one repair. Null when the user stopped it between two attempts. */
  async function tryTarget(
    target: Target,
    asked: { question: Question; fallbackOf: number | null; reason: string; onAsked: (asked: AskedOf) => void },
  ): Promise<Tried | null> {
    const { question, onAsked } = asked
    let before = asked.fallbackOf
    let { reason } = asked
    let { messages } = question
    let retries = 0
    let isRepaired = false
    for (;;) {
      const begun = await book(deps, { target, question: { ...question, messages }, fallbackOf: before })
      if (begun === null || begun.kind === 'gave_up') return begun
      const callId = begun.id
      const why = reason
      const attempted = await attempt(deps, {
        target,
        question: { ...question, messages: messagesFor(target, { ...question, messages }) },
        booking: begun,
        onStart: () => onAsked({ provider: target.id, model: target.model.id, callId, reason: why }),
        onAllowance: (allowance) => targets.noteAllowance(target, allowance),
      })
      log.info(
        { callId, provider: target.id, model: target.model.id, kind: attempted.kind },
        'a language model was asked',
      )
      if (attempted.kind !== 'failed') {
        targets.noteWait(target, null)
        return { kind: 'answered', attempted: { ...attempted, kind: attempted.kind }, callId }
      }
      before = callId
      const { failure, issues, text } = attempted
      reason = withoutKey(failure.message, target.key)
      if (failure.state === 'bad_answer' && issues.length > 0 && text.trim() !== '' && !isRepaired) {
        isRepaired = true
        messages = repairMessages(question.messages, { answer: text, issues })
        continue
      }
      const waitMs = failure.mayPass && retries < MAX_RETRIES ? pauseMs(failure, retries) : null
      if (failure.retryAt !== null) targets.noteWait(target, failure.retryAt)
      if (waitMs === null) return { kind: 'gave_up', state: failure.state, message: failure.message, callId }
      retries += 1
      if (!(await waited(clock, { ms: waitMs, signal: question.signal }))) return null
    }
  }

  function pauseMs({ retryAt }: Failure, retries: number): number | null {
    const ms = retryAt === null ? backoffMs(retries, deps.random()) : Math.max(0, retryAt - clock.now())
    return ms > LONGEST_WAIT_MS ? null : ms
  }

  return {
    generate,
    preview,
    /** Stops every call, keeps what had come, and waits until it is written down. */
    stop: async (): Promise<void> => {
      closing.abort()
      await Promise.allSettled(running)
    },
  }
}

export type AiGateway = ReturnType<typeof createAiGateway>

const NOBODY = 'No language model is switched on. Choose one in Settings, AI.'

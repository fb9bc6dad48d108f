import type { Settings } from '#shared/settings.ts'
import type { Clock } from '../time/clock.ts'
import { tokensAsked } from './allowance.ts'
import { type Question, type Target, withoutKey } from './attempt.ts'
import type { Failure } from './failure.ts'
import type { Ledger } from './ledger.ts'
import { monthBounds, monthOf } from './month.ts'
import type { TokenUse } from './provider.ts'
import { messagesFor, sentText } from './sent-messages.ts'
import { LONGEST_WAIT_MS, type Targets } from './targets.ts'
import { costUsd, estimatedTokens, mostInputTokens, uncounted } from './tokens.ts'

/** Providers charge more for longer questions than the price list says; and no résumé with a posting is as long. */
const MOST_INPUT_TOKENS = 100_000

export interface BookingDeps {
  readonly clock: Clock
  readonly ledger: Ledger
  readonly targets: Targets
  readonly settings: () => Settings
  /** The IANA zone in which the user's months begin. */
  readonly zone: () => string
}

export type Booked =
  /** `most`: what is counted until more is known. */
  | { readonly kind: 'begun'; readonly id: number; readonly most: TokenUse }
  | {
      readonly kind: 'gave_up'
      readonly state: Failure['state'] | 'over_budget'
      readonly message: string
      readonly callId: number | null
    }

/** Books a call when its turn has come, or says why it is not made. Null when the user stopped it meanwhile. */
export async function book(
  deps: BookingDeps,
  { target, question, fallbackOf }: { target: Target; question: Question; fallbackOf: number | null },
): Promise<Booked | null> {
  const { clock, ledger, targets } = deps
  const messages = messagesFor(target, question)
  const inputTokens = mostInputTokens(messages, question.jsonSchema)
  if (inputTokens > MOST_INPUT_TOKENS) {
    const message = 'The text is too long to be sent. Shorten the posting or the document.'
    return { kind: 'gave_up', state: 'failed', message, callId: null }
  }
  const most = uncounted({ inputTokens, outputTokens: question.maxOutputTokens }, target.provider)
  const asked = tokensAsked({
    inputTokens: messages.reduce((sum, { text }) => sum + estimatedTokens(text), 0),
    outputTokens: question.maxOutputTokens,
  })
  const call = {
    provider: target.id,
    model: target.model.id,
    purpose: question.purpose,
    fallbackOf,
    most,
    mostUsd: costUsd(most, target.model),
    isHere: target.isHere,
    sent: withoutKey(sentText(target, { ...question, messages }), target.key),
  }
  for (;;) {
    const now = clock.now()
    const readyAt = targets.letThroughAt(target, asked)
    if (readyAt !== null) {
      if (readyAt - now > LONGEST_WAIT_MS) return full(target, readyAt - now)
      if (!(await waited(clock, { ms: readyAt - now, signal: question.signal }))) return null
      continue
    }
    const zone = deps.zone()
    const begun = ledger.begin(
      { ...call, now },
      {
        budgetUsd: deps.settings().aiMonthlyBudgetUsd,
        month: monthBounds(monthOf(now, zone), zone),
        requestsPerMinute: targets.requestsPerMinute(target.id),
      },
    )
    if (begun.kind === 'begun') {
      targets.noteAsked(target, asked)
      return { ...begun, most }
    }
    if (begun.kind === 'over_budget') {
      return { kind: 'gave_up', state: 'over_budget', message: begun.message, callId: begun.id }
    }
    if (begun.until - now > LONGEST_WAIT_MS) {
      const message = `${target.name} was asked as often as it may be in a minute.`
      return { kind: 'gave_up', state: 'rate_limited', message, callId: null }
    }
    if (!(await waited(clock, { ms: begun.until - now, signal: question.signal }))) return null
  }
}

function full({ name }: Target, ms: number): Booked {
  const seconds = Math.ceil(ms / 1000)
  const message = `${name} lets no more through for this model for ${seconds} s. Ask again then, or another provider.`
  return { kind: 'gave_up', state: 'rate_limited', message, callId: null }
}

/** False when the signal ended the pause. */
export async function waited(clock: Clock, { ms, signal }: { ms: number; signal: AbortSignal }): Promise<boolean> {
  try {
    await clock.sleep(ms, signal)
    return true
  } catch (error) {
    if (signal.aborted) return false
    throw error
  }
}

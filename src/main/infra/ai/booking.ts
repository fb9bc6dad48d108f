import type { Settings } from '#shared/settings.ts'
import type { Clock } from '../time/clock.ts'
import { type Question, type Target, withoutKey } from './attempt.ts'
import type { Failure } from './failure.ts'
import type { Ledger } from './ledger.ts'
import { monthBounds, monthOf } from './month.ts'
import type { TokenUse } from './provider.ts'
import { messagesFor, sentText } from './sent-messages.ts'
import type { Targets } from './targets.ts'
import { costUsd, mostInputTokens } from './tokens.ts'

/** A provider that wants a longer pause is passed over. */
export const LONGEST_WAIT_MS = 20_000
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
  const most = { inputTokens, outputTokens: question.maxOutputTokens }
  const call = {
    provider: target.id,
    model: target.model.id,
    purpose: question.purpose,
    fallbackOf,
    most,
    mostUsd: costUsd(most, target.model),
    sent: withoutKey(sentText(target, { ...question, messages }), target.key),
  }
  for (;;) {
    const now = clock.now()
    const zone = deps.zone()
    const begun = ledger.begin(
      { ...call, now },
      {
        budgetUsd: deps.settings().aiMonthlyBudgetUsd,
        month: monthBounds(monthOf(now, zone), zone),
        requestsPerMinute: targets.requestsPerMinute(target.id),
      },
    )
    if (begun.kind === 'begun') return { ...begun, most }
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

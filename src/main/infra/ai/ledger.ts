import type { AiCall, AiCallState, AiProvider, AiPurpose } from '#shared/ai.ts'
import type { Database } from '../db/driver.ts'
import { hasEnded } from '../tasks/lease.ts'
import type { TokenUse } from './provider.ts'

const WINDOW_MS = 60_000
/** Sums of small parts of a dollar are not exact. */
const ROUNDING_USD = 1e-9

export interface Reservation {
  readonly provider: AiProvider
  readonly model: string
  readonly purpose: AiPurpose
  readonly fallbackOf: number | null
  /** The most it may use and cost; null: nobody knows the price. */
  readonly most: TokenUse
  readonly mostUsd: number | null
  /** It runs on this computer, where nobody bills for it unless a price says so. */
  readonly isHere: boolean
  readonly sent: string
  readonly now: number
}

export interface Bounds {
  readonly budgetUsd: number | null
  /** The month of the user's zone, UTC ms; its end is not in it. */
  readonly month: { readonly startsAt: number; readonly endsAt: number }
  readonly requestsPerMinute: number
}

export type Begun =
  | { readonly kind: 'begun'; readonly id: number }
  | { readonly kind: 'over_budget'; readonly id: number; readonly message: string }
  | { readonly kind: 'wait'; readonly until: number }

export interface Settlement extends Pick<TokenUse, 'inputTokens' | 'outputTokens'> {
  readonly state: Exclude<AiCallState, 'running'>
  readonly ms: number
  readonly isEstimated: boolean
  /** Null: nobody knows the price. */
  readonly costUsd: number | null
  readonly message: string
  readonly received: string
}

export interface MonthSum {
  readonly provider: AiProvider
  readonly calls: number
  readonly failed: number
  /** Of the calls whose price is known. */
  readonly costUsd: number
  /** Calls of which nobody knows it. */
  readonly unpriced: number
  readonly inputTokens: number
  readonly outputTokens: number
}

export interface LedgerOptions {
  /** The process whose calls these are. */
  readonly owner: string
  /** After the commit, when something in it is different. */
  readonly onChange: () => void
}

interface Row extends Omit<AiCall, 'isEstimated'> {
  readonly isEstimated: number
}

const COLUMNS = `id, provider, model, purpose, state, fallback_of as fallbackOf, started_at as startedAt, ms,
  input_tokens as inputTokens, output_tokens as outputTokens, is_estimated as isEstimated,
  cost_usd as costUsd, message`

/** Every call with what it cost. A call is written before it is made, with the most it may cost, and that counts until it is known: so
 *  the budget is never exceeded, however many processes call at once. */
export function createLedger(database: Database, { owner, onChange }: LedgerOptions) {
  const { raw } = database
  const spent = raw.prepare<[number, number], { usd: number | null }>(
    'select sum(cost_usd) as usd from ai_call where started_at >= ? and started_at < ?',
  )
  // What a clock that was put back since has dated into the future says nothing of the last minute.
  const recent = raw.prepare<[AiProvider, number, number, number], { startedAt: number }>(
    `select started_at as startedAt from ai_call
     where provider = ? and started_at > ? and started_at <= ? and state <> 'over_budget'
     order by started_at desc limit 1 offset ?`,
  )
  const insert = raw.prepare<
    [AiProvider, string, AiPurpose, AiCallState, number | null, number, number, number, number | null, string, string]
  >(
    `insert into ai_call (provider, model, purpose, state, fallback_of, started_at, input_tokens, output_tokens, cost_usd, message, sent)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const update = raw.prepare<[AiCallState, number, number, number, number, number | null, string, string, number]>(
    `update ai_call set state = ?, ms = ?, input_tokens = ?, output_tokens = ?, is_estimated = ?, cost_usd = ?, message = ?,
       received = ? where id = ? and state = 'running'`,
  )
  const running = raw.prepare<[], { id: number; owner: string; startedAt: number }>(
    `select id, message as owner, started_at as startedAt from ai_call where state = 'running'`,
  )
  const lose = raw.prepare<[string, number]>(
    `update ai_call set state = 'failed', is_estimated = 1, message = ? where id = ? and state = 'running'`,
  )
  const purge = raw.prepare<[number]>(
    `update ai_call set sent = '', received = '' where started_at < ? and (sent <> '' or received <> '') and state <> 'running'`,
  )
  const list = raw.prepare<[number, number], Row>(
    `select ${COLUMNS} from ai_call where id < ? order by id desc limit ?`,
  )
  const one = raw.prepare<[number], Row & { sent: string; received: string }>(
    `select ${COLUMNS}, sent, received from ai_call where id = ?`,
  )
  const sums = raw.prepare<[number, number], MonthSum>(
    `select provider, count(*) as calls, sum(state not in ('ok', 'stopped', 'running')) as failed, total(cost_usd) as costUsd,
       sum(cost_usd is null) as unpriced, sum(input_tokens) as inputTokens, sum(output_tokens) as outputTokens
     from ai_call where started_at >= ? and started_at < ? group by provider order by provider`,
  )

  function budgetProblem({ mostUsd, model, isHere }: Reservation, { budgetUsd, month }: Bounds): string | null {
    if (budgetUsd === null) return null
    // What costs nothing is no matter of a budget, not even of one that is used up; nor is what runs here, as far as anybody knows.
    if (mostUsd === 0 || (mostUsd === null && isHere)) return null
    if (mostUsd === null) {
      return `Nobody told the price of ${model}, so the monthly budget could not be kept. Write its price, or take the budget away, in Settings, AI.`
    }
    const used = spent.get(month.startsAt, month.endsAt)?.usd ?? 0
    if (used + mostUsd <= budgetUsd + ROUNDING_USD) return null
    const [budget, left] = [budgetUsd, Math.max(0, budgetUsd - used)].map(dollars)
    return `It may cost up to ${dollars(mostUsd)}, and ${left} of the monthly budget of ${budget} are left. Raise the budget in Settings, AI, or choose a cheaper model.`
  }

  function write(call: Reservation, row: { state: AiCallState; isCounted: boolean; message: string }): number {
    const { provider, model, purpose, fallbackOf, most, mostUsd, now } = call
    const { isCounted } = row
    const { lastInsertRowid } = insert.run(
      provider,
      model,
      purpose,
      row.state,
      fallbackOf,
      now,
      isCounted ? most.inputTokens : 0,
      isCounted ? most.outputTokens : 0,
      isCounted ? mostUsd : 0,
      row.message,
      isCounted ? call.sent : '',
    )
    return Number(lastInsertRowid)
  }

  /** One transaction; told when it is over. */
  function changed<T>(work: () => T): T {
    const made = database.write(work)
    onChange()
    return made
  }

  return {
    /** Books a call, or says why it must not be made now. One transaction. */
    begin: (call: Reservation, bounds: Bounds): Begun => {
      const begun = database.write((): Begun => {
        const message = budgetProblem(call, bounds)
        if (message !== null) {
          return { kind: 'over_budget', id: write(call, { state: 'over_budget', isCounted: false, message }), message }
        }
        const { now, provider } = call
        const oldest = recent.get(provider, now - WINDOW_MS, now, bounds.requestsPerMinute - 1)
        if (oldest !== undefined) return { kind: 'wait', until: oldest.startedAt + WINDOW_MS }
        // Until it is over, the message says whose call it is.
        return { kind: 'begun', id: write(call, { state: 'running', isCounted: true, message: owner }) }
      })
      if (begun.kind !== 'wait') onChange()
      return begun
    },
    /** What became of it. A call that was settled already stays as it is. */
    settle: (id: number, end: Settlement): void =>
      changed(() => {
        const { state, ms, inputTokens, outputTokens, isEstimated, costUsd, message, received } = end
        update.run(state, ms, inputTokens, outputTokens, isEstimated ? 1 : 0, costUsd, message, received, id)
      }),
    /** Calls of processes that have ended are failed ones; the most they may have cost stays counted. Whether one has ended cannot always be
     *  told (the machine was renamed, its number was given out again): its calls from before `since`, by when any is over, are lost too. */
    settleLost: (since: number): void => {
      const isLost = (call: { owner: string; startedAt: number }) =>
        hasEnded(call.owner) || (call.owner !== owner && call.startedAt < since)
      const lost = running.all().filter(isLost)
      if (lost.length === 0) return
      changed(() => {
        for (const { id } of lost) lose.run('The app ended during this call. The most it may have cost is counted.', id)
      })
    },
    /** Forgets what was sent and what came back before that instant (UTC ms). The figures stay. */
    purgeTexts: (before: number): void => {
      const { changes } = database.write(() => purge.run(before))
      if (changes > 0) onChange()
    },
    list: ({ beforeId, limit }: { beforeId: number | undefined; limit: number }): AiCall[] =>
      list.all(beforeId ?? Number.MAX_SAFE_INTEGER, limit).map(asCall),
    get: (id: number): (AiCall & { sent: string; received: string }) | null => {
      const row = one.get(id)
      return row === undefined ? null : { ...asCall(row), sent: row.sent, received: row.received }
    },
    sums: (month: Bounds['month']): MonthSum[] => sums.all(month.startsAt, month.endsAt),
  }
}

export type Ledger = ReturnType<typeof createLedger>

function asCall(row: Row): AiCall {
  const { id, provider, model, purpose, state, fallbackOf, startedAt, ms, inputTokens, outputTokens, costUsd } = row
  const message = state === 'running' ? '' : row.message
  const isEstimated = row.isEstimated === 1 || state === 'running'
  return {
    id,
    provider,
    model,
    purpose,
    state,
    fallbackOf,
    startedAt,
    ms,
    inputTokens,
    outputTokens,
    isEstimated,
    costUsd,
    message,
  }
}

function dollars(usd: number): string {
  return `$${usd.toFixed(usd < 1 && usd > 0 ? 4 : 2)}`
}

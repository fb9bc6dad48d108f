import type { RequestPlan } from '#shared/schedule.ts'
import type { QuotaWindow } from '../../infra/http/http.ts'
import { windowAround } from '../../infra/http/quota.ts'

/** The fractions of multiples of it spread more evenly over 0 to 1 than those of any other number: (√5 − 1) / 2. */
const GOLDEN = 0.618_033_988_749_894_9

export interface PlanQuestion {
  readonly sourceId: string
  readonly rules: readonly { readonly requests: number; readonly per: QuotaWindow }[]
  /** Requests already taken from the current window of that length. */
  readonly used: (per: QuotaWindow) => number
  readonly now: number
  /** What the requests are for: a run of the schedule, a run that somebody asked for, or null to look at what comes next. */
  readonly run: 'scheduled' | 'manual' | null
  /** The scheduled runs that read the source later than `now` and before `end`, oldest first. */
  readonly runsBefore: (end: number) => readonly number[]
}

export interface PlannedRequests {
  readonly plan: RequestPlan
  /** When a scheduled run may ask again, if it is not this one; `plan.resetsAt` when no run before that may. */
  readonly nextAt: number | null
}

/** How many requests one run may make so that each allowance lasts to the end of its window; null without allowances. What is left
 *  is shared evenly among this run and those to come. Fewer requests than runs are given out singly, spread over the runs. A run
 *  that somebody asks for gets a share as a scheduled one would, but at least one request while one is left; the later runs make
 *  up for it. Of several allowances the one that gives least holds. Pure. */
export function planRequests(question: PlanQuestion): PlannedRequests | null {
  const plans = question.rules.map((rule) => planOf(rule, question))
  return plans.toSorted((a, b) => a.plan.perRun - b.plan.perRun || b.plan.resetsAt - a.plan.resetsAt)[0] ?? null
}

function planOf(rule: PlanQuestion['rules'][number], question: PlanQuestion): PlannedRequests {
  const { sourceId, now, run } = question
  const { endsAt } = windowAround(rule.per, now)
  const used = question.used(rule.per)
  const left = Math.max(0, rule.requests - used)
  const later = question.runsBefore(endsAt)
  const runsLeft = later.length + (run === null ? 0 : 1)
  const share = shareOf(left, runsLeft)
  const perRun = run === 'manual' ? Math.max(share, Math.min(left, 1)) : share
  const plan: RequestPlan = { sourceId, limit: rule.requests, per: rule.per, used, resetsAt: endsAt, runsLeft, perRun }
  return { plan, nextAt: perRun > 0 ? null : nextShareAt({ left, later, endsAt }) }
}

/** What the first of `runsLeft` runs gets of `left` requests. With fewer requests than runs it is one request or none: the golden
 *  ratio deals them out, so that neither the first runs nor the last ones get them all, and what was not used is dealt again. */
function shareOf(left: number, runsLeft: number): number {
  if (runsLeft <= 1) return left
  if (left >= runsLeft) return Math.floor(left / runsLeft)
  return (runsLeft * GOLDEN) % 1 < left / runsLeft ? 1 : 0
}

function nextShareAt(rest: { left: number; later: readonly number[]; endsAt: number }): number {
  const { left, later, endsAt } = rest
  return later.find((_at, index) => shareOf(left, later.length - index) > 0) ?? endsAt
}

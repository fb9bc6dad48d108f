import { HttpProblem, type QuotaRule, type QuotaStore, type QuotaUse, type QuotaWindow } from './http.ts'

export interface WindowBounds {
  readonly startsAt: number
  readonly endsAt: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

const WINDOWS: Readonly<Record<QuotaWindow, (date: Date) => WindowBounds>> = {
  minute: (date) => lasting(Math.floor(date.getTime() / MINUTE_MS) * MINUTE_MS, MINUTE_MS),
  hour: (date) => lasting(dayStart(date) + date.getUTCHours() * HOUR_MS, HOUR_MS),
  day: (date) => lasting(dayStart(date), DAY_MS),
  week: (date) => lasting(dayStart(date) - ((date.getUTCDay() + 6) % 7) * DAY_MS, 7 * DAY_MS),
  month: (date) => ({
    startsAt: Date.UTC(date.getUTCFullYear(), date.getUTCMonth()),
    endsAt: Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1),
  }),
}

/** The calendar window (UTC; weeks from Monday) around an instant, end exclusive, in UTC ms. Pure. */
export function windowAround(window: QuotaWindow, now: number): WindowBounds {
  return WINDOWS[window](new Date(now))
}

/** Requests already taken from a rule's current window. */
export function usedOf(store: QuotaStore, rule: Pick<QuotaRule, 'key' | 'window'>, now: number): number {
  return usedIn(store.read(`${rule.key}:${rule.window}`), windowAround(rule.window, now).startsAt)
}

/** Takes one request from every rule's window, or from none: throws 'quota_used' with the start of the next window (the latest, if
 *  several are used up) before anything is sent. */
export function takeFromQuotas(store: QuotaStore, rules: readonly QuotaRule[], now: number): void {
  const windows = rules.map((rule) => ({ rule, key: `${rule.key}:${rule.window}`, ...windowAround(rule.window, now) }))
  const usedUp = windows.filter(({ rule, key, startsAt }) => usedIn(store.read(key), startsAt) >= rule.limit)
  if (usedUp.length > 0) {
    const [first] = usedUp.toSorted((a, b) => b.endsAt - a.endsAt)
    const words = first === undefined ? '' : `${first.rule.limit} requests a ${first.rule.window} to ${first.rule.key}`
    throw new HttpProblem('quota_used', `The allowance of ${words} is used up`, { retryAt: first?.endsAt ?? null })
  }
  for (const { key, startsAt } of windows) store.add(key, 1, startsAt)
}

/** Counters that live as long as the process. */
export function createMemoryQuotaStore(): QuotaStore {
  const counters = new Map<string, QuotaUse>()
  return {
    read: (key) => counters.get(key) ?? null,
    add(key, requests, windowStartedAt) {
      counters.set(key, { windowStartedAt, used: usedIn(counters.get(key) ?? null, windowStartedAt) + requests })
    },
  }
}

function usedIn(use: QuotaUse | null, windowStartedAt: number): number {
  return use?.windowStartedAt === windowStartedAt ? use.used : 0
}

function dayStart(date: Date): number {
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate())
}

function lasting(startsAt: number, ms: number): WindowBounds {
  return { startsAt, endsAt: startsAt + ms }
}

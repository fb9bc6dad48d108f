import { describe, expect, it, test } from 'vitest'
import { HttpProblem, type QuotaRule, type QuotaWindow } from './http.ts'
import { createMemoryQuotaStore, takeFromQuotas, usedOf, windowAround } from './quota.ts'

describe('windowAround', () => {
  it.each<[QuotaWindow, string, string, string]>([
    ['minute', '2026-03-02T09:59:59.999Z', '2026-03-02T09:59:00Z', '2026-03-02T10:00:00Z'],
    ['hour', '2026-03-02T09:59:59.999Z', '2026-03-02T09:00:00Z', '2026-03-02T10:00:00Z'],
    ['day', '2026-03-02T00:00:00Z', '2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z'],
    ['week', '2026-03-01T12:00:00Z', '2026-02-23T00:00:00Z', '2026-03-02T00:00:00Z'],
    ['week', '2026-03-02T00:00:00Z', '2026-03-02T00:00:00Z', '2026-03-09T00:00:00Z'],
    ['month', '2026-12-31T23:59:59Z', '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ['month', '2028-02-29T01:00:00Z', '2028-02-01T00:00:00Z', '2028-03-01T00:00:00Z'],
  ])('%s around %s', (window, at, startsAt, endsAt) => {
    expect(windowAround(window, Date.parse(at))).toEqual({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) })
  })
})

test('usedOf counts the current window of one rule, and nothing of the window before', () => {
  const store = createMemoryQuotaStore()
  const day: QuotaRule = { key: 'adzuna', limit: 3, window: 'day' }
  const month: QuotaRule = { key: 'adzuna', limit: 5, window: 'month' }
  const now = Date.parse('2026-03-30T23:59:00Z')
  takeFromQuotas(store, [day, month], now)
  takeFromQuotas(store, [day, month], now)
  const used = (rule: QuotaRule, at: number) => usedOf(store, rule, at)
  expect([used(day, now), used(month, now)]).toEqual([2, 2])
  expect([used(day, now + 60_000), used(month, now + 60_000)]).toEqual([0, 2])
  expect(usedOf(store, { key: 'reed', window: 'day' }, now)).toBe(0)
})

describe('takeFromQuotas', () => {
  const day: QuotaRule = { key: 'adzuna', limit: 3, window: 'day' }
  const month: QuotaRule = { key: 'adzuna', limit: 5, window: 'month' }
  const at = (text: string): number => Date.parse(text)
  const problemAt = (take: () => void): HttpProblem => {
    try {
      take()
    } catch (error) {
      if (error instanceof HttpProblem) return error
    }
    throw new Error('nothing was refused')
  }

  it('counts days and months apart, and takes from none when one is used up', () => {
    const store = createMemoryQuotaStore()
    const first = at('2026-03-30T10:00:00Z')
    for (let index = 0; index < 3; index += 1) takeFromQuotas(store, [day, month], first)
    expect(problemAt(() => takeFromQuotas(store, [day, month], first)).retryAt).toBe(at('2026-03-31T00:00:00Z'))
    expect(store.read('adzuna:month')?.used).toBe(3)

    const second = at('2026-03-31T10:00:00Z')
    for (let index = 0; index < 2; index += 1) takeFromQuotas(store, [day, month], second)
    const problem = problemAt(() => takeFromQuotas(store, [day, month], second))
    expect(problem).toMatchObject({ code: 'quota_used', retryAt: at('2026-04-01T00:00:00Z') })
    takeFromQuotas(store, [day, month], at('2026-04-01T00:00:00Z'))
    expect(store.read('adzuna:month')).toEqual({ windowStartedAt: at('2026-04-01T00:00:00Z'), used: 1 })
  })

  it('names the later window when both are used up', () => {
    const store = createMemoryQuotaStore()
    const now = at('2026-03-02T10:00:00Z')
    const rules: QuotaRule[] = [
      { ...day, limit: 0 },
      { ...month, limit: 0 },
    ]
    expect(problemAt(() => takeFromQuotas(store, rules, now)).retryAt).toBe(at('2026-04-01T00:00:00Z'))
  })
})

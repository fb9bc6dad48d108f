import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { QuotaWindow } from '../../infra/http/http.ts'
import { type PlanQuestion, planRequests } from './quota-plan.ts'

const START = Date.UTC(2026, 3, 1)
const END = Date.UTC(2026, 4, 1)
/** The 120 slots of April, every six hours from midnight on. */
const SLOTS = Array.from({ length: 120 }, (_, index) => START + index * 21_600_000)

function ask(question: Partial<PlanQuestion> & { used?: PlanQuestion['used'] }) {
  const now = question.now ?? START
  return planRequests({
    sourceId: 'adzuna',
    rules: [{ requests: 250, per: 'month' }],
    used: () => 0,
    now,
    run: 'scheduled',
    runsBefore: (end) => SLOTS.filter((slot) => slot > now && slot < end),
    ...question,
  })
}

/** Every slot of the month in turn; `use` says what each run makes of what it is given. */
function month(limit: number, use: (given: number, index: number) => number): number[] {
  let used = 0
  return SLOTS.map((now, index) => {
    const given = ask({ now, rules: [{ requests: limit, per: 'month' }], used: () => used })?.plan.perRun ?? 0
    used += use(given, index)
    return given
  })
}

describe('what a run may ask', () => {
  test('nothing is planned for a source without an allowance', () => {
    expect(ask({ rules: [] })).toBeNull()
  })

  test('250 a month over 120 runs: two a run, and the plan says why', () => {
    expect(ask({})).toEqual({
      plan: { sourceId: 'adzuna', limit: 250, per: 'month', used: 0, resetsAt: END, runsLeft: 120, perRun: 2 },
      nextAt: null,
    })
  })

  test('250 a month last until the last run, to the last request', () => {
    const given = month(250, (requests) => requests)
    expect(given.slice(0, 100).every((requests) => requests === 2)).toBe(true)
    expect(given.every((requests) => requests >= 2 && requests <= 3)).toBe(true)
    expect(given.reduce((sum, requests) => sum + requests, 0)).toBe(250)
  })

  test('what a run leaves unused goes to the later ones', () => {
    const given = month(250, (requests, index) => (index < 60 ? 0 : requests))
    expect(given[0]).toBe(2)
    expect(given[60]).toBe(4)
  })

  const rules = (...pairs: [number, QuotaWindow][]) => pairs.map(([requests, per]) => ({ requests, per }))
  test.each<[string, Partial<PlanQuestion>, { per: string; perRun: number; runsLeft: number }]>([
    ['the day is tighter', { rules: rules([2500, 'month'], [40, 'day']) }, { per: 'day', perRun: 10, runsLeft: 4 }],
    ['the month is tighter', { rules: rules([40, 'day'], [250, 'month']) }, { per: 'month', perRun: 2, runsLeft: 120 }],
    ['an hour has only this run', { rules: rules([100, 'hour']) }, { per: 'hour', perRun: 100, runsLeft: 1 }],
    ['so has a minute', { rules: rules([25, 'minute'], [2500, 'month']) }, { per: 'month', perRun: 20, runsLeft: 120 }],
    [
      'weeks begin on Monday',
      { rules: rules([400, 'week']), now: Date.UTC(2026, 3, 6) },
      { per: 'week', perRun: 14, runsLeft: 28 },
    ],
    [
      'the last run of the month gets what is left',
      { now: SLOTS.at(-1) ?? 0, used: () => 200 },
      { per: 'month', perRun: 50, runsLeft: 1 },
    ],
    [
      'one window is used up',
      { rules: rules([40, 'day'], [250, 'month']), used: (per) => (per === 'day' ? 40 : 40) },
      { per: 'day', perRun: 0, runsLeft: 4 },
    ],
    ['more was used than is allowed now', { used: () => 260 }, { per: 'month', perRun: 0, runsLeft: 120 }],
    ['looking ahead counts no run of now', { run: null, now: START + 1 }, { per: 'month', perRun: 2, runsLeft: 119 }],
    ['a run more is one to share with', { run: 'manual', now: START + 1 }, { per: 'month', perRun: 2, runsLeft: 120 }],
    [
      'no run is left to share with',
      { run: null, now: END - 1, used: () => 240 },
      { per: 'month', perRun: 10, runsLeft: 0 },
    ],
  ])('%s', (_name, question, expected) => {
    expect(ask(question)?.plan).toMatchObject(expected)
  })
})

describe('fewer requests than runs', () => {
  test.each([1, 3, 10, 30, 60, 100, 119])('%d a month are given out one by one, spread over all 120 runs', (limit) => {
    const given = month(limit, (requests) => requests)
    const turns = given.flatMap((requests, index) => (requests > 0 ? [index] : []))
    expect(turns).toHaveLength(limit)
    expect(Math.max(...given)).toBe(1)
    const gaps = [...turns, 120].map((turn, index) => turn - (turns[index - 1] ?? -1))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(Math.max(3 * (120 / limit), 3))
  })

  test('a run that gets none is told when the next one does', () => {
    const told = SLOTS.flatMap((now) => {
      const planned = ask({ now, rules: [{ requests: 10, per: 'month' }], used: () => 4 })
      return planned === null || planned.plan.perRun > 0 ? [] : [[now, planned.nextAt ?? 0] as const]
    })
    expect(told.length).toBeGreaterThan(50)
    for (const [now, nextAt] of told) {
      expect(nextAt).toBeGreaterThan(now)
      const then = ask({ now: nextAt, rules: [{ requests: 10, per: 'month' }], used: () => 4 })
      expect(then?.plan.perRun).toBe(1)
    }
  })

  test('one that is used up comes back with its next window', () => {
    expect(ask({ used: () => 250 })?.nextAt).toBe(END)
  })

  test('a run that somebody asks for gets one while one is left, and none after that', () => {
    const tight = { rules: [{ requests: 3, per: 'month' }] as const, run: 'manual' as const }
    const given = SLOTS.map((slot) => ask({ ...tight, now: slot + 60_000 })?.plan.perRun)
    expect(new Set(given.slice(0, -3))).toEqual(new Set([1]))
    expect(ask({ ...tight, used: () => 3 })?.plan.perRun).toBe(0)
  })
})

test('no window is ever asked for more than it has, and a fair use of it lasts until its last run', () => {
  const per = fc.constantFrom<QuotaWindow>('day', 'week', 'month')
  const rule = fc.record({ requests: fc.integer({ min: 0, max: 600 }), per })
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 3 }), fc.infiniteStream(fc.nat(100)), (rules, uses) => {
      const used = new Map<string, number>()
      for (const now of SLOTS) {
        const day = Math.floor((now - START) / 86_400_000)
        const key = (window: QuotaWindow) =>
          ({ minute: '', hour: '', day: `d${day}`, week: `w${Math.floor((day + 2) / 7)}`, month: 'm' })[window]
        const plan = ask({ now, rules, used: (window) => used.get(key(window)) ?? 0 })?.plan
        const given = plan?.perRun ?? 0
        expect(given).toBeGreaterThanOrEqual(0)
        for (const { requests, per: window } of rules) {
          expect(given).toBeLessThanOrEqual(Math.max(0, requests - (used.get(key(window)) ?? 0)))
        }
        const share = (Number(uses.next().value) / 100) * given
        for (const window of new Set(rules.map(({ per: window }) => window))) {
          used.set(key(window), (used.get(key(window)) ?? 0) + Math.floor(share))
        }
      }
    }),
    { numRuns: 30 },
  )
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_WEIGHTS } from '#shared/recommendations.ts'
import {
  CLOSED_TOKEN,
  countryToken,
  type JobColumns,
  roleToken,
  skillToken,
  visaToken,
} from '../jobs/match/matching.service.ts'
import { coarseSteps } from './coarse.ts'
import { coarsePlan } from './coarse-plan.ts'
import { atOnce, NOW_MS, seeking } from './match-job.fixture.ts'

const HOUR_MS = 3_600_000
/** The id of the n-th job of an hour so many days ago. */
const idOf = (daysAgo: number, n = 0) => (Math.floor(NOW_MS / HOUR_MS) - daysAgo * 24) * 65_536 + n

type Job = readonly [id: number, ...tokens: string[]]

function columnsOf(jobs: readonly Job[], changed: JobColumns['changed'] = new Map()): JobColumns {
  const sorted = jobs.toSorted(([a], [b]) => a - b)
  return {
    jobIds: Float64Array.from(sorted, ([id]) => id),
    ordinalsOf: (token) =>
      Uint32Array.from(sorted.flatMap(([, ...tokens], ordinal) => (tokens.includes(token) ? [ordinal] : []))),
    changed,
    isReady: true,
  }
}

const PYTHON = skillToken('Python')
const SEEKER = seeking({
  skills: [{ name: 'Python', years: null, level: null }],
  roleFamilies: ['data_engineer'],
  countries: ['DE'],
  needsSponsorship: true,
})
const PLAN = coarsePlan(SEEKER, { weights: DEFAULT_WEIGHTS, near: [] })
const bestOf = (columns: JobColumns, { count = 1, leftOut = [] }: { count?: number; leftOut?: number[] } = {}) =>
  atOnce(coarseSteps(columns, PLAN, { nowMs: NOW_MS, leftOut, count }))

describe('the coarse stage', () => {
  test('takes the jobs whose skills, work and country fit, not the newest', () => {
    const fitting = idOf(20)
    const jobs: Job[] = [
      [idOf(0), countryToken('FR')],
      [idOf(1), countryToken('DE')],
      [fitting, PYTHON, roleToken('data_engineer'), countryToken('DE')],
    ]
    expect(bestOf(columnsOf(jobs))).toEqual({ ids: [fitting], considered: 3 })
  })

  test('of equal ones the newest; a refused sponsorship goes down', () => {
    const equal: Job[] = [1, 2, 3].map((n): Job => [idOf(2, n), PYTHON])
    expect(bestOf(columnsOf(equal), { count: 2 }).ids).toEqual([idOf(2, 2), idOf(2, 3)])
    const refusing: Job = [idOf(2, 4), PYTHON, visaToken('refuses')]
    expect(bestOf(columnsOf([...equal, refusing]), { count: 3 }).ids).not.toContain(idOf(2, 4))
  })

  test('closed and hidden jobs are not compared', () => {
    const jobs: Job[] = [[idOf(1, 1), PYTHON, CLOSED_TOKEN], [idOf(1, 2), PYTHON], [idOf(1, 3)]]
    expect(bestOf(columnsOf(jobs), { count: 9, leftOut: [idOf(1, 2)] })).toEqual({ ids: [idOf(1, 3)], considered: 1 })
  })

  test('a job that changed counts by what it carries now, a new one is there, a gone one is not', () => {
    const jobs: Job[] = [[idOf(1, 1), PYTHON], [idOf(1, 2)], [idOf(1, 3), PYTHON]]
    const changed = new Map<number, ReadonlySet<string> | null>([
      [idOf(1, 1), null],
      [idOf(1, 3), new Set<string>()],
      [idOf(0, 1), new Set([PYTHON, countryToken('DE')])],
    ])
    const { ids, considered } = bestOf(columnsOf(jobs, changed), { count: 9 })
    expect(ids).toEqual([idOf(1, 2), idOf(1, 3), idOf(0, 1)])
    expect(considered).toBe(3)
    expect(bestOf(columnsOf(jobs, changed)).ids).toEqual([idOf(0, 1)])
  })

  test('no jobs at all', () => {
    expect(bestOf(columnsOf([]))).toEqual({ ids: [], considered: 0 })
  })

  test('gives as many as asked, ascending, whether they are in the columns or changed since', () => {
    const tokens = fc.subarray([PYTHON, countryToken('DE'), roleToken('data_engineer'), visaToken('offers')])
    const anyJob = fc.record({ days: fc.integer({ min: 0, max: 400 }), tokens, hasChanged: fc.boolean() })
    fc.assert(
      fc.property(fc.array(anyJob, { maxLength: 40 }), fc.integer({ min: 1, max: 50 }), (made, count) => {
        const jobs = made.map((job, n) => ({ ...job, id: idOf(job.days, n) }))
        const whole = columnsOf(jobs.map((job): Job => [job.id, ...job.tokens]))
        const split = columnsOf(
          jobs.map((job): Job => [job.id, ...(job.hasChanged ? [] : job.tokens)]),
          new Map(jobs.filter(({ hasChanged }) => hasChanged).map((job) => [job.id, new Set(job.tokens)])),
        )
        const { ids } = bestOf(whole, { count })
        expect(ids.length).toBe(Math.min(count, jobs.length))
        expect(ids).toEqual(ids.toSorted((a, b) => a - b))
        expect(bestOf(split, { count: jobs.length }).ids).toEqual(bestOf(whole, { count: jobs.length }).ids)
      }),
    )
  })
})

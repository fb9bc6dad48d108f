import { describe, expect, test } from 'vitest'
import { HttpProblem } from '../../../infra/http/http.ts'
import { manifest } from '../sources/arbeitnow/manifest.ts'
import { outcomeOfError, outcomeOfPages, type FinishedPages, withDrift } from './run-outcome.ts'

const END: FinishedPages = {
  counts: { found: 30, rejected: 0, reasons: {} },
  pages: 2,
  unchangedPages: 0,
  problems: [],
  stoppedBy: null,
}
const NOTHING = { counts: { found: 0, rejected: 0, reasons: {} } }
const gone = { code: 'not_found', message: 'Board "a" is gone' } as const

describe('the outcome of a source that came to its end', () => {
  test.each<[string, Partial<FinishedPages>, object]>([
    ['with postings', {}, { state: 'ok', problem: null, message: null }],
    ['without any', NOTHING, { state: 'empty', problem: null }],
    ['unchanged everywhere', { ...NOTHING, unchangedPages: 2 }, { state: 'ok', problem: null }],
    [
      'with one part of several gone',
      { problems: [gone] },
      { state: 'ok', problem: 'not_found', message: gone.message },
    ],
    ['with all parts gone', { ...NOTHING, pages: 1, problems: [gone] }, { state: 'error', problem: 'not_found' }],
    [
      'with nothing but broken items',
      { counts: { found: 9, rejected: 9, reasons: { bad_shape: 5, no_title: 4 } } },
      { state: 'error', problem: 'drift' },
    ],
    [
      'with two pages of nothing but broken items',
      { counts: { found: 3, rejected: 3, reasons: { no_title: 3 } }, stoppedBy: 'form' },
      { state: 'error', problem: 'drift' },
    ],
    [
      'with broken last pages after good ones',
      { counts: { found: 9, rejected: 4, reasons: { bad_shape: 4 } }, stoppedBy: 'form' },
      { state: 'ok', message: 'Stopped: nothing on its last pages could be read.' },
    ],
    [
      'with broken items beside others that were not wanted',
      { counts: { found: 9, rejected: 9, reasons: { bad_shape: 5, outside_roles: 4 } } },
      { state: 'ok', problem: null },
    ],
  ])('%s', (_, end, outcome) => {
    expect(outcomeOfPages({ ...END, ...end })).toMatchObject(outcome)
  })

  test('of many boards that are gone, five are named and the others counted', () => {
    const problems = Array.from({ length: 12 }, (_, index) => ({ ...gone, message: `Board "${index}" is gone` }))
    expect(outcomeOfPages({ ...END, problems }).message).toMatch(/Board "4" is gone · and 7 more$/)
  })

  test.each(['allowance', 'plan'] as const)('says that it stopped at its %s', (stoppedBy) => {
    expect(outcomeOfPages({ ...END, stoppedBy }).message).toContain('the next run')
  })
})

describe('drift', () => {
  const empty = outcomeOfPages({ ...END, ...NOTHING })
  test.each<[string, number[], 'drift' | null]>([
    ['a source that always had postings', [120, 118, 140], 'drift'],
    ['a source that once had none', [120, 0, 140, 130], null],
    ['a source that is hardly known', [120, 118], null],
    ['a source that never had any', [0, 0, 0], null],
    ['a source that always had the same few', [4, 4, 5], 'drift'],
    ['a source of which only some hours are asked', [2, 9, 4], null],
  ])('%s and now has none', (_, earlier, problem) => {
    expect(withDrift(empty, earlier).problem).toBe(problem)
  })

  test('is not read into a source with postings, or into one with a reason of its own', () => {
    expect(withDrift(outcomeOfPages(END), [5, 5, 5]).problem).toBeNull()
    const failed = outcomeOfPages({ ...END, ...NOTHING, pages: 1, problems: [gone] })
    expect(withDrift(failed, [5, 5, 5])).toBe(failed)
  })
})

describe('the outcome of a source that ended by an error', () => {
  const about = { manifest, usesKey: false, internalMessage: 'look for x' }
  test.each([
    ['rate_limited', 'blocked'],
    ['challenge', 'blocked'],
    ['quota_used', 'quota'],
    ['browser_missing', 'skipped'],
    ['network', 'error'],
  ] as const)('%s is %s', (code, state) => {
    expect(outcomeOfError(new HttpProblem(code, 'why', { retryAt: 5 }), about)).toEqual({
      state,
      problem: code,
      message: 'why',
      nextTryAt: 5,
    })
  })

  test('a refusal of a request that carried a key is about the key; one without is not', () => {
    const refused = new HttpProblem('unauthorised', 'refuses access', { status: 403 })
    expect(outcomeOfError(refused, { ...about, usesKey: true })).toMatchObject({
      state: 'blocked',
      problem: 'key_refused',
      message: 'Arbeitnow refused the key (status 403).',
    })
    expect(outcomeOfError(refused, about)).toMatchObject({ state: 'blocked', problem: 'unauthorised' })
  })

  test('anything unforeseen is internal and says where to look', () => {
    expect(outcomeOfError(new TypeError('x'), about)).toMatchObject({ problem: 'internal', message: 'look for x' })
  })
})

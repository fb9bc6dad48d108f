import { expect, test } from 'vitest'
import { allowanceWords } from './source-words.ts'

const MONTH = { limit: 250, per: 'month' } as const
const plan = {
  sourceId: 'x',
  limit: 250,
  per: 'month',
  used: 40,
  resetsAt: Date.UTC(2026, 11, 1, 12),
  runsLeft: 100,
  perRun: 2,
} as const

test('an allowance is told with how it is spread', () => {
  expect(allowanceWords({ quotas: [MONTH], plan, isManualOnly: false }, 'en-GB')).toEqual([
    'It allows 250 requests a month.',
    '40 of 250 of this month are used; each of the 100 runs until 1 Dec 2026 may make 2.',
  ])
})

test('a last run has the rest to itself', () => {
  const last = { ...plan, runsLeft: 1, perRun: 210 }
  expect(allowanceWords({ quotas: [MONTH], plan: last, isManualOnly: false }, 'en-GB')[1]).toBe(
    '40 of 250 of this month are used; the one run until 1 Dec 2026 may make 210.',
  )
})

test('several allowances are told in one sentence', () => {
  const quotas = [
    { limit: 25, per: 'minute' },
    { limit: 250, per: 'day' },
    { limit: 2500, per: 'month' },
  ] as const
  expect(allowanceWords({ quotas: [...quotas], plan: null, isManualOnly: false }, 'en-GB')).toEqual([
    'It allows 25 requests a minute, 250 a day, and 2,500 a month.',
  ])
})

test('one that is read by hand has no share of a run', () => {
  expect(allowanceWords({ quotas: [MONTH], plan, isManualOnly: true }, 'en-GB')[1]).toBe(
    '40 of 250 of this month are used; they are counted anew from 1 Dec 2026.',
  )
})

test('a source without an allowance has nothing to tell', () => {
  expect(allowanceWords({ quotas: [], plan: null, isManualOnly: false })).toEqual([])
})

import { expect, test } from 'vitest'
import { toView } from '../view/applications-url.ts'
import { appliedWord, applicationChips } from './filter-chips.ts'

test('every filter that is on can be taken off by itself', () => {
  const view = toView({ q: 'python', stage: ['saved', 'offered'], company: 'Adyen', from: '2026-11-01', only: 'due' })
  const chips = applicationChips(view, 'en-GB')
  expect(chips.map(({ kind, word }) => `${kind} ${word}`)).toEqual([
    'Text python',
    'Stage Saved',
    'Stage Offered',
    'Company Adyen',
    'Applied since 1 Nov 2026',
    'Only Something to do',
  ])
  expect(chips[1]?.without).toEqual({ stages: ['offered'] })
})

test.each([
  [null, null, null],
  ['2026-11-01', '2026-11-30', '1 Nov 2026 to 30 Nov 2026'],
  ['2026-11-01', '2026-11-01', '1 Nov 2026'],
  [null, '2026-11-30', 'until 30 Nov 2026'],
])('applied from %s to %s reads %s', (appliedFrom, appliedUntil, word) => {
  expect(appliedWord({ appliedFrom, appliedUntil }, 'en-GB')).toBe(word)
})

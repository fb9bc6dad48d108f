import { expect, test } from 'vitest'
import type { Happening } from '../../applications/history.service.ts'
import { interviewChanges } from './interview-changes.ts'

type Change = 'added' | 'changed' | 'removed' | 'restored'
const NOW = Date.parse('2026-01-12T09:00Z')

function event(id: number, agoSeconds: number, more: { partId?: number; change?: Change } = {}): Happening {
  const { partId = 1, change = 'changed' } = more
  const data = {
    type: 'interview' as const,
    partId,
    change,
    kind: 'video' as const,
    startsAt: NOW,
    outcome: 'planned' as const,
  }
  return { id, at: NOW - agoSeconds * 1000, data, applicationId: 7, title: 'Data Engineer', company: 'Acme' }
}
const spans = (happenings: readonly Happening[]) => {
  const { over, nextAt } = interviewChanges(happenings, NOW)
  return { over: over.map(({ firstId, last }) => [firstId, last.id]), waitsMs: nextAt === null ? null : nextAt - NOW }
}

test('events of one interview that are close together are one change', () => {
  const far = [
    event(1, 300),
    event(2, 290, { change: 'removed' }),
    event(3, 280, { change: 'restored' }),
    event(4, 200),
  ]
  expect(spans(far)).toEqual({
    over: [
      [1, 3],
      [4, 4],
    ],
    waitsMs: null,
  })
  const two = [event(1, 300), event(2, 299, { partId: 2 }), event(3, 298)]
  expect(spans(two).over).toEqual([
    [2, 2],
    [1, 3],
  ])
})

test('one that may still go on is waited for, with all of its events', () => {
  const going = [event(1, 60, { partId: 2 }), event(2, 20), event(3, 6)]
  expect(spans(going)).toEqual({ over: [[1, 1]], waitsMs: 9001 })
  expect(spans([])).toEqual({ over: [], waitsMs: null })
})

import { expect, test } from 'vitest'
import { stepWord } from './step-words.ts'

const NOW = Date.parse('2026-11-29T12:00:00Z')

test.each([
  ['interview', '2026-11-29T15:00:00Z', 'today, 16:00', 'today'],
  ['interview', '2026-11-29T23:30:00Z', 'tomorrow, 00:30', 'later'],
  ['interview', '2026-11-29T09:00:00Z', 'today, 10:00', 'overdue'],
  ['follow_up', '2026-11-28T09:00:00Z', 'yesterday', 'overdue'],
  ['follow_up', '2026-11-20T09:00:00Z', '9 d ago', 'overdue'],
  ['deadline', '2026-12-03T09:00:00Z', 'Thu 3', 'later'],
  ['answer', '2026-12-20T09:00:00Z', '20 Dec', 'later'],
] as const)('%s at %s reads %s, %s', (kind, at, when, urgency) => {
  const words = stepWord({ kind, at: Date.parse(at) }, { now: NOW, zone: 'Europe/Berlin', locale: 'en-GB' })
  expect(words).toMatchObject({ when, urgency })
})

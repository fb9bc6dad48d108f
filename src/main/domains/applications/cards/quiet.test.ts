import { expect, test } from 'vitest'
import { STAGES } from '#shared/stages.ts'
import { looksGhosted } from './quiet.ts'

const NOW = Date.parse('2026-03-04T10:00:00Z')
const days = (count: number) => NOW - count * 86_400_000

test.each([
  ['applied', days(30), true],
  ['applied', days(29.9), false],
  ['interviewing', days(31), true],
  ['interviewing', days(-2), false],
  ['saved', days(90), false],
  ['offered', days(90), false],
  ['ghosted', days(90), false],
  ['rejected', days(90), false],
] as const)('%s and quiet since %d: looks ghosted is %s', (stage, quietSince, expected) => {
  expect(looksGhosted({ stage, quietSince }, { now: NOW, ghostedAfterDays: 30 })).toBe(expected)
})

test('only what may become ghosted looks so, however long it is quiet', () => {
  const silent = STAGES.filter((stage) => looksGhosted({ stage, quietSince: 0 }, { now: NOW, ghostedAfterDays: 7 }))
  expect(silent).toEqual(['applied', 'interviewing'])
})

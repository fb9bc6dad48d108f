import { expect, test } from 'vitest'
import { entryTime, theirTime } from './entry-words.ts'

const at = (text: string) => Date.parse(text)
const here = { now: at('2026-03-30T07:00:00Z'), zone: 'Europe/Berlin', locale: 'en-GB' }

test.each([
  [{ kind: 'interview', at: at('2026-03-30T12:00:00Z'), endsAt: at('2026-03-30T13:00:00Z') }, /^14:00 to 15:00$/],
  [{ kind: 'interview', at: at('2026-03-31T12:00:00Z'), endsAt: null }, /^Tue,? 31 Mar,? 14:00$/],
  [{ kind: 'deadline', at: at('2026-03-29T12:00:00Z'), endsAt: null }, /^Overdue since Sun,? 29 Mar,? 14:00$/],
  [{ kind: 'follow_up', at: at('2026-03-30T10:00:00Z'), endsAt: null }, /^Today, 12:00 \(in 3 h\)$/],
] as const)('%j is told by the clock of the user', (entry, words) => {
  expect(entryTime(entry, here)).toMatch(words)
})

test.each([
  ['2026-03-30T12:00:00Z', 'America/New_York', /^08:00 in New York$/],
  ['2026-03-30T20:30:00Z', 'Asia/Tokyo', /^Tue,? 31 Mar,? 05:30 in Tokyo$/],
])('at %s the clock in %s is told as %s', (instant, zone, words) => {
  const told = theirTime(at(instant), zone, here)
  expect(told).toMatch(words)
})

test('where the clocks show the same, theirs are not told', () => {
  expect(theirTime(at('2026-03-30T12:00:00Z'), 'Europe/Paris', here)).toBeNull()
})

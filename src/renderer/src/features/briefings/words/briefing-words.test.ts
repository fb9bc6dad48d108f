import { expect, test } from 'vitest'
import { greeting, madeWords } from './briefing-words.ts'

const at = (text: string) => Date.parse(text)
const here = { now: at('2026-11-30T12:00:00Z'), zone: 'Europe/Berlin', locale: 'en-GB' }

test('the day is that of the zone the briefing was made for', () => {
  const made = { madeAt: at('2026-11-29T23:30:00Z'), from: 0, until: 0, zone: 'Europe/Berlin' }
  expect(greeting({ ...made, kind: 'daily' }, 'en-GB')).toMatch(/^Good morning\. This is Monday,? 30 November\.$/)
  expect(greeting({ ...made, kind: 'evening', zone: 'UTC' }, 'en-GB')).toMatch(/^Good evening\. This was Sunday/)
})

test('a week ends with its last day, not with the one after', () => {
  const week = { from: at('2026-11-22T23:00:00Z'), until: at('2026-11-29T23:00:00Z'), madeAt: 0 }
  expect(greeting({ ...week, kind: 'weekly', zone: 'Europe/Berlin' }, 'en-GB')).toBe(
    'The week from 23 Nov 2026 to 29 Nov 2026.',
  )
})

test('one that was made up for later says so', () => {
  const slotAt = at('2026-11-30T07:00:00Z')
  expect(madeWords({ slotAt: null, madeAt: here.now }, here)).toBe('As things are now.')
  expect(madeWords({ slotAt, madeAt: slotAt + 1000 }, here)).toMatch(/^As things were on Mon,? 30 Nov,? 08:00\.$/)
  expect(madeWords({ slotAt, madeAt: slotAt + 3_600_000 }, here)).toMatch(/09:00\. It was for .*08:00; the app was not/)
})

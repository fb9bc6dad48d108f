import { expect, test } from 'vitest'
import type { ComparedOffer } from '#shared/application-parts.ts'
import type { PermitCheck, PermitVerdict } from '#shared/permits.ts'
import { leftWords, offerRows } from './offer-rows.ts'

const NOW = Date.parse('2026-11-30T10:00Z')
const here = { now: NOW, zone: 'Europe/Berlin', locale: 'en-GB' }

const offer = (id: number, change: Partial<ComparedOffer>): ComparedOffer => ({
  id,
  applicationId: id,
  receivedAt: NOW,
  pay: null,
  bonus: '',
  noticeWeeks: null,
  remoteDays: null,
  vacationDays: null,
  startsOn: null,
  answerBy: null,
  notes: '',
  yearEur: null,
  ratesAsOf: null,
  title: 'Engineer',
  company: 'Havelwerk',
  place: 'Berlin',
  expectedYearEur: null,
  permits: null,
  ...change,
})

const check = (verdict: PermitVerdict): PermitCheck => ({
  countryCode: 'DE',
  region: null,
  permit: 'EU Blue Card',
  verdict,
  doubts: [],
  threshold: {
    id: 'de',
    variant: 'regular',
    amount: 48_300,
    currency: 'EUR',
    period: 'year',
    paymentsPerYear: 12,
    validFrom: null,
    validTo: null,
    source: 'law',
    isStale: false,
  },
  pay: null,
  ratesAsOf: null,
})
const permits = (verdict: PermitVerdict) => ({ asOf: '2026-01-01', checks: [check(verdict)] })

const row = (name: string, offers: readonly ComparedOffer[]) =>
  offerRows(offers, here).find((one) => one.name === name)?.cells
const marks = (name: string, offers: readonly ComparedOffer[]) => row(name, offers)?.map(({ mark }) => mark)

test.each([
  ['A year in EUR', { yearEur: 70_000 }, { yearEur: 64_000 }, ['highest', null]],
  ['A year in EUR', { yearEur: 70_000 }, { yearEur: 70_000 }, [null, null]],
  ['A year in EUR', { yearEur: 70_000 }, {}, [null, null]],
  ['Notice', { noticeWeeks: 12 }, { noticeWeeks: 4 }, [null, 'shortest']],
  ['Remote days a week', { remoteDays: 0 }, { remoteDays: 3 }, [null, 'most']],
  ['Vacation a year', { vacationDays: 30 }, { vacationDays: 25 }, ['most', null]],
  ['Start', { startsOn: '2027-02-01' }, { startsOn: '2027-01-01' }, [null, 'earliest']],
  ['Answer by', { answerBy: NOW + 1e8 }, { answerBy: NOW + 2e8 }, [null, 'most time']],
  ['Work permit', { permits: permits('meets') }, { permits: permits('below') }, ['reaches it', null]],
  ['Work permit', { permits: permits('cannot_tell') }, { permits: permits('below') }, [null, null]],
  // The lower pay is further above what was hoped for there.
  [
    'Against expected',
    { yearEur: 70_000, expectedYearEur: 75_000 },
    { yearEur: 64_000, expectedYearEur: 60_000 },
    [null, 'best'],
  ],
] as const)('%s of %j and %j is marked %j', (name, one, other, expected) => {
  expect(marks(name, [offer(1, one), offer(2, other)])).toEqual(expected)
})

test('of three, all that share the best are marked', () => {
  const offers = [offer(1, { vacationDays: 30 }), offer(2, { vacationDays: 25 }), offer(3, { vacationDays: 30 })]
  expect(marks('Vacation a year', offers)).toEqual(['most', null, 'most'])
})

test.each([
  ['Pay as told', { pay: { amount: 6000, currency: 'CHF', period: 'month' } }, ['CHF 6,000 a month']],
  [
    'A year in EUR',
    {
      yearEur: 76_543.21,
      ratesAsOf: '2026-11-27',
      pay: { amount: 6000, currency: 'CHF', period: 'month' },
    },
    ['€76,543 a year', 'at rates of 27 Nov 2026'],
  ],
  ['Against expected', { yearEur: 66_000, expectedYearEur: 60_000 }, ['10% above the €60,000 a year you hoped for']],
  ['Against expected', { yearEur: 54_000, expectedYearEur: 60_000 }, ['10% below the €60,000 a year you hoped for']],
  ['Against expected', { yearEur: 60_100, expectedYearEur: 60_000 }, ['as hoped for (€60,000 a year)']],
  ['Work permit', { permits: permits('meets') }, ['EU Blue Card (Germany): meets']],
  ['Work permit', { permits: { asOf: '2026-01-01', checks: [] } }, ['none is asked for']],
  ['Work permit', { permits: null }, []],
  ['Notice', { noticeWeeks: 1 }, ['1 week']],
  ['Notes', { notes: '  ' }, []],
] as const)('%s of %j reads %j', (name, change, lines) => {
  expect(row(name, [offer(1, change as Partial<ComparedOffer>)])?.[0]?.lines.map(plain)).toEqual(lines)
})

const plain = (line: string) => line.replaceAll(/[\u00A0\u202F]/g, ' ')

test('the time that is left for an answer, and that there is none', () => {
  expect([leftWords(NOW + 3 * 86_400_000, NOW), leftWords(NOW - 1, NOW)]).toEqual(['in 3 d', 'the time is over'])
})

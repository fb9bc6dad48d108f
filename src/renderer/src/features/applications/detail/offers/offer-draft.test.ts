import { expect, test } from 'vitest'
import { offerFieldsSchema, type Offer } from '#shared/application-parts.ts'
import { payDraftOf } from '../form/pay-draft.ts'
import { newOffer, offerDraftOf, offerFieldsOf, offerProblems } from './offer-draft.ts'

const here = { now: Date.parse('2026-11-30T10:00Z'), zone: 'Europe/Berlin' }
const draft = newOffer(here.now, here.zone, payDraftOf(null))

test('a new offer came today, asks nothing and can be stored as it is', () => {
  expect(offerProblems(draft, here)).toEqual({})
  expect(offerFieldsSchema.parse(offerFieldsOf(draft, here))).toMatchObject({ receivedAt: here.now, pay: null })
})

test('the answer is awaited at its day and time where the user is', () => {
  const { answerBy } = offerFieldsOf({ ...draft, answerOn: '2026-12-04', answerTime: '17:00' }, here)
  expect(answerBy).toBe(Date.parse('2026-12-04T16:00Z'))
})

test.each([
  [{ receivedOn: null }, 'receivedAt'],
  [{ answerOn: '2026-12-04', answerTime: '' }, 'answerBy'],
  [{ noticeWeeks: 200 }, 'noticeWeeks'],
  [{ remoteDays: 8 }, 'remoteDays'],
  [{ vacationDays: 400 }, 'vacationDays'],
  [{ pay: { amount: 70_000, currency: 'EU', period: 'year' as const } }, 'pay'],
  [{ pay: { amount: 0, currency: 'EUR', period: 'year' as const } }, 'pay'],
])('%j is told at the field %s', (change, field) => {
  expect(Object.keys(offerProblems({ ...draft, ...change }, here))).toEqual([field])
})

test('an offer that is opened and saved stays what it is', () => {
  const offer: Offer = {
    id: 1,
    applicationId: 1,
    receivedAt: Date.parse('2026-11-20T11:00Z'),
    pay: { amount: 5000, currency: 'CHF', period: 'month' },
    bonus: '10 %',
    noticeWeeks: 6,
    remoteDays: 2.5,
    vacationDays: 28,
    startsOn: '2027-01-01',
    answerBy: Date.parse('2026-12-04T16:30Z'),
    notes: 'Shares, too.',
    yearEur: 64_000,
    ratesAsOf: '2026-11-27',
  }
  const { id, applicationId, yearEur, ratesAsOf, ...stored } = offer
  expect([id, applicationId, yearEur, ratesAsOf]).not.toContain(undefined)
  expect(offerFieldsOf(offerDraftOf(offer, here.zone), here)).toEqual(stored)
})

import { offerFieldsSchema, type Offer } from '#shared/application-parts.ts'
import { localDayOf } from '#shared/local-time.ts'
import type { z } from 'zod'
import { problemsBy, type Problems } from '../form/form-problems.ts'
import { payDraftOf, payOf, type PayDraft } from '../form/pay-draft.ts'
import { fieldsOf, instantAt } from '../time/when-words.ts'

/** An offer while it is typed. Days are ISO days in the user's zone. */
export interface OfferDraft {
  readonly pay: PayDraft
  readonly receivedOn: string | null
  readonly bonus: string
  readonly noticeWeeks: number | null
  readonly remoteDays: number | null
  readonly vacationDays: number | null
  readonly startsOn: string | null
  readonly answerOn: string | null
  readonly answerTime: string
  readonly notes: string
}

export type OfferField = 'receivedAt' | 'answerBy' | 'bonus' | 'noticeWeeks' | 'remoteDays' | 'vacationDays' | 'notes'

/** By when an answer is awaited on a day without a time. */
const END_OF_WORK = '17:00'

export function newOffer(now: number, zone: string, expected: PayDraft): OfferDraft {
  return {
    pay: { ...expected, amount: null },
    receivedOn: localDayOf(now, zone),
    bonus: '',
    noticeWeeks: null,
    remoteDays: null,
    vacationDays: null,
    startsOn: null,
    answerOn: null,
    answerTime: END_OF_WORK,
    notes: '',
  }
}

export function offerDraftOf(offer: Offer, zone: string): OfferDraft {
  const answer = offer.answerBy === null ? null : fieldsOf(offer.answerBy, zone)
  const { bonus, noticeWeeks, remoteDays, vacationDays, startsOn, notes } = offer
  return {
    pay: payDraftOf(offer.pay),
    receivedOn: localDayOf(offer.receivedAt, zone),
    bonus,
    noticeWeeks,
    remoteDays,
    vacationDays,
    startsOn,
    answerOn: answer?.day ?? null,
    answerTime: answer?.time ?? END_OF_WORK,
    notes,
  }
}

/** As the core takes it; `receivedAt` is noon of its day, or now when noon is yet to come. Pure. */
export function offerFieldsOf(
  draft: OfferDraft,
  { now, zone }: { now: number; zone: string },
): z.input<typeof offerFieldsSchema> {
  const { bonus, noticeWeeks, remoteDays, vacationDays, startsOn, notes } = draft
  const noon = instantAt({ day: draft.receivedOn, time: '12:00', zone })
  const isToday = draft.receivedOn === localDayOf(now, zone)
  return {
    receivedAt: isToday || noon === null ? now : noon,
    pay: payOf(draft.pay).pay,
    bonus,
    noticeWeeks,
    remoteDays,
    vacationDays,
    startsOn,
    answerBy: draft.answerOn === null ? null : instantAt({ day: draft.answerOn, time: draft.answerTime, zone }),
    notes,
  }
}

/** What is wrong, field by field; the pay has its own. Pure. */
export function offerProblems(draft: OfferDraft, here: { now: number; zone: string }): Problems<OfferField | 'pay'> {
  const isPayWrong = Object.keys(payOf(draft.pay).problems).length > 0
  return {
    ...problemsBy(offerFieldsSchema, offerFieldsOf(draft, here), {
      receivedAt: 'The day on which it came.',
      answerBy: 'A day and a time.',
      bonus: 'At most 500 characters.',
      noticeWeeks: 'From 0 to 104 weeks.',
      remoteDays: 'From 0 to 7 days a week.',
      vacationDays: 'From 0 to 365 whole days.',
      notes: 'At most 50,000 characters.',
    }),
    ...(draft.receivedOn === null ? { receivedAt: 'The day on which it came.' } : {}),
    ...(draft.answerOn !== null && !/^\d{2}:\d{2}$/.test(draft.answerTime) ? { answerBy: 'A day and a time.' } : {}),
    ...(isPayWrong ? { pay: 'The pay does not fit.' } : {}),
  }
}

import type { ApplicationDetail, ApplicationEvent, Twice } from '#shared/applications.ts'
import type { PayWish } from '#shared/application-parts.ts'
import type { SalaryPeriod } from '#shared/facts.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { noApplication } from '../application-rows.ts'
import type { Cards } from '../cards/cards.ts'
import { followUpAt } from '../cards/follow-up.ts'
import type { createPartReader } from '../parts/parts.service.ts'
import { readSnapshot } from './snapshot.ts'
import type { TwiceAsked } from './twice.ts'

export interface DetailOptions {
  readonly database: Database
  readonly clock: Clock
  readonly cards: Pick<Cards, 'find'>
  readonly parts: ReturnType<typeof createPartReader>
  readonly timelineOf: (applicationId: number) => ApplicationEvent[]
  readonly twiceOf: (asked: TwiceAsked) => Twice[]
  readonly zone: () => string
  readonly followUpAfterDays: () => number
}

interface Row {
  readonly notes: string
  readonly notesVersion: number
  readonly amount: number | null
  readonly currency: string | null
  readonly period: SalaryPeriod | null
  readonly snapshot: string | null
  readonly removedAt: number | null
}

/** Everything about one application. Throws NOT_FOUND; one that was removed is found until it is gone for good. */
export function createDetailReader(options: DetailOptions): (id: number) => ApplicationDetail {
  const { database, clock, cards, parts, timelineOf, twiceOf } = options
  const select = database.raw.prepare<[number], Row>(
    `select notes, notes_version as notesVersion, expected_amount as amount, expected_currency as currency, expected_period as period,
       snapshot, removed_at as removedAt
     from application where id = ?`,
  )

  function suggestionFor(
    detail: Pick<ApplicationDetail, 'stage' | 'appliedAt' | 'stageSince' | 'interviews' | 'reminders'>,
  ) {
    const held = detail.interviews.filter(({ outcome }) => outcome !== 'cancelled').map(({ startsAt }) => startsAt)
    return followUpAt(
      {
        ...detail,
        lastInterviewAt: held.length === 0 ? null : Math.max(...held),
        hasReminder: detail.reminders.some(({ kind, doneAt }) => kind === 'follow_up' && doneAt === null),
      },
      { now: clock.now(), zone: options.zone(), followUpAfterDays: options.followUpAfterDays() },
    )
  }

  return (id) => {
    const card = cards.find(id)
    const row = select.get(id)
    if (card === null || row === undefined) throw noApplication(id)
    const interviews = parts.interviews(id)
    const reminders = parts.reminders(id)
    return {
      ...card,
      notes: row.notes,
      notesVersion: row.notesVersion,
      expectedPay: expectedPayOf(row),
      contacts: parts.contacts(id),
      interviews,
      offers: parts.offers(id),
      files: parts.files(id),
      reminders,
      timeline: timelineOf(id),
      snapshot: readSnapshot(row.snapshot),
      followUpAt: row.removedAt === null ? suggestionFor({ ...card, interviews, reminders }) : null,
      twice: twiceOf({ id, jobId: card.jobId, company: card.company, title: card.title }),
      isRemoved: row.removedAt !== null,
    }
  }
}

function expectedPayOf({ amount, currency, period }: Row): PayWish | null {
  return amount === null || currency === null || period === null ? null : { amount, currency, period }
}

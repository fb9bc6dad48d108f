import { z } from 'zod'
import type { ComparedOffer, Offer, PayWish } from '#shared/application-parts.ts'
import { type JobFacts, jobFactsSchema, type SalaryPeriod } from '#shared/facts.ts'
import { type JobId, jobIdSchema } from '#shared/ids.ts'
import type { PermitReport } from '#shared/permits.ts'
import { OPEN_STAGES } from '#shared/stages.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { ExchangeRates } from '#main/infra/money/exchange-rates.ts'
import type { OfferedJob } from '../../jobs/permits/permits.service.ts'
import { createOfferRows, inOrderOfPay, payOf, yearOf } from './offers.ts'

export interface CompareOptions {
  readonly database: Database
  readonly rates: () => ExchangeRates
  /** Null when the job is gone. */
  readonly factsOf: (jobId: JobId) => JobFacts | null
  /** What title and place say by themselves. */
  readonly readFacts: (words: { readonly title: string; readonly place: string }) => OfferedJob
  /** Null when no country is known. */
  readonly checkPermits: (pay: PayWish | null, facts: OfferedJob) => PermitReport | null
}

interface Row {
  readonly id: number
  readonly jobId: number | null
  readonly title: string
  readonly company: string
  readonly place: string
  readonly amount: number | null
  readonly currency: string | null
  readonly period: SalaryPeriod | null
  readonly snapshot: string | null
}

const snapshotSchema = z.object({ facts: jobFactsSchema.pick({ places: true, roleFamily: true }).nullable() })

/** Offers side by side: every one of applications that are open or accepted, the best paid first. */
export function createOfferComparison(options: CompareOptions): () => ComparedOffer[] {
  const { database, rates, factsOf, readFacts, checkPermits } = options
  const offers = createOfferRows(database, rates)
  const stages = JSON.stringify([...OPEN_STAGES, 'accepted'])
  const select = database.raw.prepare<[string], Row>(
    `select id, job_id as jobId, title, company, place, expected_amount as amount, expected_currency as currency,
       expected_period as period, snapshot
     from application
     where removed_at is null and stage in (select value from json_each(?))
       and exists (select 1 from offer where application_id = application.id and removed_at is null)`,
  )

  /** The job as it is now, else as it was when it was saved, else what the user wrote of it. */
  function factsOfApplication({ jobId, snapshot, title, place }: Row): OfferedJob {
    const known = jobId === null ? null : factsOf(jobIdSchema.parse(jobId))
    return known ?? (snapshot === null ? null : factsOfSnapshot(snapshot)) ?? readFacts({ title, place })
  }

  return () => {
    const compared = select.all(stages).flatMap((application) => {
      const { title, company, place } = application
      const facts = factsOfApplication(application)
      const expectedYearEur = yearOf(payOf(application), rates()).yearEur
      return offers.of(application.id).map((offer: Offer) => ({
        ...offer,
        title,
        company,
        place,
        expectedYearEur,
        permits: checkPermits(offer.pay, facts),
      }))
    })
    return inOrderOfPay(compared)
  }
}

/** Null for facts that another version wrote in another way. */
function factsOfSnapshot(json: string): OfferedJob | null {
  const parsed = snapshotSchema.safeParse(JSON.parse(json))
  return parsed.success ? parsed.data.facts : null
}

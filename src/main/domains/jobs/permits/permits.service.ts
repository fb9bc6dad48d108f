import { AppError } from '#shared/errors.ts'
import type { PayWish } from '#shared/application-parts.ts'
import type { JobFacts } from '#shared/facts.ts'
import type { JobId } from '#shared/ids.ts'
import type { PermitReport, PermitSituation } from '#shared/permits.ts'
import type { ExchangeRates } from '../../../infra/money/exchange-rates.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import { readPlaces } from '../enrich/place/places.ts'
import { readRoleFamily } from '../enrich/title/role-family.ts'
import { checkPermits } from './check-permits.ts'
import { agreedPay } from './pay-in-measure.ts'
import { THRESHOLDS_AS_OF } from './thresholds.ts'

export interface PermitsService {
  /** Throws NOT_FOUND. */
  readonly check: (jobId: JobId) => PermitReport
  /** Of pay that somebody was offered for a job of these facts, gross for being employed; null when no country is known. */
  readonly checkOffer: (pay: PayWish | null, facts: OfferedJob) => PermitReport | null
  /** What such a check needs to know of a job, out of its title and place alone. */
  readonly readOffered: (words: { readonly title: string; readonly place: string }) => OfferedJob
}

export type OfferedJob = Pick<JobFacts, 'places' | 'roleFamily'>

export interface PermitsServiceOptions {
  readonly clock: Clock
  readonly situation: () => PermitSituation
  readonly rates: () => ExchangeRates
  readonly factsOf: (jobId: JobId) => JobFacts | null
}

export function createPermitsService({ clock, situation, rates, factsOf }: PermitsServiceOptions): PermitsService {
  const report = (facts: OfferedJob & Pick<JobFacts, 'salary'>): PermitReport => {
    const options = { situation: situation(), rates: rates(), now: clock.now() }
    return { asOf: THRESHOLDS_AS_OF, checks: checkPermits(facts, options) }
  }
  return {
    check: (jobId) => {
      const facts = factsOf(jobId)
      if (facts === null) throw new AppError('NOT_FOUND', { entity: 'job', id: String(jobId) })
      return report(facts)
    },
    checkOffer: (pay, { places, roleFamily }) =>
      places.some(({ countryCode }) => countryCode !== null)
        ? report({ places, roleFamily, salary: pay === null ? null : agreedPay(pay) })
        : null,
    readOffered: ({ title, place }) => ({
      places: readPlaces({ locations: [place], countryCode: null }),
      roleFamily: readRoleFamily({ title, descriptionText: '' }).roleFamily,
    }),
  }
}

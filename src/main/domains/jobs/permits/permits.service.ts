import { AppError } from '#shared/errors.ts'
import type { JobFacts } from '#shared/facts.ts'
import type { JobId } from '#shared/ids.ts'
import type { PermitReport, PermitSituation } from '#shared/permits.ts'
import type { ExchangeRates } from '../../../infra/money/exchange-rates.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import { checkPermits } from './check-permits.ts'
import { THRESHOLDS_AS_OF } from './thresholds.ts'

export interface PermitsService {
  /** Throws NOT_FOUND. */
  readonly check: (jobId: JobId) => PermitReport
}

export interface PermitsServiceOptions {
  readonly clock: Clock
  readonly situation: () => PermitSituation
  readonly rates: () => ExchangeRates
  readonly factsOf: (jobId: JobId) => JobFacts | null
}

export function createPermitsService({ clock, situation, rates, factsOf }: PermitsServiceOptions): PermitsService {
  return {
    check: (jobId) => {
      const facts = factsOf(jobId)
      if (facts === null) throw new AppError('NOT_FOUND', { entity: 'job', id: String(jobId) })
      const options = { situation: situation(), rates: rates(), now: clock.now() }
      return { asOf: THRESHOLDS_AS_OF, checks: checkPermits(facts, options) }
    },
  }
}

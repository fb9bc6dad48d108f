import { createPermitsService } from '../domains/jobs/permits/permits.service.ts'
import { createCompanyIndexer } from '../domains/jobs/sponsors/index-companies.ts'
import { registerHostId } from '../domains/jobs/sponsors/registers.ts'
import { createSponsorParts, createSponsorsService } from '../domains/jobs/sponsors/sponsors.service.ts'
import { createRatesService, RATES_HOST_ID } from '../domains/money/rates.service.ts'
import type { Ground } from './ground.ts'
import type { Part } from './part.ts'
import type { Storing } from './storing.ts'

/** What is known of employers and money beside the postings: sponsor registers, exchange rates, work permits. */
export function createRegistersPart(ground: Ground, { rates: ratesParts, parts }: Storing) {
  const { clock, database, log, http, tasks, settings, baseUrlOverride, jobsChanged, settingsChanged } = ground
  const sponsorParts = createSponsorParts({
    database,
    clock,
    log,
    http,
    tasks: () => tasks,
    onMatched: createCompanyIndexer({ database, parts, onIndexed: jobsChanged }),
    onChange: settingsChanged,
  })
  const sponsors = createSponsorsService({
    database,
    log,
    tasks,
    parts: sponsorParts,
    isRefreshOn: () => settings.get().isSponsorRefreshOn,
    baseUrl: (register) => baseUrlOverride(registerHostId(register)),
    onChange: settingsChanged,
  })
  const rates = createRatesService({
    database,
    tasks,
    parts: ratesParts,
    isRefreshOn: () => settings.get().isRateRefreshOn,
    baseUrl: () => baseUrlOverride(RATES_HOST_ID),
  })
  const permits = createPermitsService({
    clock,
    situation: () => settings.get().permitSituation,
    rates: parts.rates,
    factsOf: parts.jobs.readFacts,
  })
  const services = { sponsors, rates, permits }
  return {
    services,
    handlers: [ratesParts.handler, ...sponsorParts.handlers],
    tick: (now) => {
      sponsors.tick(now)
      rates.tick(now)
    },
  } satisfies Part<typeof services>
}

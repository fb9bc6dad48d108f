import type { JobId } from '#shared/ids.ts'
import { createJobLinks, type JobLinks } from '../domains/jobs/pipeline/job-links.ts'
import { createJobParts, type JobParts } from '../domains/jobs/pipeline/job-parts.ts'
import { createJobStore, type JobStore } from '../domains/jobs/pipeline/job-store.ts'
import { createRatesParts, type RatesParts } from '../domains/money/rates.service.ts'
import type { Ground } from './ground.ts'

/** How jobs get into the database, for the parts that bring, read or join them. */
export interface Storing {
  readonly rates: RatesParts
  readonly parts: JobParts
  readonly links: JobLinks
  readonly store: JobStore
}

/** `onJoined`: inside the transaction in which a job becomes part of another one. */
export function createStoring(
  ground: Ground,
  { onJoined }: { readonly onJoined: (from: JobId, into: JobId) => void },
): Storing {
  const { database, clock, log, http, sourceName, settingsChanged } = ground
  const rates = createRatesParts({ database, clock, log, http, onEnded: settingsChanged })
  const parts = createJobParts(database, rates.current)
  return {
    rates,
    parts,
    links: createJobLinks({ database, parts, clock, onJoined }),
    store: createJobStore({ database, clock, parts, sourceName }),
  }
}

import type { JobFacts } from '#shared/facts.ts'
import type { JobDetail } from '#shared/jobs.ts'

/** What documents need to know of a posting. `city` is the common English name; '' where nothing is said. */
export interface AskedPosting {
  readonly title: string
  readonly company: string
  readonly city: string
  readonly descriptionText: string
  readonly facts: Pick<JobFacts, 'skills' | 'asksLanguages' | 'seniority' | 'roleFamily' | 'language'>
}

/** A stored job, as documents need it. Pure. */
export function askedPosting({ title, company, place, descriptionText, facts }: JobDetail): AskedPosting {
  return { title, company, city: place?.city ?? '', descriptionText, facts }
}

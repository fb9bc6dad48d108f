import type { JobFacts, Place } from '#shared/facts.ts'
import type { JobId } from '#shared/ids.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { parseFacts } from '../facts-json.ts'

export { canonicalUrl } from '../pipeline/canonical-url.ts'
export { companyKey } from '../pipeline/company-key.ts'
export { titleKey } from '../pipeline/title-key.ts'

/** A job as it is now, in the words of its postings. */
export interface Opening {
  readonly title: string
  readonly company: string
  readonly companyKey: string
  /** Its places, "Berlin, DE; Lyon, FR"; where none was recognised, what a posting says; '' when it says nothing. */
  readonly place: string
  /** Of its postings, the first one's first. */
  readonly urls: readonly string[]
  /** Sanitised when it was stored. */
  readonly descriptionHtml: string
  readonly facts: JobFacts
}

/** The jobs as applications know them: what is to be kept of one, and what an application says of it. */
export interface OpeningsService {
  /** Null when there is no job with this id. */
  readonly find: (id: JobId | number) => Opening | null
  /** Inside the transaction of what it follows from; UTC ms. What is saved already keeps its instant. */
  readonly markSaved: (id: number, savedAt: number | null) => void
  readonly markApplied: (id: number, appliedAt: number | null) => void
  /** Jobs that are saved and have no application, some at a time. */
  readonly savedWithoutApplication: (limit: number) => { jobId: number; savedAt: number }[]
}

interface Row extends Pick<Opening, 'title' | 'company' | 'companyKey' | 'descriptionHtml'> {
  readonly facts: string
}

export function createOpeningsService({ raw }: Database): OpeningsService {
  const job = raw.prepare<[number], Row>(
    `select j.title, j.company, j.company_key as companyKey, t.description_html as descriptionHtml, t.facts
     from job j join job_text t on t.job_id = j.id where j.id = ?`,
  )
  const postings = raw.prepare<[number], { url: string; location: string | null }>(
    'select url, location from posting where job_id = ? order by id',
  )
  const setSaved = raw.prepare<[number, number | null]>(
    `insert into job_mark (job_id, saved_at) values (?, ?)
     on conflict (job_id) do update set saved_at = iif(excluded.saved_at is null, null, coalesce(job_mark.saved_at, excluded.saved_at))`,
  )
  const setApplied = raw.prepare<[number, number | null]>(
    `insert into job_mark (job_id, applied_at) values (?, ?)
     on conflict (job_id) do update set applied_at = excluded.applied_at`,
  )
  const unkept = raw.prepare<[number], { jobId: number; savedAt: number }>(
    `select m.job_id as jobId, m.saved_at as savedAt from job_mark m
     where m.saved_at is not null
       and not exists (select 1 from application a where a.job_id = m.job_id and a.job_id is not null and a.removed_at is null)
     order by m.saved_at limit ?`,
  )
  return {
    markSaved: (id, savedAt) => {
      setSaved.run(id, savedAt)
    },
    markApplied: (id, appliedAt) => {
      setApplied.run(id, appliedAt)
    },
    savedWithoutApplication: (limit) => unkept.all(limit),
    find: (id) => {
      const row = job.get(id)
      if (row === undefined) return null
      const facts = parseFacts(row.facts)
      const said = postings.all(id)
      const places = [...new Set(facts.places.map(placeWords))].filter((words) => words !== '')
      const place =
        places.length > 0 ? places.join('; ') : (said.find(({ location }) => location !== null)?.location ?? '')
      return { ...row, facts, place, urls: [...new Set(said.map(({ url }) => url))] }
    },
  }
}

function placeWords({ city, countryCode }: Place): string {
  return [city, countryCode].filter((word) => word !== null).join(', ')
}

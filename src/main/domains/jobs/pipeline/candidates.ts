import { z } from 'zod'
import { placeSchema } from '#shared/facts.ts'
import { type JobId, jobIdSchema } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'
import { remember } from '../../../infra/text/remember.ts'
import { blockingKeys } from '../dedup/blocking.ts'
import type { DedupCandidate, DedupIncoming } from '../dedup/candidate.ts'
import { compareCompanies } from '../dedup/compare-companies.ts'
import { namesCity } from '../dedup/compare-places.ts'
import { compareTitles } from '../dedup/compare-titles.ts'
import { couldBeSame } from '../dedup/decide.ts'
import { signatureFromBuffer } from '../dedup/signature.ts'
import { THRESHOLDS } from '../dedup/thresholds.ts'
import { placeKey } from './keys.ts'

type ThinCandidate = Omit<DedupCandidate, 'signature' | 'requisitionIds' | 'sourceIds' | 'canonicalUrls' | 'jobId'> & {
  readonly id: number
}

interface PostingRow {
  requisitionId: string | null
  sourceId: string
  canonicalUrl: string
}

const DAY_MS = 86_400_000
const COLUMNS = `job.id, title_key as titleKey, company_key as companyKey, place_key as placeKey,
  fingerprint, country_code as countryCode, city, seniority, workplace, language, posted_at as postedAt,
  closes_at as closesAt, job.first_seen_at as firstSeenAt, job.last_seen_at as lastSeenAt,
  job.closed_at as closedAt`

/** The job's own row, for a first comparison that needs nothing of its postings. */
function bare({ id, ...row }: ThinCandidate): Omit<DedupCandidate, 'signature'> {
  return { ...row, jobId: jobIdSchema.parse(id), requisitionIds: [], sourceIds: [], canonicalUrls: [] }
}

/** Finds the stored jobs that a posting could belong to, by the few indexed look-ups that deduplication asks for. What the indexes
 *  themselves tell thins them out before a row is read. */
export function createCandidateReader(database: Database) {
  const { raw } = database
  const byId = raw.prepare<[number], ThinCandidate>(`select ${COLUMNS} from job where id = ?`)
  const byUrl = raw.prepare<[string], number>('select distinct job_id from posting where canonical_url = ?').pluck()
  const byTitleAndPlace = raw.prepare<[string, string, string], { id: number; companyKey: string }>(
    'select id, company_key as companyKey from job where title_key in (?, ?) and place_key = ?',
  )
  // Some have a thousand openings: rows as arrays take half the time.
  const byCompany = raw
    .prepare<[string], [id: number, titleKey: string]>('select id, title_key from job where company_key = ?')
    .raw()
  const bySimilarCompany = raw
    .prepare<[string, string, string, string], number>(
      'select id from job where company_key >= ? and company_key < ? and title_key in (?, ?)',
    )
    .pluck()
  const placesOfJoined = raw
    .prepare<[number], string>(
      `select facts ->> '$.places' from posting where job_id = ? and facts is not null order by id`,
    )
    .pluck()
  const signatureOf = raw.prepare<[number], Buffer>('select signature from job_text where job_id = ?').pluck()
  const postingsOf = raw.prepare<[number], PostingRow>(
    'select requisition_id as requisitionId, source_id as sourceId, canonical_url as canonicalUrl from posting where job_id = ?',
  )

  /** A posting that joined may name the city that the first one leaves open. */
  function placeOfJoined(id: number): string | null {
    const keys = placesOfJoined.all(id).map((places) => placeKey(z.array(placeSchema).parse(JSON.parse(places)), false))
    return keys.find(namesCity) ?? null
  }

  function full(thin: ThinCandidate): DedupCandidate {
    const { id, ...rest } = thin
    const postings = postingsOf.all(id)
    const joinedPlace = postings.length > 1 && !namesCity(rest.placeKey) ? placeOfJoined(id) : null
    const jobId: JobId = jobIdSchema.parse(id)
    return {
      ...rest,
      placeKey: joinedPlace ?? rest.placeKey,
      jobId,
      signature: signatureFromBuffer(signatureOf.get(id) ?? new Uint8Array()),
      requisitionIds: [...new Set(postings.flatMap((posting) => posting.requisitionId ?? []))],
      sourceIds: [...new Set(postings.map((posting) => posting.sourceId))],
      canonicalUrls: [...new Set(postings.map((posting) => posting.canonicalUrl))],
    }
  }

  function alikeByKeys(incoming: DedupIncoming): Set<number> {
    const { titleAndPlace, companyKey, similarCompany } = blockingKeys(incoming)
    const found = new Set<number>()
    if (titleAndPlace !== null) {
      const isAlike = remember((key) => isSimilarCompany(incoming.companyKey, key))
      for (const row of byTitleAndPlace.all(...titleAndPlace.titleKeys, titleAndPlace.placeKey))
        if (isAlike(row.companyKey)) found.add(row.id)
    }
    if (companyKey !== null) {
      for (const [id, titleKey] of byCompany.all(companyKey)) {
        if (compareTitles(incoming.titleKey, titleKey).verdict !== 'different') found.add(id)
      }
    }
    if (similarCompany === null) return found
    const { from, to, titleKeys } = similarCompany
    for (const id of bySimilarCompany.all(from, to, ...titleKeys)) found.add(id)
    return found
  }

  return {
    /** A stored job as the others are compared with it; null when there is none. */
    get: (jobId: JobId): DedupCandidate | null => {
      const row = byId.get(jobId)
      return row === undefined ? null : full(row)
    },
    find: (incoming: DedupIncoming, now: number): DedupCandidate[] => {
      const withUrl = byUrl.all(incoming.canonicalUrl)
      const alike = [...alikeByKeys(incoming)].filter((id) => !withUrl.includes(id))
      return [
        ...withUrl.flatMap((id) => byId.get(id) ?? []),
        ...alike.flatMap((id) => {
          const row = byId.get(id)
          return row !== undefined && isRecent(row, { incoming, now }) && couldBeSame(incoming, bare(row)) ? row : []
        }),
      ].map(full)
    },
  }
}

/** The same opening may be linked for longer than it may be merged. */
function isRecent(row: ThinCandidate, { incoming, now }: { incoming: DedupIncoming; now: number }): boolean {
  const days = row.fingerprint === incoming.fingerprint ? THRESHOLDS.repostWindowDays : THRESHOLDS.windowDays
  return row.lastSeenAt >= now - days * DAY_MS
}

/** One that begins and ends otherwise is no typing error, and most are such. */
function isSimilarCompany(one: string, other: string): boolean {
  if (one === other) return true
  if (one[0] !== other[0] && one.at(-1) !== other.at(-1)) return false
  return compareCompanies(one, other).verdict !== 'different'
}

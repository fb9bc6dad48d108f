import { type JobId, jobIdSchema } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'
import { blockingKeys } from '../dedup/blocking.ts'
import type { DedupCandidate, DedupIncoming } from '../dedup/candidate.ts'
import { couldBeSame } from '../dedup/decide.ts'
import { signatureFromBuffer } from '../dedup/signature.ts'
import { THRESHOLDS } from '../dedup/thresholds.ts'

type ThinCandidate = Omit<DedupCandidate, 'signature' | 'requisitionIds' | 'sourceIds' | 'canonicalUrls' | 'jobId'> & {
  readonly id: number
}

interface PostingRow {
  requisitionId: string | null
  sourceId: string
  canonicalUrl: string
}

const DAY_MS = 86_400_000
const COLUMNS = `job.id, job.title, job.company, title_key as titleKey, company_key as companyKey, place_key as placeKey,
  fingerprint, country_code as countryCode, city, seniority, workplace, language, posted_at as postedAt,
  closes_at as closesAt, job.first_seen_at as firstSeenAt, job.last_seen_at as lastSeenAt`

/** The job's own row, for a first comparison that needs nothing of its postings. */
function bare({ id, ...row }: ThinCandidate): Omit<DedupCandidate, 'signature'> {
  return { ...row, jobId: jobIdSchema.parse(id), requisitionIds: [], sourceIds: [], canonicalUrls: [] }
}

/** Finds the stored jobs that a posting could belong to, by the few indexed look-ups that deduplication asks for. */
export function createCandidateReader(database: Database) {
  const { raw } = database
  const byUrl = raw.prepare<[string], ThinCandidate>(
    `select distinct ${COLUMNS} from job join posting on posting.job_id = job.id where posting.canonical_url = ?`,
  )
  const byFingerprint = raw.prepare<[string, number], ThinCandidate>(
    `select ${COLUMNS} from job where fingerprint = ? and last_seen_at >= ?`,
  )
  const byCompany = raw.prepare<[string, number], ThinCandidate>(
    `select ${COLUMNS} from job where company_key = ? and last_seen_at >= ?`,
  )
  const bySimilarCompany = raw.prepare<[string, string, string, number], ThinCandidate>(
    `select ${COLUMNS} from job where company_key >= ? and company_key < ? and title_key = ? and last_seen_at >= ?`,
  )
  const signatureOf = raw.prepare<[number], Buffer>('select signature from job_text where job_id = ?').pluck()
  const postingsOf = raw.prepare<[number], PostingRow>(
    'select requisition_id as requisitionId, source_id as sourceId, canonical_url as canonicalUrl from posting where job_id = ?',
  )

  function full(thin: ThinCandidate): DedupCandidate {
    const { id, ...rest } = thin
    const postings = postingsOf.all(id)
    const jobId: JobId = jobIdSchema.parse(id)
    return {
      ...rest,
      jobId,
      signature: signatureFromBuffer(signatureOf.get(id) ?? new Uint8Array()),
      requisitionIds: [...new Set(postings.flatMap((posting) => posting.requisitionId ?? []))],
      sourceIds: [...new Set(postings.map((posting) => posting.sourceId))],
      canonicalUrls: [...new Set(postings.map((posting) => posting.canonicalUrl))],
    }
  }

  return {
    find: (incoming: DedupIncoming, now: number): DedupCandidate[] => {
      const keys = blockingKeys(incoming)
      const since = now - THRESHOLDS.windowDays * DAY_MS
      const found = new Map<number, ThinCandidate>()
      const keep = (rows: readonly ThinCandidate[]) => {
        for (const row of rows) if (!found.has(row.id) && couldBeSame(incoming, bare(row))) found.set(row.id, row)
      }
      for (const row of byUrl.all(keys.canonicalUrl)) found.set(row.id, row)
      if (keys.fingerprint !== null) keep(byFingerprint.all(keys.fingerprint, since))
      if (keys.companyKey !== null) keep(byCompany.all(keys.companyKey, since))
      const similar = keys.similarCompany
      if (similar !== null) keep(bySimilarCompany.all(similar.from, similar.to, similar.titleKey, since))
      return [...found.values()].map(full)
    },
  }
}

import type { JobId, SourceId } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { DedupDecision, DedupIncoming } from '../dedup/candidate.ts'
import { decide } from '../dedup/decide.ts'
import { createCandidateReader } from './candidates.ts'
import { createVerdicts, type SaidOfPosting } from './verdicts.ts'

export const JOINED_BY_USER = 'You said that it is the same job'

export interface OpeningFinder {
  /** Of a posting that comes in. `now` is when it is seen (UTC ms). */
  readonly find: (incoming: DedupIncoming, now: number) => DedupDecision
  /** Of a stored job, among the jobs before it. */
  readonly findEarlier: (jobId: JobId) => DedupDecision
}

/** Finds the stored job that a posting is the opening of: what the user said of it counts first, then the rules decide. */
export function createOpeningFinder(options: {
  database: Database
  sourceName: (id: SourceId) => string
}): OpeningFinder {
  const { database, sourceName } = options
  const candidates = createCandidateReader(database)
  const verdicts = createVerdicts(database)
  const postingsOf = database.raw.prepare<[number], FirstPosting>(
    `select source_id as sourceId, source_posting_id as sourcePostingId, canonical_url as canonicalUrl,
       requisition_id as requisitionId from posting where job_id = ? order by layer = 'first' desc, id`,
  )

  function among(incoming: DedupIncoming, at: { said: SaidOfPosting; now: number; before: number }): DedupDecision {
    const { joins, apart } = at.said
    if (joins !== null && joins < at.before) {
      return { kind: 'merge', jobId: joins, layer: 'user', reason: JOINED_BY_USER, score: null }
    }
    const found = candidates.find(incoming, at.now).filter(({ jobId }) => jobId < at.before && !apart.has(jobId))
    return decide({ incoming, candidates: found, now: at.now, sourceName })
  }

  return {
    find: (incoming, now) => among(incoming, { said: verdicts.of(incoming), now, before: Infinity }),
    findEarlier: (jobId) => {
      const job = candidates.get(jobId)
      const postings = postingsOf.all(jobId)
      const [first] = postings
      if (job === null || first === undefined) return { kind: 'new' }
      const incoming = { ...job, ...first }
      return among(incoming, { said: verdicts.ofAll(postings), now: job.firstSeenAt, before: jobId })
    },
  }
}

type FirstPosting = Pick<DedupIncoming, 'sourceId' | 'sourcePostingId' | 'canonicalUrl' | 'requisitionId'>

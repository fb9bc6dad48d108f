import { type Correction, correctionSchema, type JobFacts } from '#shared/facts.ts'
import type { JobId } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { ExchangeRates } from '../../../infra/money/exchange-rates.ts'
import { incomingOf } from '../dedup/candidate.ts'
import { readFacts, READER_VERSION } from '../enrich/enrich.ts'
import type { JobTables } from './job-tables.ts'
import { applyCorrections, fillGaps } from './merge-facts.ts'
import type { MergedFacts, PostingTables } from './posting-tables.ts'

/** How the facts of a job come about: what its first posting says, gaps filled from those that joined it, and over all of it what the
 *  user put right. Every method belongs into a write transaction; the index is the caller's. */
export interface JobReading {
  /** Reads every posting of the job again with today's reader. False when there is no such job. */
  readonly rereadJob: (jobId: JobId) => boolean
  /** A posting joined, or said something else: fills what is open and puts right what the user did. */
  readonly settle: (jobId: JobId) => void
  readonly correct: (jobId: JobId, correction: Correction, now: number) => void
  /** Takes a correction back: what the postings say counts again. */
  readonly uncorrect: (jobId: JobId, field: Correction['field']) => void
}

interface ReadingParts {
  readonly database: Database
  readonly jobs: JobTables
  readonly postings: PostingTables
  readonly rates: () => ExchangeRates
}

export function createJobReading({ database, jobs, postings, rates }: ReadingParts): JobReading {
  const { raw } = database
  const corrections = raw.prepare<[number], { field: string; value: string }>(
    'select field, value from job_correction where job_id = ? order by field',
  )
  const keep = raw.prepare<[number, string, string, number]>(
    `insert into job_correction (job_id, field, value, corrected_at) values (?, ?, ?, ?)
     on conflict (job_id, field) do update set value = excluded.value, corrected_at = excluded.corrected_at`,
  )
  const forget = raw.prepare<[number, string]>('delete from job_correction where job_id = ? and field = ?')

  function correctionsOf(jobId: JobId): Correction[] {
    return corrections
      .all(jobId)
      .map(({ field, value }) => correctionSchema.parse({ field, value: JSON.parse(value) as unknown }))
  }

  function together(jobId: JobId, own: JobFacts, merged: readonly MergedFacts[]): JobFacts {
    return applyCorrections(merged.reduce(fillGaps, own), correctionsOf(jobId), rates())
  }

  /** What a posting that joined says by today's reader; by an older one when its text was not kept. */
  function readAgain(known: MergedFacts): MergedFacts {
    if (known.facts.readerVersion === READER_VERSION) return known
    const restored = postings.restore(known.postingId)
    if (restored === null) return { ...known, facts: { ...known.facts, readerVersion: READER_VERSION } }
    const facts = readFacts(restored.posting, rates())
    postings.writeFacts(known.postingId, facts)
    return { postingId: known.postingId, facts }
  }

  function rereadJob(jobId: JobId): boolean {
    const postingId = postings.firstOf(jobId)
    const restored = postingId === null ? null : postings.restore(postingId)
    const before = jobs.readFacts(jobId)
    if (postingId === null || restored === null || before === null) return false
    const { posting, isWhole } = restored
    const read = readFacts(posting, rates())
    // What its source said in fields was not kept by older versions: the facts that came of them are.
    const own = isWhole ? read : fillGaps(read, { postingId, facts: before })
    const merged = postings.mergedFacts(jobId).map(readAgain)
    const facts = together(jobId, own, merged)
    jobs.rewriteJob(jobId, { posting, facts, incoming: incomingOf({ posting, facts: own }) })
    return true
  }

  return {
    rereadJob,
    settle: (jobId) => {
      const before = jobs.readFacts(jobId)
      if (before !== null) jobs.rewriteFacts(jobId, together(jobId, before, postings.mergedFacts(jobId)))
    },
    correct: (jobId, { field, value }, now) => {
      keep.run(jobId, field, JSON.stringify(value), now)
      rereadJob(jobId)
    },
    uncorrect: (jobId, field) => {
      forget.run(jobId, field)
      rereadJob(jobId)
    },
  }
}

import { AppError } from '#shared/errors.ts'
import type { JobFacts } from '#shared/facts.ts'
import { type JobId, jobIdSchema } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import { incomingOf } from '../dedup/candidate.ts'
import { readFacts } from '../enrich/enrich.ts'
import { parseFacts } from '../facts-json.ts'
import type { NormalisedPosting } from '../posting.ts'
import { removeJob } from '../search/job-index.ts'
import { JOINED_BY_USER } from './find-opening.ts'
import type { JobParts } from './job-parts.ts'
import { createJobRecord } from './job-record.ts'
import { unsaidPosting } from './stored-posting.ts'
import type { Layer } from './posting-tables.ts'
import { createVerdicts, type PostingName } from './verdicts.ts'

/** Which postings are one job, changed afterwards. Every method is one write transaction, the index included. */
export interface JobLinks {
  /** The posting leaves its job for one of its own, and is never merged with the job's other postings again.
   *  Throws NOT_FOUND, and FIRST_POSTING for the one that opened its job. */
  readonly separate: (postingId: number) => { readonly fromJobId: JobId; readonly jobId: JobId }
  /** By the user's word: a posting, or a whole job, is the same opening as another job. The first posting of a job takes the others
   *  along. What was said against it is taken back. Nothing to do is no error. Throws NOT_FOUND. */
  readonly join: (what: { readonly postingId: number } | { readonly jobId: JobId }, intoJobId: JobId) => void
  /** By a rule: all postings of a job become postings of another one. */
  readonly merge: (from: JobId, into: JobId, why: { readonly layer: Layer; readonly reason: string }) => void
}

interface PostingRow extends PostingName {
  readonly id: number
  readonly jobId: number
  readonly url: string
  readonly canonicalUrl: string
  readonly title: string
  readonly company: string
  readonly location: string | null
  readonly requisitionId: string | null
  readonly facts: string | null
  readonly firstSeenAt: number
}

export interface JobLinksOptions {
  readonly database: Database
  readonly parts: JobParts
  readonly clock: Clock
  /** Inside the transaction in which a job becomes part of another one, before it is gone. */
  readonly onJoined?: (from: JobId, into: JobId) => void
}

export function createJobLinks(options: JobLinksOptions): JobLinks {
  const { database, clock } = options
  const { jobs, postings, reading, rates } = options.parts
  const verdicts = createVerdicts(database)
  const record = createJobRecord(database)
  const columns = `id, job_id as jobId, source_id as sourceId, source_posting_id as sourcePostingId, url, canonical_url as canonicalUrl,
    title, company, location, requisition_id as requisitionId, facts, first_seen_at as firstSeenAt`
  const byId = database.raw.prepare<[number], PostingRow>(`select ${columns} from posting where id = ?`)
  const ofJob = database.raw.prepare<[number], PostingRow>(
    `select ${columns} from posting where job_id = ? order by id`,
  )

  function postingWith(id: number): PostingRow {
    const row = byId.get(id)
    if (row === undefined) throw new AppError('NOT_FOUND', { entity: 'posting', id: String(id) })
    return row
  }

  function mustExist(jobId: JobId): void {
    if (jobs.readFacts(jobId) === null) throw new AppError('NOT_FOUND', { entity: 'job', id: String(jobId) })
  }

  /** Of one of which the text was not kept, what its row tells; it is read anew when its source shows it next. */
  function saidBy(row: PostingRow): { posting: NormalisedPosting; facts: JobFacts } {
    const restored = postings.restore(row.id)
    const posting = restored?.posting ?? unsaidPosting(row)
    const kept = row.facts === null ? jobs.readFacts(jobIdSchema.parse(row.jobId)) : parseFacts(row.facts)
    const isOwn = kept !== null && kept.corrected.length === 0 && Object.keys(kept.filledFrom).length === 0
    if (kept !== null && (isOwn || restored?.isWhole !== true)) return { posting, facts: kept }
    return { posting, facts: readFacts(posting, rates()) }
  }

  function bringUpToDate(jobIds: readonly JobId[]): void {
    for (const jobId of jobIds) {
      reading.rereadJob(jobId)
      record.settleDates(jobId)
    }
    jobs.indexAgain(jobIds)
  }

  function separate(postingId: number) {
    const row = postingWith(postingId)
    const fromJobId = jobIdSchema.parse(row.jobId)
    if (postings.firstOf(fromJobId) === postingId) throw new AppError('FIRST_POSTING', { postingId })
    const said = saidBy(row)
    const others = ofJob.all(fromJobId).filter(({ id }) => id !== postingId)
    const jobId = jobs.insertJob({ ...said, incoming: incomingOf(said) }, row.firstSeenAt)
    postings.update(postingId, { posting: said.posting, facts: null, layer: 'first' })
    postings.move(postingId, { jobId, layer: 'first', reason: 'You said that it is another job' })
    for (const other of others) verdicts.say([row, other], 'different', clock.now())
    bringUpToDate([fromJobId])
    record.settleDates(jobId)
    jobs.indexAgain([jobId])
    return { fromJobId, jobId }
  }

  /** The posting that opened the job becomes one that joined another: it keeps its own text. */
  function giveFirst(from: JobId, into: JobId, why: { layer: Layer; reason: string }): void {
    const firstId = postings.firstOf(from)
    for (const row of ofJob.all(from)) {
      if (row.id !== firstId) {
        record.movePosting(row.id, into)
        continue
      }
      const said = saidBy(row)
      postings.update(row.id, { ...said, layer: why.layer })
      postings.move(row.id, { jobId: into, ...why })
    }
  }

  function giveAll(from: JobId, into: JobId, why: { layer: Layer; reason: string }): void {
    giveFirst(from, into, why)
    options.onJoined?.(from, into)
    record.handOver(from, into)
    removeJob(database, from)
  }

  function merge(from: JobId, into: JobId, why: { layer: Layer; reason: string }): void {
    giveAll(from, into, why)
    // What it says stays; what it leaves open may be filled.
    reading.settle(into)
    record.settleDates(into)
    jobs.indexAgain([into])
  }

  function join(what: { postingId: number } | { jobId: JobId }, intoJobId: JobId): void {
    mustExist(intoJobId)
    if ('jobId' in what) mustExist(what.jobId)
    const asked = 'postingId' in what ? postingWith(what.postingId) : null
    const from = asked === null && 'jobId' in what ? what.jobId : jobIdSchema.parse(asked?.jobId)
    if (from === intoJobId) return
    const isWhole = asked === null || postings.firstOf(from) === asked.id
    const moved = isWhole ? ofJob.all(from) : [asked]
    agree(moved, ofJob.all(intoJobId))
    if (isWhole) {
      giveAll(from, intoJobId, { layer: 'user', reason: JOINED_BY_USER })
      bringUpToDate([intoJobId])
      return
    }
    postings.move(asked.id, { jobId: intoJobId, layer: 'user', reason: JOINED_BY_USER })
    bringUpToDate([from, intoJobId])
  }

  /** The first of both sides are one opening, and nothing speaks against any of them any more. */
  function agree(moved: readonly PostingName[], there: readonly PostingName[]): void {
    for (const one of moved) for (const other of there) verdicts.forget([one, other])
    const [one, other] = [moved[0], there[0]]
    if (one !== undefined && other !== undefined) verdicts.say([one, other], 'same', clock.now())
  }

  return {
    separate: (postingId) => database.write(() => separate(postingId)),
    join: (what, intoJobId) => database.write(() => join(what, intoJobId)),
    merge: (from, into, why) => database.write(() => merge(from, into, why)),
  }
}

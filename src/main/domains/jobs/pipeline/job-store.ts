import type { JobId, SourceId } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { ExchangeRates } from '../../../infra/money/exchange-rates.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import type { NormalisedPosting } from '../posting.ts'
import type { SourceCounts } from '../runs/runs.repo.ts'
import type { Rejection } from '../sources/source.ts'
import { createOpeningFinder } from './find-opening.ts'
import { type Closed, createFullLists, type FullList } from './full-lists.ts'
import type { JobParts } from './job-parts.ts'
import type { PreparedItem } from './prepare.ts'

export interface Batch {
  readonly sourceId: SourceId
  readonly items: readonly PreparedItem[]
  /** The full list that the items stand on; null on a source without full lists. */
  readonly scope: string | null
  /** The list ends with this batch: of what stood on it and was not seen since (UTC ms) some is closed; null: nothing is. */
  readonly closing: { readonly unseenSince: number } | null
  /** UTC ms; what was first seen before it was known before the run. What the run sees is never noted as seen earlier, even when the
   *  clock is set back meanwhile. Now unless said. */
  readonly runStartedAt?: number
  /** The items were counted already, before the run was interrupted: only what is new or has changed since counts. */
  readonly isAgain?: boolean
  /** What a power cut takes is read from its source again: the disk is not waited for. */
  readonly isRepeatable?: boolean
  /** Stops before the posting that would open one job more than this. */
  readonly maxNew: number
  /** Written in the same transaction: the run's counters and checkpoint. */
  readonly alsoWrite: (result: BatchResult) => void
}

export interface BatchResult {
  readonly counts: SourceCounts
  /** Postings that were on the full list and no longer are, or that their source says are over. */
  readonly closed: number
  /** There may be more to close: commit again. */
  readonly isClosingLeft: boolean
  /** Of the items, those that were stored as they are before the run began, and those that were neither that nor rejected. */
  readonly old: number
  readonly news: number
  /** How many of the items were dealt with. */
  readonly taken: number
}

/** Stores postings: known ones are touched or updated, duplicates join their job with the reason, the rest open jobs.
 *  A batch is one transaction, its index rows and counters included: after a crash all of it is there, or nothing. */
export interface JobStore {
  readonly commit: (batch: Batch) => BatchResult
  /** Whether a posting is stored as it is: same source, same id, same content. */
  readonly isKnown: (posting: NormalisedPosting) => boolean
  /** Whether a posting of this source and id is stored, whatever it says now. */
  readonly isStored: (sourceId: SourceId, sourcePostingId: string) => boolean
  /** The job that holds this posting of this source; null when none does. */
  readonly jobOf: (sourceId: SourceId, sourcePostingId: string) => JobId | null
  /** Says that a full list is as it was. Belongs into a write transaction. */
  readonly touchList: (list: FullList) => void
  /** What pay is reckoned with today. */
  readonly rates: () => ExchangeRates
}

export interface JobStoreOptions {
  readonly database: Database
  readonly clock: Clock
  readonly parts: JobParts
  readonly sourceName: (id: SourceId) => string
}

/** Postings closed in one transaction: each takes its job's words through the index once more. */
const CLOSED_AT_ONCE = 10

type Outcome =
  | { readonly kind: 'new' | 'updated' }
  | { readonly kind: 'duplicate'; readonly reason: 'url' | 'fingerprint' | 'fuzzy' | 'user' }
  | { readonly kind: 'duplicate'; readonly reason: 'known'; readonly isOld: boolean }
  | { readonly kind: 'rejected'; readonly reason: Rejection }
  | { readonly kind: 'full' }

export function createJobStore(options: JobStoreOptions): JobStore {
  const { database, clock } = options
  const { jobs: tables, postings, reading } = options.parts
  const lists = createFullLists(database)
  const openings = createOpeningFinder(options)

  function take(item: PreparedItem, context: TakeContext): Outcome {
    const { batch, now, touched } = context
    const id = idOf(item)
    const known = id === null ? null : postings.find(batch.sourceId, id)
    if (known !== null) {
      postings.touch({ postingId: known.id, scope: batch.scope, now })
      tables.seeJob(known.jobId, now)
      if (known.closedAt !== null && tables.openJob(known.jobId)) touched.add(known.jobId)
    }
    if (item.kind === 'rejected') return { kind: 'rejected', reason: item.reason }
    if (known !== null) {
      const isSame = item.kind !== 'posting' || known.contentHash === item.posting.contentHash
      const isOld = known.firstSeenAt < (batch.runStartedAt ?? now)
      if (isSame) return { kind: 'duplicate', reason: 'known', isOld }
      const isFirst = known.layer === 'first'
      const { posting, facts } = item
      postings.update(known.id, { posting, facts: isFirst ? null : facts, layer: known.layer })
      if (isFirst) {
        tables.rewriteJob(known.jobId, item)
        reading.settle(known.jobId)
        // What it no longer says must not stay because it once filled a gap.
      } else reading.rereadJob(known.jobId)
      touched.add(known.jobId)
      return { kind: 'updated' }
    }
    if (item.kind === 'known') throw new Error(`Posting ${id} of ${batch.sourceId} was known and is gone`)
    const decision = openings.find(item.incoming, now)
    if (decision.kind === 'merge') {
      const link = { jobId: decision.jobId, layer: decision.layer, reason: decision.reason, scope: batch.scope }
      postings.insert({ ...link, posting: item.posting, facts: item.facts, now })
      reading.settle(decision.jobId)
      tables.seeJob(decision.jobId, now)
      tables.openJob(decision.jobId)
      touched.add(decision.jobId)
      return { kind: 'duplicate', reason: decision.layer }
    }
    if (!context.hasRoom) return { kind: 'full' }
    const jobId = tables.insertJob(item, now)
    if (decision.kind === 'repost') tables.repeats(jobId, decision.jobId)
    const reason = decision.kind === 'repost' ? decision.reason : `First seen on ${options.sourceName(batch.sourceId)}`
    const { scope } = batch
    postings.insert({ jobId, layer: 'first', reason, posting: item.posting, facts: null, scope, now })
    touched.add(jobId)
    return { kind: 'new' }
  }

  /** What a source says of one posting of its own: that it is over. */
  function closeOne(item: PreparedItem, { batch, now }: Pick<TakeContext, 'batch' | 'now'>): Closed {
    if (item.kind !== 'rejected' || item.closedId === null) return NONE_CLOSED
    return lists.closeOne({ sourceId: batch.sourceId, sourcePostingId: item.closedId }, now)
  }

  function closeMissing({ sourceId, scope, closing }: Batch, now: number): Closed {
    if (scope === null || closing === null) return NONE_CLOSED
    return lists.closeMissing({ sourceId, scope }, { seenSince: closing.unseenSince, now, limit: CLOSED_AT_ONCE })
  }

  return {
    isStored: (sourceId, sourcePostingId) => postings.find(sourceId, sourcePostingId) !== null,
    jobOf: (sourceId, sourcePostingId) => postings.find(sourceId, sourcePostingId)?.jobId ?? null,
    touchList: (list) => lists.touch(list, clock.now()),
    rates: options.parts.rates,
    isKnown: (posting) => postings.find(posting.sourceId, posting.sourcePostingId)?.contentHash === posting.contentHash,
    commit: (batch) =>
      (batch.isRepeatable === true ? database.writeRepeatable : database.write)(() => {
        const tally = createTally(batch.isAgain === true)
        const touched = new Set<JobId>()
        const now = Math.max(clock.now(), batch.runStartedAt ?? 0)
        let taken = 0
        for (const item of batch.items) {
          const outcome = take(item, { batch, now, hasRoom: tally.newJobs() < batch.maxNew, touched })
          if (outcome.kind === 'full') break
          tally.add(outcome)
          taken += 1
        }
        const isWhole = taken === batch.items.length
        const missing = isWhole ? closeMissing(batch, now) : NONE_CLOSED
        const closings = [...batch.items.slice(0, taken).map((item) => closeOne(item, { batch, now })), missing]
        tables.indexAgain([...new Set([...touched, ...closings.flatMap(({ jobs }) => jobs)])])
        const closed = closings.reduce((sum, { postings }) => sum + postings, 0)
        const isClosingLeft = missing.postings === CLOSED_AT_ONCE
        const result = { ...tally.result(), closed, isClosingLeft, taken }
        batch.alsoWrite(result)
        return result
      }),
  }
}

const NONE_CLOSED: Closed = { postings: 0, jobs: [] }

interface TakeContext {
  readonly batch: Batch
  readonly now: number
  readonly hasRoom: boolean
  /** Jobs whose row in the index is to be written again. */
  readonly touched: Set<JobId>
}

/** The posting that an item is, or would be if it could be used; null when it does not say. */
function idOf(item: PreparedItem): string | null {
  if (item.kind === 'rejected') return item.presentId
  return item.kind === 'known' ? item.sourcePostingId : item.posting.sourcePostingId
}

/** `isAgain`: what says nothing new was counted before. */
function createTally(isAgain: boolean) {
  const count = { new: 0, updated: 0, duplicate: 0, rejected: 0 }
  const reasons: Record<string, number> = {}
  let [old, news] = [0, 0]
  return {
    add: (outcome: Exclude<Outcome, { kind: 'full' }>): void => {
      const isKnown = outcome.kind === 'duplicate' && outcome.reason === 'known'
      if (isKnown && outcome.isOld) old += 1
      else if (outcome.kind !== 'rejected') news += 1
      if (isAgain && (isKnown || outcome.kind === 'rejected')) return
      count[outcome.kind] += 1
      if ('reason' in outcome) reasons[outcome.reason] = (reasons[outcome.reason] ?? 0) + 1
    },
    newJobs: () => count.new,
    result: (): Pick<BatchResult, 'counts' | 'old' | 'news'> => {
      const found = count.new + count.updated + count.duplicate + count.rejected
      return { counts: { ...count, found, reasons: { ...reasons } }, old, news }
    },
  }
}

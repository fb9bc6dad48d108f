import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RunId } from '#shared/ids.ts'
import type { JobStore } from '../pipeline/job-store.ts'
import { type PreparedItem, type PrepareOptions, prepareItem } from '../pipeline/prepare.ts'
import type { ParsedItem, Source, SourcePage } from '../sources/source.ts'
import type { Allowance } from './allowance.ts'
import { outcomeOfPages } from './run-outcome.ts'
import type { RunsRepo, SourceOutcome } from './runs.repo.ts'
import type { SourceSession, ValidatorStore } from './source-session.ts'

/** Postings a transaction; small enough that reading them does not hold the event loop for long. */
const BATCH_SIZE = 50

export interface CollectOptions {
  readonly source: Source
  readonly session: SourceSession
  readonly signal: AbortSignal
  readonly runId: RunId
  readonly allowance: Allowance
  readonly assertLeader: () => void
  readonly deps: {
    readonly runs: RunsRepo
    readonly store: JobStore
    readonly validators: ValidatorStore
    readonly onRunChanged: (runId: RunId) => void
  }
}

/** Reads a source page by page, from its checkpoint on, and stores each batch with its counters and the new checkpoint in one
 *  transaction. Returns how it ended; throws what ended it. */
export async function collectSource(options: CollectOptions): Promise<SourceOutcome> {
  const { source, session, runId, allowance, deps } = options
  const sourceId = source.manifest.id
  const resumed = deps.runs.checkpoint(runId, sourceId)
  let cursor = resumed?.cursor ?? null
  let offset = resumed?.offset ?? 0
  let found = deps.runs.get(runId)?.sources.find((part) => part.sourceId === sourceId)?.found ?? 0
  let pages = 0
  const problems: NonNullable<SourcePage['problem']>[] = []
  if (resumed?.isDone === true) {
    return outcomeOfPages({ counts: { found }, pages, unchangedPages: 0, problems, isAllowanceUsed: false })
  }

  for (;;) {
    options.signal.throwIfAborted()
    const page = await source.fetchPage(session.context, cursor)
    deps.runs.addTraffic(runId, { ...session.takeTraffic(), sourceId })
    pages += 1
    if (page.problem !== null) problems.push(page.problem)
    found += await storePage(options, { page, cursor, offset })
    const isAllowanceUsed = allowance.left(sourceId) <= 0 && (page.nextCursor !== null || page.items.length > 0)
    if (page.nextCursor === null || isAllowanceUsed) {
      const unchangedPages = session.unchangedAnswers()
      return outcomeOfPages({ counts: { found }, pages, unchangedPages, problems, isAllowanceUsed })
    }
    cursor = page.nextCursor
    offset = 0
  }
}

/** Stores what is new on a page after `offset`; returns how many of its postings were looked at. */
async function storePage(
  options: CollectOptions,
  at: { page: SourcePage; cursor: string | null; offset: number },
): Promise<number> {
  const { source, session, runId, allowance, deps } = options
  const sourceId = source.manifest.id
  const items = at.page.items.slice(at.offset)
  const batches = Math.max(1, Math.ceil(items.length / BATCH_SIZE))
  let looked = 0
  for (let index = 0; index < batches; index += 1) {
    options.signal.throwIfAborted()
    const batch = await prepareBatch(items.slice(index * BATCH_SIZE, (index + 1) * BATCH_SIZE), {
      sourceId,
      isKnown: deps.store.isKnown,
    })
    const isLast = index === batches - 1
    const result = deps.store.commit({
      runId,
      sourceId,
      items: batch,
      maxNew: allowance.left(sourceId),
      alsoWrite: (counts, taken) => {
        options.assertLeader()
        const isWhole = isLast && taken === batch.length
        const checkpoint = isWhole
          ? { cursor: at.page.nextCursor, offset: 0, isDone: at.page.nextCursor === null }
          : { cursor: at.cursor, offset: at.offset + looked + taken, isDone: false }
        deps.runs.addBatch(runId, { sourceId, counts, checkpoint })
        if (!isWhole) return
        for (const [url, validators] of session.takeValidators()) deps.validators.write(url, validators)
      },
    })
    looked += result.taken
    allowance.use(sourceId, result.counts.new)
    deps.onRunChanged(runId)
    if (result.taken < batch.length) break
    await nextTurn()
  }
  return looked
}

/** Normalises and reads the items of a batch, giving the event loop a turn every few postings. */
async function prepareBatch(items: readonly ParsedItem[], options: PrepareOptions): Promise<PreparedItem[]> {
  const prepared: PreparedItem[] = []
  for (const item of items) {
    prepared.push(prepareItem(item, options))
    if (prepared.length % 10 === 0) await nextTurn()
  }
  return prepared
}

import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RunId } from '#shared/ids.ts'
import type { SourceCheckpoint } from '../../../infra/db/schema/discovery.ts'
import type { Validators } from '../../../infra/http/http.ts'
import type { TaskContext } from '../../../infra/tasks/task.ts'
import type { JobStore } from '../pipeline/job-store.ts'
import { type PreparedItem, type PrepareOptions, prepareItem } from '../pipeline/prepare.ts'
import type { ParsedItem, Source, SourcePage } from '../sources/source.ts'
import type { Allowance } from './allowance.ts'
import { outcomeOfPages } from './run-outcome.ts'
import type { RunsRepo, SourceCounts, SourceOutcome } from './runs.repo.ts'
import type { SourceSession, ValidatorStore } from './source-session.ts'

/** Postings a transaction; small enough that reading them does not hold the event loop for long. */
const BATCH_SIZE = 50

export interface CollectOptions {
  readonly source: Source
  readonly session: SourceSession
  readonly signal: AbortSignal
  readonly runId: RunId
  readonly allowance: Allowance
  readonly context: Pick<TaskContext, 'assertLeader' | 'progressed'>
  readonly deps: {
    readonly runs: RunsRepo
    readonly store: JobStore
    readonly validators: ValidatorStore
    readonly onRunChanged: (runId: RunId) => void
  }
}

const BEGINNING: SourceCheckpoint = {
  cursor: null,
  offset: 0,
  isDone: false,
  pages: 0,
  unchangedPages: 0,
  problems: [],
}

/** Reads a source page by page, from its checkpoint on, and stores each batch with its counters and the new checkpoint in one
 *  transaction. Returns how it ended; throws what ended it. */
export async function collectSource(options: CollectOptions): Promise<SourceOutcome> {
  const { source, session, runId, allowance, deps } = options
  const sourceId = source.manifest.id
  let at = deps.runs.checkpoint(runId, sourceId) ?? BEGINNING
  let isAllowanceUsed = false
  while (!at.isDone && !isAllowanceUsed) {
    options.signal.throwIfAborted()
    const page = await source.fetchPage(session.context, at.cursor)
    const unchanged = session.takeUnchanged()
    at = await storePage(options, {
      page,
      start: {
        ...at,
        pages: at.pages + 1,
        unchangedPages: at.unchangedPages + unchanged,
        problems: page.problem === null ? at.problems : [...at.problems, page.problem],
      },
    })
    isAllowanceUsed = allowance.left(sourceId) <= 0 && (!at.isDone || page.items.length > 0)
  }
  const found = deps.runs.found(runId, sourceId)
  return outcomeOfPages({ ...at, counts: { found }, isAllowanceUsed })
}

/** Stores a page from its offset on; returns the checkpoint after it, or within it when the allowance was used up. */
async function storePage(
  options: CollectOptions,
  at: { page: SourcePage; start: SourceCheckpoint },
): Promise<SourceCheckpoint> {
  const { source, session, allowance, deps } = options
  const sourceId = source.manifest.id
  const items = at.page.items.slice(at.start.offset)
  const batches = Math.max(1, Math.ceil(items.length / BATCH_SIZE))
  const { nextCursor } = at.page
  let checkpoint = at.start
  for (let index = 0; index < batches; index += 1) {
    options.signal.throwIfAborted()
    const batch = await prepareBatch(items.slice(index * BATCH_SIZE, (index + 1) * BATCH_SIZE), {
      sourceId,
      isKnown: deps.store.isKnown,
    })
    const isLast = index === batches - 1
    const { taken, counts } = deps.store.commit({
      sourceId,
      items: batch,
      maxNew: allowance.left(sourceId),
      alsoWrite: (result) => {
        const isWhole = isLast && result.taken === batch.length
        checkpoint = isWhole
          ? { ...checkpoint, cursor: nextCursor, offset: 0, isDone: nextCursor === null }
          : { ...checkpoint, offset: checkpoint.offset + result.taken }
        writeBeside(options, {
          counts: result.counts,
          checkpoint,
          validators: isWhole ? session.takeValidators() : null,
        })
      },
    })
    allowance.use(sourceId, counts.new)
    deps.onRunChanged(options.runId)
    if (taken < batch.length) break
    await nextTurn()
  }
  return checkpoint
}

/** What belongs into the transaction of a batch beside its postings. */
function writeBeside(
  options: CollectOptions,
  batch: { counts: SourceCounts; checkpoint: SourceCheckpoint; validators: ReadonlyMap<string, Validators> | null },
): void {
  const { source, session, runId, deps, context } = options
  const sourceId = source.manifest.id
  context.assertLeader()
  context.progressed()
  deps.runs.addBatch(runId, { sourceId, counts: batch.counts, checkpoint: batch.checkpoint })
  deps.runs.addTraffic(runId, { ...session.takeTraffic(), sourceId })
  for (const [url, validators] of batch.validators ?? []) deps.validators.write(url, validators)
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

import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RunId } from '#shared/ids.ts'
import type { SourceCheckpoint } from '../../../infra/db/schema/discovery.ts'
import { HttpProblem, type Validators } from '../../../infra/http/http.ts'
import type { TaskContext } from '../../../infra/tasks/task.ts'
import type { Batch, BatchResult, JobStore } from '../pipeline/job-store.ts'
import { type PreparedItem, type PrepareOptions, prepareItem } from '../pipeline/prepare.ts'
import type { Source, SourcePage } from '../sources/source.ts'
import type { Allowance } from './allowance.ts'
import { outcomeOfPages } from './run-outcome.ts'
import type { RunsRepo, SourceOutcome } from './runs.repo.ts'
import type { SourceSession, ValidatorStore } from './source-session.ts'

/** Postings a transaction: storing one takes about a millisecond, and nothing else happens meanwhile. */
const BATCH_SIZE = 10

export interface CollectOptions {
  readonly source: Source
  readonly session: SourceSession
  readonly signal: AbortSignal
  readonly runId: RunId
  /** When the run began, UTC ms: what a full list does not show since then is closed. */
  readonly runStartedAt: number
  /** What is behind a page of known postings was read by an earlier run. */
  readonly mayStopEarly: boolean
  readonly allowance: Allowance
  readonly context: Pick<TaskContext, 'assertLeader' | 'progressed'>
  readonly deps: {
    readonly runs: RunsRepo
    readonly store: JobStore
    readonly validators: ValidatorStore
    readonly recordBoard: (
      board: NonNullable<SourcePage['board']> & { sourceId: string; message: string | null },
    ) => void
    /** Whether the list was empty already when it was last read. */
    readonly wasEmpty: (sourceId: string, scope: string) => boolean
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
  let stoppedBy: 'allowance' | 'plan' | null = null
  while (!at.isDone && stoppedBy === null) {
    options.signal.throwIfAborted()
    const page = await nextPage(options, at.cursor)
    if (page === null) {
      stoppedBy = 'plan'
      break
    }
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
    if (allowance.left(sourceId) <= 0 && (!at.isDone || page.items.length > 0)) stoppedBy = 'allowance'
  }
  const counts = deps.runs.counts(runId, sourceId)
  return outcomeOfPages({ ...at, counts, stoppedBy })
}

/** Null when the requests that this run may make to the source are used up. */
async function nextPage({ source, session }: CollectOptions, cursor: string | null): Promise<SourcePage | null> {
  const { context } = session
  if (context.requestsLeft() <= 0) return null
  try {
    return await source.fetchPage(context, cursor)
  } catch (error) {
    const isPlanUsed = error instanceof HttpProblem && error.code === 'quota_used' && context.requestsLeft() <= 0
    if (isPlanUsed) return null
    throw error
  }
}

/** Stores a page from its offset on; returns the checkpoint after it, or within it when the allowance was used up. */
async function storePage(
  options: CollectOptions,
  at: { page: SourcePage; start: SourceCheckpoint },
): Promise<SourceCheckpoint> {
  const { source, session, allowance, deps } = options
  const { page, start } = at
  const sourceId = source.manifest.id
  const entries = entriesOf(page).slice(start.offset)
  const batches = Math.max(1, Math.ceil(entries.length / BATCH_SIZE))
  let checkpoint = start
  // A page that is taken up in its middle says nothing of its beginning.
  let isAllKnown = options.mayStopEarly && start.offset === 0 && entries.length > 0
  for (let index = 0; index < batches; index += 1) {
    options.signal.throwIfAborted()
    const isLast = index === batches - 1
    const batch = await prepareBatch(entries.slice(index * BATCH_SIZE, (index + 1) * BATCH_SIZE), {
      sourceId,
      now: session.context.now,
      isKnown: deps.store.isKnown,
    })
    const { taken, counts } = deps.store.commit({
      sourceId,
      items: batch,
      scope: page.fullList?.scope ?? null,
      closing: isLast ? closingOf(options, page) : null,
      maxNew: allowance.left(sourceId),
      alsoWrite: (result) => {
        isAllKnown &&= isOnlyKnown(result)
        checkpoint = checkpointAfter(checkpoint, {
          result,
          isWhole: isLast && result.taken === batch.length,
          page,
          isAllKnown,
        })
        writeBeside(options, { page, result, checkpoint, isWhole: isLast && result.taken === batch.length })
      },
    })
    allowance.use(sourceId, counts.new)
    deps.onRunChanged(options.runId)
    if (taken < batch.length) break
    await nextTurn()
  }
  return checkpoint
}

function checkpointAfter(
  checkpoint: SourceCheckpoint,
  at: { result: BatchResult; isWhole: boolean; page: SourcePage; isAllKnown: boolean },
): SourceCheckpoint {
  if (!at.isWhole) return { ...checkpoint, offset: checkpoint.offset + at.result.taken }
  const { nextCursor, cursorWhenAllKnown } = at.page
  const cursor = at.isAllKnown && cursorWhenAllKnown !== undefined ? cursorWhenAllKnown : nextCursor
  return { ...checkpoint, cursor, offset: 0, isDone: cursor === null }
}

/** Nothing of the batch was news: what was not known was not wanted. */
function isOnlyKnown({ counts }: BatchResult): boolean {
  return counts.new === 0 && counts.updated === 0 && counts.duplicate === (counts.reasons['known'] ?? 0)
}

/** What ends with a page: null when its list goes on or nothing is certain. A list that is suddenly empty closes nothing until it was
 *  empty twice. */
function closingOf({ source, runStartedAt, deps }: CollectOptions, { fullList }: SourcePage): Batch['closing'] {
  if (fullList === undefined || !fullList.isComplete) return null
  const wasEmpty = deps.wasEmpty(source.manifest.id, fullList.scope)
  // Unchanged since it was empty means empty again.
  if (fullList.isUnchanged === true && !wasEmpty) return null
  return { unseenSince: runStartedAt, mayBeEmpty: wasEmpty }
}

/** What belongs into the transaction of a batch beside its postings. */
function writeBeside(
  options: CollectOptions,
  batch: { page: SourcePage; result: BatchResult; checkpoint: SourceCheckpoint; isWhole: boolean },
): void {
  const { source, session, runId, deps, context } = options
  const { page, result, checkpoint, isWhole } = batch
  const sourceId = source.manifest.id
  context.assertLeader()
  context.progressed()
  deps.runs.addBatch(runId, { sourceId, counts: result.counts, closed: result.closed, checkpoint })
  deps.runs.addTraffic(runId, { ...session.takeTraffic(), sourceId })
  if (!isWhole) return
  const validators: ReadonlyMap<string, Validators> = session.takeValidators()
  // An answer that could not be used must come again whole.
  if (page.problem === null) for (const [url, known] of validators) deps.validators.write(url, known)
  if (page.fullList?.isUnchanged === true && closingOf(options, page) === null) {
    deps.store.touchList({ sourceId, scope: page.fullList.scope })
  }
  if (page.board !== undefined) {
    deps.recordBoard({ ...page.board, sourceId, message: page.problem?.message ?? null })
  }
}

type Entry = SourcePage['items'][number] | { readonly storedId: string }

function entriesOf(page: SourcePage): readonly Entry[] {
  return [...page.items, ...(page.stored ?? []).map((storedId) => ({ storedId }))]
}

/** Normalises and reads the items of a batch, giving the event loop a turn after each. */
async function prepareBatch(entries: readonly Entry[], options: PrepareOptions): Promise<PreparedItem[]> {
  const prepared: PreparedItem[] = []
  for (const entry of entries) {
    prepared.push(
      'storedId' in entry ? { kind: 'known', sourcePostingId: entry.storedId } : prepareItem(entry, options),
    )
    await nextTurn()
  }
  return prepared
}

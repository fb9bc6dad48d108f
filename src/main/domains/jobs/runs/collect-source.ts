import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RunId } from '#shared/ids.ts'
import type { SourceCheckpoint } from '../../../infra/db/schema/discovery.ts'
import { HttpProblem, type Validators } from '../../../infra/http/http.ts'
import type { TaskContext } from '../../../infra/tasks/task.ts'
import type { Batch, BatchResult, JobStore } from '../pipeline/job-store.ts'
import { wakeReaders } from '../enrich/wake-readers.ts'
import { type PreparedItem, openItem, type PrepareOptions, readItem } from '../pipeline/prepare.ts'
import type { Source, SourcePage } from '../sources/source.ts'
import type { Allowance } from './allowance.ts'
import { closingAt, isLeftOpen, type ListReading, takenUp, withPage } from './list-reading.ts'
import { type FinishedPages, MALFORMED, outcomeOfPages } from './run-outcome.ts'
import type { RunsRepo, SourceOutcome } from './runs.repo.ts'
import type { SourceSession, ValidatorStore } from './source-session.ts'

/** Postings a transaction: among half a million, storing one takes about two milliseconds, and nothing else happens meanwhile. */
export const BATCH_SIZE = 6

export interface CollectOptions {
  readonly source: Source
  readonly session: SourceSession
  readonly signal: AbortSignal
  readonly runId: RunId
  /** When the run began, UTC ms: what a full list does not show since then is closed. */
  readonly runStartedAt: number
  /** Stands for what the source is asked for. */
  readonly planKey: string
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

const BEGINNING: Omit<SourceCheckpoint, 'planKey'> = {
  cursor: null,
  offset: 0,
  isDone: false,
  openList: null,
  pages: 0,
  unchangedPages: 0,
  problems: [],
}

/** Reads a source page by page, from its checkpoint on, and stores each batch with its counters and the new checkpoint in one
 *  transaction. Returns how it ended; throws what ended it. */
export async function collectSource(options: CollectOptions): Promise<SourceOutcome> {
  const { source, session, runId, planKey, allowance, deps } = options
  const sourceId = source.manifest.id
  const kept = deps.runs.checkpoint(runId, sourceId)
  // What was read under other wishes says nothing about these.
  let at = kept?.planKey === planKey ? kept : { ...BEGINNING, planKey }
  let reading = at.openList === null ? null : takenUp(at.openList)
  let stoppedBy: FinishedPages['stoppedBy'] = null
  let unreadable = 0
  while (!at.isDone && stoppedBy === null) {
    options.signal.throwIfAborted()
    const page = await nextPage(options, at.cursor)
    if (page === null) {
      stoppedBy = 'plan'
      break
    }
    reading = withPage(reading, page)
    at = await storePage(options, { page, reading, start: begun(at, { page, unchanged: session.takeUnchanged() }) })
    if (at.openList === null) reading = null
    unreadable = isUnreadable(page) ? unreadable + 1 : 0
    if (allowance.left(sourceId) <= 0 && !at.isDone) stoppedBy = 'allowance'
    else if (unreadable >= UNREADABLE_PAGES_MAX && !at.isDone) stoppedBy = 'form'
  }
  const counts = deps.runs.counts(runId, sourceId)
  return outcomeOfPages({ ...at, counts, stoppedBy })
}

/** One such page may be an accident; after so many in a row the next ones are not asked for. */
const UNREADABLE_PAGES_MAX = 2

/** Nothing on the page could be read. Boards are different employers' matter: one says nothing about the next. */
function isUnreadable({ items, board }: SourcePage): boolean {
  const isMalformed = (item: SourcePage['items'][number]) => !item.ok && MALFORMED.includes(item.reason)
  return board === undefined && items.length > 0 && items.every(isMalformed)
}

/** A page that is taken up in its middle was counted before. */
function begun(at: SourceCheckpoint, { page, unchanged }: { page: SourcePage; unchanged: number }): SourceCheckpoint {
  if (at.offset > 0) return at
  const problems = page.problem === null ? at.problems : [...at.problems, page.problem]
  return { ...at, pages: at.pages + 1, unchangedPages: at.unchangedPages + unchanged, problems }
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

interface PageWork {
  readonly page: SourcePage
  readonly reading: ListReading | null
  readonly start: SourceCheckpoint
}

/** Stores a page; returns the checkpoint after it, or within it when the allowance was used up. A page that is taken up in its middle
 *  is looked at from its beginning: it may have changed, and what is still on it is to be seen again. */
async function storePage(options: CollectOptions, work: PageWork): Promise<SourceCheckpoint> {
  const { source, session, allowance, deps, runStartedAt } = options
  const { page, reading, start } = work
  const sourceId = source.manifest.id
  const closing = closingAt(page, { reading, runStartedAt, wasEmpty: wasListEmpty(options, page) })
  const steps = stepsOf(entriesOf(page), start.offset)
  let checkpoint = start
  let [old, news] = [0, 0]
  for (let index = 0; index < steps.length; index += 1) {
    options.signal.throwIfAborted()
    const { entries = [], isAgain = false } = steps[index] ?? {}
    const isLast = index === steps.length - 1
    const { now } = session.context
    const items = await prepareBatch(entries, { sourceId, now, isKnown: deps.store.isKnown, rates: deps.store.rates() })
    const { taken, counts, isClosingLeft } = deps.store.commit({
      sourceId,
      items,
      runStartedAt,
      isAgain,
      isRepeatable: true,
      scope: page.fullList?.scope ?? null,
      closing: isLast ? closing : null,
      maxNew: allowance.left(sourceId),
      alsoWrite: (result) => {
        old += result.old
        news += result.news
        const isWhole = isLast && result.taken === items.length && !result.isClosingLeft
        const isOld = options.mayStopEarly && old > 0 && news === 0
        const counted = isAgain ? 0 : result.taken
        checkpoint = isWhole ? checkpointAfter(checkpoint, { page, isOld }) : movedOn(checkpoint, counted)
        writeBeside(options, { work, closing, result, checkpoint, isWhole })
      },
    })
    allowance.use(sourceId, counts.new)
    deps.onRunChanged(options.runId)
    if (taken < items.length) break
    if (isLast && isClosingLeft) steps.push({ entries: [], isAgain: false })
    await nextTurn()
  }
  return checkpoint
}

function movedOn(checkpoint: SourceCheckpoint, taken: number): SourceCheckpoint {
  return { ...checkpoint, offset: checkpoint.offset + taken }
}

/** `isOld`: the page held nothing but what was known before the run. */
function checkpointAfter(
  checkpoint: SourceCheckpoint,
  { page, isOld }: { page: SourcePage; isOld: boolean },
): SourceCheckpoint {
  const { nextCursor, cursorWhenAllKnown, fullList } = page
  const cursor = isOld && cursorWhenAllKnown !== undefined ? cursorWhenAllKnown : nextCursor
  const openList = fullList === undefined || fullList.isComplete ? null : fullList.scope
  return { ...checkpoint, cursor, openList, offset: 0, isDone: cursor === null }
}

function wasListEmpty({ source, deps }: CollectOptions, { fullList }: SourcePage): boolean {
  return fullList?.isComplete === true && deps.wasEmpty(source.manifest.id, fullList.scope)
}

/** What belongs into the transaction of a batch beside its postings. */
function writeBeside(
  options: CollectOptions,
  batch: {
    work: PageWork
    closing: Batch['closing']
    result: BatchResult
    checkpoint: SourceCheckpoint
    isWhole: boolean
  },
): void {
  const { source, session, runId, deps, context } = options
  const { work, closing, result, checkpoint, isWhole } = batch
  const { page, reading } = work
  const sourceId = source.manifest.id
  context.assertLeader()
  context.progressed()
  deps.runs.addBatch(runId, { sourceId, counts: result.counts, closed: result.closed, checkpoint })
  deps.runs.addTraffic(runId, { ...session.takeTraffic(), sourceId })
  if (!isWhole) return
  const validators: ReadonlyMap<string, Validators> = session.takeValidators()
  // An answer of which not everything could be made use of must come again whole.
  const isUsed = page.problem === null && !isLeftOpen(page, reading, closing)
  if (isUsed) for (const [url, known] of validators) deps.validators.write(url, known)
  if (page.fullList?.isUnchanged === true && closing === null) {
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

interface Step {
  readonly entries: readonly Entry[]
  readonly isAgain: boolean
}

/** The entries in batches: those that were dealt with before once more, then the rest; always one to end with. */
function stepsOf(entries: readonly Entry[], offset: number): Step[] {
  const cut = (part: readonly Entry[], isAgain: boolean): Step[] =>
    Array.from({ length: Math.ceil(part.length / BATCH_SIZE) }, (_, index) => ({
      entries: part.slice(index * BATCH_SIZE, (index + 1) * BATCH_SIZE),
      isAgain,
    }))
  const rest = cut(entries.slice(offset), false)
  return [...cut(entries.slice(0, offset), true), ...(rest.length > 0 ? rest : [{ entries: [], isAgain: false }])]
}

/** Normalises and reads the items of a batch, giving the event loop a turn after each. */
async function prepareBatch(entries: readonly Entry[], options: PrepareOptions): Promise<PreparedItem[]> {
  const prepared: PreparedItem[] = []
  for (const entry of entries) {
    prepared.push(await prepareEntry(entry, options))
    await nextTurn()
  }
  return prepared
}

/** Readers wake when there is something to read: a run that finds nothing new does without them. */
async function prepareEntry(entry: Entry, options: PrepareOptions): Promise<PreparedItem> {
  if ('storedId' in entry) return { kind: 'known', sourcePostingId: entry.storedId }
  const opened = openItem(entry, options)
  if (opened.kind !== 'unread') return opened
  await wakeReaders()
  return readItem(opened, options)
}

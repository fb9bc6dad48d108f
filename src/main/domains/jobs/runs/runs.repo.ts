import type { Run, RunState, SourceProblem, SourceRun, SourceRunState } from '#shared/discovery.ts'
import { type RunId, runIdSchema, type SourceId, type TaskId, taskIdSchema } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { SourceCheckpoint } from '../../../infra/db/schema/discovery.ts'
import { createSourceHistory, NEWEST_FIRST } from './source-history.ts'

export interface SourceCounts {
  readonly found: number
  readonly new: number
  readonly updated: number
  readonly duplicate: number
  readonly rejected: number
  readonly reasons: Readonly<Record<string, number>>
}

export interface SourceOutcome {
  readonly state: SourceRunState
  readonly problem: SourceProblem | null
  readonly message: string | null
  readonly nextTryAt: number | null
}

export interface SourceTraffic {
  readonly requests: number
  readonly bytes: number
}

export interface NewRun {
  readonly id: RunId
  readonly taskId: TaskId
  readonly trigger: Run['trigger']
  readonly slotAt: number | null
  readonly sourceIds: readonly SourceId[]
  readonly now: number
}

interface RunRow {
  id: string
  taskId: string
  trigger: Run['trigger']
  slotAt: number | null
  state: RunState
  startedAt: number
  finishedAt: number | null
}

interface SourceRow extends Omit<SourceRun, 'sourceName' | 'reasons'> {
  runId: string
  reasons: string
  checkpoint: string | null
}

const RUN_COLUMNS = `id, task_id as taskId, trigger, slot_at as slotAt, state, started_at as startedAt, finished_at as finishedAt`
const SOURCE_COLUMNS = `run_id as runId, source_id as sourceId, state, found, new_jobs as new, updated, duplicate, rejected,
  reasons, closed, requests, planned_requests as plannedRequests, bytes, problem, message, next_try_at as nextTryAt, checkpoint,
  started_at as startedAt, finished_at as finishedAt`

/** The tables `run` and `run_source`. `sourceName` turns an id into the name a person reads. */
export function createRunsRepo(database: Database, sourceName: (id: SourceId) => string) {
  const { raw } = database
  const insertRun = raw.prepare<[string, string, string, number | null, number]>(
    `insert into run (id, task_id, trigger, slot_at, state, started_at) values (?, ?, ?, ?, 'queued', ?)`,
  )
  const insertSource = raw.prepare<[string, string]>(
    `insert into run_source (run_id, source_id, state) values (?, ?, 'queued')`,
  )
  const slotRun = raw.prepare<[number], number>('select 1 from run where slot_at = ?').pluck()
  const setState = raw.prepare<[RunState, number | null, string]>(
    'update run set state = ?, finished_at = ? where id = ?',
  )
  const oneRun = raw.prepare<[string], RunRow>(`select ${RUN_COLUMNS} from run where id = ?`)
  const newestRuns = raw.prepare<[number], RunRow>(
    `select ${RUN_COLUMNS} from run order by started_at desc, rowid desc limit ?`,
  )
  const sourcesOf = raw.prepare<[string], SourceRow>(
    `select ${SOURCE_COLUMNS} from run_source where run_id = ? order by rowid`,
  )
  const startSource = raw.prepare<[number, string, string]>(
    `update run_source set state = 'running', started_at = coalesce(started_at, ?) where run_id = ? and source_id = ?`,
  )
  const addCounts = raw.prepare<
    [number, number, number, number, number, string, number, string | null, string, string]
  >(
    `update run_source set found = found + ?, new_jobs = new_jobs + ?, updated = updated + ?, duplicate = duplicate + ?,
       rejected = rejected + ?, reasons = ?, closed = closed + ?, checkpoint = ? where run_id = ? and source_id = ?`,
  )
  const oneSource = raw.prepare<[string, string], SourceRow>(
    `select ${SOURCE_COLUMNS} from run_source where run_id = ? and source_id = ?`,
  )
  const planRequests = raw.prepare<[number, string, string]>(
    'update run_source set planned_requests = ? where run_id = ? and source_id = ?',
  )
  const addTraffic = raw.prepare<[number, number, string, string]>(
    'update run_source set requests = requests + ?, bytes = bytes + ? where run_id = ? and source_id = ?',
  )
  const readReasons = raw
    .prepare<[string, string], string>('select reasons from run_source where run_id = ? and source_id = ?')
    .pluck()
  const finishSource = raw.prepare<
    [SourceRunState, SourceProblem | null, string | null, number | null, number, string, string]
  >(
    `update run_source set state = ?, problem = ?, message = ?, next_try_at = ?, finished_at = ?
     where run_id = ? and source_id = ?`,
  )
  const endOpenSources = raw.prepare<[SourceRunState, string | null, number, string]>(
    `update run_source set state = ?, message = ?, finished_at = ? where run_id = ? and state in ('queued', 'running')`,
  )
  const lastOfSource = raw.prepare<[string], SourceRow>(
    `select ${SOURCE_COLUMNS} from run_source where source_id = ? and finished_at is not null ${NEWEST_FIRST} limit 1`,
  )

  function toSourceRun(row: SourceRow): SourceRun {
    const { runId: _run, checkpoint: _checkpoint, reasons, ...rest } = row
    return { ...rest, sourceName: sourceName(row.sourceId), reasons: parseReasons(reasons) }
  }

  function toRun(row: RunRow): Run {
    const sources = sourcesOf.all(row.id).map(toSourceRun)
    const sum = (pick: (source: SourceRun) => number) => sources.reduce((total, source) => total + pick(source), 0)
    return {
      ...row,
      id: runIdSchema.parse(row.id),
      taskId: taskIdSchema.parse(row.taskId),
      found: sum((source) => source.found),
      new: sum((source) => source.new),
      updated: sum((source) => source.updated),
      duplicate: sum((source) => source.duplicate),
      rejected: sum((source) => source.rejected),
      sources,
    }
  }

  return {
    ...createSourceHistory(database),
    create: (run: NewRun) => {
      database.write(() => {
        insertRun.run(run.id, run.taskId, run.trigger, run.slotAt, run.now)
        for (const sourceId of run.sourceIds) insertSource.run(run.id, sourceId)
      })
    },
    /** Whether a slot of the schedule had its run. */
    hasSlot: (slotAt: number): boolean => slotRun.get(slotAt) === 1,
    get: (id: string): Run | null => {
      const row = oneRun.get(id)
      return row === undefined ? null : toRun(row)
    },
    newest: (limit: number): Run[] => newestRuns.all(limit).map(toRun),
    setRunning: (id: RunId): void => {
      setState.run('running', null, id)
    },
    finish: (id: RunId, end: { state: RunState; now: number }): void => {
      setState.run(end.state, end.now, id)
    },
    startSource: (id: RunId, at: { sourceId: SourceId; now: number }): void => {
      startSource.run(at.now, id, at.sourceId)
    },
    checkpoint: (id: RunId, sourceId: SourceId): SourceCheckpoint | null => {
      const row = oneSource.get(id, sourceId)
      return row?.checkpoint ? (JSON.parse(row.checkpoint) as SourceCheckpoint) : null
    },
    counts: (id: RunId, sourceId: SourceId): Pick<SourceCounts, 'found' | 'rejected' | 'reasons'> => {
      const row = oneSource.get(id, sourceId)
      return { found: row?.found ?? 0, rejected: row?.rejected ?? 0, reasons: parseReasons(row?.reasons ?? '{}') }
    },
    /** Requests that the run gave the source, null until it is decided, and those it has made. */
    requestsOf: (id: RunId, sourceId: SourceId): { planned: number | null; made: number } => {
      const row = oneSource.get(id, sourceId)
      return { planned: row?.plannedRequests ?? null, made: row?.requests ?? 0 }
    },
    planRequests: (id: RunId, plan: { sourceId: SourceId; requests: number }): void => {
      planRequests.run(plan.requests, id, plan.sourceId)
    },
    /** Adds what one batch brought. Belongs into the transaction that stores the batch. */
    addBatch: (
      id: RunId,
      batch: { sourceId: SourceId; counts: SourceCounts; closed: number; checkpoint: SourceCheckpoint },
    ): void => {
      const { counts, sourceId } = batch
      const reasons = sumReasons(parseReasons(readReasons.get(id, sourceId) ?? '{}'), counts.reasons)
      addCounts.run(
        counts.found,
        counts.new,
        counts.updated,
        counts.duplicate,
        counts.rejected,
        JSON.stringify(reasons),
        batch.closed,
        JSON.stringify(batch.checkpoint),
        id,
        sourceId,
      )
    },
    addTraffic: (id: RunId, traffic: SourceTraffic & { sourceId: SourceId }): void => {
      addTraffic.run(traffic.requests, traffic.bytes, id, traffic.sourceId)
    },
    finishSource: (id: RunId, end: SourceOutcome & { sourceId: SourceId; now: number }): void => {
      finishSource.run(end.state, end.problem, end.message, end.nextTryAt, end.now, id, end.sourceId)
    },
    /** Ends every source of the run that has not ended by itself. */
    endOpenSources: (id: RunId, end: { state: SourceRunState; message: string | null; now: number }): void => {
      endOpenSources.run(end.state, end.message, end.now, id)
    },
    lastOfSource: (sourceId: SourceId): SourceRun | null => {
      const row = lastOfSource.get(sourceId)
      return row === undefined ? null : toSourceRun(row)
    },
  }
}

export type RunsRepo = ReturnType<typeof createRunsRepo>

function parseReasons(text: string): Record<string, number> {
  return JSON.parse(text) as Record<string, number>
}

/** Sum of two tallies. Pure. */
function sumReasons(
  left: Readonly<Record<string, number>>,
  right: Readonly<Record<string, number>>,
): Record<string, number> {
  const total: Record<string, number> = { ...left }
  for (const [reason, count] of Object.entries(right)) total[reason] = (total[reason] ?? 0) + count
  return total
}

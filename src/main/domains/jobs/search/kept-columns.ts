import type { Database } from '#main/infra/db/driver.ts'
import { type Bits, noBits, setBit } from './bits.ts'
import { type Columns, foldedColumns, NO_COLUMNS, ordinalOf, ordinalsOf } from './columns.ts'
import { readColumns } from './read-columns.ts'
import { inTurns } from '#main/infra/time/turns.ts'

/** So many changes are folded into the columns at once; fewer, when nothing has changed for a while. */
const FOLDED_AT = 4_000
const FOLDED_WHEN_QUIET_AT = 200
const QUIET_MS = 10_000

/** Every job and its filter tokens, for coarse work over all of them. */
export interface JobColumns {
  /** Ids of the jobs that the columns know, ascending (newest last). A job's place in it is its ordinal. */
  readonly jobIds: Float64Array
  /** Ordinals of the jobs that carry the filter token, ascending; empty when none does. */
  readonly ordinalsOf: (token: string) => Uint32Array
  /** Jobs changed since, with what they carry now (null: gone): for them the columns above do not hold. */
  readonly changed: ReadonlyMap<number, ReadonlySet<string> | null>
  /** False while they are being read: then they hold nothing. */
  readonly isReady: boolean
}

/** The columns and what has changed since they were read. */
export interface ColumnView {
  readonly columns: Columns
  /** Jobs of the columns that have changed. */
  readonly stale: Bits
  readonly changed: ReadonlyMap<number, ReadonlySet<string> | null>
  /** Number of the last change that is seen. */
  readonly seq: number
}

interface Change {
  readonly seq: number
  readonly jobId: number
  readonly filters: string | null
}

export interface KeptColumns {
  /** As of what the caller's read transaction sees; null while they are being read, which begins with the first call. */
  readonly view: () => ColumnView | null
  /** Settles when they are there, or the database was closed; rejects when they could not be read. */
  readonly ready: () => Promise<void>
  /** Settles when nothing more is done with them. */
  readonly prepared: () => Promise<void>
}

/** Reads the columns once and then follows the notes of job-index.ts, whichever process writes. All long work is done in turns of
 *  a few milliseconds. `prepare`: what is to be done with new columns before they rest. */
export function createKeptColumns(
  db: Database,
  options: {
    readonly prepare: (columns: Columns) => Generator<undefined, void>
    readonly onProblem: (error: unknown) => void
  },
): KeptColumns {
  const { prepare, onProblem } = options
  const lastSeq = db.raw.prepare<[], number | null>('select max(seq) from job_index_change').pluck()
  const since = db.raw.prepare<[number], Change>(
    'select seq, job_id as jobId, filters from job_index_change where seq > ? order by seq',
  )
  let columns: Columns | null = null
  let changed = new Map<number, ReadonlySet<string> | null>()
  let changedAt = new Map<number, number>()
  let stale: Bits = noBits(0)
  let seen = 0
  let lastChangeMs = -Infinity
  let isPrepared = false
  let work: Promise<void> | null = null

  function take(jobIds: Float64Array, { seq, jobId, filters }: Change): void {
    changed.set(jobId, filters === null ? null : new Set(filters.split(' ')))
    changedAt.set(jobId, seq)
    const ordinal = ordinalOf(jobIds, jobId)
    if (ordinal >= 0) setBit(stale, ordinal)
  }

  /** False when notes are missing. */
  function follow(jobIds: Float64Array): boolean {
    const last = lastSeq.get() ?? 0
    if (last === seen) return true
    const changes = since.all(seen)
    if (changes[0]?.seq !== seen + 1) return false
    for (const change of changes) take(jobIds, change)
    seen = last
    lastChangeMs = performance.now()
    return true
  }

  function rest(next: Columns, upTo: number): void {
    const later = [...changed].filter(([id]) => (changedAt.get(id) ?? 0) > upTo)
    changed = new Map(later)
    changedAt = new Map(later.map(([id]) => [id, changedAt.get(id) ?? 0]))
    stale = noBits(next.jobIds.length)
    for (const [id] of later) {
      const ordinal = ordinalOf(next.jobIds, id)
      if (ordinal >= 0) setBit(stale, ordinal)
    }
    columns = next
  }

  async function read(): Promise<void> {
    const from = lastSeq.get() ?? 0
    const next = await inTurns(readColumns(db), () => db.raw.open)
    if (next === null) return
    seen = from
    rest(next, Infinity)
    isPrepared = false
  }

  async function fold(old: Columns): Promise<void> {
    const upTo = seen
    const next = await inTurns(foldedColumns(old, new Map(changed)), () => db.raw.open && columns === old)
    if (next === null) return
    rest(next, upTo)
    isPrepared = false
  }

  async function prepareThem(next: Columns): Promise<void> {
    isPrepared = true
    const isWanted = (): boolean => db.raw.open && columns === next && changed.size < FOLDED_AT
    await inTurns(prepare(next), isWanted, { isSpare: true })
  }

  /** One thing at a time; a failure is reported, told to whoever waits, and the next question tries again. */
  function begin(job: () => Promise<void>): void {
    if (work !== null) return
    const run = async (): Promise<void> => {
      try {
        await job()
      } finally {
        work = null
      }
      if (columns !== null) tend()
    }
    work = Promise.resolve().then(run)
    work.catch(onProblem)
  }

  function tend(): void {
    const current = columns
    if (current === null) {
      begin(read)
      return
    }
    const isQuiet = performance.now() - lastChangeMs > QUIET_MS
    const isFoldDue = changed.size >= FOLDED_AT || (isQuiet && changed.size >= FOLDED_WHEN_QUIET_AT)
    if (isFoldDue) begin(() => fold(current))
    else if (isQuiet && !isPrepared) begin(() => prepareThem(current))
  }

  async function ready(): Promise<void> {
    if (columns !== null || !db.raw.open) return
    begin(read)
    await work
    await ready()
  }

  async function prepared(): Promise<void> {
    if (work === null) return
    await work
    await prepared()
  }

  return {
    ready,
    prepared,
    view: () => {
      if (columns !== null && !follow(columns.jobIds)) columns = null
      tend()
      return columns === null ? null : { columns, stale, changed, seq: seen }
    },
  }
}

/** The view as others work with it. */
export function jobColumnsOf(view: ColumnView | null): JobColumns {
  const { jobIds, carriers } = view?.columns ?? NO_COLUMNS
  return {
    jobIds,
    ordinalsOf: (token) => ordinalsOf(carriers.get(token)),
    changed: view?.changed ?? new Map(),
    isReady: view !== null,
  }
}

import type { JobId } from '#shared/ids.ts'

interface Row {
  readonly jobId: JobId
  readonly position: number
}

interface Seen {
  readonly listId: string
  readonly shown: Row[]
  readonly opened: { readonly jobId: JobId; readonly dwellMs: number } | null
}

export interface ListRecord {
  readonly shown: (row: Row) => void
  /** What was opened was shown, too. */
  readonly opened: (row: Row, dwellMs: number) => void
  /** Sends what waits. */
  readonly flush: () => void
}

const TOGETHER_MS = 1_500
const MOST_AT_ONCE = 200
const DWELL_MOST_MS = 86_400_000

/** Whether impressions of the list count at all: lists of an experiment are called so. Pure. */
export function isOfExperiment(listId: string): boolean {
  return listId.startsWith('experiment-')
}

/** Gathers what was on screen of one list, each job once, and sends it in bundles; what could not be sent goes with the next. */
export function createListRecord(options: {
  readonly listId: string
  readonly send: (seen: Seen) => Promise<unknown>
}): ListRecord {
  const { listId, send } = options
  const known = new Set<JobId>()
  let waiting: Row[] = []
  let timer: ReturnType<typeof setTimeout> | null = null

  function take(): Row[] {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const rows = waiting.slice(0, MOST_AT_ONCE)
    waiting = waiting.slice(MOST_AT_ONCE)
    return rows
  }

  function give(opened: Seen['opened']): void {
    const shown = take()
    if (shown.length === 0 && opened === null) return
    send({ listId, shown, opened }).catch(() => {
      // The app does not answer for a moment: the rows are told with the next ones.
      waiting = [...shown, ...waiting]
    })
  }

  function shown(row: Row): void {
    if (known.has(row.jobId)) return
    known.add(row.jobId)
    waiting.push(row)
    timer ??= setTimeout(() => give(null), TOGETHER_MS)
  }

  return {
    shown,
    opened: (row, dwellMs) => {
      shown(row)
      give({ jobId: row.jobId, dwellMs: Math.min(DWELL_MOST_MS, Math.max(0, dwellMs)) })
    },
    flush: () => give(null),
  }
}

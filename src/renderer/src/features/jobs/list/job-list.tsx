import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react'
import type { JobId } from '#shared/ids.ts'
import type { JobListItem } from '#shared/jobs.ts'
import { useNow } from '../../../ui/use-now.ts'
import { listStep } from '../../../ui/list-step.ts'
import { JOB_LIST_ID } from '../view/focus.ts'
import type { JobsView } from '../view/jobs-url.ts'
import {
  AT_REST,
  drawnIndexes,
  filledAfter,
  inPageOrder,
  keptRows,
  motionAfter,
  NONE_FILLED,
  type Filled,
} from './drawn-rows.ts'
import classes from './job-list.module.css'
import { JobRow, ROW_HEIGHT_PX, type PickKind } from './job-row.tsx'
import type { JobListResult } from './use-job-list.ts'

/** The list rests when it has not moved for so long. */
const REST_MS = 100
/** So many rows are asked for before they come into sight. */
const AHEAD_ROWS = 30

/** The list of jobs: every row of the total has its place, only those in sight exist. One tab stop; the arrows move inside. */
export function JobList(props: {
  readonly list: JobListResult
  readonly selectedId: JobsView['selectedId']
  readonly cursor: number | null
  readonly picked: ReadonlyMap<JobId, JobListItem>
  readonly onMove: (step: number) => void
  readonly onPick: (index: number, kind: PickKind) => void
  /** What was first seen later is marked as new; null marks nothing. */
  readonly newSince: JobsView['newSince']
  readonly resetKey: string
}) {
  const { list, cursor, resetKey } = props
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const now = useNow(60_000)
  const { look, at } = list
  // oxlint-disable-next-line react/incompatible-library -- what it returns changes in place; it is read while drawing and never memoised
  const rows = useVirtualizer({
    count: list.total,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 0,
    isScrollingResetDelay: REST_MS,
  })
  const first = rows.range?.startIndex ?? 0
  const last = rows.range?.endIndex ?? 0
  const isMoving = rows.isScrolling
  const [before, setMotion] = useState(AT_REST)
  const motion = motionAfter(before, { first, isMoving })
  if (motion !== before) setMotion(motion)
  const { isFlung } = motion
  const kept = keptRows(rows.scrollRect?.height ?? 0, ROW_HEIGHT_PX)
  const indexes = drawnIndexes({ first, kept, total: list.total, cursor })
  const drawn = inPageOrder({ indexes, kept, isMoving })
  const filled = useFilled({ first, indexes, isThere: (index) => !isFlung && at(index) !== undefined })
  useEffect(() => {
    if (!isFlung) look(Math.max(0, first - AHEAD_ROWS), last + AHEAD_ROWS)
  }, [look, first, last, isFlung])
  // Only a move of the cursor scrolls: not the user scrolling away from it.
  const follow = useEffectEvent((index: number) => rows.scrollToIndex(index))
  useEffect(() => {
    if (cursor !== null) follow(cursor)
  }, [cursor])
  useEffect(() => {
    if (resetKey !== '') scroller?.scrollTo({ top: 0 })
  }, [scroller, resetKey])

  const pageRows = Math.max(1, last - first - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = listStep(event.key, { pageRows, total: list.total })
    if (step !== null) {
      event.preventDefault()
      props.onMove(step)
    } else if (event.key === 'Enter' && cursor !== null) {
      event.preventDefault()
      props.onPick(cursor, 'open')
    }
  }
  return (
    <div
      ref={setScroller}
      id={JOB_LIST_ID}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native list cannot draw only some of a hundred thousand rows
      role="listbox"
      aria-label="Jobs"
      aria-multiselectable
      aria-busy={list.head.isPlaceholderData}
      tabIndex={0}
      aria-activedescendant={cursor === null || cursor >= list.total ? undefined : rowId(cursor)}
      className={classes.list}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={classes.space} style={{ height: list.total * ROW_HEIGHT_PX }}>
        {drawn.map(({ index, slot }) => {
          const isFilled = index === cursor || (index >= filled.from && index < filled.to)
          const job = isFilled && !isFlung ? at(index) : undefined
          return (
            <JobRow
              key={slot}
              id={rowId(index)}
              job={job}
              index={index}
              total={list.total}
              top={index * ROW_HEIGHT_PX}
              now={now}
              isCursor={cursor === index}
              isOpen={job !== undefined && job.id === props.selectedId}
              isPicked={props.picked.size === 0 ? null : job !== undefined && props.picked.has(job.id)}
              isNew={props.newSince !== null && job !== undefined && job.firstSeenAt > props.newSince}
              onPick={props.onPick}
            />
          )
        })}
      </div>
    </div>
  )
}

/** The rows that show their jobs: a few more with every frame, until all do that can. */
function useFilled(now: {
  readonly first: number
  readonly indexes: readonly number[]
  readonly isThere: (index: number) => boolean
}): Filled {
  const { first, indexes, isThere } = now
  const [before, setFilled] = useState(NONE_FILLED)
  const start = indexes[0] ?? 0
  // The row under the cursor may stand alone behind the others.
  const rows = indexes.filter((index, place) => index === start + place).length
  const around = { first, drawn: { from: start, to: start + rows }, isThere }
  const filled = filledAfter(before, around)
  const isDone = filledAfter(filled, around) === filled
  if (isDone && filled !== before) setFilled(filled)
  const { from, to } = filled
  useEffect(() => {
    if (isDone) return undefined
    const frame = requestAnimationFrame(() => setFilled({ from, to }))
    return () => cancelAnimationFrame(frame)
  }, [from, to, isDone])
  return filled
}

function rowId(index: number): string {
  return `job-row-${index}`
}

import { useVirtualizer, defaultRangeExtractor } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react'
import type { JobId } from '#shared/ids.ts'
import type { JobListItem } from '#shared/jobs.ts'
import { useNow } from '../../ui/use-now.ts'
import { listStep } from '../../ui/list-step.ts'
import { JOB_LIST_ID } from './focus.ts'
import classes from './job-list.module.css'
import { JobRow, ROW_HEIGHT_PX, type PickKind } from './job-row.tsx'
import type { JobsView } from './jobs-url.ts'
import type { JobListResult } from './use-job-list.ts'

const OVERSCAN_ROWS = 8

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
  // What the virtualizer returns changes in place; it is read while drawing and never memoised.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: list.total,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: OVERSCAN_ROWS,
    useFlushSync: false,
    // The row under the cursor stays in the page even when scrolled away: the list points at it by id.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range)
      return cursor === null || indexes.includes(cursor) || cursor >= range.count ? indexes : [...indexes, cursor]
    },
  })
  const visible = rows.range
  const first = visible?.startIndex ?? 0
  const last = visible?.endIndex ?? 0
  useEffect(() => look(Math.max(0, first - OVERSCAN_ROWS), last + OVERSCAN_ROWS), [look, first, last])
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
    // A native list of options cannot hold rows of several parts, nor draw only some of a hundred thousand.
    <div
      ref={setScroller}
      id={JOB_LIST_ID}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      aria-label="Jobs"
      aria-multiselectable
      aria-busy={list.head.isPlaceholderData}
      tabIndex={0}
      aria-activedescendant={cursor === null || cursor >= list.total ? undefined : rowId(cursor)}
      className={classes.list}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={classes.space} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((item) => {
          const job = at(item.index)
          return (
            <JobRow
              key={item.index}
              id={rowId(item.index)}
              job={job}
              index={item.index}
              total={list.total}
              top={item.start}
              now={now}
              isCursor={cursor === item.index}
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

function rowId(index: number): string {
  return `job-row-${index}`
}

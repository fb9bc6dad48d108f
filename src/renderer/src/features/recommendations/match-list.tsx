import { useEffect, type KeyboardEvent } from 'react'
import type { JobId } from '#shared/ids.ts'
import type { RecommendedJob } from '#shared/recommendations.ts'
import { useNow } from '../../ui/use-now.ts'
import { listStep } from '../../ui/list-step.ts'
import { MATCH_LIST_ID } from './focus.ts'
import classes from './match-list.module.css'
import { MatchRow } from './match-row.tsx'
import type { Moves } from './moves.ts'

const PAGE_ROWS = 5

/** The ranked list. One tab stop; the arrows move inside. */
export function MatchList(props: {
  readonly matches: readonly RecommendedJob[]
  /** Where each job comes from, while other weights are tried. */
  readonly moves: Moves | null
  readonly isBusy: boolean
  readonly cursor: number | null
  readonly selectedId: JobId | null
  readonly onMove: (step: number) => void
  readonly onOpen: (index: number) => void
}) {
  const { matches, cursor, moves } = props
  const now = useNow(60_000)
  const total = matches.length
  useEffect(() => {
    if (cursor !== null) document.getElementById(rowId(cursor))?.scrollIntoView({ block: 'nearest' })
  }, [cursor])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = listStep(event.key, { pageRows: PAGE_ROWS, total })
    if (step !== null) {
      event.preventDefault()
      props.onMove(step)
    } else if (event.key === 'Enter' && cursor !== null) {
      event.preventDefault()
      props.onOpen(cursor)
    }
  }
  return (
    // A native list of options cannot hold rows of several parts.
    <div
      id={MATCH_LIST_ID}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      aria-label="Recommended jobs"
      aria-busy={props.isBusy}
      tabIndex={0}
      aria-activedescendant={cursor === null || cursor >= total ? undefined : rowId(cursor)}
      className={classes.list}
      onKeyDown={onKeyDown}
    >
      {matches.map((match, index) => (
        <MatchRow
          key={match.job.id}
          id={rowId(index)}
          match={match}
          place={index}
          total={total}
          now={now}
          move={moves === null ? null : (moves.byId.get(match.job.id) ?? null)}
          isCursor={cursor === index}
          isOpen={match.job.id === props.selectedId}
          onPick={props.onOpen}
        />
      ))}
    </div>
  )
}

function rowId(index: number): string {
  return `match-row-${index}`
}

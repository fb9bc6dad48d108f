import { useVirtualizer } from '@tanstack/react-virtual'
import { useState } from 'react'
import type { ImportRow } from '#shared/application-transfer.ts'
import { formatCount } from '../../../../ui/format.ts'
import { STAGE_WORDS } from '../../words/stage-words.ts'
import { STATE_WORDS } from '../words.ts'
import classes from './row-list.module.css'

const ROW_HEIGHT_PX = 46
const OVERSCAN_ROWS = 8

/** Rows of the file by their lines; of many only those in sight are drawn. */
export function RowList(props: { readonly label: string; readonly rows: readonly ImportRow[] }) {
  const { rows } = props
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  // oxlint-disable-next-line react/incompatible-library -- what it returns changes in place; it is read while drawing and never memoised
  const drawn = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: OVERSCAN_ROWS,
  })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
    <section ref={setScroller} className={classes.scroller} aria-label={props.label} tabIndex={0}>
      <ol className={classes.rows} style={{ height: drawn.getTotalSize() }}>
        {drawn.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          return (
            row && (
              <li
                key={index}
                ref={drawn.measureElement}
                data-index={index}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                className={classes.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Row row={row} />
              </li>
            )
          )
        })}
      </ol>
    </section>
  )
}

function Row({ row }: { readonly row: ImportRow }) {
  const name = [row.title, row.company].filter((word) => word !== '').join(' · ')
  return (
    <>
      <span className={classes.line}>Line {formatCount(row.line)}</span>
      <span className={classes.words}>
        <span className={classes.name} data-silent={name === '' || undefined}>
          {name === '' ? 'Nothing that names it' : name}
        </span>
        {row.problems.map((problem) => (
          <span key={problem} className={classes.problem} data-bad={row.state === 'bad' || undefined}>
            {problem}
          </span>
        ))}
      </span>
      {row.state !== 'bad' && (
        <span className={classes.state}>
          {row.state === 'new' && row.stage !== null ? STAGE_WORDS[row.stage] : STATE_WORDS[row.state]}
        </span>
      )}
    </>
  )
}

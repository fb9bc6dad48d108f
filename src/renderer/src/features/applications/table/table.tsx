import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useLatestCallback } from '../../../ui/use-latest-callback.ts'
import { useNow } from '../../../ui/use-now.ts'
import type { ApplicationCard } from '#shared/applications.ts'
import { cellAfterKey, orderAfterClick, TABLE_COLUMNS } from './columns.ts'
import { cellElementId, ROW_HEIGHT_PX, TableRow } from './table-row.tsx'
import classes from './table.module.css'
import type { Rows } from './use-rows.ts'

const TABLE_ID = 'application-table'
const HEAD_HEIGHT_PX = 34
const AHEAD_ROWS = 30
const OVERSCAN_ROWS = 6

export function focusTable(): void {
  document.getElementById(TABLE_ID)?.focus({ preventScroll: true })
}

interface Cell {
  readonly row: number
  readonly column: number
}

interface Order {
  readonly sort: (typeof TABLE_COLUMNS)[number]['sort']
  readonly isDescending: boolean
}

/** A grid of which only the rows in sight are drawn. One tab stop for its cells, in which the arrows move. */
export function Table(props: {
  readonly rows: Rows
  readonly zone: string
  readonly order: Order
  readonly resetKey: string
  readonly cell: Cell
  /** The cell that is being changed, wherever its application lies by now, with what stands in its place. */
  readonly edited: { readonly card: ApplicationCard; readonly column: number; readonly field: ReactNode } | null
  readonly picked: ReadonlySet<number>
  readonly onOrder: (order: Order) => void
  readonly onCell: (cell: Cell) => void
  readonly onEdit: (cell: Cell) => void
  readonly onOpen: (row: number) => void
  readonly onPick: (row: number) => void
}) {
  const { rows, edited, resetKey, zone } = props
  const editedRow = edited && rows.indexOf(edited.card.id)
  const cell = edited && editedRow !== null ? { row: editedRow, column: edited.column } : props.cell
  const { at, look, total } = rows
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const now = useNow(60_000)
  // oxlint-disable-next-line react/incompatible-library -- what it returns changes in place; it is read while drawing and never memoised
  const drawn = useVirtualizer({
    count: total,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: OVERSCAN_ROWS,
    scrollMargin: HEAD_HEIGHT_PX,
  })
  const first = drawn.range?.startIndex ?? 0
  const last = drawn.range?.endIndex ?? 0
  useEffect(() => look(first - AHEAD_ROWS, last + AHEAD_ROWS), [look, first, last])
  useEffect(() => {
    document
      .getElementById(cellElementId(cell.row, cell.column))
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [cell.row, cell.column])
  const start = useEffectEvent(() => {
    props.onCell({ row: 0, column: props.cell.column })
    scroller?.scrollTo({ top: 0 })
  })
  useEffect(() => {
    if (resetKey !== '') start()
  }, [resetKey])

  const indexes = drawn.getVirtualItems().map(({ index }) => index)
  const shown = indexes.includes(cell.row) || cell.row >= total ? indexes : [...indexes, cell.row]
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const pageRows = Math.max(1, last - first - 1)
    const next = cellAfterKey(cell, event.key, { rows: total, columns: TABLE_COLUMNS.length, pageRows })
    if (next) props.onCell(next)
    else if (event.key === 'F2' || event.key === 'e') props.onEdit(cell)
    else if (event.key === 'Enter') props.onOpen(cell.row)
    else if (event.key === ' ') props.onPick(cell.row)
    else return
    event.preventDefault()
  }
  const onCell = useLatestCallback((clicked: Cell, isTwice: boolean) => {
    if (isTwice) props.onEdit(clicked)
    else props.onCell(clicked)
  })
  const onPick = useLatestCallback(props.onPick)
  return (
    <div
      ref={setScroller}
      id={TABLE_ID}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native table cannot draw only some of ten thousand rows
      role="grid"
      aria-label="Applications"
      aria-rowcount={total + 1}
      aria-colcount={TABLE_COLUMNS.length + 1}
      aria-multiselectable
      aria-busy={rows.head.isPlaceholderData || rows.head.isPending}
      tabIndex={0}
      aria-activedescendant={total === 0 ? undefined : cellElementId(cell.row, cell.column)}
      className={classes.table}
      onKeyDown={onKeyDown}
    >
      <Heads order={props.order} onOrder={props.onOrder} />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the rows of the grid above */}
      <div role="rowgroup" className={classes.space} style={{ height: total * ROW_HEIGHT_PX }}>
        {shown.map((index) => {
          const card = at(index)
          const isHere = index === cell.row
          const isEdited = index === editedRow
          return (
            <TableRow
              // The field moves with its application and keeps the keyboard.
              key={isEdited ? 'edited' : index}
              card={card}
              index={index}
              now={now}
              zone={zone}
              cursor={isHere ? cell.column : null}
              editor={isEdited ? edited : null}
              isPicked={card !== undefined && props.picked.has(card.id)}
              onPick={onPick}
              onCell={onCell}
            />
          )
        })}
      </div>
    </div>
  )
}

function Heads(props: { readonly order: Order; readonly onOrder: (order: Order) => void }) {
  const { order } = props
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the head of the grid above
    <div role="row" aria-rowindex={1} className={classes.heads}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the head of the grid above */}
      <span role="columnheader" aria-colindex={1} className={classes.pick}>
        <span className="cc-unseen">Selected</span>
      </span>
      {TABLE_COLUMNS.map((column, place) => {
        const isSorted = order.sort === column.sort
        const Arrow = order.isDescending ? IconArrowDown : IconArrowUp
        return (
          <span
            key={column.sort}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the head of the grid above
            role="columnheader"
            aria-colindex={place + 2}
            aria-sort={isSorted ? (order.isDescending ? 'descending' : 'ascending') : 'none'}
            data-column={column.sort}
          >
            <button
              type="button"
              className={classes.sort}
              onClick={() => props.onOrder(orderAfterClick(order, column))}
            >
              {column.name}
              {isSorted && <Arrow size={12} stroke={2.2} aria-hidden="true" />}
            </button>
          </span>
        )
      })}
    </div>
  )
}

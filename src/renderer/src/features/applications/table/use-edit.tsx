import { useState, type ReactNode } from 'react'
import type { ApplicationCard } from '#shared/applications.ts'
import type { Moves } from '../actions/use-moves.ts'
import { CellEditor } from './cell-editor.tsx'
import { cardToChange, TABLE_COLUMNS, type Edited } from './columns.ts'
import classes from './table.module.css'
import type { Rows } from './use-rows.ts'

/** A cell that is being changed: of the application as it was when that began, not of the row where it lay. */
interface Edit {
  readonly card: ApplicationCard
  readonly column: number
  readonly text: string | null
  /** The core did not take it, and the user was told how it is by now. */
  readonly isRefused: boolean
}

/** The cell of the table that is being changed, one at a time. What is typed stays with its application wherever that is sorted to; one
 *  that is not among the rows any more is changed beside the table (`away`). */
export function useEdit(options: {
  readonly rows: Rows
  readonly zone: string
  readonly moves: Moves
  readonly onDone: (done: { readonly row: number | null; readonly column: number; readonly isByKey: boolean }) => void
}) {
  const { rows, zone, moves } = options
  const [edit, setEdit] = useState<Edit | null>(null)
  const row = edit && rows.indexOf(edit.card.id)
  const begin = (card: ApplicationCard, column: number) => setEdit({ card, column, text: null, isRefused: false })
  const column = edit === null ? undefined : TABLE_COLUMNS[edit.column]
  if (edit === null || column === undefined) return { begin, edited: null, away: null }

  const newest = (row === null ? undefined : rows.at(row)) ?? edit.card
  const card = edit.isRefused ? newest : edit.card
  const finish = async (edited: Edited | null, isByKey: boolean) => {
    setEdit(null)
    options.onDone({ row, column: edit.column, isByKey })
    if (edited?.kind !== 'change') return
    const isStored = await moves.update(cardToChange(card, newest, column), edited.change, edited.back)
    if (!isStored) setEdit((other) => other ?? { ...edit, isRefused: true })
  }
  const field = (
    <CellEditor
      key={card.id}
      card={card}
      column={column}
      zone={zone}
      text={edit.text}
      onText={(text) => setEdit((before) => before && { ...before, text })}
      onDone={(edited, isByKey) => void finish(edited, isByKey)}
    />
  )
  const cell = { card, column: edit.column, field }
  return row === null
    ? { begin, edited: null, away: <Away card={card}>{field}</Away> }
    : { begin, edited: cell, away: null }
}

function Away({ card, children }: { readonly card: ApplicationCard; readonly children: ReactNode }) {
  return (
    <div className={classes.away} role="alert">
      <p>
        {card.title} at {card.company} is not among these rows any more. What you typed is still here: Enter keeps it,
        Escape does not.
      </p>
      {children}
    </div>
  )
}

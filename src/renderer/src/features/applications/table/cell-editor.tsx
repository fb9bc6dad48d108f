import { useRef, useState, type KeyboardEvent } from 'react'
import type { ApplicationCard } from '#shared/applications.ts'
import { FIRST_DAY, LAST_DAY } from '../view/days.ts'
import { editedText, readEdit, type Edited, type TableColumn } from './columns.ts'
import classes from './table.module.css'

/** Changes one cell in its place: Enter or leaving it keeps what was typed, Escape does not. */
export function CellEditor(props: {
  readonly card: ApplicationCard
  readonly column: TableColumn
  readonly zone: string
  /** What was typed; null: nothing yet. */
  readonly text: string | null
  readonly onText: (text: string) => void
  /** `isByKey`: the keyboard goes on in the table. */
  readonly onDone: (edited: Edited | null, isByKey: boolean) => void
}) {
  const { card, column, zone, onDone } = props
  const text = props.text ?? editedText(card, column, zone)
  const isOver = useRef(false)
  // A day that is written halfway has no text; only the field knows of it.
  const [isIncomplete, setIncomplete] = useState(false)
  const edited = readEdit(card, { column, text, isIncomplete, zone })
  const read = ({ value, validity }: HTMLInputElement) =>
    readEdit(card, { column, text: value, isIncomplete: validity.badInput, zone })
  const done = (result: Edited | null, isByKey: boolean) => {
    if (isOver.current) return
    isOver.current = true
    onDone(result, isByKey)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const typed = read(event.currentTarget)
    if (event.key === 'Escape') done(null, true)
    else if (event.key === 'Enter' && typed.kind !== 'wrong') done(typed, true)
    else return
    event.preventDefault()
  }
  const limits = column.edit === 'day' ? ({ type: 'date', min: FIRST_DAY, max: LAST_DAY } as const) : { type: 'text' }
  return (
    <input
      ref={focusAndSelect}
      className={classes.editor}
      {...limits}
      aria-label={`${column.name} of ${card.title}`}
      aria-invalid={edited.kind === 'wrong'}
      title={edited.kind === 'wrong' ? edited.word : undefined}
      value={text}
      onChange={(event) => {
        setIncomplete(event.currentTarget.validity.badInput)
        props.onText(event.currentTarget.value)
      }}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => setIncomplete(event.currentTarget.validity.badInput)}
      onBlur={(event) => {
        const typed = read(event.currentTarget)
        done(typed.kind === 'wrong' ? null : typed, false)
      }}
    />
  )
}

function focusAndSelect(field: HTMLInputElement | null): void {
  if (field === null || field === document.activeElement) return
  field.focus()
  if (field.type === 'text') field.select()
}

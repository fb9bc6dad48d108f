import { NumberInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useId } from 'react'
import classes from './setting-row.module.css'
import { useDraft } from './use-draft.ts'

const TYPING_MS = 500

/** A setting that is a whole number, saved while it is typed. */
export function FigureRow(props: {
  readonly name: string
  readonly note: string
  readonly value: number
  readonly step: number
  readonly suffix?: string
  readonly issue: string | undefined
  readonly onChange: (value: number) => void
}) {
  const id = useId()
  const { draft, set } = useDraft<number | string>(props.value)
  const saveSoon = useDebouncedCallback(props.onChange, TYPING_MS)
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <label htmlFor={id} className={classes.name}>
          {props.name}
        </label>
        <p id={`${id}-note`} className={classes.note}>
          {props.note}
        </p>
      </div>
      <NumberInput
        id={id}
        className={classes.control ?? ''}
        aria-describedby={`${id}-note`}
        thousandSeparator
        allowDecimal={false}
        allowNegative={false}
        step={props.step}
        suffix={props.suffix ?? ''}
        value={draft}
        error={props.issue}
        onChange={(value) => {
          set(value)
          if (typeof value === 'number') saveSoon(value)
        }}
      />
    </div>
  )
}

import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './choice-chips.module.css'

/** A few values to tick, all in sight. Each is a box of its own for the keyboard. */
export function ChoiceChips<T extends string>(props: {
  readonly id: string
  readonly label: string
  readonly note?: string
  readonly words: Readonly<Record<T, string>>
  /** Values of `words` that are no choice. */
  readonly without?: readonly NoInfer<T>[]
  readonly selected: readonly NoInfer<T>[]
  readonly onChange: (selected: T[]) => void
}) {
  const { id, label, note, words, without = [], onChange } = props
  // What was ticked shows at once, before the store has told it back.
  const [selected, setSelected] = useState(props.selected)
  const [seen, setSeen] = useState(props.selected.join())
  if (seen !== props.selected.join()) {
    setSeen(props.selected.join())
    setSelected(props.selected)
  }
  const values = (Object.keys(words) as T[]).filter((value) => !without.includes(value))
  const toggle = (value: T) => {
    const next = values.filter((other) => (other === value ? !selected.includes(value) : selected.includes(other)))
    setSelected(next)
    onChange(next)
  }
  return (
    <fieldset id={id} tabIndex={-1} className={classes.group} aria-describedby={note ? `${id}-note` : undefined}>
      <legend className={classes.label}>{label}</legend>
      {note && (
        <p id={`${id}-note`} className={classes.note}>
          {note}
        </p>
      )}
      <div className={classes.chips}>
        {values.map((value) => (
          <label key={value} className={classes.chip}>
            <input
              type="checkbox"
              className="cc-unseen"
              checked={selected.includes(value)}
              onChange={() => toggle(value)}
            />
            <IconCheck size={13} stroke={2.4} className={classes.mark} aria-hidden="true" />
            {words[value]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

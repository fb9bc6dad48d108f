import { Switch, TextInput } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import { wallTimeSchema } from '#shared/notifications.ts'
import rowClasses from '../setting-row.module.css'
import { useDraft } from '../use-draft.ts'
import classes from './notifications.module.css'

/** A setting with its name, a line about it and its control. */
export function SettingRow(props: {
  readonly name: string
  readonly note: ReactNode
  /** The control that the name is the label of. */
  readonly controlId: string
  readonly noteId?: string
  readonly children: ReactNode
}) {
  return (
    <div className={rowClasses.row}>
      <div className={rowClasses.words}>
        <label className={rowClasses.name} htmlFor={props.controlId}>
          {props.name}
        </label>
        <p className={rowClasses.note} id={props.noteId}>
          {props.note}
        </p>
      </div>
      {props.children}
    </div>
  )
}

/** Something that is on or off. `children`: what belongs to it, beside the switch. */
export function SwitchRow(props: {
  readonly name: string
  readonly note: ReactNode
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children?: ReactNode
}) {
  const id = useId()
  return (
    <SettingRow name={props.name} note={props.note} controlId={id} noteId={`${id}-note`}>
      <div className={classes.controls}>
        {props.children}
        <Switch
          id={id}
          aria-describedby={`${id}-note`}
          checked={props.isOn}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
      </div>
    </SettingRow>
  )
}

/** A time of day. It is kept when it is whole; what is not goes back to what it was when the field is left. */
export function TimeField(props: {
  readonly label: string
  readonly value: string
  readonly isDisabled?: boolean
  readonly onChange: (value: string) => void
}) {
  const { draft, set } = useDraft(props.value)
  return (
    <TextInput
      type="time"
      size="xs"
      className={classes.time ?? ''}
      aria-label={props.label}
      disabled={props.isDisabled ?? false}
      value={draft}
      onChange={(event) => {
        const typed = event.currentTarget.value
        set(typed)
        if (wallTimeSchema.safeParse(typed).success && typed !== props.value) props.onChange(typed)
      }}
      onBlur={() => {
        if (!wallTimeSchema.safeParse(draft).success) set(props.value)
      }}
    />
  )
}

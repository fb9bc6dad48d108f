import { TextInput } from '@mantine/core'

/** A clock time, "14:00". */
export function TimeField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (time: string) => void
  readonly error?: string | undefined
}) {
  return (
    <TextInput
      type="time"
      label={props.label}
      value={props.value}
      error={props.error}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}

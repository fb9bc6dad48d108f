import { Select } from '@mantine/core'

/** One of a few, each with its word. */
export function ChoiceField<T extends string>(props: {
  readonly label: string
  readonly value: T
  readonly words: Readonly<Record<T, string>>
  readonly onChange: (value: T) => void
}) {
  const choices = Object.keys(props.words) as T[]
  return (
    <Select
      label={props.label}
      value={props.value}
      data={choices.map((value) => ({ value, label: props.words[value] }))}
      allowDeselect={false}
      onChange={(value) => {
        const chosen = choices.find((choice) => choice === value)
        if (chosen !== undefined) props.onChange(chosen)
      }}
    />
  )
}

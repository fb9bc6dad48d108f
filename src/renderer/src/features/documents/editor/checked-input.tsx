import { TextInput } from '@mantine/core'
import { useState } from 'react'

/** A field whose value has a form. What does not fit stays in the field with the reason, and is not stored. */
export function CheckedInput(props: {
  readonly id?: string
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly description?: string
  readonly maxLength: number
  readonly isGood: (value: string) => boolean
  readonly problem: string
  readonly onChange: (value: string) => void
}) {
  const { value, isGood } = props
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setTyped(value)
  }
  const trimmed = typed.trim()
  return (
    <TextInput
      {...(props.id === undefined ? {} : { id: props.id })}
      label={props.label}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      {...(props.description === undefined ? {} : { description: props.description })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      maxLength={props.maxLength}
      value={typed}
      error={isGood(trimmed) ? null : props.problem}
      onChange={(event) => {
        const next = event.currentTarget.value
        setTyped(next)
        const good = next.trim()
        if (!isGood(good) || good === value) return
        setKnown(good)
        props.onChange(good)
      }}
    />
  )
}

import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useHalfTyped } from '../../../ui/half-typed.ts'

/** A field whose value has a form. What does not fit is not stored: it stays in the field, also when the document is opened again, and the
 *  reason stands beside it once the field is left. */
export function CheckedInput(props: {
  /** Names it among the fields of the document. */
  readonly field: string
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly description?: string
  readonly maxLength: number
  /** What is stored of a text; null: it does not fit. */
  readonly read: (text: string) => string | null
  readonly problem: string
  readonly onChange: (value: string, field: string) => void
}) {
  const { field, value, read } = props
  const { text, setText, isLeft } = useHalfTyped({ field, value, isTaken: (typed) => read(typed) !== null })
  const [known, setKnown] = useState(value)
  const [isTold, setTold] = useState(isLeft)
  if (known !== value) {
    setKnown(value)
    setText(value)
  }
  const good = read(text)
  const type = (next: string) => {
    setText(next)
    const stored = read(next)
    if (stored === null) return
    setTold(false)
    if (stored === value) return
    setKnown(stored)
    props.onChange(stored, field)
  }
  return (
    <TextInput
      label={props.label}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      {...(props.description === undefined ? {} : { description: props.description })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      maxLength={props.maxLength}
      value={text}
      error={isTold && good === null ? props.problem : null}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onBlur={() => {
        setTold(true)
        if (good !== null) setText(good)
      }}
    />
  )
}

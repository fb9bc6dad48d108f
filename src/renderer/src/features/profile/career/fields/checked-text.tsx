import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useHalfTyped } from '../../../../ui/half-typed.ts'

/** Why a text cannot be taken, with what to do; null: it can. */
export type Check = (text: string) => string | null

/** A text that is kept as it is typed, as long as it can be; else the reason stands beside it once the field is left, what was kept before
 *  stays, and what was typed comes again with the screen. */
export function CheckedText(props: {
  readonly id: string
  readonly label: string
  readonly note?: string
  readonly placeholder?: string
  readonly value: string
  readonly most: number
  readonly check?: Check
  /** Of several lines. */
  readonly isLong?: boolean
  readonly isRequired?: boolean
  /** Of what stands in other fields. */
  readonly problem?: string | null
  readonly type?: 'text' | 'email' | 'tel' | 'url'
  readonly onKeep: (text: string) => void
}) {
  const { value } = props
  const half = useHalfTyped({ field: props.id, value, isTaken: (typed) => problemOf(typed, props) === null })
  const { text, setText } = half
  const [seen, setSeen] = useState(value)
  const [isLeft, setLeft] = useState(half.isLeft)
  if (seen !== value) {
    setSeen(value)
    // What is being typed may only differ by a blank at its end.
    if (text.trim() !== value.trim()) setText(value)
  }
  const problem = problemOf(text, props)
  const type = (next: string) => {
    setText(next)
    if (problemOf(next, props) === null) props.onKeep(next)
  }
  const field = {
    id: props.id,
    label: props.label,
    description: props.note,
    placeholder: props.placeholder ?? '',
    value: text,
    error: (isLeft ? problem : null) ?? props.problem ?? null,
    'aria-required': props.isRequired ?? false,
    onBlur: () => setLeft(true),
  }
  if (props.isLong) {
    return (
      <Textarea
        {...field}
        autosize
        minRows={3}
        maxRows={16}
        onChange={({ currentTarget }) => type(currentTarget.value)}
      />
    )
  }
  return (
    <TextInput
      {...field}
      type={props.type ?? 'text'}
      autoComplete="off"
      onChange={({ currentTarget }) => type(currentTarget.value)}
    />
  )
}

function problemOf(
  text: string,
  { most, check, isRequired, label }: { readonly most: number; check?: Check; isRequired?: boolean; label: string },
): string | null {
  const trimmed = text.trim()
  if (trimmed === '') return isRequired ? `${label} cannot be empty; what was there is kept.` : null
  if (trimmed.length > most)
    return `Shorten it by ${trimmed.length - most} characters: ${most} is the most. Not saved yet.`
  return check?.(trimmed) ?? null
}

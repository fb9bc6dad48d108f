import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useHalfTyped } from '../../../../ui/half-typed.ts'
import { readMonth } from './written-month.ts'

/** A year, or a year and a month, as people write them. What is no date is not stored: it is told beside the field once that is left, and
 *  comes again with the screen. */
export function MonthField(props: {
  readonly id: string
  readonly label: string
  readonly note?: string
  readonly value: string | null
  readonly problem?: string | null
  readonly onKeep: (date: string | null) => void
}) {
  const half = useHalfTyped({ field: props.id, value: props.value ?? '', isTaken: isMonthOrNone })
  const { text, setText } = half
  const [seen, setSeen] = useState(props.value)
  const [isLeft, setLeft] = useState(half.isLeft)
  if (seen !== props.value) {
    setSeen(props.value)
    if (readMonth(text) !== props.value) setText(props.value ?? '')
  }
  const date = readMonth(text)
  const problem = isMonthOrNone(text) ? null : 'Write it as 2019-05, or 2019 alone. Not saved yet.'
  return (
    <TextInput
      id={props.id}
      label={props.label}
      description={props.note}
      placeholder="2019-05"
      autoComplete="off"
      value={text}
      error={(isLeft ? problem : null) ?? props.problem ?? null}
      onChange={({ currentTarget }) => {
        const next = currentTarget.value
        setText(next)
        if (isMonthOrNone(next)) props.onKeep(readMonth(next))
      }}
      onBlur={() => {
        setLeft(true)
        if (date !== null) setText(date)
      }}
    />
  )
}

function isMonthOrNone(text: string): boolean {
  return text.trim() === '' || readMonth(text) !== null
}

/** When it began and ended. */
export function SpanFields(props: {
  readonly id: string
  readonly start: string | null
  readonly end: string | null
  readonly openWords: string
  readonly isReversed: boolean
  readonly onKeep: (part: { readonly start: string | null } | { readonly end: string | null }) => void
}) {
  return (
    <>
      <MonthField
        id={`${props.id}-start`}
        label="From"
        note="Year, or year and month"
        value={props.start}
        onKeep={(start) => props.onKeep({ start })}
      />
      <MonthField
        id={`${props.id}-end`}
        label="To"
        note={props.openWords}
        value={props.end}
        problem={props.isReversed ? 'The end is before the start.' : null}
        onKeep={(end) => props.onKeep({ end })}
      />
    </>
  )
}

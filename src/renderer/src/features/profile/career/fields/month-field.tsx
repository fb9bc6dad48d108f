import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { readMonth } from './written-month.ts'

/** A year, or a year and a month, as people write them. What is no date is not kept, and told beside the field once it is left. */
export function MonthField(props: {
  readonly id: string
  readonly label: string
  readonly note?: string
  readonly value: string | null
  readonly problem?: string | null
  readonly onKeep: (date: string | null) => void
}) {
  const [text, setText] = useState(props.value ?? '')
  const [seen, setSeen] = useState(props.value)
  const [isLeft, setLeft] = useState(false)
  if (seen !== props.value) {
    setSeen(props.value)
    if (readMonth(text) !== props.value) setText(props.value ?? '')
  }
  const isEmpty = text.trim() === ''
  const date = readMonth(text)
  const problem = isEmpty || date !== null ? null : 'Write it as 2019-05, or 2019 alone. Not saved yet.'
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
        const read = readMonth(next)
        if (read !== null || next.trim() === '') props.onKeep(read)
      }}
      onBlur={() => {
        setLeft(true)
        if (date !== null) setText(date)
      }}
    />
  )
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

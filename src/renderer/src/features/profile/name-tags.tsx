import { TagsInput } from '@mantine/core'
import { useState } from 'react'
import { useNameSuggestions, type NameKind } from './use-name-suggestions.ts'

/** A short list of names as tags, with suggestions from the jobs. */
export function NameTags(props: {
  readonly id: string
  readonly label: string
  readonly note: string
  readonly placeholder: string
  readonly kind: NameKind
  readonly value: readonly string[]
  readonly most: number
  readonly error?: string | null
  readonly onChange: (value: string[]) => void
}) {
  const [typed, setTyped] = useState('')
  const suggestions = useNameSuggestions(props.kind, typed)
  return (
    <TagsInput
      id={props.id}
      label={props.label}
      description={props.note}
      placeholder={props.value.length === 0 ? props.placeholder : ''}
      data={[...suggestions]}
      filter={({ options }) => options}
      splitChars={[',', ';', '\n']}
      openOnFocus={false}
      value={[...props.value]}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={props.onChange}
      error={props.error}
      maxTags={props.most}
      maxDropdownHeight={260}
      clearable
      clearButtonProps={{ 'aria-label': `Remove all: ${props.label.toLowerCase()}` }}
    />
  )
}

import { TagsInput } from '@mantine/core'
import { useState } from 'react'
import { leftOutWords, readNames } from './name-list.ts'
import { useNameSuggestions, type NameKind } from './use-name-suggestions.ts'

const SPLIT_CHARS = [',', ';', '\n', '\r', '\t', '|', '•', '·']

/** Adds names to a list that is shown elsewhere: typed with suggestions from the jobs, or pasted many at once. What was not taken is
 *  told. */
export function NameAdder(props: {
  readonly id: string
  readonly label: string
  readonly note: string
  readonly placeholder: string
  readonly kind: NameKind
  readonly existing: readonly string[]
  readonly most: number
  readonly onAdd: (names: readonly string[]) => void
}) {
  const { existing, most, kind } = props
  const [typed, setTyped] = useState('')
  const [leftOut, setLeftOut] = useState<string | null>(null)
  const suggestions = useNameSuggestions(kind, typed)
  const taken = new Set(existing.map((name) => name.toLowerCase()))
  const add = (names: readonly string[]) => {
    const reading = readNames({ text: names.join('\n'), existing, preferred: suggestions, most })
    setLeftOut(leftOutWords(reading))
    if (reading.added.length > 0) props.onAdd(reading.added)
  }
  return (
    <TagsInput
      id={props.id}
      label={props.label}
      description={props.note}
      placeholder={props.placeholder}
      data={suggestions.filter((name) => !taken.has(name.toLowerCase()))}
      filter={({ options }) => options}
      splitChars={SPLIT_CHARS}
      openOnFocus={false}
      value={[]}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={add}
      error={leftOut}
      maxDropdownHeight={260}
    />
  )
}

import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useDraft } from '../../use-draft.ts'
import { fieldProblem, type FieldOf, type SetUpChannel } from './channel-fields.ts'

/** One field of a channel. It is kept when it is left or with Enter; what does not fit stays in it, with what is wrong. */
export function ChannelTextField<Channel extends SetUpChannel>(props: {
  readonly channel: Channel
  readonly field: FieldOf<Channel>
  readonly label: string
  readonly description?: string
  readonly placeholder?: string
  readonly value: string
  /** What is kept of what was typed. */
  readonly tidy?: (typed: string) => string
  readonly onChange: (value: string) => void
}) {
  const { tidy = (typed) => typed.trim(), value } = props
  const { draft, set } = useDraft(value)
  const [problem, setProblem] = useState<string | null>(null)
  const take = () => {
    const typed = tidy(draft)
    const found = fieldProblem(props.channel, props.field, typed)
    setProblem(found)
    if (found !== null) return
    set(typed)
    if (typed !== value) props.onChange(typed)
  }
  return (
    <TextInput
      size="xs"
      label={props.label}
      description={props.description}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      placeholder={props.placeholder ?? ''}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      value={draft}
      error={problem}
      onChange={(event) => set(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
    />
  )
}

import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { Keys } from '../../ui/keys.tsx'
import { focusJobSearch, JOB_SEARCH_ID } from './focus.ts'

const TYPING_MS = 180

/** Free text, asked for shortly after the last letter. Enter or Arrow down goes on to the list. */
export function SearchField(props: {
  readonly text: string
  readonly onChange: (text: string) => void
  readonly onLeave: () => void
}) {
  const [draft, setDraft] = useState(props.text)
  const [echoes, setEchoes] = useState<readonly string[]>([])
  const [seen, setSeen] = useState(props.text)
  // What was typed comes back through the address, maybe after more was typed: an echo changes nothing. Any other text there
  // (a chip taken off, "back") is followed.
  if (seen !== props.text) {
    setSeen(props.text)
    const echo = echoes.indexOf(props.text)
    setEchoes(echo === -1 ? [] : echoes.slice(echo + 1))
    if (echo === -1) setDraft(props.text)
  }
  const send = (text: string) => {
    const trimmed = text.trim()
    if (trimmed === props.text) return
    setEchoes([...echoes, trimmed])
    props.onChange(trimmed)
  }
  const sendSoon = useDebouncedCallback(send, TYPING_MS)
  return (
    <TextInput
      id={JOB_SEARCH_ID}
      type="search"
      size="sm"
      w="100%"
      maxLength={10_000}
      aria-label="Search jobs"
      placeholder='Search: python "machine learning" -senior dev*'
      leftSection={<IconSearch size={15} stroke={1.8} aria-hidden="true" />}
      rightSection={
        draft === '' ? (
          <Keys keys="/" />
        ) : (
          <CloseButton
            size="sm"
            aria-label="Clear search"
            onClick={() => {
              sendSoon.cancel()
              setDraft('')
              send('')
              focusJobSearch()
            }}
          />
        )
      }
      value={draft}
      onChange={(event) => {
        setDraft(event.currentTarget.value)
        sendSoon(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'ArrowDown' && event.key !== 'Escape') return
        event.preventDefault()
        if (event.key !== 'Escape') {
          sendSoon.cancel()
          send(draft)
        }
        props.onLeave()
      }}
    />
  )
}

import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'

const TYPING_MS = 180

/** The text as it is being typed, which is asked for a little later. */
export function useDraft({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) {
  const [draft, setDraft] = useState(text)
  const [echoes, setEchoes] = useState<readonly string[]>([])
  const [seen, setSeen] = useState(text)
  // What was typed comes back through the address, maybe after more was typed: an echo changes nothing. Any other text there
  // (a chip taken off, "back") is followed.
  if (seen !== text) {
    setSeen(text)
    const echo = echoes.indexOf(text)
    setEchoes(echo === -1 ? [] : echoes.slice(echo + 1))
    if (echo === -1) setDraft(text)
  }
  const send = (typed: string) => {
    const trimmed = typed.trim()
    if (trimmed === text) return
    setEchoes([...echoes, trimmed])
    onChange(trimmed)
  }
  const sendSoon = useDebouncedCallback(send, TYPING_MS)
  return {
    draft,
    write: (typed: string) => {
      setDraft(typed)
      sendSoon(typed)
    },
    /** The text is this one, and whoever says so asks for it. */
    follow: (given: string) => {
      sendSoon.cancel()
      setDraft(given)
    },
    /** Asks for this text now. */
    send: (typed: string) => {
      sendSoon.cancel()
      setDraft(typed)
      send(typed)
    },
  }
}

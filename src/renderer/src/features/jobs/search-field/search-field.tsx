import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import type { Suggestion } from '#shared/jobs.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { Keys } from '../../../ui/keys.tsx'
import { focusJobSearch, JOB_SEARCH_ID } from '../view/focus.ts'
import { keyMeaning } from './combobox-keys.ts'
import classes from './search-field.module.css'
import { suggestionId, SuggestionList, SUGGESTIONS_ID } from './suggestion-list.tsx'
import { useDraft } from './use-draft.ts'
import { type Choice, useSuggestions } from './use-suggestions.ts'

interface SearchFieldProps {
  readonly text: string
  readonly onChange: (text: string) => void
  /** Takes a suggestion for what was typed; answers with what is left of the text. */
  readonly onTake: (typed: string, suggestion: Suggestion) => string
  readonly onLeave: () => void
}

/** Free text, asked for shortly after the last letter. Under it stands what the text may be meant to become, which the arrow keys go
 *  through. Enter on none of it, or Arrow down when there is none, goes on to the list. */
export function SearchField(props: SearchFieldProps) {
  const { draft, write, follow, send } = useDraft(props)
  const [isOpen, setOpen] = useState(false)
  const [marked, setMarked] = useState<{ readonly key: string; readonly typed: string } | null>(null)
  const choices = useSuggestions(draft, isOpen)
  // What was marked is marked no more once the text is another one.
  const place = marked?.typed === draft ? choices.findIndex(({ key }) => key === marked.key) : -1
  const active = place === -1 ? null : place
  const isShown = choices.length > 0
  const mark = (index: number | null) => {
    const choice = index === null ? undefined : choices[index]
    setMarked(choice === undefined ? null : { key: choice.key, typed: draft })
  }
  const close = () => {
    setOpen(false)
    setMarked(null)
  }
  const type = (text: string) => {
    write(text)
    setOpen(true)
  }
  const take = (choice: Choice) => {
    if (choice.kind === 'field') {
      type(`${draft.slice(0, choice.from)}${choice.name}:`)
      return
    }
    close()
    const { key: _, ...suggestion } = choice
    follow(props.onTake(draft, suggestion))
  }
  const leave = (isSearch: boolean) => {
    if (isSearch) send(draft)
    close()
    props.onLeave()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // A letter that is still being put together has its own use for these keys.
    if (event.nativeEvent.isComposing) return
    const pressed = keyMeaning(event, { isShown, active, count: choices.length })
    if (pressed === null) return
    event.preventDefault()
    if (pressed.kind === 'open') setOpen(true)
    else if (pressed.kind === 'close') close()
    else if (pressed.kind === 'mark') mark(pressed.index)
    else if (pressed.kind === 'take') {
      const choice = choices[pressed.index]
      if (choice !== undefined) take(choice)
    } else leave(pressed.isSearch)
  }
  return (
    <div className={classes.place}>
      <TextInput
        id={JOB_SEARCH_ID}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        size="sm"
        w="100%"
        maxLength={10_000}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the list hangs under it
        role="combobox"
        aria-label="Search jobs"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={isShown}
        aria-controls={isShown ? SUGGESTIONS_ID : undefined}
        aria-activedescendant={active === null ? undefined : suggestionId(active)}
        placeholder='Search: python "machine learning" -senior dev*'
        leftSection={<IconSearch size={15} stroke={1.8} aria-hidden="true" />}
        rightSection={draft === '' ? <Keys keys="/" /> : <ClearButton onClear={() => send('')} />}
        value={draft}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <output className="cc-unseen">{isShown && formatQuantity(choices.length, ['suggestion', 'suggestions'])}</output>
      {isShown && <SuggestionList choices={choices} active={active} onActive={mark} onTake={take} />}
    </div>
  )
}

function ClearButton({ onClear }: { readonly onClear: () => void }) {
  return (
    <CloseButton
      size="sm"
      aria-label="Clear search"
      onClick={() => {
        onClear()
        focusJobSearch()
      }}
    />
  )
}

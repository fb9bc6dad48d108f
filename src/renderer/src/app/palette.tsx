import { Spotlight, spotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.css'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useCommandList, type Command } from '../ui/commands.tsx'
import { Keys } from '../ui/keys.tsx'
import classes from './palette.module.css'
import type { TypedAhead } from './typed-ahead.ts'

const ENTER = { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }

/** Every action there is right now, by name, with its key. `takeTyped` hands over what was typed before its field had the focus. */
export function Palette(props: {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly takeTyped: () => TypedAhead
}) {
  const { isOpen, onClose, takeTyped } = props
  const { commands, run } = useCommandList()
  const chosen = useRef<string | null>(null)
  useEffect(() => (isOpen ? spotlight.open() : spotlight.close()), [isOpen])

  const offered = commands.filter((command) => !command.isKeyOnly)
  const groups = [...Map.groupBy(offered, (command) => command.group)].map(([group, items]) => ({
    group,
    actions: items.map(toAction),
  }))
  function toAction(command: Command) {
    return {
      id: command.id,
      label: command.label,
      keywords: command.group,
      rightSection: command.keys && <Keys keys={command.keys} />,
      onClick: () => {
        chosen.current = command.id
      },
    }
  }
  // The action runs when the layer is gone and the focus is back, so that "focus the search" is not undone by closing.
  const runChosen = () => {
    const id = chosen.current
    chosen.current = null
    if (id !== null) run(id)
  }
  return (
    <Spotlight
      actions={groups}
      shortcut={null}
      nothingFound="No action of that name"
      highlightQuery
      scrollable
      classNames={{ content: classes.content ?? '', actionLabel: classes.label ?? '' }}
      attributes={{ content: { 'aria-label': 'Command palette' } }}
      maxHeight={420}
      radius="lg"
      overlayProps={{ blur: 0, backgroundOpacity: 0.32 }}
      transitionProps={{ duration: 80 }}
      onSpotlightClose={onClose}
      onExitTransitionEnd={runChosen}
      searchProps={{
        leftSection: <IconSearch size={16} />,
        placeholder: 'What would you like to do?',
        'aria-label': 'Search actions',
        onFocus: (event) => typeInto(event.currentTarget, takeTyped()),
      }}
    />
  )
}

/** Writes what was typed ahead, as if it were typed now. */
function typeInto(field: HTMLInputElement, { text, isEntered }: TypedAhead): void {
  if (text === '') return
  field.setRangeText(text, 0, field.value.length, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }))
  // What is found is drawn first.
  if (isEntered) requestAnimationFrame(() => field.dispatchEvent(new KeyboardEvent('keydown', ENTER)))
}

import { Spotlight, spotlight } from '@mantine/spotlight'
import '@mantine/spotlight/styles.css'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useCommandList, type Command } from '../ui/commands.tsx'
import { Keys } from '../ui/keys.tsx'

/** Every action there is right now, by name, with its key. */
export function Palette({ request }: { readonly request: number }) {
  const { commands, run } = useCommandList()
  const chosen = useRef<string | null>(null)
  useEffect(() => {
    if (request > 0) spotlight.toggle()
  }, [request])

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
      attributes={{ content: { 'aria-label': 'Command palette' } }}
      maxHeight={420}
      radius="lg"
      overlayProps={{ blur: 0, backgroundOpacity: 0.32 }}
      transitionProps={{ duration: 80 }}
      onExitTransitionEnd={runChosen}
      searchProps={{
        leftSection: <IconSearch size={16} />,
        placeholder: 'What would you like to do?',
        'aria-label': 'Search actions',
      }}
    />
  )
}

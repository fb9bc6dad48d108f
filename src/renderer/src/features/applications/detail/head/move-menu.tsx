import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { GoalItems, type Goal } from '../../actions/move-menu.tsx'
import type { NamedSpot } from '../../words/columns.ts'

/** Puts the focus on the button of the menu, where it is again when the menu closes. */
export function focusMoveButton(): void {
  // The menu gives its button an id of its own.
  document.querySelector<HTMLElement>('[data-move-menu]')?.focus()
}

/** Where the application may go from here, and nowhere else. */
export function MoveMenu(props: {
  readonly goals: readonly Goal[]
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  readonly onMove: (to: NamedSpot) => void
}) {
  return (
    <Menu position="bottom-start" width={260} opened={props.isOpen} onChange={props.onToggle} onClose={focusMoveButton}>
      <Menu.Target>
        <Button data-move-menu size="xs" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
          Move to…
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <GoalItems goals={props.goals} onPick={props.onMove} />
      </Menu.Dropdown>
    </Menu>
  )
}

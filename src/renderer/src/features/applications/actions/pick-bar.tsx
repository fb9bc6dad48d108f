import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconArrowMoveRight, IconTrash, IconX } from '@tabler/icons-react'
import type { BoardColumn } from '#shared/applications.ts'
import { formatCount } from '../../../ui/format.ts'
import { goalsOfMany, type NamedSpot, type Spot } from '../words/columns.ts'
import { GoalItems } from './move-menu.tsx'
import classes from './pick-bar.module.css'

/** What can be done with the picked applications. */
export function PickBar(props: {
  readonly picked: readonly Spot[]
  readonly columns: readonly BoardColumn[]
  readonly onMove: (to: NamedSpot) => void
  readonly onRemove: () => void
  readonly onClear: () => void
  /** Picks everything that is shown; null: it is picked already. */
  readonly onAll: (() => void) | null
}) {
  const { picked } = props
  return (
    <fieldset className={classes.bar} aria-label="Selected applications">
      <Tooltip label="Select none (Esc)">
        <ActionIcon variant="subtle" color="gray" size={26} aria-label="Select none" onClick={props.onClear}>
          <IconX size={15} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      <span className={classes.count}>{formatCount(picked.length)} selected</span>
      {props.onAll !== null && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={props.onAll}>
          Select all shown
        </Button>
      )}
      <span className={classes.acts}>
        <Menu position="bottom-end" width={252}>
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowMoveRight size={14} aria-hidden="true" />}
            >
              Move to…
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <GoalItems goals={goalsOfMany(picked, props.columns)} onPick={props.onMove} />
          </Menu.Dropdown>
        </Menu>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconTrash size={14} aria-hidden="true" />}
          onClick={props.onRemove}
        >
          Remove
        </Button>
      </span>
    </fieldset>
  )
}

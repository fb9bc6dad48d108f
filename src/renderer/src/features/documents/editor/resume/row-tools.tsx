import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconEye, IconEyeOff, IconTrash, type Icon } from '@tabler/icons-react'
import { focusSoon, useEdit } from '../edit-context.ts'
import classes from './resume.module.css'

/** Up, down, on and off, remove: for a section, an item, a point. `name` is what they say it is called. */
export function RowTools(props: {
  readonly id: string
  readonly name: string
  readonly place: { readonly index: number; readonly count: number }
  readonly isShown: boolean
  readonly onMove: (step: -1 | 1) => void
  readonly onShow: (isShown: boolean) => void
  readonly onRemove: () => void
}) {
  const { id, name, place, isShown } = props
  const { say } = useEdit()
  const move = (step: -1 | 1) => {
    props.onMove(step)
    const at = place.index + step
    say(`${name}: ${at + 1} of ${place.count}`)
    // At the end of the list the button under the finger is off: the other one takes over.
    const word = step === -1 ? (at === 0 ? 'down' : 'up') : at === place.count - 1 ? 'up' : 'down'
    focusSoon(`${id}-${word}`)
  }
  return (
    <div className={classes.tools}>
      <Tool
        id={`${id}-up`}
        icon={IconArrowUp}
        label={`Move up: ${name}`}
        isOff={place.index === 0}
        onClick={() => move(-1)}
      />
      <Tool
        id={`${id}-down`}
        icon={IconArrowDown}
        label={`Move down: ${name}`}
        isOff={place.index === place.count - 1}
        onClick={() => move(1)}
      />
      <Tool
        id={`${id}-show`}
        icon={isShown ? IconEye : IconEyeOff}
        label={isShown ? `Leave out: ${name}` : `Show: ${name}`}
        onClick={() => props.onShow(!isShown)}
      />
      <Tool id={`${id}-remove`} icon={IconTrash} label={`Remove: ${name}`} onClick={props.onRemove} />
    </div>
  )
}

function Tool(props: {
  readonly id: string
  readonly icon: Icon
  readonly label: string
  readonly isOff?: boolean
  readonly onClick: () => void
}) {
  const { icon: ToolIcon } = props
  return (
    <Tooltip label={props.label.split(':')[0]}>
      <ActionIcon
        id={props.id}
        variant="subtle"
        color="gray"
        size={26}
        aria-label={props.label}
        disabled={props.isOff === true}
        onClick={props.onClick}
      >
        <ToolIcon size={15} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  )
}

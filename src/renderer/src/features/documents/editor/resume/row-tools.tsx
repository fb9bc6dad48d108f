import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconEye, IconEyeOff, IconTrash, type Icon } from '@tabler/icons-react'
import { memo, useState, type KeyboardEvent } from 'react'
import { useLatestCallback } from '../../../../ui/use-latest-callback.ts'
import { focusSoon, useEdit } from '../edit-context.ts'
import classes from './resume.module.css'

interface Tool {
  readonly part: 'up' | 'down' | 'show' | 'remove'
  readonly icon: Icon
  readonly word: string
  readonly isOff?: boolean
  readonly run: () => void
}

interface RowToolsProps {
  readonly id: string
  readonly name: string
  readonly index: number
  readonly count: number
  readonly isShown: boolean
  readonly onMove: (step: -1 | 1) => void
  readonly onShow: (isShown: boolean) => void
  readonly onRemove: () => void
}

/** Up, down, on and off, remove: for a section, an item, a point. `name` is what they say it is called. Tab stops at one of them, the
 *  arrow keys lead to the others. */
export function RowTools(props: RowToolsProps) {
  const onMove = useLatestCallback(props.onMove)
  const onShow = useLatestCallback(props.onShow)
  const onRemove = useLatestCallback(props.onRemove)
  return <Tools {...props} onMove={onMove} onShow={onShow} onRemove={onRemove} />
}

/** Typing in the row does not draw them anew. */
const Tools = memo(function Tools(props: RowToolsProps) {
  const { id, name, index, count, isShown } = props
  const { say } = useEdit()
  const [last, setLast] = useState<Tool['part']>('up')
  const move = (step: -1 | 1) => {
    props.onMove(step)
    const at = index + step
    say(`${name}: ${at + 1} of ${count}`)
    // At the end of the list the button under the finger is off: the other one takes over.
    const part = step === -1 ? (at === 0 ? 'down' : 'up') : at === count - 1 ? 'up' : 'down'
    focusSoon(`${id}-${part}`)
  }
  const tools: readonly Tool[] = [
    { part: 'up', icon: IconArrowUp, word: 'Move up', isOff: index === 0, run: () => move(-1) },
    {
      part: 'down',
      icon: IconArrowDown,
      word: 'Move down',
      isOff: index === count - 1,
      run: () => move(1),
    },
    {
      part: 'show',
      icon: isShown ? IconEye : IconEyeOff,
      word: isShown ? 'Leave out' : 'Show',
      run: () => props.onShow(!isShown),
    },
    { part: 'remove', icon: IconTrash, word: 'Remove', run: props.onRemove },
  ]
  const usable = tools.filter(({ isOff }) => isOff !== true)
  const tabStop = (usable.find(({ part }) => part === last) ?? usable[0])?.part
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const at = usable.findIndex(({ part }) => event.target instanceof Element && event.target.id === `${id}-${part}`)
    const next = step === 0 || at < 0 ? undefined : usable.at((at + step) % usable.length)
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    document.getElementById(`${id}-${next.part}`)?.focus()
  }
  return (
    <div role="toolbar" tabIndex={-1} aria-label={name} className={classes.tools} onKeyDown={press}>
      {tools.map(({ part, icon: ToolIcon, word, isOff, run }) => (
        <ActionIcon
          key={part}
          id={`${id}-${part}`}
          variant="subtle"
          color="gray"
          size={26}
          tabIndex={part === tabStop ? 0 : -1}
          aria-label={`${word}: ${name}`}
          // There are hundreds of them in a long document: a tooltip of our own for each would make typing slow.
          title={word}
          disabled={isOff === true}
          onFocus={() => setLast(part)}
          onClick={run}
        >
          <ToolIcon size={15} aria-hidden="true" />
        </ActionIcon>
      ))}
    </div>
  )
})

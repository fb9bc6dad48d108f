import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { memo } from 'react'
import { useLatestCallback } from '../../../../ui/use-latest-callback.ts'

interface AddButtonProps {
  readonly id: string
  readonly words: string
  readonly onClick: () => void
}

/** Adds a member at the end of a list. Typing in the list does not draw it anew. */
export function AddButton(props: AddButtonProps) {
  const onClick = useLatestCallback(props.onClick)
  return <Drawn id={props.id} words={props.words} onClick={onClick} />
}

const Drawn = memo(function Drawn({ id, words, onClick }: AddButtonProps) {
  return (
    <div>
      <Button
        id={id}
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={13} aria-hidden="true" />}
        onClick={onClick}
      >
        {words}
      </Button>
    </div>
  )
})

import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconClockPause } from '@tabler/icons-react'
import { putOffTimes } from '../time/suggested-times.ts'
import { type Here, momentWords } from '../time/when-words.ts'

/** To when a reminder is put off: a round time, or a day of one's own. */
export function PutOffMenu(props: {
  readonly name: string
  readonly dueAt: number
  readonly here: Here
  readonly onChoose: (until: number) => void
  readonly onChooseDay: () => void
}) {
  const { here } = props
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Tooltip label="Put off">
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={`Put off: ${props.name}`}>
            <IconClockPause size={15} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {putOffTimes(props.dueAt, here.now, here.zone).map(({ label, at }) => (
          <Menu.Item key={label} onClick={() => props.onChoose(at)}>
            {label}: {momentWords(at, here)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={props.onChooseDay}>Another day…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowLeft,
  IconArrowRight,
  IconColumnInsertRight,
  IconDots,
  IconLayoutSidebarRightCollapse,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import type { BoardColumn } from '#shared/applications.ts'
import { formatCount } from '../../../ui/format.ts'
import { STAGE_LOOKS, STAGE_SENTENCES, STAGE_WORDS } from '../words/stage-words.ts'
import type { Lane } from './board-model.ts'
import { beforeAfterStep } from './column-order.ts'
import classes from './lane.module.css'

export interface HeadActs {
  readonly add: (lane: Lane) => void
  readonly rename: (column: BoardColumn) => void
  readonly reorder: (column: BoardColumn, before: number | null) => void
  readonly remove: (column: BoardColumn) => void
  readonly fold: (lane: Lane) => void
}

/** The name of a column, how much lies in it, and what can be done with the column itself. */
export function LaneHead(props: {
  readonly lane: Lane
  /** The user's columns of this stage, in their order. */
  readonly columns: readonly BoardColumn[]
  readonly acts: HeadActs
}) {
  const { lane, columns, acts } = props
  const { icon: StageIcon } = STAGE_LOOKS[lane.spot.stage]
  const own = columns.find(({ id }) => id === lane.spot.columnId)
  return (
    <header className={classes.head}>
      <StageIcon size={15} stroke={1.8} aria-hidden="true" />
      <h2
        className={classes.name}
        title={own ? `Stands for ${STAGE_WORDS[own.stage]}` : STAGE_SENTENCES[lane.spot.stage]}
      >
        {lane.spot.name}
      </h2>
      <span className={classes.count}>{formatCount(lane.cards.length)}</span>
      <div className={classes.acts}>
        {!lane.isOpenStage && own === undefined && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={`Fold ${lane.spot.name}`}
            onClick={() => acts.fold(lane)}
          >
            <IconLayoutSidebarRightCollapse size={15} aria-hidden="true" />
          </ActionIcon>
        )}
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={26} aria-label={`Column ${lane.spot.name}`}>
              <IconDots size={15} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {own && <OwnItems column={own} columns={columns} acts={acts} />}
            <Menu.Item leftSection={<IconColumnInsertRight size={15} />} onClick={() => acts.add(lane)}>
              Add a column beside it
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
  )
}

function OwnItems(props: {
  readonly column: BoardColumn
  readonly columns: readonly BoardColumn[]
  readonly acts: HeadActs
}) {
  const { column, columns, acts } = props
  const left = beforeAfterStep(columns, column.id, -1)
  const right = beforeAfterStep(columns, column.id, 1)
  return (
    <>
      <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => acts.rename(column)}>
        Rename
      </Menu.Item>
      {left !== undefined && (
        <Menu.Item leftSection={<IconArrowLeft size={15} />} onClick={() => acts.reorder(column, left)}>
          Move left
        </Menu.Item>
      )}
      {right !== undefined && (
        <Menu.Item leftSection={<IconArrowRight size={15} />} onClick={() => acts.reorder(column, right)}>
          Move right
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => acts.remove(column)}>
        Remove the column
      </Menu.Item>
      <Menu.Divider />
    </>
  )
}

import { Droppable } from '@hello-pangea/dnd'
import { UnstyledButton } from '@mantine/core'
import { memo } from 'react'
import type { ApplicationCard } from '#shared/applications.ts'
import { formatCount } from '../../../ui/format.ts'
import { refusalWords } from '../actions/move-words.ts'
import { STAGE_LOOKS } from '../words/stage-words.ts'
import type { Lane } from './board-model.ts'
import classes from './folded-lane.module.css'

/** A closed stage folded to its name and count; still a place to drop on. */
export const FoldedLane = memo(function FoldedLane(props: {
  readonly lane: Lane
  readonly dragged: ApplicationCard | null
  readonly isRefusing: boolean
  readonly onUnfold: (lane: Lane) => void
}) {
  const { lane, dragged } = props
  const isDropDisabled = dragged !== null && props.isRefusing
  const { icon: StageIcon } = STAGE_LOOKS[lane.spot.stage]
  return (
    <Droppable
      droppableId={lane.key}
      mode="virtual"
      isDropDisabled={isDropDisabled}
      renderClone={(provided) => <div ref={provided.innerRef} {...provided.draggableProps} />}
    >
      {(provided, snapshot) => (
        <div
          ref={provided.innerRef}
          {...provided.droppableProps}
          className={classes.folded}
          data-over={snapshot.isDraggingOver || undefined}
          data-refusing={isDropDisabled || undefined}
          title={isDropDisabled ? refusalWords(dragged.stage, lane.spot.stage) : undefined}
        >
          <UnstyledButton className={classes.button ?? ''} aria-expanded={false} onClick={() => props.onUnfold(lane)}>
            <StageIcon size={15} stroke={1.8} aria-hidden="true" />
            <span className="cc-unseen">Unfold </span>
            <span className={classes.name}>{lane.spot.name}</span>
            <span className={classes.count}>{formatCount(lane.cards.length)}</span>
          </UnstyledButton>
        </div>
      )}
    </Droppable>
  )
})

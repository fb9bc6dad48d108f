import { Draggable, Droppable, type DraggableProvidedDragHandleProps } from '@hello-pangea/dnd'
import { IconGripVertical } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { useEdit } from '../edit-context.ts'
import classes from './sortable.module.css'

/** A list whose members can be dragged to another place in it. */
export function SortableList(props: {
  readonly tag: 'ul' | 'div'
  /** As model/sorting.ts calls it. */
  readonly list: string
  readonly className?: string | undefined
  readonly label?: string
  readonly children: ReactNode
}) {
  const Tag = props.tag
  return (
    <Droppable droppableId={props.list} type={props.list}>
      {(provided) => (
        <Tag
          ref={provided.innerRef}
          {...provided.droppableProps}
          className={props.className}
          {...(props.label === undefined ? {} : { 'aria-label': props.label })}
        >
          {props.children}
          {provided.placeholder}
        </Tag>
      )}
    </Droppable>
  )
}

/** A member of such a list; `children` puts the grip by which it is dragged. In a locked document there is none. */
export function Sortable(props: {
  readonly tag: 'li' | 'section' | 'article' | 'div'
  readonly list: string
  readonly id: string
  readonly index: number
  /** What it is called. */
  readonly name: string
  readonly className?: string | undefined
  readonly labelledBy?: string
  readonly isOff: boolean
  readonly children: (grip: ReactNode) => ReactNode
}) {
  const { isLocked } = useEdit()
  const Tag = props.tag
  return (
    <Draggable draggableId={`${props.list}/${props.id}`} index={props.index} isDragDisabled={isLocked}>
      {(provided, snapshot) => (
        <Tag
          ref={provided.innerRef}
          // oxlint-disable-next-line react/refs -- what the library hands over while drawing are attributes
          {...provided.draggableProps}
          className={`${classes.member ?? ''} ${props.className ?? ''}`}
          {...(props.labelledBy === undefined ? {} : { 'aria-labelledby': props.labelledBy })}
          data-off={props.isOff || undefined}
          data-dragged={snapshot.isDragging || undefined}
        >
          {props.children(<Grip name={props.name} handle={provided.dragHandleProps} />)}
        </Tag>
      )}
    </Draggable>
  )
}

const Grip = memo(function Grip(props: {
  readonly name: string
  readonly handle: DraggableProvidedDragHandleProps | null
}) {
  if (props.handle === null) return null
  return (
    <div {...props.handle} className={classes.grip} aria-label={`Drag: ${props.name}`} title="Drag, or press Space">
      <IconGripVertical size={14} aria-hidden="true" />
    </div>
  )
})

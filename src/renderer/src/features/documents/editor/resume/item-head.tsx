import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ResumeItem } from '#shared/documents.ts'
import { ToneBadge } from '../../../../ui/tone-badge.tsx'
import { RowTools } from './row-tools.tsx'
import classes from './resume.module.css'

/** What an item is, in a line that folds its fields in and out. */
export function ItemHead(props: {
  readonly item: ResumeItem
  readonly name: string
  readonly grip: ReactNode
  /** Something in its fields cannot be stored yet. */
  readonly isUnfinished: boolean
  readonly index: number
  readonly count: number
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onChange: (patch: Partial<ResumeItem>) => void
  readonly onMove: (step: -1 | 1) => void
  readonly onRemove: () => void
}) {
  const { item, isOpen, name } = props
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <div className={classes.itemHead}>
      {props.grip}
      <UnstyledButton id={`${item.id}-fold`} className={classes.fold} aria-expanded={isOpen} onClick={props.onToggle}>
        <Chevron size={15} aria-hidden="true" />
        <span className={classes.foldWords}>
          <span className={classes.itemName}>{name}</span>
          <span className={classes.dates}>{datesOf(item)}</span>
          {props.isUnfinished && !isOpen && (
            <ToneBadge tone="warn" icon={IconAlertTriangle}>
              A field is not finished
            </ToneBadge>
          )}
        </span>
      </UnstyledButton>
      <RowTools
        id={item.id}
        name={name}
        index={props.index}
        count={props.count}
        isShown={item.isShown}
        onMove={props.onMove}
        onShow={(isShown) => props.onChange({ isShown })}
        onRemove={props.onRemove}
      />
    </div>
  )
}

function datesOf({ start, end, isDated }: ResumeItem): string {
  if (start === null) return end ?? ''
  return isDated ? start : `${start} – ${end ?? 'now'}`
}

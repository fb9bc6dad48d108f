import { Checkbox } from '@mantine/core'
import { IconGhost2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo, type ReactNode } from 'react'
import type { ApplicationCard, ApplicationSort } from '#shared/applications.ts'
import { formatAge, formatAgo, formatDate } from '../../../ui/format.ts'
import { MatchBadge } from '../../jobs/index.ts'
import { StageBadge } from '../words/stage-badge.tsx'
import { STEP_ICONS, stepWord } from '../words/step-words.ts'
import { TABLE_COLUMNS } from './columns.ts'
import classes from './table.module.css'

export const ROW_HEIGHT_PX = 40

export function cellElementId(row: number, column: number): string {
  return `application-cell-${row}-${column}`
}

interface TableRowProps {
  readonly card: ApplicationCard | undefined
  readonly index: number
  readonly now: number
  readonly zone: string
  /** The column under the cursor, if it is in this row. */
  readonly cursor: number | null
  /** What stands in place of a cell that is being changed. */
  readonly editor: { readonly column: number; readonly field: ReactNode } | null
  readonly isPicked: boolean
  readonly onPick: (index: number) => void
  readonly onCell: (cell: { readonly row: number; readonly column: number }, isTwice: boolean) => void
}

/** One application as a row of cells. One that is still on its way keeps its place. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { card, index, editor } = props
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native table cannot draw only some of ten thousand rows
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.isPicked}
      className={classes.row}
      data-picked={props.isPicked || undefined}
      data-waiting={card === undefined || undefined}
      style={{ transform: `translateY(${index * ROW_HEIGHT_PX}px)` }}
    >
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a row of the grid above */}
      <span role="gridcell" aria-colindex={1} className={classes.pick}>
        {card && (
          <Checkbox
            tabIndex={-1}
            aria-label={`Select ${card.title} at ${card.company}`}
            checked={props.isPicked}
            onChange={() => props.onPick(index)}
          />
        )}
      </span>
      {TABLE_COLUMNS.map((column, place) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus, jsx-a11y/prefer-tag-over-role -- the grid has the keys for all its cells
        <span
          key={column.sort}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a row of the grid above
          role="gridcell"
          id={cellElementId(index, place)}
          aria-colindex={place + 2}
          className={classes.cell}
          data-column={column.sort}
          data-cursor={props.cursor === place || undefined}
          onClick={() => props.onCell({ row: index, column: place }, false)}
          onDoubleClick={() => props.onCell({ row: index, column: place }, true)}
        >
          {editor?.column === place
            ? editor.field
            : card && <CellWords card={card} column={column.sort} now={props.now} zone={props.zone} />}
        </span>
      ))}
    </div>
  )
})

type CellWord = (props: CellProps) => ReactNode

interface CellProps {
  readonly card: ApplicationCard
  readonly now: number
  readonly zone: string
}

const CELLS: Readonly<Record<ApplicationSort, CellWord>> = {
  title: ({ card }) => (
    <Link
      to="/applications/$id"
      params={{ id: String(card.id) }}
      className={classes.link}
      title={card.title}
      tabIndex={-1}
    >
      {card.title}
    </Link>
  ),
  company: ({ card }) => <Cut words={card.company} />,
  place: ({ card }) => <Cut words={card.place} />,
  stage: ({ card }) => (
    <>
      <StageBadge stage={card.stage} />
      {card.looksGhosted && <NoWord />}
    </>
  ),
  stageSince: ({ card, now }) => formatAge(card.stageSince, now),
  appliedAt: ({ card }) => (card.appliedAt === null ? <None /> : formatDate(card.appliedAt)),
  nextStep: ({ card, now, zone }) =>
    card.nextStep === null ? <None /> : <Step step={card.nextStep} now={now} zone={zone} />,
  match: ({ card }) => (card.match === null ? <None /> : <MatchBadge score={card.match} />),
  updatedAt: ({ card, now }) => formatAgo(card.updatedAt, now),
}

const CellWords = memo(function CellWords({
  column,
  ...props
}: CellProps & { readonly column: ApplicationSort }): ReactNode {
  return CELLS[column](props)
})

function NoWord() {
  return (
    <span className={classes.ghost} title="No word for long">
      <IconGhost2 size={14} aria-hidden="true" />
      <span className="cc-unseen">No word for long</span>
    </span>
  )
}

function Cut({ words }: { readonly words: string }) {
  return words === '' ? (
    <None />
  ) : (
    <span className={classes.cut} title={words}>
      {words}
    </span>
  )
}

function None() {
  return (
    <span className={classes.none} aria-hidden="true">
      –
    </span>
  )
}

function Step(props: {
  readonly step: NonNullable<ApplicationCard['nextStep']>
  readonly now: number
  readonly zone: string
}) {
  const { word, when, urgency } = stepWord(props.step, props)
  const StepIcon = STEP_ICONS[props.step.kind]
  return (
    <span className={classes.step} data-urgency={urgency}>
      <StepIcon size={13} stroke={1.9} aria-hidden="true" />
      <span className={classes.cut}>
        {urgency === 'overdue' && <span className="cc-unseen">Overdue: </span>}
        {word}, {when}
      </span>
    </span>
  )
}

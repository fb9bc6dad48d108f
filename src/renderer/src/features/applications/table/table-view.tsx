import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { ApplicationCard } from '#shared/applications.ts'
import { useOwnColumns } from '../actions/use-own-columns.ts'
import { describeProblem } from '../../../bridge/problem.ts'
import { useCommands, type Command } from '../../../ui/commands.tsx'
import { formatQuantity } from '../../../ui/format.ts'
import { notifyProblem } from '../../../ui/notify.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { anchorBelow, GoalItems, MenuAt, type Anchor } from '../actions/move-menu.tsx'
import { PickBar } from '../actions/pick-bar.tsx'
import type { Moves } from '../actions/use-moves.ts'
import type { Picks } from '../actions/use-picks.ts'
import { toFilter, type ApplicationsView } from '../view/applications-url.ts'
import type { ChangeView } from '../view/use-applications-view.ts'
import { goals } from '../words/columns.ts'
import { TABLE_COLUMNS } from './columns.ts'
import { focusTable, Table } from './table.tsx'
import { cellElementId } from './table-row.tsx'
import classes from './table.module.css'
import { useEdit } from './use-edit.tsx'
import { useRows } from './use-rows.ts'

const STAGE_COLUMN = TABLE_COLUMNS.findIndex(({ edit }) => edit === 'stage')

/** The applications as a table: sorted by its heads, changed in its cells. */
export function TableView(props: {
  readonly view: ApplicationsView
  readonly change: ChangeView
  readonly zone: string
  readonly moves: Moves
  readonly picks: Picks
  readonly blank: ReactNode
}) {
  const { view, zone, moves, picks } = props
  const navigate = useNavigate()
  const rows = useRows(view, zone)
  const columns = useOwnColumns()
  const resetKey = JSON.stringify([toFilter(view, zone), view.sort, view.isDescending])
  const [cell, setCell] = useState({ row: 0, column: 0 })
  const [menu, setMenu] = useState<{ readonly card: ApplicationCard; readonly at: Anchor } | null>(null)
  const card = rows.at(cell.row)
  const editor = useEdit({
    rows,
    zone,
    moves,
    onDone: ({ row, column, isByKey }) => {
      if (row !== null) setCell({ row, column })
      if (isByKey) focusTable()
    },
  })

  const openMenu = (row: number) => {
    const found = rows.at(row)
    const element = document.getElementById(cellElementId(row, STAGE_COLUMN))
    if (found && element) setMenu({ card: found, at: anchorBelow(element) })
  }
  const edit = (at: { readonly row: number; readonly column: number }) => {
    const column = TABLE_COLUMNS[at.column]
    const found = rows.at(at.row)
    setCell(at)
    if (column?.edit === 'stage') openMenu(at.row)
    else if (column && column.edit !== null && found) editor.begin(found, at.column)
  }
  const pickAll = async () => {
    try {
      picks.add(await rows.firstOnes())
    } catch (error) {
      notifyProblem(describeProblem(error))
    }
  }
  const open = (row: number) => {
    const found = rows.at(row)
    if (found) void navigate({ to: '/applications/$id', params: { id: String(found.id) } })
  }
  const remove = (ids: number[]) => {
    picks.clear()
    void moves.remove(ids)
  }
  useTableCommands({ card, picks, onMenu: () => openMenu(cell.row), onRemove: remove, onAll: () => void pickAll() })

  const { head } = rows
  if (head.isError && !head.data)
    return <ProblemBlank {...describeProblem(head.error)} onRetry={() => void head.refetch()} />
  if (head.data?.total === 0 && editor.away === null) return props.blank
  return (
    <div className={classes.view}>
      <div className={classes.line}>
        {picks.ids.size > 0 ? (
          <PickBar
            picked={[...picks.cards.values()]}
            columns={columns}
            onMove={(to) => {
              void moves.moveMany([...picks.ids], to)
              picks.clear()
            }}
            onRemove={() => remove([...picks.ids])}
            onClear={picks.clear}
            onAll={picks.ids.size < rows.total ? () => void pickAll() : null}
          />
        ) : (
          <output className={classes.count} data-stale={head.isPlaceholderData || undefined}>
            {head.data && <strong>{formatQuantity(head.data.total, ['application', 'applications'])}</strong>}
          </output>
        )}
      </div>
      {editor.away}
      <Table
        rows={rows}
        zone={zone}
        order={{ sort: view.sort, isDescending: view.isDescending }}
        resetKey={resetKey}
        cell={cell}
        edited={editor.edited}
        picked={picks.ids}
        onOrder={(order) => props.change(order)}
        onCell={setCell}
        onEdit={edit}
        onOpen={open}
        onPick={(row) => {
          const found = rows.at(row)
          if (found) picks.toggle(found)
        }}
      />
      {menu && (
        <MenuAt
          at={menu.at}
          label={`${menu.card.title} at ${menu.card.company}`}
          onClose={() => {
            setMenu(null)
            focusTable()
          }}
        >
          <GoalItems
            goals={goals(menu.card, columns)}
            onPick={(to) => {
              setMenu(null)
              moves.move(menu.card, { to, before: null, back: null })
              focusTable()
            }}
          />
        </MenuAt>
      )}
    </div>
  )
}

function useTableCommands(options: {
  readonly card: ApplicationCard | undefined
  readonly picks: Picks
  readonly onMenu: () => void
  readonly onRemove: (ids: number[]) => void
  readonly onAll: () => void
}): void {
  const { card, picks } = options
  const group = 'This application'
  const commands: Command[] = [
    { id: 'rows.all', group: 'Applications', label: 'Select all shown', keys: 'shift+a', run: options.onAll },
  ]
  if (card) {
    commands.push(
      { id: 'card.move', group, label: `Move ${card.title} to…`, keys: 'm', run: options.onMenu },
      { id: 'card.pick', group, label: 'Select or deselect', keys: 'x', run: () => picks.toggle(card) },
      {
        id: 'card.remove',
        group,
        label: picks.ids.size > 0 ? `Remove ${picks.ids.size} selected` : `Remove ${card.title}`,
        keys: 'delete',
        run: () => options.onRemove(picks.ids.size > 0 ? [...picks.ids] : [card.id]),
      },
    )
  }
  if (picks.ids.size > 0)
    commands.push({ id: 'cards.clear', group: 'Applications', label: 'Select none', keys: 'escape', run: picks.clear })
  useCommands(commands)
}

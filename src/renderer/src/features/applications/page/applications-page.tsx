import { Button, SegmentedControl, Tooltip } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useLatestCallback } from '../../../ui/use-latest-callback.ts'
import { FilterChips } from '../../jobs/index.ts'
import { useMoves } from '../actions/use-moves.ts'
import { usePicks } from '../actions/use-picks.ts'
import { applicationChips } from '../filters/filter-chips.ts'
import { FilterRow } from '../filters/filter-row.tsx'
import { TransferMenu } from '../transfer/export/transfer-menu.tsx'
import { APPLICATION_VIEWS, toFilter, withoutFilters } from '../view/applications-url.ts'
import { useApplicationsView, useZone } from '../view/use-applications-view.ts'
import { ApplicationBlank } from '../words/application-blank.tsx'
import classes from './applications-page.module.css'
import { useApplicationCommands } from './use-application-commands.ts'
import { BoardView, CalendarView, TableView } from './views.ts'

const NewApplication = lazy(async () => ({ default: (await import('../add/new-application.tsx')).NewApplication }))

const VIEW_WORDS = { board: 'Board', table: 'Table', calendar: 'Calendar' } as const

/** Everything that was applied for, or is about to be: as a board, a table, or what comes when. */
export function ApplicationsPage() {
  const { view, change } = useApplicationsView()
  const zone = useZone()
  const moves = useMoves()
  const picks = usePicks(JSON.stringify([toFilter(view, zone), view.view]))
  const chips = applicationChips(view)
  const hasFilters = chips.length > 0
  const clear = useLatestCallback(() => change(withoutFilters(view)))
  const startAdding = useLatestCallback(() => change({ isAdding: true }))
  useApplicationCommands({ view, change, hasFilters, onClear: clear, onUndo: moves.undoLast })
  const blank = <ApplicationBlank hasFilters={hasFilters} onClear={clear} onNew={startAdding} />
  return (
    <div className={classes.page}>
      <title>Applications · Career Copilot</title>
      <div className={classes.top}>
        <div className={classes.head}>
          <h1 className={classes.title}>Applications</h1>
          <SegmentedControl
            size="xs"
            aria-label="View"
            data={APPLICATION_VIEWS.map((value) => ({ value, label: VIEW_WORDS[value] }))}
            value={view.view}
            onChange={(value) => {
              const next = APPLICATION_VIEWS.find((known) => known === value)
              if (next) change({ view: next })
            }}
          />
          <Tooltip label="New application (⇧ N)">
            <Button
              className={classes.add ?? ''}
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden="true" />}
              onClick={startAdding}
            >
              New
            </Button>
          </Tooltip>
          <TransferMenu filter={hasFilters && view.view !== 'calendar' ? toFilter(view, zone) : null} />
        </div>
        {view.view !== 'calendar' && (
          <>
            <FilterRow view={view} change={change} />
            <FilterChips chips={chips} change={change} onClear={clear}>
              {null}
            </FilterChips>
          </>
        )}
      </div>
      <Suspense fallback={<output className={classes.opening} aria-label="Opening" />}>
        {view.view === 'board' && <BoardView view={view} zone={zone} moves={moves} picks={picks} blank={blank} />}
        {view.view === 'table' && (
          <TableView view={view} change={change} zone={zone} moves={moves} picks={picks} blank={blank} />
        )}
        {view.view === 'calendar' && <CalendarView view={view} change={change} zone={zone} />}
      </Suspense>
      {view.isAdding && (
        <Suspense fallback={null}>
          <NewApplication zone={zone} onClose={() => change({ isAdding: false }, { isStep: true })} />
        </Suspense>
      )}
    </div>
  )
}

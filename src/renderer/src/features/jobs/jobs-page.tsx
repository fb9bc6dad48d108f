import { Button, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { describeProblem } from '../../bridge/problem.ts'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { RunBanner, useSources } from '../discover/index.ts'
import { suggestSkills } from './choices.ts'
import { chipsOf } from './chips.ts'
import { FilterBar, FilterChips } from './filter-bar.tsx'
import { JobDetailPane, useJob } from './job-detail.tsx'
import { focusJobList } from './focus.ts'
import { JobList } from './job-list.tsx'
import classes from './jobs-page.module.css'
import { toFilter, withoutFilters } from './jobs-url.ts'
import { ListBlank } from './list-blank.tsx'
import { ResultLine } from './result-line.tsx'
import { SearchField } from './search-field.tsx'
import { useCursor } from './use-cursor.ts'
import { useJobCommands } from './use-job-commands.ts'
import { useJobList } from './use-job-list.ts'
import { useJobMarks } from './use-job-marks.ts'
import { useJobsView } from './use-jobs-view.ts'

const TITLES = { visible: 'Jobs', saved: 'Saved', hidden: 'Hidden' } as const
const SUGGESTED_SKILLS = 60

export function JobsPage() {
  const { view, change } = useJobsView()
  const list = useJobList(view)
  const marks = useJobMarks()
  const sources = useSources()
  const isWide = useMediaQuery('(min-width: 1100px)', true, { getInitialValueInEffect: false })
  const resetKey = JSON.stringify([toFilter(view), view.sort])
  const cursor = useCursor({ list, view, change, resetKey })
  const openJob = useJob(view.selectedId).data
  const sourceNames = useMemo(() => new Map(sources.data?.map((source) => [source.id, source.name])), [sources.data])
  const chips = useMemo(() => chipsOf(view, sourceNames), [view, sourceNames])
  const suggestions = useMemo(() => suggestSkills([...list.loaded.values()].flat(), SUGGESTED_SKILLS), [list.loaded])
  const clear = () => change(withoutFilters(view))
  const actions = useJobCommands({
    view,
    change,
    cursor,
    openJob,
    marks,
    clear,
    hasChips: chips.length > 0,
  })

  const isDetailOpen = view.selectedId !== null
  const isListShown = isWide || !isDetailOpen
  const { head } = list
  return (
    <div className={classes.page}>
      <title>{`${TITLES[view.mark]} · Career Copilot`}</title>
      <RunBanner />
      {isListShown && (
        <div className={classes.top}>
          <div className={classes.head}>
            <h1 className={classes.title}>{TITLES[view.mark]}</h1>
            <SearchField
              text={view.text}
              onChange={(text) => change({ text }, { isStep: true })}
              onLeave={focusJobList}
            />
            <Tooltip label="Add a job by hand (n)">
              <Button
                className={classes.add ?? ''}
                size="xs"
                variant="default"
                leftSection={<IconPlus size={14} aria-hidden="true" />}
                renderRoot={(root) => <Link to="/add" {...root} />}
              >
                Add
              </Button>
            </Tooltip>
          </div>
          <FilterBar view={view} change={change} skillSuggestions={suggestions} sourceNames={sourceNames} />
          <FilterChips chips={chips} change={change} onClear={clear} />
        </div>
      )}
      <div className={classes.body} data-split={(isWide && isDetailOpen) || undefined}>
        {isListShown && (
          <section className={classes.listSide} aria-label="Results">
            <div className={classes.line}>
              <ResultLine view={view} change={change} list={list} />
            </div>
            {head.isError && !head.data && (
              <ProblemBlank {...describeProblem(head.error)} onRetry={() => void head.refetch()} />
            )}
            {head.data?.total === 0 && <ListBlank mark={view.mark} hasFilters={chips.length > 0} onClear={clear} />}
            {head.isPending && <ListWaiting />}
            {list.total > 0 && (
              <JobList
                list={list}
                selectedId={view.selectedId}
                cursor={cursor.cursor}
                onMove={cursor.move}
                onOpen={cursor.open}
                resetKey={resetKey}
              />
            )}
          </section>
        )}
        {view.selectedId !== null && (
          <JobDetailPane
            id={view.selectedId}
            isAlone={!isWide}
            onClose={actions.close}
            onSave={actions.save}
            onHide={actions.hide}
          />
        )}
      </div>
    </div>
  )
}

const WAITING_ROWS = Array.from({ length: 12 }, (_, index) => `waiting-${index}`)

function ListWaiting() {
  return (
    <output aria-label="Loading jobs" className={classes.waiting}>
      {WAITING_ROWS.map((key) => (
        <span key={key} className={classes.waitingRow} />
      ))}
    </output>
  )
}

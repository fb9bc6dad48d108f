import { useMediaQuery } from '@mantine/hooks'
import { useMemo } from 'react'
import { describeProblem } from '../../../bridge/problem.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { useLatestCallback } from '../../../ui/use-latest-callback.ts'
import { RunBanner, useSources } from '../../discover/index.ts'
import { chipsOf } from '../filters/chips.ts'
import { DidYouMean } from '../search-field/did-you-mean.tsx'
import { JobDetailPane, useJob } from '../job/job-detail.tsx'
import { JobList } from '../list/job-list.tsx'
import type { PickKind } from '../list/job-row.tsx'
import { toFilter, withoutFilters } from '../view/jobs-url.ts'
import { ListBlank } from '../list/list-blank.tsx'
import { ResultLine } from '../list/result-line.tsx'
import { SelectionBar } from '../selection/selection-bar.tsx'
import { useBulk } from '../selection/use-bulk.ts'
import { useCursor } from '../list/use-cursor.ts'
import { useJobList } from '../list/use-job-list.ts'
import { useJobMarks } from '../actions/use-job-marks.ts'
import { useJobsView } from '../view/use-jobs-view.ts'
import { useSelection } from '../selection/use-selection.ts'
import { LIST_TITLES } from '../facts/words.ts'
import classes from './jobs-page.module.css'
import { JobsTop } from './jobs-top.tsx'
import { useJobCommands } from './use-job-commands.ts'

export function JobsPage() {
  const { view, change } = useJobsView()
  const list = useJobList(view)
  const marks = useJobMarks()
  const sources = useSources()
  const isWide = useMediaQuery('(min-width: 1100px)', true, { getInitialValueInEffect: false })
  const resetKey = JSON.stringify([toFilter(view), view.sort])
  const isDetailOpen = view.selectedId !== null
  const isListShown = isWide || !isDetailOpen
  const selection = useSelection({ list, resetKey })
  const cursor = useCursor({ list, view, change, resetKey })
  const openJob = useJob(view.selectedId).data
  const sourceNames = useMemo(() => new Map(sources.data?.map((source) => [source.id, source.name])), [sources.data])
  const chips = useMemo(() => chipsOf(view, sourceNames), [view, sourceNames])
  const clear = useLatestCallback(() => change(withoutFilters(view)))
  const actions = useJobCommands({
    view,
    change,
    cursor,
    openJob,
    marks,
    clear,
    hasChips: chips.length > 0,
    isPicking: isListShown && selection.picked.size > 0,
  })
  const bulk = useBulk({ selection, marks, cursor, total: list.total, isListShown })
  const close = useLatestCallback(actions.close)
  const save = useLatestCallback(actions.save)
  const hide = useLatestCallback(actions.hide)
  const pick = useLatestCallback((index: number, kind: PickKind) => {
    if (kind === 'range') selection.extendTo(index)
    else if (kind === 'toggle') selection.toggle(index)
    else cursor.open(index)
  })

  const { head } = list
  return (
    <div className={classes.page}>
      <title>{`${LIST_TITLES[view.mark]} · Career Copilot`}</title>
      <RunBanner />
      {isListShown && <JobsTop view={view} change={change} chips={chips} sourceNames={sourceNames} onClear={clear} />}
      <div className={classes.body} data-split={(isWide && isDetailOpen) || undefined}>
        {isListShown && (
          <section className={classes.listSide} aria-label="Results">
            <div className={classes.line}>
              <output className="cc-unseen">
                {bulk.picked.length > 0 && formatQuantity(bulk.picked.length, ['job selected', 'jobs selected'])}
              </output>
              {bulk.picked.length > 0 ? (
                <SelectionBar bulk={bulk} selection={selection} total={list.total} />
              ) : (
                <ResultLine view={view} change={change} list={list} />
              )}
            </div>
            {head.isError && !head.data && (
              <ProblemBlank {...describeProblem(head.error)} onRetry={() => void head.refetch()} />
            )}
            {head.data?.total === 0 && <DidYouMean view={view} change={change} />}
            {head.data?.total === 0 && <ListBlank mark={view.mark} hasFilters={chips.length > 0} onClear={clear} />}
            {head.isPending && <ListWaiting />}
            {list.total > 0 && (
              <JobList
                list={list}
                selectedId={view.selectedId}
                cursor={cursor.cursor}
                onMove={cursor.move}
                picked={selection.picked}
                onPick={pick}
                newSince={view.newSince}
                resetKey={resetKey}
              />
            )}
          </section>
        )}
        {view.selectedId !== null && (
          <JobDetailPane id={view.selectedId} isAlone={!isWide} onClose={close} onSave={save} onHide={hide} />
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

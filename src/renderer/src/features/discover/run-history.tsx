import { Collapse, Skeleton, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { Run } from '#shared/discovery.ts'
import { formatCount, formatDateTime, formatDuration, formatQuantity } from '../../ui/format.ts'
import { Card } from '../../ui/page.tsx'
import classes from './run-history.module.css'
import { RunActions } from './run-actions.tsx'
import { runSummary, TRIGGER_WORDS } from './run-words.ts'
import { SourceRunTable } from './source-run-table.tsx'
import { RunStateBadge } from './source-state-badge.tsx'

/** Charts are a part of their own: most visits to the app never need them. */
const RunChart = lazy(async () => ({ default: (await import('./run-chart.tsx')).RunChart }))
/** Fewer bars are no picture. */
const CHARTED_FROM = 3

/** Earlier runs, newest first, as a picture and as a list; each opens to its sources. */
export function RunHistory({ runs }: { readonly runs: readonly Run[] }) {
  return (
    <>
      {runs.length >= CHARTED_FROM && (
        <Suspense fallback={<Skeleton height={212} radius="lg" mb="sm" />}>
          <RunChart runs={runs} />
        </Suspense>
      )}
      <Card>
        {runs.map((run) => (
          <PastRun key={run.id} run={run} />
        ))}
      </Card>
    </>
  )
}

function PastRun({ run }: { readonly run: Run }) {
  const [isOpen, setOpen] = useState(false)
  const endedAt = run.finishedAt ?? run.startedAt
  const panelId = `run-${run.id}`
  return (
    <div>
      <UnstyledButton
        className={classes.row}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setOpen(!isOpen)}
      >
        <IconChevronRight size={15} className={classes.chevron} aria-hidden="true" />
        <span className={classes.when}>
          <span className={classes.date}>{formatDateTime(run.startedAt)}</span>
          <span className={classes.how}>
            {TRIGGER_WORDS[run.trigger]} · {formatDuration(endedAt - run.startedAt)} ·{' '}
            {formatQuantity(run.sources.length, ['source', 'sources'])}
          </span>
        </span>
        <span className={classes.counts}>
          <strong>{formatCount(run.new)} new</strong>
          <span>of {formatCount(run.found)} found</span>
        </span>
        <span className={classes.state}>
          <RunStateBadge state={run.state} />
        </span>
      </UnstyledButton>
      <Collapse expanded={isOpen} id={panelId} transitionDuration={120}>
        {isOpen && (
          <div className={classes.open}>
            <p className={classes.summary}>{runSummary(run)}</p>
            <SourceRunTable
              sources={run.sources}
              now={endedAt}
              label={`Sources of the run of ${formatDateTime(run.startedAt)}`}
            />
            <RunActions run={run} />
          </div>
        )}
      </Collapse>
    </div>
  )
}

import { Collapse, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { Run } from '#shared/discovery.ts'
import { formatCount, formatDateTime, formatDuration, formatQuantity } from '../../ui/format.ts'
import { Card } from '../../ui/page.tsx'
import classes from './run-history.module.css'
import { runSummary, TRIGGER_WORDS } from './run-words.ts'
import { SourceRunTable } from './source-run-table.tsx'
import { RunStateBadge } from './source-state-badge.tsx'

/** Earlier runs, newest first; each opens to its sources. */
export function RunHistory({ runs }: { readonly runs: readonly Run[] }) {
  return (
    <Card>
      {runs.map((run) => (
        <PastRun key={run.id} run={run} />
      ))}
    </Card>
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
          </div>
        )}
      </Collapse>
    </div>
  )
}

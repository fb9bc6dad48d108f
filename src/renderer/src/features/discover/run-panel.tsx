import { Progress } from '@mantine/core'
import type { Run } from '#shared/discovery.ts'
import { formatDuration } from '../../ui/format.ts'
import { Section } from '../../ui/page.tsx'
import { useNow } from '../../ui/use-now.ts'
import { RunCounts } from './run-counts.tsx'
import classes from './run-panel.module.css'
import { runProgress, runSummary } from './run-words.ts'
import { SourceRunTable } from './source-run-table.tsx'

/** The run that is going on, source by source. */
export function RunPanel({ run }: { readonly run: Run }) {
  const now = useNow(1000)
  const { done, all } = runProgress(run)
  return (
    <Section
      id="run-title"
      title="Running now"
      aside={runSummary(run)}
      actions={<span className={classes.time}>{formatDuration(Math.max(0, now - run.startedAt))}</span>}
    >
      <Progress
        value={all === 0 ? 0 : (done / all) * 100}
        size={4}
        radius="xl"
        mb="md"
        aria-label={`${done} of ${all} sources done`}
      />
      <RunCounts counts={run} />
      <SourceRunTable sources={run.sources} now={now} label="Progress by source" />
    </Section>
  )
}

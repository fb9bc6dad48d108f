import { Button } from '@mantine/core'
import { IconPlayerPlay, IconPlayerStop, IconRadar2 } from '@tabler/icons-react'
import { useState } from 'react'
import { describeProblem } from '../../bridge/problem.ts'
import { Blank } from '../../ui/blank.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { DiscoverTabs } from './discover-tabs.tsx'
import { useRunControl, useRuns } from './run-control.ts'
import { RunHistory } from './run-history.tsx'
import { RunPanel } from './run-panel.tsx'
import { runSummary } from './run-words.ts'
import { ScheduleLine } from './schedule-line.tsx'
import { SourcePicker } from './source-picker.tsx'
import { useSources } from './use-sources.ts'

export function DiscoverPage() {
  const control = useRunControl()
  const runs = useRuns()
  const sources = useSources()
  // null: whatever is switched on; a list once the user picked.
  const [picked, setPicked] = useState<readonly string[] | null>(null)
  const switchedOn = sources.data?.filter((source) => source.isEnabled).map((source) => source.id) ?? []
  const chosen = picked ?? switchedOn
  const { active } = control
  const failed = runs.error ?? sources.error
  const earlier = runs.data?.filter((run) => run.id !== active?.id) ?? []

  return (
    <Page
      title="Discover"
      actions={
        active ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlayerStop size={14} aria-hidden="true" />}
            loading={control.isCancelling}
            onClick={control.cancel}
          >
            Cancel run
          </Button>
        ) : (
          <Button
            size="xs"
            leftSection={<IconPlayerPlay size={14} aria-hidden="true" />}
            loading={control.isStarting}
            disabled={sources.data !== undefined && chosen.length === 0}
            onClick={() => control.start(picked ?? [])}
          >
            {picked === null ? 'Run now' : `Run ${picked.length} of ${sources.data?.length ?? 0}`}
          </Button>
        )
      }
    >
      <title>Discover · Career Copilot</title>
      <DiscoverTabs />
      <output className="cc-unseen">{control.latest ? runSummary(control.latest) : ''}</output>
      {failed && !runs.data ? (
        <ProblemBlank
          {...describeProblem(failed)}
          onRetry={() => {
            void runs.refetch()
            void sources.refetch()
          }}
        />
      ) : (
        <>
          {!active && <ScheduleLine />}
          {active && <RunPanel run={active} />}
          {!active && sources.data && (
            <Section
              id="picker-title"
              title="Read these sources"
              aside="Your choice in Settings is ticked. Change it here for one run."
            >
              <SourcePicker sources={sources.data} chosen={chosen} onChange={setPicked} />
            </Section>
          )}
          <Section id="history-title" title="Earlier runs">
            {runs.data && earlier.length === 0 ? (
              <Blank icon={IconRadar2} title={active ? 'This is your first run' : 'No run yet'}>
                {active
                  ? 'When it is over, it is listed here.'
                  : 'A run reads your sources, finds new jobs and merges doubles.'}
              </Blank>
            ) : (
              <RunHistory runs={earlier} />
            )}
          </Section>
        </>
      )}
    </Page>
  )
}

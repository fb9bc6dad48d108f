import { Loader, SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch, IconZoomExclamation } from '@tabler/icons-react'
import { useState } from 'react'
import { describeProblem } from '../../bridge/problem.ts'
import { Blank } from '../../ui/blank.tsx'
import { Card, Page, Section } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { useSources } from '../discover/index.ts'
import { SettingsTabs } from './settings-tabs.tsx'
import { groupOf, SOURCE_GROUPS, sourcesShown, type SourceView } from './source-groups.ts'
import { SourceRow } from './source-row.tsx'
import classes from './sources-page.module.css'
import { useSettings } from './use-settings.ts'

const VIEWS: { readonly value: SourceView; readonly label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'on', label: 'Switched on' },
  { value: 'todo', label: 'To set up' },
]

/** Where discovery looks: every source with its switch, its terms and what it needs. */
export function SourcesPage() {
  const settings = useSettings()
  const sources = useSources()
  const [view, setView] = useState<SourceView>('all')
  const [text, setText] = useState('')
  const failed = settings.error ?? sources.error
  const isLoaded = settings.data !== undefined && sources.data !== undefined
  const shown = sourcesShown(sources.data ?? [], { view, text })
  const on = sources.data?.filter((source) => source.isEnabled).length ?? 0
  return (
    <Page title="Settings">
      <title>Sources · Career Copilot</title>
      <SettingsTabs />
      {failed && !isLoaded && (
        <ProblemBlank
          {...describeProblem(failed)}
          onRetry={() => {
            void settings.refetch()
            void sources.refetch()
          }}
        />
      )}
      {!failed && !isLoaded && (
        <output aria-label="Loading sources">
          <Loader size="sm" type="dots" />
        </output>
      )}
      {settings.data && sources.data && (
        <>
          <div className={classes.tools}>
            <TextInput
              className={classes.search ?? ''}
              type="search"
              size="xs"
              aria-label="Find a source"
              placeholder="Find a source"
              leftSection={<IconSearch size={14} aria-hidden="true" />}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <SegmentedControl<SourceView>
              size="xs"
              withItemsBorders={false}
              aria-label="Which sources"
              data={VIEWS}
              value={view}
              onChange={setView}
            />
            <span className={classes.count}>
              {on} of {sources.data.length} on
            </span>
          </div>
          {shown.length === 0 && (
            <Blank icon={IconZoomExclamation} title={view === 'todo' ? 'Nothing left to set up' : 'No such source'}>
              {view === 'todo' ? 'Every source that is on can be read.' : 'Try another word, or show all.'}
            </Blank>
          )}
          {SOURCE_GROUPS.map((group) => {
            const members = shown.filter((source) => groupOf(source) === group.id)
            if (members.length === 0) return null
            return (
              <Section key={group.id} id={`group-${group.id}`} title={group.name} aside={group.aside}>
                <Card>
                  {members.map((source) => (
                    <SourceRow key={source.id} source={source} settings={settings.data} />
                  ))}
                </Card>
              </Section>
            )
          })}
        </>
      )}
    </Page>
  )
}

import { Loader } from '@mantine/core'
import { describeProblem } from '../../bridge/problem.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { useSources } from '../discover/index.ts'
import { About } from './about.tsx'
import { Appearance } from './appearance.tsx'
import { Limits } from './limits.tsx'
import { SourceList } from './source-list.tsx'
import { useSettings } from './use-settings.ts'
import { Wishes } from './wishes.tsx'

export function SettingsPage() {
  const settings = useSettings()
  const sources = useSources()
  const failed = settings.error ?? sources.error
  return (
    <Page title="Settings">
      <title>Settings · Career Copilot</title>
      {failed && (!settings.data || !sources.data) && (
        <ProblemBlank
          {...describeProblem(failed)}
          onRetry={() => {
            void settings.refetch()
            void sources.refetch()
          }}
        />
      )}
      {!failed && (!settings.data || !sources.data) && (
        <output aria-label="Loading settings">
          <Loader size="sm" type="dots" />
        </output>
      )}
      {settings.data && sources.data && (
        <>
          <Section id="sources-title" title="Sources" aside="Where discovery looks. Changes are saved at once.">
            <SourceList sources={sources.data} settings={settings.data} />
          </Section>
          <Section id="wishes-title" title="What you are looking for" aside="Discovery keeps what fits.">
            <Wishes settings={settings.data} />
          </Section>
          <Section id="limits-title" title="Limits" aside="How far a run goes.">
            <Limits settings={settings.data} />
          </Section>
          <Section id="appearance-title" title="Appearance">
            <Appearance settings={settings.data} />
          </Section>
        </>
      )}
      <Section id="about-title" title="About and health">
        <About />
      </Section>
    </Page>
  )
}

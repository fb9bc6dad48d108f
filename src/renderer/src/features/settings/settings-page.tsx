import { Loader } from '@mantine/core'
import { describeProblem } from '../../bridge/problem.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { About } from './about.tsx'
import { Appearance } from './appearance.tsx'
import { Limits } from './limits.tsx'
import { PermitSituationCard } from './permit-situation.tsx'
import { SettingsTabs } from './settings-tabs.tsx'
import { useSettings } from './use-settings.ts'
import { Wishes } from './wishes.tsx'

export function SettingsPage() {
  const settings = useSettings()
  const failed = settings.error
  return (
    <Page title="Settings">
      <title>Settings · Career Copilot</title>
      <SettingsTabs />
      {failed && !settings.data && (
        <ProblemBlank {...describeProblem(failed)} onRetry={() => void settings.refetch()} />
      )}
      {!failed && !settings.data && (
        <output aria-label="Loading settings">
          <Loader size="sm" type="dots" />
        </output>
      )}
      {settings.data && (
        <>
          <Section id="wishes-title" title="What you are looking for" aside="Discovery keeps what fits.">
            <Wishes settings={settings.data} />
          </Section>
          <Section
            id="permit-title"
            title="Work permit"
            aside="Decides which thresholds hold for you. It stays on this machine."
          >
            <PermitSituationCard settings={settings.data} />
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

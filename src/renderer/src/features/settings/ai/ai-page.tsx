import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AiProviderView } from '#shared/ai.ts'
import type { Settings } from '#shared/settings.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { Card, Page, Section } from '../../../ui/page.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { SettingsTabs } from '../settings-tabs.tsx'
import { useSettings } from '../use-settings.ts'
import classes from './ai.module.css'
import { BudgetCard } from './budget-card.tsx'
import { wholeChain } from './chain.ts'
import { ProviderRow } from './provider-row.tsx'

/** Which language models may write, in which order, and for how much. */
export function AiPage() {
  const api = useApi()
  const settings = useSettings()
  const providers = useQuery(api.ai.providers.queryOptions())
  const failed = (!settings.data && settings.error) || (!providers.data && providers.error)
  return (
    <Page title="Settings">
      <title>AI · Career Copilot</title>
      <SettingsTabs />
      {failed && (
        <ProblemBlank
          {...describeProblem(failed)}
          onRetry={() => {
            void settings.refetch()
            void providers.refetch()
          }}
        />
      )}
      {!failed && !(settings.data && providers.data) && (
        <output aria-label="Loading language models">
          <Loader size="sm" type="dots" />
        </output>
      )}
      {settings.data && providers.data && <Found settings={settings.data} views={providers.data} />}
    </Page>
  )
}

function Found({ settings, views }: { readonly settings: Settings; readonly views: readonly AiProviderView[] }) {
  // The order on screen is the setting's: it changes at once when one is moved.
  const chain = wholeChain(settings.aiProviders)
  const ordered = chain.flatMap(({ id }) => views.filter((view) => view.id === id))
  return (
    <>
      <Section
        id="models-title"
        title="Language models"
        aside="They help to tailor résumés and letters. The first one that is on is asked; the next one only when it fails. Nothing is sent unless you ask for it, and everything works without them."
        actions={
          <span className={classes.links}>
            <Link to="/settings/ai/calls" className={classes.link}>
              What was sent
            </Link>
            <Link to="/settings/ai/prompts" className={classes.link}>
              Prompts
            </Link>
          </span>
        }
      >
        <Card>
          {ordered.map((view, place) => (
            <ProviderRow
              key={view.id}
              view={view}
              settings={settings}
              place={{ isFirst: place === 0, isLast: place === ordered.length - 1 }}
            />
          ))}
        </Card>
      </Section>
      <Section id="budget-title" title="Budget" aside="A call that might exceed it is not made.">
        <BudgetCard settings={settings} />
      </Section>
    </>
  )
}

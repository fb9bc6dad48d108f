import { Loader } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { Card, Page, Section } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { KeyRow } from './key-row.tsx'
import classes from './keys-page.module.css'
import { SettingsTabs } from './settings-tabs.tsx'

/** The keys of services, by name. A value goes in and never comes back. */
export function KeysPage() {
  const api = useApi()
  const secrets = useQuery(api.secrets.list.queryOptions())
  return (
    <Page title="Settings">
      <title>Keys · Career Copilot</title>
      <SettingsTabs />
      {secrets.error && !secrets.data && (
        <ProblemBlank {...describeProblem(secrets.error)} onRetry={() => void secrets.refetch()} />
      )}
      {!secrets.error && !secrets.data && (
        <output aria-label="Loading keys">
          <Loader size="sm" type="dots" />
        </output>
      )}
      {secrets.data && (
        <Section
          id="keys-title"
          title="Keys"
          aside="What some services want before they answer. They are shown to nobody."
        >
          <p className={classes.store} data-kind={secrets.data.store.kind}>
            {secrets.data.store.kind === 'keychain' ? (
              <IconLock size={15} stroke={1.8} aria-hidden="true" />
            ) : (
              <IconLockOpen size={15} stroke={1.8} aria-hidden="true" />
            )}
            {secrets.data.store.message}
          </p>
          <Card>
            {secrets.data.secrets.map((secret) => (
              <KeyRow key={secret.name} secret={secret} />
            ))}
          </Card>
        </Section>
      )}
    </Page>
  )
}

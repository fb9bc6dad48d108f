import { Button, Loader, SegmentedControl } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useApi } from '../../../../bridge/api.tsx'
import { describeProblem } from '../../../../bridge/problem.ts'
import { Blank } from '../../../../ui/blank.tsx'
import { formatQuantity } from '../../../../ui/format.ts'
import { Card, Page, Section } from '../../../../ui/page.tsx'
import { ProblemBlank } from '../../../../ui/problem-blank.tsx'
import { useNow } from '../../../../ui/use-now.ts'
import { CHANNEL_WORDS } from '../../../notifications/index.ts'
import { SettingsTabs } from '../../settings-tabs.tsx'
import { channelFigures } from '../channels/channel-words.ts'
import classes from './deliveries.module.css'
import { DeliveryRow } from './delivery-row.tsx'
import { DELIVERY_CHOICES, useDeliveries, useDeliveryActions, type DeliveryChoice } from './use-deliveries.ts'

const CHOICE_WORDS: Readonly<Record<DeliveryChoice, string>> = {
  all: 'All',
  waiting: 'Waiting',
  failed: 'Failed',
  sent: 'Sent',
}

/** What left the app or is about to, with what can be done about it. */
export function DeliveriesPage() {
  return (
    <Page title="Settings">
      <title>Deliveries · Career Copilot</title>
      <SettingsTabs />
      <p className={classes.back}>
        <Link to="/settings/notifications">Back to notifications</Link>
      </p>
      <Section id="figures-title" title="By channel" aside="The last 30 days.">
        <Figures />
      </Section>
      <Deliveries />
    </Page>
  )
}

function Figures() {
  const api = useApi()
  const now = useNow(60_000)
  const channels = useQuery(api.notifications.channels.queryOptions())
  if (channels.error && !channels.data) {
    return <ProblemBlank {...describeProblem(channels.error)} onRetry={() => void channels.refetch()} />
  }
  return (
    <Card>
      {(channels.data ?? []).map((view) => (
        <div key={view.channel} className={classes.figures}>
          <span className={classes.name}>{CHANNEL_WORDS[view.channel]}</span>
          <span className={classes.note}>{channelFigures(view, now).join(' · ')}</span>
        </div>
      ))}
    </Card>
  )
}

function Deliveries() {
  const [choice, setChoice] = useState<DeliveryChoice>('all')
  const [pages, setPages] = useState(1)
  const { query, hasMore } = useDeliveries(choice, pages)
  const actions = useDeliveryActions()
  const now = useNow(10_000)
  const { data } = query
  return (
    <Section
      id="deliveries-title"
      title="Deliveries"
      aside="Each message goes once by each of its channels. What fails is tried after 5, 15 and 60 seconds, then given up."
      actions={
        <SegmentedControl<DeliveryChoice>
          size="xs"
          withItemsBorders={false}
          aria-label="Which deliveries"
          className={classes.choice ?? ''}
          data={DELIVERY_CHOICES.map((value) => ({ value, label: CHOICE_WORDS[value] }))}
          value={choice}
          onChange={(next) => {
            setChoice(next)
            setPages(1)
          }}
        />
      }
    >
      {query.error && !data && <ProblemBlank {...describeProblem(query.error)} onRetry={() => void query.refetch()} />}
      {query.isPending && (
        <output aria-label="Loading deliveries">
          <Loader size="sm" type="dots" />
        </output>
      )}
      {data && <output className="cc-unseen">{formatQuantity(data.total, ['delivery', 'deliveries'])}</output>}
      {data?.deliveries.length === 0 && <NoDeliveries choice={choice} />}
      {data && data.deliveries.length > 0 && (
        <ul className={classes.list} aria-label="Deliveries">
          {data.deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} now={now} actions={actions} />
          ))}
        </ul>
      )}
      {hasMore && (
        <div className={classes.more}>
          <Button size="xs" variant="default" loading={query.isFetching} onClick={() => setPages(pages + 1)}>
            Show earlier ones
          </Button>
        </div>
      )}
    </Section>
  )
}

function NoDeliveries({ choice }: { readonly choice: DeliveryChoice }) {
  const titles: Readonly<Record<DeliveryChoice, string>> = {
    all: 'Nothing has been sent yet',
    waiting: 'Nothing waits',
    failed: 'Nothing has failed',
    sent: 'Nothing has been sent yet',
  }
  return (
    <Blank icon={IconSend} title={titles[choice]}>
      {choice === 'failed'
        ? 'What cannot be sent stands here with its reason.'
        : 'Messages that go out by email, phone or webhook stand here from the first on.'}
    </Blank>
  )
}

import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ChannelView } from '#shared/notifications.ts'
import type { Settings } from '#shared/settings.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { Page, Section } from '../../../ui/page.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { CHANNEL_WORDS } from '../../notifications/index.ts'
import { SettingsTabs } from '../settings-tabs.tsx'
import { useSettings } from '../use-settings.ts'
import { BriefingCard } from './briefing-card.tsx'
import { CalendarCard } from './calendar-card.tsx'
import { Channels } from './channels/channels.tsx'
import { FollowCard } from './follow-card.tsx'
import classes from './notifications.module.css'
import { PreferenceTable } from './preference-table.tsx'
import { wantedButNotReady } from './preferences.ts'
import { WhenCard } from './when-card.tsx'

/** What reaches the user, by which ways and when. */
export function NotificationsPage() {
  const api = useApi()
  const settings = useSettings()
  const channels = useQuery(api.notifications.channels.queryOptions())
  const failed = (!settings.data && settings.error) || (!channels.data && channels.error)
  return (
    <Page title="Settings">
      <title>Notifications · Career Copilot</title>
      <SettingsTabs />
      {failed && (
        <ProblemBlank
          {...describeProblem(failed)}
          onRetry={() => {
            void settings.refetch()
            void channels.refetch()
          }}
        />
      )}
      {!failed && !(settings.data && channels.data) && (
        <output aria-label="Loading notifications">
          <Loader size="sm" type="dots" />
        </output>
      )}
      {settings.data && channels.data && <Found settings={settings.data} views={channels.data} />}
    </Page>
  )
}

function Found({ settings, views }: { readonly settings: Settings; readonly views: readonly ChannelView[] }) {
  const unready = wantedButNotReady(settings.notificationPreferences, views)
  return (
    <>
      <Section
        id="preferences-title"
        title="What reaches you, and how"
        aside={
          <>
            The{' '}
            <Link to="/inbox" className={classes.inText}>
              inbox
            </Link>{' '}
            has everything. These carry it further.
          </>
        }
      >
        <PreferenceTable settings={settings} channels={views} />
        {unready.length > 0 && (
          <p className={classes.hint}>
            {new Intl.ListFormat('en').format(unready.map((channel) => CHANNEL_WORDS[channel]))}{' '}
            {unready.length === 1 ? 'carries' : 'carry'} nothing until set up{' '}
            <a href={`#channel-${unready[0]}`}>further down</a>.
          </p>
        )}
      </Section>
      <Section id="when-title" title="When">
        <WhenCard settings={settings} />
      </Section>
      <Section id="briefings-title" title="Briefings" aside="Written at their time, by the time zone above.">
        <BriefingCard settings={settings} />
        <p className={classes.hint}>
          While the app is in the tray it goes on, and its menu leads to today’s briefing. What its time was missed for
          is written once when it is back.
        </p>
      </Section>
      <Section id="follow-title" title="Applications without an answer">
        <FollowCard settings={settings} />
      </Section>
      <Section id="calendar-title" title="Your calendar">
        <CalendarCard settings={settings} />
      </Section>
      <Section
        id="channels-title"
        title="Channels"
        aside="Where messages go. Nothing leaves this computer but through what you set up here."
        actions={
          <Link to="/settings/notifications/deliveries" className={classes.link}>
            What was sent
          </Link>
        }
      >
        <Channels settings={settings} views={views} />
      </Section>
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ChannelView, NotificationChannels } from '#shared/notifications.ts'
import type { Settings } from '#shared/settings.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { Card } from '../../../../ui/page.tsx'
import { useSaveSettings } from '../../use-settings.ts'
import { ChannelCard } from './channel-card.tsx'
import classes from './channels.module.css'
import { EmailForm } from './email-form.tsx'
import { NtfyForm, SmsForm, WebhookForm } from './other-forms.tsx'

/** Every way out of the app, each with what it needs. */
export function Channels({ settings, views }: { readonly settings: Settings; readonly views: readonly ChannelView[] }) {
  const api = useApi()
  const keys = useQuery(api.secrets.list.queryOptions())
  const { save } = useSaveSettings()
  const secrets = keys.data?.secrets ?? []
  const { notificationChannels: stored } = settings
  const change = <Channel extends keyof NotificationChannels>(
    channel: Channel,
    part: Partial<NotificationChannels[Channel]>,
  ) => void save({ notificationChannels: { ...stored, [channel]: { ...stored[channel], ...part } } })
  useScrollToNamed()
  const card = (channel: ChannelView['channel']) => views.find((view) => view.channel === channel)
  const [os, email, sms, webhook, ntfy] = [card('os'), card('email'), card('sms'), card('webhook'), card('ntfy')]
  return (
    <>
      {keys.error && (
        <p className={classes.missing}>The keychain cannot be asked; keys can be neither seen nor set just now.</p>
      )}
      <Card>
        {os && (
          <ChannelCard view={os} secrets={secrets} note="A message of the system, on the computer the app runs on." />
        )}
        {email && (
          <ChannelCard
            view={email}
            secrets={secrets}
            note="Letters through a mailbox of yours. Briefings fit in whole."
          >
            <EmailForm channel={stored.email} onChange={(part) => change('email', part)} />
          </ChannelCard>
        )}
        {sms && (
          <ChannelCard
            view={sms}
            secrets={secrets}
            note="Short ones to your phone, through an account of yours at Twilio."
          >
            <SmsForm channel={stored.sms} onChange={(part) => change('sms', part)} />
          </ChannelCard>
        )}
        {webhook && (
          <ChannelCard view={webhook} secrets={secrets} note="To a program of yours, or a service that takes webhooks.">
            <WebhookForm channel={stored.webhook} onChange={(part) => change('webhook', part)} />
          </ChannelCard>
        )}
        {ntfy && (
          <ChannelCard
            view={ntfy}
            secrets={secrets}
            note="Push messages to the ntfy app. The token is needed only for a protected topic."
          >
            <NtfyForm channel={stored.ntfy} onChange={(part) => change('ntfy', part)} />
          </ChannelCard>
        )}
      </Card>
    </>
  )
}

/** The card that the address names, from a link elsewhere: it is there only once its data is. */
function useScrollToNamed(): void {
  useEffect(() => {
    const name = window.location.hash.slice(1)
    if (name.startsWith('channel-')) document.querySelector(`#${CSS.escape(name)}`)?.scrollIntoView()
  }, [])
}

import type { NotificationChannels } from '#shared/notifications.ts'
import { plainNumber } from './channel-fields.ts'
import classes from './channels.module.css'
import { ChannelTextField } from './channel-text-field.tsx'

interface FormProps<Channel extends keyof NotificationChannels> {
  readonly channel: NotificationChannels[Channel]
  readonly onChange: (change: Partial<NotificationChannels[Channel]>) => void
}

/** Which Twilio account and numbers text messages go through. */
export function SmsForm({ channel, onChange }: FormProps<'sms'>) {
  return (
    <div className={classes.fields}>
      <ChannelTextField
        channel="sms"
        field="accountSid"
        label="Account id"
        description="“Account SID” in the Twilio console."
        placeholder="AC…"
        value={channel.accountSid}
        onChange={(accountSid) => onChange({ accountSid })}
      />
      <ChannelTextField
        channel="sms"
        field="from"
        label="From"
        description="A number of your Twilio account."
        placeholder="+15005550006"
        value={channel.from}
        tidy={plainNumber}
        onChange={(from) => onChange({ from })}
      />
      <ChannelTextField
        channel="sms"
        field="to"
        label="To"
        description="Your phone. Each message costs what Twilio asks."
        placeholder="+4915112345678"
        value={channel.to}
        tidy={plainNumber}
        onChange={(to) => onChange({ to })}
      />
    </div>
  )
}

/** Which address messages are posted to. */
export function WebhookForm({ channel, onChange }: FormProps<'webhook'>) {
  return (
    <ChannelTextField
      channel="webhook"
      field="url"
      label="Address"
      description="Gets every message as JSON, signed with the secret below in X-Career-Copilot-Signature (HMAC-SHA256)."
      placeholder="https://example.org/hooks/jobs"
      value={channel.url}
      onChange={(url) => onChange({ url })}
    />
  )
}

/** Which server and topic of ntfy messages are published to. */
export function NtfyForm({ channel, onChange }: FormProps<'ntfy'>) {
  return (
    <div className={classes.fields}>
      <ChannelTextField
        channel="ntfy"
        field="server"
        label="Server"
        description="The public one, or your own."
        placeholder="https://ntfy.sh"
        value={channel.server}
        onChange={(server) => onChange({ server })}
      />
      <ChannelTextField
        channel="ntfy"
        field="topic"
        label="Topic"
        description="Whoever knows it can read along: choose one that nobody guesses."
        placeholder="jobs-8f3k2m"
        value={channel.topic}
        onChange={(topic) => onChange({ topic })}
      />
    </div>
  )
}

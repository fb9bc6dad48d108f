import { CHANNEL_SECRETS } from '#shared/notifications.ts'

/** The keys of channels, as the keys screen lists them. Those that the user makes up or has already are to be got nowhere. */
export const CHANNEL_KEYS = [
  {
    name: 'Email notifications',
    secrets: [{ name: CHANNEL_SECRETS.email, label: 'Password of the mail account', helpUrl: '' }],
  },
  {
    name: 'Text message notifications',
    secrets: [{ name: CHANNEL_SECRETS.sms, label: 'Twilio auth token', helpUrl: 'https://console.twilio.com/' }],
  },
  {
    name: 'Webhook notifications',
    secrets: [{ name: CHANNEL_SECRETS.webhook, label: 'Webhook signing secret', helpUrl: '' }],
  },
  {
    name: 'ntfy notifications',
    secrets: [
      {
        name: CHANNEL_SECRETS.ntfy,
        label: 'ntfy access token',
        helpUrl: 'https://docs.ntfy.sh/publish/#access-tokens',
      },
    ],
  },
] as const

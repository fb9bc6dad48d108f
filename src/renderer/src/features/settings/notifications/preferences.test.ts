import { expect, test } from 'vitest'
import { DEFAULT_NOTIFICATION_PREFERENCES } from '#shared/notifications.ts'
import { wantedButNotReady, withChannel } from './preferences.ts'

test('switching a channel on and off again leaves the preferences as they were, other types untouched', () => {
  const on = withChannel(DEFAULT_NOTIFICATION_PREFERENCES, { type: 'job_match', channel: 'email', isOn: true })
  expect(on.job_match).toEqual(['os', 'email'])
  const off = withChannel(on, { type: 'job_match', channel: 'email', isOn: false })
  expect(off).toEqual(DEFAULT_NOTIFICATION_PREFERENCES)
})

test('a channel is wanted but not ready when any type takes it; the desktop never counts', () => {
  const channels = [
    { channel: 'os' as const, isReady: false },
    { channel: 'email' as const, isReady: false },
    { channel: 'sms' as const, isReady: true },
    { channel: 'ntfy' as const, isReady: false },
  ]
  const preferences = { ...DEFAULT_NOTIFICATION_PREFERENCES, deadline_reminder: ['os' as const, 'sms' as const] }
  expect(wantedButNotReady(preferences, channels)).toEqual(['email'])
})

import { describe, expect, test } from 'vitest'
import { secretsViewSchema } from '#shared/secrets.ts'
import { startFakeSmtp } from '../../fakes/smtp-server.ts'
import { startFakeWebhook } from '../../fakes/webhook.ts'
import { tempDir } from '../../support/profile.ts'
import { testCore } from '../../support/test-core.ts'
import { closing } from '../../support/closing.ts'
import { allTo, outboxWorld } from '../../support/outbox-world.ts'

describe('keys of channels', () => {
  test('are listed, set, tested and deleted like others; the test of a key is that of its channel', async () => {
    const server = await closing(startFakeWebhook())
    const { client } = testCore()
    const { secrets } = secretsViewSchema.parse(await client.secrets.list())
    const names = ['SMTP_PASSWORD', 'TWILIO_AUTH_TOKEN', 'WEBHOOK_SECRET', 'NTFY_TOKEN']
    expect(secrets.map(({ name }) => name)).toEqual(expect.arrayContaining(names))
    const name = 'WEBHOOK_SECRET'
    expect(await client.secrets.test({ name })).toEqual({ isOk: false, message: 'There is no key yet.' })
    await client.secrets.set({ name, value: 'long-enough-secret' })
    expect(await client.secrets.test({ name })).toMatchObject({
      isOk: false,
      message: expect.stringMatching(/Enter the address/),
    })
    await client.settings.update({ notificationChannels: { webhook: { url: server.url } } })
    expect(await client.secrets.test({ name })).toMatchObject({ isOk: true })
    expect(server.received).toHaveLength(1)
    await client.secrets.remove({ name })
    expect((await client.notifications.channels()).find(({ channel }) => channel === 'webhook')).toMatchObject({
      isReady: false,
      problem: expect.stringMatching(/signing secret/),
    })
  })
})

describe('a desktop app that does not lead', () => {
  test('shows what the leader without a desktop tells', async () => {
    const profileDir = tempDir()
    const host = testCore({ profileDir })
    await host.client.settings.update({ quietHours: { isOn: false, from: '22:00', until: '07:30' } })
    host.start()
    await expect.poll(async () => (await host.client.health.get()).isLeader, { timeout: 15_000 }).toBe(true)
    const shown: string[] = []
    const notifier = { show: ({ title }: { title: string }) => Promise.resolve(shown.push(title) > 0) }
    const desktop = testCore({ profileDir, notifier })
    desktop.start()
    outboxWorld(allTo('os'), { profileDir, now: Date.now() }).tell({ title: 'Interview in an hour' })
    await expect.poll(() => shown, { timeout: 15_000 }).toEqual(['Interview in an hour'])
    await expect
      .poll(async () => (await host.client.notifications.deliveries({})).deliveries[0]?.state, { timeout: 15_000 })
      .toBe('sent')
    expect((await desktop.client.health.get()).isLeader).toBe(false)
  }, 40_000)
})

describe('the screens', () => {
  test('see how a channel stands, and its test says how it went', async () => {
    const server = await closing(startFakeSmtp({ mode: 'refuse_login' }))
    const { client } = testCore()
    const email = { host: server.host, port: server.port, security: 'none', user: 'ada' }
    const addresses = { from: 'ada@post.example', to: 'me@home.example' }
    await client.settings.update({ notificationChannels: { email: { ...email, ...addresses } } })
    await client.secrets.set({ name: 'SMTP_PASSWORD', value: 'not-the-right-one' })
    const refused = await client.notifications.test({ channel: 'email' })
    expect(refused).toMatchObject({ isOk: false, message: expect.stringMatching(/refused the login/) })
    expect(refused.message).not.toContain('not-the-right-one')
    server.setMode('ok')
    expect(await client.notifications.test({ channel: 'email' })).toMatchObject({ isOk: true })
    expect(await client.notifications.test({ channel: 'os' })).toMatchObject({ isOk: false })
  })

  test('page through the inbox, mark as read and take that back', async () => {
    const profileDir = tempDir()
    const { client } = testCore({ profileDir })
    const { tell } = outboxWorld(allTo(), { profileDir })
    for (let count = 0; count < 5; count += 1) tell()
    const first = await client.notifications.inbox({ limit: 2 })
    expect(first).toMatchObject({ unread: 5, total: 5 })
    const before = first.notifications.at(-1)?.id ?? 0
    const second = await client.notifications.inbox({ limit: 10, before })
    expect(second.notifications.map(({ title }) => title)).toEqual(['Message 3', 'Message 2', 'Message 1'])
    const { changed } = await client.notifications.setRead({ ids: null, isRead: true })
    expect(changed).toHaveLength(5)
    expect(await client.notifications.inbox({ isUnreadOnly: true })).toMatchObject({
      notifications: [],
      unread: 0,
      total: 0,
    })
    expect(await client.notifications.setRead({ ids: [...changed, 999], isRead: false })).toEqual({ changed })
  })

  test('are told that there is no such delivery', async () => {
    const { client } = testCore()
    await expect(client.notifications.sendAgain({ id: 7 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(client.notifications.drop({ id: 7 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('hear of a message that another process of the profile told, and of its way out', async () => {
    const server = await closing(startFakeWebhook())
    const profileDir = tempDir()
    const core = testCore({ profileDir, environment: (name) => (name === 'WEBHOOK_SECRET' ? 'given' : null) })
    await core.client.settings.update({
      notificationChannels: { webhook: { url: server.url } },
      quietHours: { isOn: false, from: '22:00', until: '07:30' },
    })
    let heard = 0
    core.events.listen(({ type }) => {
      if (type === 'notifications.changed') heard += 1
    })
    core.start()
    const options = { profileDir, channels: { webhook: { url: server.url } }, keys: { WEBHOOK_SECRET: 'given' } }
    outboxWorld(allTo('webhook'), { ...options, now: Date.now() }).tell()
    await expect.poll(() => server.received.length, { timeout: 15_000 }).toBe(1)
    await expect
      .poll(async () => (await core.client.notifications.deliveries({})).deliveries[0]?.state, { timeout: 15_000 })
      .toBe('sent')
    expect(heard).toBeGreaterThan(0)
  })
})

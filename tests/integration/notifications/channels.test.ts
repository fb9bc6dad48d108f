import { describe, expect, test } from 'vitest'
import type { ShowNotice } from '#main/domains/notifications/channels/os.ts'
import { startFakeNtfy } from '../../fakes/ntfy.ts'
import { startFakeTwilio } from '../../fakes/twilio.ts'
import { closing } from '../../support/closing.ts'
import { allTo, outboxWorld } from '../../support/outbox-world.ts'
import { tempDir } from '../../support/profile.ts'

describe('text messages', () => {
  const account = { accountSid: `AC${'0'.repeat(32)}`, from: '+15005550006', to: '+4915112345678' }

  async function phone(twilio: { token?: string; verified?: string[] } = {}) {
    const server = await closing(startFakeTwilio({ accountSid: account.accountSid, token: 'right', ...twilio }))
    const keys = { TWILIO_AUTH_TOKEN: 'right' }
    return { server, ...outboxWorld(allTo('sms'), { channels: { sms: account }, keys, twilioUrl: server.url }) }
  }

  test('go to Twilio as a form, cut to 320 characters', async () => {
    const { server, tell, carry, rows } = await phone()
    tell({ title: 'Interview in an hour', body: 'word '.repeat(100) })
    await carry()
    expect(rows()).toMatchObject([{ state: 'sent' }])
    const form = new URLSearchParams(server.received[0]?.body)
    expect([form.get('To'), form.get('From')]).toEqual([account.to, account.from])
    expect(form.get('Body')).toMatch(/^Interview in an hour: word .*…$/)
    expect(form.get('Body')?.length).toBeLessThanOrEqual(320)
  })

  test.each([
    [{ token: 'another' }, /Twilio refuses the account’s id or token/],
    [{ verified: [] }, /A trial account sends only to numbers that are verified/],
  ])('refused (%j): given up, in words of ours', async (twilio, reason) => {
    const { tell, carry, rows } = await phone(twilio)
    tell()
    await carry()
    expect(rows()).toMatchObject([{ state: 'failed', attempts: 1 }])
    expect(rows()[0]?.reason).toMatch(reason)
  })

  test.each([
    ['too_many', false],
    ['down', false],
    ['hang_up', true],
  ] as const)('%s: tried again; Twilio could not tell a second one (%s)', async (mode, mayBeDouble) => {
    const { server, tell, carry, rows } = await phone()
    server.setMode(mode)
    tell()
    await carry()
    expect(rows()).toMatchObject([{ state: 'waiting', mayBeDouble }])
  })
})

describe('ntfy', () => {
  async function topic(token: string | null, keys: Record<string, string>) {
    const server = await closing(startFakeNtfy(token === null ? {} : { token }))
    return {
      server,
      ...outboxWorld(allTo('ntfy'), { channels: { ntfy: { server: server.url, topic: 'jobs-x7' } }, keys }),
    }
  }

  test('gets JSON with the key as its sequence', async () => {
    const { server, tell, carry, rows } = await topic('tk_right', { NTFY_TOKEN: 'tk_right' })
    tell({ title: 'Deadline', body: '' })
    await carry()
    expect(rows()).toMatchObject([{ state: 'sent' }])
    expect(JSON.parse(server.received[0]?.body ?? '{}')).toEqual({
      topic: 'jobs-x7',
      title: 'Deadline',
      message: 'Deadline',
      tags: ['alarm_clock'],
      priority: 4,
      sequence_id: rows()[0]?.key,
    })
  })

  test('without a token it publishes to an open topic, and says what a protected one wants', async () => {
    const open = await topic(null, {})
    expect(await open.service.test('ntfy')).toMatchObject({ isOk: true })
    expect(open.server.received[0]?.headers['authorization']).toBeUndefined()
    const closed = await topic('tk_right', {})
    expect(await closed.service.test('ntfy')).toEqual({
      isOk: false,
      message: expect.stringMatching(/The topic is protected: set an access token/),
    })
  })
})

describe('the desktop', () => {
  type Notice = Parameters<ShowNotice>[0]

  test('shows a message once, with the screen it leads to', async () => {
    const shown: Notice[] = []
    const showNotice: ShowNotice = (notice) => Promise.resolve(shown.push(notice) > 0)
    const { tell, carry, rows } = outboxWorld(allTo('os'), { showNotice })
    tell({ title: 'Interview in an hour' })
    await carry()
    expect(shown).toEqual([{ title: 'Interview in an hour', body: 'Something is due.', path: '/applications/7' }])
    expect(rows()).toMatchObject([{ state: 'sent' }])
  })

  test('that shows nothing is tried again', async () => {
    const { tell, carry, rows } = outboxWorld(allTo('os'), { showNotice: () => Promise.resolve(false) })
    tell()
    await carry()
    expect(rows()).toMatchObject([{ state: 'waiting' }])
    expect(rows()[0]?.reason).toMatch(/Allow messages of Career Copilot/)
  })

  test('is waited for by a process without one, for a day', async () => {
    const world = outboxWorld(allTo('os'), { showNotice: () => Promise.resolve(true) })
    world.tell()
    const profileDir = world.database.path.replace(/\/[^/]+$/, '')
    const host = outboxWorld(allTo('os'), { profileDir })
    await host.carry()
    expect(host.rows()).toMatchObject([{ state: 'waiting', attempts: 0 }])
    await host.clock.advance(86_400_000)
    host.tell({ key: 'a day later' })
    await host.carry()
    expect(host.rows()).toMatchObject([
      { state: 'dropped', attempts: 0, reason: expect.stringMatching(/was not open for a day/) },
      { state: 'waiting', attempts: 0 },
    ])
  })

  test('shows what a process without one told, though that one leads; anything else is left to it', async () => {
    const profileDir = tempDir()
    const server = await closing(startFakeNtfy())
    const options = { profileDir, channels: { ntfy: { server: server.url, topic: 'jobs-x7' } } }
    const host = outboxWorld(allTo('os', 'ntfy'), options)
    const shown: Notice[] = []
    const showNotice: ShowNotice = (notice) => Promise.resolve(shown.push(notice) > 0)
    const desktop = outboxWorld(allTo('os', 'ntfy'), { ...options, showNotice, isLeader: false })
    host.tell({ title: 'Interview in an hour' })
    await desktop.carry()
    expect(shown.map(({ title }) => title)).toEqual(['Interview in an hour'])
    expect(server.received).toHaveLength(0)
    await host.carry()
    expect(host.rows().map(({ channel, state }) => [channel, state])).toEqual([
      ['os', 'sent'],
      ['ntfy', 'sent'],
    ])
    expect(shown).toHaveLength(1)
  })
})

import { describe, expect, test } from 'vitest'
import { tempDir } from '../../support/profile.ts'
import { titlesOf, webhook, webhookWorld } from '../../support/webhook-world.ts'

describe('the pace of a channel', () => {
  const letter = { intro: '', sections: [] }

  test('is ten messages in any minute, also over a restart', async () => {
    const server = await webhook()
    const profileDir = tempDir()
    const first = webhookWorld(server, { profileDir })
    for (let count = 0; count < 25; count += 1) first.tell({ letter })
    await first.carry()
    expect(server.received).toHaveLength(10)
    const restarted = webhookWorld(server, { profileDir, now: first.clock.now() + 59_999 })
    await restarted.carry()
    expect(server.received).toHaveLength(10)
    await restarted.clock.advance(1)
    await restarted.carry()
    expect(server.received).toHaveLength(20)
    await restarted.clock.advance(60_000)
    await restarted.carry()
    expect(new Set(titlesOf(server)).size).toBe(25)
  })

  test('a server that fails five times in a row is left alone for a while, which costs no message a try', async () => {
    const server = await webhook({ mode: 'down' })
    const { tell, carry, clock, rows } = webhookWorld(server)
    for (let count = 0; count < 6; count += 1) tell({ letter })
    await carry()
    await clock.advance(5_000)
    await carry()
    expect(server.received).toHaveLength(5)
    expect(rows().map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1, 1, 0])
    server.setMode('ok')
    await clock.advance(70_000)
    await carry()
    expect(rows().every(({ state }) => state === 'sent')).toBe(true)
  })

  test('what comes in a burst is one message, in the inbox each is a row', async () => {
    const server = await webhook()
    const { tell, carry, rows, clock, service } = webhookWorld(server)
    for (let count = 0; count < 12; count += 1) {
      tell({ type: 'job_match', path: '/jobs' })
      await clock.advance(4_000)
      await carry()
    }
    expect(server.received).toHaveLength(0)
    await clock.advance(12_000)
    await carry()
    expect(titlesOf(server)).toEqual(['12 new matches'])
    expect(rows().map(({ state }) => state)).toEqual(Array.from({ length: 12 }, () => 'sent'))
    expect(rows()[11]?.reason).toMatch(/together with others/)
    expect(service.inbox({ isUnreadOnly: true, before: null, limit: 50 }).unread).toBe(12)
    expect(service.channels().find(({ channel }) => channel === 'webhook')).toMatchObject({ sent: 1, medianMs: 60_000 })
  })

  test('a group that fails is tried again as the same group', async () => {
    const server = await webhook({ mode: 'down' })
    const { tell, carry, rows, clock } = webhookWorld(server)
    tell()
    tell()
    await carry()
    tell()
    server.setMode('ok')
    await clock.advance(5_000)
    await carry()
    expect(titlesOf(server)).toEqual(['2 reminders', 'Message 3', '2 reminders'])
    expect(rows().map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
  })

  test('over the cap of the day the rest is one digest in the evening, and the next day begins anew', async () => {
    const server = await webhook()
    const noon = Date.parse('2026-03-02T11:00Z')
    const { tell, carry, rows, clock, service } = webhookWorld(server, { now: noon, pace: { dailyCap: 3 } })
    for (let count = 0; count < 8; count += 1) {
      tell({ type: count % 2 === 0 ? 'deadline_reminder' : 'interview_scheduled' })
      await carry()
    }
    expect(server.received).toHaveLength(3)
    expect(rows().filter(({ state }) => state === 'folded')).toHaveLength(5)
    await clock.advance(Date.parse('2026-03-02T19:00Z') - clock.now())
    await carry()
    expect(titlesOf(server)[3]).toBe('5 more messages')
    expect(JSON.parse(server.received[3]?.body ?? '{}')).toMatchObject({ count: 5 })
    await carry()
    expect(server.received).toHaveLength(4)
    // Each of the five is in the inbox already, so the digest is there as read.
    expect(service.inbox({ isUnreadOnly: true, before: null, limit: 50 }).unread).toBe(8)
    await clock.advance(Date.parse('2026-03-02T23:00Z') - clock.now())
    tell()
    await carry()
    expect(titlesOf(server)[4]).toBe('Message 9')
  })
})

describe('quiet hours', () => {
  const quiet = { isOn: true, from: '22:00', until: '07:30' }

  test.each([
    ['in winter', '2026-01-15T22:00Z', '2026-01-16T06:30Z'],
    ['over the night the clocks are put forward', '2026-03-28T22:00Z', '2026-03-29T05:30Z'],
    ['over the night the clocks are put back', '2026-10-24T21:00Z', '2026-10-25T06:30Z'],
  ])('keep everything back until they are over, %s', async (_name, from, until) => {
    const server = await webhook()
    const { tell, carry, rows, clock } = webhookWorld(server, { now: Date.parse(from), pace: { quiet } })
    for (let count = 0; count < 3; count += 1) tell()
    await carry()
    expect(rows().map(({ nextAt }) => nextAt)).toEqual(Array.from({ length: 3 }, () => Date.parse(until)))
    await clock.advance(Date.parse(until) - clock.now() - 1)
    await carry()
    expect(server.received).toHaveLength(0)
    await clock.advance(1)
    await carry()
    expect(titlesOf(server)).toEqual(['3 reminders'])
  })

  test('do not hold back a test', async () => {
    const server = await webhook()
    const { service } = webhookWorld(server, { now: Date.parse('2026-01-15T22:00Z'), pace: { quiet } })
    expect(await service.test('webhook')).toEqual({ isOk: true, message: expect.stringMatching(/took a message/) })
    expect(server.received).toHaveLength(1)
  })
})

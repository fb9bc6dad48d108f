import { describe, expect, test } from 'vitest'
import { signatureOf } from '#main/domains/notifications/channels/webhook.ts'
import { allTo, outboxWorld } from '../../support/outbox-world.ts'
import { tempDir } from '../../support/profile.ts'
import { keysOf, titlesOf, webhook, WEBHOOK_SECRET, webhookWorld } from '../../support/webhook-world.ts'

describe('a message on its way', () => {
  test('leaves once, signed over its time and body, with a key of its own', async () => {
    const server = await webhook()
    const { tell, carry, rows, clock } = webhookWorld(server)
    tell()
    await carry()
    await carry()
    expect(rows()).toMatchObject([{ state: 'sent', attempts: 1, reason: null, mayBeDouble: false }])
    expect(server.received).toHaveLength(1)
    const [{ headers, body, path } = { headers: {}, body: '', path: '' }] = server.received
    const seconds = Math.floor(clock.now() / 1000)
    expect(path).toBe('/hook')
    expect(headers).toMatchObject({
      'idempotency-key': rows()[0]?.key,
      'x-career-copilot-id': rows()[0]?.key,
      'x-career-copilot-signature': `t=${seconds},v1=${signatureOf({ secret: WEBHOOK_SECRET, seconds, body })}`,
    })
    expect(JSON.parse(body)).toMatchObject({ id: rows()[0]?.key, type: 'deadline_reminder', path: '/applications/7' })
  })

  test('is told once, whoever tells it again', async () => {
    const server = await webhook()
    const { tell, carry, service } = webhookWorld(server)
    expect([tell({ key: 'same' }), tell({ key: 'same', title: 'Other words' })]).toEqual([true, false])
    await carry()
    expect(server.received).toHaveLength(1)
    expect(service.inbox({ isUnreadOnly: false, before: null, limit: 10 })).toMatchObject({ total: 1, unread: 1 })
  })

  test('does not exist when the transaction that told it is rolled back', async () => {
    const server = await webhook()
    const { tell, database, rows, service } = webhookWorld(server)
    const work = () =>
      database.write(() => {
        tell()
        throw new Error('no')
      })
    expect(work).toThrow('no')
    expect(rows()).toEqual([])
    expect(service.inbox({ isUnreadOnly: false, before: null, limit: 10 }).total).toBe(0)
  })

  test('has no row for a channel that is not set up, and the channel says what is missing', async () => {
    const { tell, rows, service } = outboxWorld(allTo('email', 'sms', 'webhook', 'ntfy'))
    tell()
    expect(rows()).toEqual([])
    expect(service.channels().map(({ isReady, problem }) => [isReady, typeof problem])).toEqual(
      Array.from({ length: 5 }, () => [false, 'string']),
    )
    expect(service.inbox({ isUnreadOnly: false, before: null, limit: 10 }).unread).toBe(1)
  })
})

describe('a server that fails', () => {
  test('three times and then works: tries after 5, 15 and 60 s, one delivery, one key', async () => {
    const server = await webhook({ mode: 'down' })
    const { tell, carry, rows, clock } = webhookWorld(server)
    tell()
    await carry()
    for (const [tries, pauseMs] of [
      [1, 5_000],
      [2, 15_000],
      [3, 60_000],
    ] as const) {
      expect(rows()).toMatchObject([{ state: 'waiting', attempts: tries, nextAt: clock.now() + pauseMs }])
      expect(rows()[0]?.reason).toMatch(/has a fault of its own \(status 503\)\.$/)
      await clock.advance(pauseMs - 1)
      await carry()
      expect(server.received).toHaveLength(tries)
      if (tries === 3) server.setMode('ok')
      await clock.advance(1)
      await carry()
    }
    expect(rows()).toMatchObject([{ state: 'sent', attempts: 4, reason: null, nextAt: null, mayBeDouble: false }])
    expect(new Set(keysOf(server)).size).toBe(1)
  })

  test('four times: given up, and said; tried again by hand it has its first try anew, under the same key', async () => {
    const server = await webhook({ mode: 'down' })
    const { tell, carry, rows, clock, service } = webhookWorld(server)
    tell()
    await carry()
    for (const pauseMs of [5_000, 15_000, 60_000]) {
      await clock.advance(pauseMs)
      await carry()
    }
    expect(rows()).toMatchObject([{ state: 'failed', attempts: 4, nextAt: null, endedAt: clock.now() }])
    await clock.advance(600_000)
    await carry()
    expect(server.received).toHaveLength(4)
    server.setMode('ok')
    const [failed] = rows()
    expect(service.sendAgain(failed?.id ?? 0)).toMatchObject({ state: 'waiting', attempts: 0, reason: null })
    await carry()
    expect(rows()).toMatchObject([{ state: 'sent', attempts: 1 }])
    expect(new Set(keysOf(server)).size).toBe(1)
  })

  test.each([
    ['refuse', /did not accept the request \(status 400\)/],
    ['refuse_key', /Check the webhook’s address/],
  ] as const)('for good (%s): no other try', async (mode, reason) => {
    const server = await webhook({ mode })
    const { tell, carry, rows } = webhookWorld(server)
    tell()
    await carry()
    expect(rows()).toMatchObject([{ state: 'failed', attempts: 1 }])
    expect(rows()[0]?.reason).toMatch(reason)
  })

  test.each([
    ['answers too late', 'late'],
    ['takes it and hangs up', 'hang_up'],
  ] as const)('because it %s: it is sent again under the same key, and may be there twice', async (_name, mode) => {
    const server = await webhook({ mode })
    const { tell, carry, rows, clock } = webhookWorld(server, { httpTimeoutMs: 200 })
    tell()
    await carry()
    expect(rows()).toMatchObject([{ state: 'waiting', attempts: 1, mayBeDouble: true }])
    server.setMode('ok')
    server.release()
    await clock.advance(5_000)
    await carry()
    expect(rows()).toMatchObject([{ state: 'sent', attempts: 2, mayBeDouble: true }])
    expect(keysOf(server)).toEqual([rows()[0]?.key, rows()[0]?.key])
  })

  test('because nobody listens: nothing can have arrived', async () => {
    const server = await webhook()
    const { tell, carry, rows } = webhookWorld(server, { channels: { webhook: { url: 'http://127.0.0.1:1/hook' } } })
    tell()
    await carry()
    expect(rows()).toMatchObject([{ state: 'waiting', mayBeDouble: false }])
    expect(rows()[0]?.reason).toMatch(/does not accept connections/)
  })

  test.each(['redirect', 'redirect_post'] as const)(
    'that leads elsewhere (%s) has not taken it: given up, with the next step, and nobody else gets it',
    async (mode) => {
      const server = await webhook({ mode })
      const { tell, carry, rows } = webhookWorld(server)
      tell()
      await carry()
      expect(rows()).toMatchObject([{ state: 'failed', attempts: 1, mayBeDouble: false }])
      expect(rows()[0]?.reason).toMatch(/redirects to another address\. Enter the address it redirects to\.$/)
      expect(server.received.map(({ path }) => path)).toEqual(['/hook'])
    },
  )

  test('and a message that is dropped in between is never tried again', async () => {
    const server = await webhook({ mode: 'down' })
    const { tell, carry, rows, clock, service } = webhookWorld(server)
    tell()
    await carry()
    expect(service.drop(rows()[0]?.id ?? 0)).toMatchObject({ state: 'dropped', nextAt: null })
    await clock.advance(600_000)
    await carry()
    expect(server.received).toHaveLength(1)
  })
})

test('a look at the outbox throws nothing, whatever the database does', async () => {
  const server = await webhook()
  const { tell, outbox, clock, database } = webhookWorld(server)
  tell()
  database.close()
  expect(() => outbox.tick(clock.now())).not.toThrow()
})

describe('of a group that was given up', () => {
  async function givenUp() {
    const server = await webhook({ mode: 'refuse' })
    const world = webhookWorld(server)
    for (let count = 0; count < 3; count += 1) world.tell()
    await world.carry()
    expect(world.rows().map(({ state }) => state)).toEqual(['failed', 'failed', 'failed'])
    server.setMode('ok')
    return { server, ...world }
  }

  test('the message is sent again as it was', async () => {
    const { server, rows, service, carry } = await givenUp()
    service.sendAgain(rows()[0]?.id ?? 0)
    await carry()
    expect(rows().map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
    expect(titlesOf(server)).toEqual(['3 reminders', '3 reminders'])
    expect(new Set(keysOf(server)).size).toBe(1)
  })

  test('says how many go with it, and they do', async () => {
    const { rows, service } = await givenUp()
    expect(rows().map(({ others }) => others)).toEqual([2, 0, 0])
    expect(service.drop(rows()[0]?.id ?? 0)).toMatchObject({ state: 'dropped', others: 2 })
    expect(rows().map(({ state }) => state)).toEqual(['dropped', 'dropped', 'dropped'])
  })

  test('one of those it told is sent by itself, and another is dropped', async () => {
    const { server, rows, service, carry } = await givenUp()
    service.sendAgain(rows()[1]?.id ?? 0)
    service.drop(rows()[2]?.id ?? 0)
    await carry()
    expect(rows().map(({ state }) => state)).toEqual(['failed', 'sent', 'dropped'])
    expect(titlesOf(server)).toEqual(['3 reminders', 'Message 2'])
    expect(new Set(keysOf(server)).size).toBe(2)
  })
})

describe('two processes on one profile', () => {
  test('never send one message twice, however they take turns', async () => {
    const server = await webhook()
    const profileDir = tempDir()
    const first = webhookWorld(server, { profileDir })
    const second = webhookWorld(server, { profileDir })
    for (let count = 0; count < 8; count += 1) first.tell({ letter: { intro: '', sections: [] } })
    await Promise.all([first.carry(), second.carry()])
    expect(first.rows().every(({ state }) => state === 'sent')).toBe(true)
    expect(new Set(keysOf(server)).size).toBe(8)
    expect(server.received).toHaveLength(8)
  })

  test('one that ended while it sent: the other sends again under the same key, and says so', async () => {
    const server = await webhook({ mode: 'late' })
    const profileDir = tempDir()
    const ended = webhookWorld(server, { profileDir, owner: 'another-machine/1/x' })
    ended.tell()
    ended.outbox.tick(ended.clock.now())
    await expect.poll(() => server.received.length).toBe(1)
    const next = webhookWorld(server, { profileDir })
    await next.carry()
    expect(next.rows()).toMatchObject([{ state: 'sending', mayBeDouble: false }])
    server.setMode('ok')
    await next.clock.advance(75_000)
    await next.carry()
    expect(next.rows()).toMatchObject([{ state: 'sent', mayBeDouble: true, attempts: 2 }])
    server.release()
    await ended.outbox.idle()
    expect(next.rows()).toMatchObject([{ state: 'sent', mayBeDouble: true, attempts: 2 }])
    expect(keysOf(server)).toEqual([next.rows()[0]?.key, next.rows()[0]?.key])
  })

  test('a process that closes gives what is under way its time, then leaves it for the next start', async () => {
    const server = await webhook({ mode: 'late' })
    const profileDir = tempDir()
    const closing = webhookWorld(server, { profileDir })
    closing.tell()
    closing.outbox.tick(closing.clock.now())
    await expect.poll(() => server.received.length).toBe(1)
    const stopped = closing.outbox.stop()
    await closing.clock.advance(3_000)
    await stopped
    expect(closing.rows()).toMatchObject([{ state: 'sending' }])
    server.setMode('ok')
    const next = webhookWorld(server, { profileDir, now: closing.clock.now() + 80_000 })
    await next.carry()
    expect(next.rows()).toMatchObject([{ state: 'sent', mayBeDouble: true }])
  })
})

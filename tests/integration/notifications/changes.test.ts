import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#main/infra/db/open.ts'
import { watchOtherWriters } from '#main/infra/db/watch.ts'
import { createFakeClock } from '../../fakes/fake-clock.ts'
import { silentLog } from '../../support/silent-log.ts'
import { webhook, webhookWorld } from '../../support/webhook-world.ts'

/** Another process on the profile; `heard` says whether it noticed anything since the last time it was asked. */
function otherProcess(path: string) {
  const clock = createFakeClock()
  const database = openDatabase({ path, now: clock.now() })
  let changes = 0
  const watch = watchOtherWriters(database, { clock, log: silentLog, onChange: () => void (changes += 1) })
  onTestFinished(() => {
    watch.stop()
    database.close()
  })
  return async () => {
    changes = 0
    await clock.advance(1000)
    return changes > 0
  }
}

test('another process hears that a message is under way, was sent, dropped and is tried again', async () => {
  const server = await webhook({ mode: 'late' })
  const { database, tell, outbox, clock, service, rows, carry } = webhookWorld(server)
  const heard = otherProcess(database.path)
  tell()
  expect(await heard()).toBe(true)
  outbox.tick(clock.now())
  await expect.poll(() => server.received.length).toBe(1)
  expect(await heard()).toBe(true)
  server.release()
  await outbox.idle()
  expect(await heard()).toBe(true)
  server.setMode('down')
  tell()
  await carry()
  await heard()
  await clock.advance(5_000)
  await carry()
  expect(await heard()).toBe(true)
  service.drop(rows()[1]?.id ?? 0)
  expect(await heard()).toBe(true)
  expect(await heard()).toBe(false)
})

test.each([
  ['waits for the end of the quiet hours', { quiet: { isOn: true, from: '00:00', until: '23:59' } }, 'waiting'],
  ['is folded', { dailyCap: 0 }, 'folded'],
] as const)(
  'a look after which a message %s is told, here and to another process, once',
  async (_what, pace, state) => {
    const server = await webhook()
    const { database, tell, carry, rows, changes } = webhookWorld(server, { pace })
    const heard = otherProcess(database.path)
    tell()
    await heard()
    const before = changes()
    await carry()
    expect(rows()).toMatchObject([{ state }])
    expect(changes()).toBe(before + 1)
    expect(await heard()).toBe(true)
    await carry()
    expect(changes()).toBe(before + 1)
  },
)

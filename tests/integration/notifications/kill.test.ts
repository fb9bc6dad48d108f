import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startFakeWebhook } from '../../fakes/webhook.ts'
import { closing } from '../../support/closing.ts'
import { allTo, outboxWorld } from '../../support/outbox-world.ts'
import { tempDir } from '../../support/profile.ts'
import { testCore } from '../../support/test-core.ts'

const SERVE = join(import.meta.dirname, '..', '..', '..', 'out', 'main', 'serve.js')
const KILLS = 5

/** The built host, as a user starts it; the keyring of who runs this is not reached. */
function startHost(home: string): ChildProcess {
  if (!existsSync(SERVE)) throw new Error('out/main/serve.js is not built: run npm run build, or npm test')
  const child = spawn(process.execPath, [SERVE, '--no-open', '--port', '0'], {
    env: {
      ...process.env,
      CAREER_COPILOT_HOME: home,
      WEBHOOK_SECRET: 'given',
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus',
    },
    stdio: 'ignore',
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

test(
  'killed between sending and noting it, a message is there at most twice, under one key, and that is said',
  { timeout: 400_000 },
  async () => {
    const home = tempDir()
    const server = await closing(startFakeWebhook({ mode: 'late' }))
    const webhook = { url: server.url }
    await testCore({ profileDir: home }).client.settings.update({
      notificationChannels: { webhook },
      quietHours: { isOn: false, from: '22:00', until: '07:30' },
      isScheduleOn: false,
    })
    const options = { profileDir: home, channels: { webhook }, keys: { WEBHOOK_SECRET: 'given' }, now: Date.now() }
    const { tell, rows } = outboxWorld(allTo('webhook'), options)
    for (let round = 1; round <= KILLS; round += 1) {
      tell({ letter: { intro: '', sections: [] } })
      server.setMode('late')
      const before = server.received.length
      const host = startHost(home)
      await expect.poll(() => server.received.length, { timeout: 60_000 }).toBe(before + 1)
      await kill(host)
      expect(rows().at(-1)).toMatchObject({ state: 'sending', mayBeDouble: false })
      server.setMode('ok')
      const next = startHost(home)
      await expect.poll(() => rows().at(-1)?.state, { timeout: 60_000 }).toBe('sent')
      await kill(next)
      expect(rows().at(-1)).toMatchObject({ mayBeDouble: true, attempts: 2 })
    }
    const keys = server.received.map(({ headers }) => headers['idempotency-key'])
    expect(keys).toHaveLength(2 * KILLS)
    for (const { key } of rows()) expect(keys.filter((each) => each === key)).toHaveLength(2)
  },
)

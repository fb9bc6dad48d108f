import { onTestFinished } from 'vitest'
import { type Core, createCore } from '#main/core.ts'
import { systemClock } from '#main/infra/time/clock.ts'
import type { Ports } from '#main/ports.ts'
import { tempDir } from './profile.ts'
import { silentLog } from './silent-log.ts'

/** A whole core on an empty profile, stopped after the test. Started only when the test says so. */
export function testCore(ports: Partial<Ports> = {}): Core {
  const core = createCore({
    shell: 'test',
    version: '0.0.0-test',
    profileDir: tempDir(),
    clock: systemClock,
    log: silentLog,
    baseUrls: {},
    ...ports,
  })
  onTestFinished(() => core.stop())
  return core
}

/** Runs discovery over the sources and resolves with the run when it has ended. */
export async function discover(core: Core, sourceIds: string[]) {
  const stop = new AbortController()
  const stream = core.events.stream(stop.signal)
  const run = await core.client.discovery.start({ sourceIds })
  core.start()
  for await (const event of stream) {
    if (event.type !== 'run.changed' || event.run.id !== run.id || event.run.finishedAt === null) continue
    stop.abort()
    return event.run
  }
  throw new Error('The run did not end')
}

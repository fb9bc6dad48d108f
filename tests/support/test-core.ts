import { onTestFinished } from 'vitest'
import { type Core, createCore } from '#main/core.ts'
import { systemClock } from '#main/infra/time/clock.ts'
import type { Ports } from '#main/ports.ts'
import type { BoardKind } from '#shared/employers.ts'
import { fileSecrets } from './file-secrets.ts'
import { tempDir } from './profile.ts'
import { silentLog } from './silent-log.ts'
import { startSourceThread } from './source-thread.ts'

/** A whole core on an empty profile, stopped after the test. Started only when the test says so. */
export function testCore(ports: Partial<Ports> = {}): Core {
  const profileDir = ports.profileDir ?? tempDir()
  const core = createCore({
    shell: 'test',
    version: '0.0.0-test',
    profileDir,
    clock: systemClock,
    log: silentLog,
    baseUrls: {},
    secrets: fileSecrets(profileDir),
    environment: () => null,
    startDocumentsThread: startSourceThread,
    ...ports,
  })
  onTestFinished(() => core.stop())
  return core
}

/** Leaves only these employers switched on. */
export async function watchOnly(core: Core, kind: BoardKind, slugs: readonly string[]): Promise<void> {
  await core.client.employers.setOn({ boards: await core.client.employers.list(), isOn: false })
  for (const slug of slugs) await core.client.employers.add({ kind, slug, variant: null, name: slug })
}

/** Runs discovery over the sources and resolves with the run when it has ended. */
export async function discover(core: Core, sourceIds: string[]) {
  const stop = new AbortController()
  const stream = core.events.stream(stop.signal)
  const run = await core.client.discovery.start({ sourceIds })
  core.start({ withSchedule: false })
  for await (const event of stream) {
    if (event.type !== 'run.changed' || event.run.id !== run.id || event.run.finishedAt === null) continue
    stop.abort()
    return event.run
  }
  throw new Error('The run did not end')
}

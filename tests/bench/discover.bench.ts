import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { createCore } from '#main/core.ts'
import { sources } from '#main/domains/jobs/sources/registry.ts'
import { createLog } from '#main/infra/log/log.ts'
import { systemClock } from '#main/infra/time/clock.ts'
import { startDocumentsThread } from '#main/shell/headless/documents-thread/start-thread.ts'
import type { Run } from '#shared/discovery.ts'
import { BOARD_KINDS } from '#shared/employers.ts'
import { NODE_FLAGS } from '../../scripts/lib/node-flags.ts'
import { companySlugs } from '../fakes/content.ts'
import { fileSecrets } from '../support/file-secrets.ts'
import { peakMemoryOf } from './peak-memory.ts'

const POSTINGS_EACH = 72

/** One run over every source that has a stand-in, on the profile as it is. The stand-ins are a process of their own. Prints the time
 *  beside the slowest source's, how long the event loop was held up, and (of the built command line, on Linux) the memory it took. */
export async function runDiscoverBench(options: {
  root: string
  profileDir: string
  print: (line: string) => void
}): Promise<void> {
  const { root, profileDir, print } = options
  const boards = await startBoards(root)
  try {
    const core = createCore({
      shell: 'test',
      version: '0.0.0-bench',
      profileDir,
      clock: systemClock,
      log: createLog({ dir: null, level: 'silent' }),
      baseUrls: boards.urls,
      secrets: fileSecrets(profileDir),
      environment: (name) => `bench-${name}`,
      startDocumentsThread: () => startDocumentsThread(join(root, 'out', 'main', 'documents-worker.js')),
    })
    await core.client.settings.update({ targetRoles: [], targetCountries: [], maxPostingsPerRun: 100_000 })
    await core.client.settings.update({ rssFeeds: [`${boards.urls['rss']}/feed.xml`], isScheduleOn: false })
    await core.client.employers.setOn({ boards: await core.client.employers.list(), isOn: false })
    for (const kind of BOARD_KINDS) {
      for (const slug of companySlugs()) await core.client.employers.add({ kind, slug, variant: null, name: slug })
    }
    const ids = sources.map(({ manifest }) => manifest.id).filter((id) => boards.urls[id] !== undefined)
    const delay = monitorEventLoopDelay({ resolution: 1 })
    const { run, wallMs } = await timed(core, ids, delay)
    await core.stop()
    const slowest = Math.max(...run.sources.map((source) => (source.finishedAt ?? 0) - (source.startedAt ?? 0)))
    const slowestName = run.sources.find(
      (source) => (source.finishedAt ?? 0) - (source.startedAt ?? 0) === slowest,
    )?.sourceName
    print(`discover: ${run.sources.length} sources, ${run.found} found, ${run.new} new, ${run.state}`)
    for (const source of run.sources.filter(({ state }) => state !== 'ok' && state !== 'empty')) {
      print(`  ${source.sourceName}: ${source.state}, ${source.message ?? ''}`)
    }
    print(
      `  wall ${(wallMs / 1000).toFixed(1)} s, slowest source ${(slowest / 1000).toFixed(1)} s (${slowestName}), ratio ${(wallMs / slowest).toFixed(2)}`,
    )
    const ms = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1)
    print(
      `  event loop held up p50 ${ms(delay.percentile(50))} / p99 ${ms(delay.percentile(99))} / max ${ms(delay.max)} ms`,
    )
    const peak = await peakOfCommandLine({ root, profileDir, ids, flags: boards.flags })
    print(
      peak === null
        ? '  memory: only measured on Linux'
        : `  memory of the command line on a second run: peak ${peak} MB`,
    )
  } finally {
    boards.stop()
  }
}

async function timed(
  core: ReturnType<typeof createCore>,
  sourceIds: string[],
  delay: ReturnType<typeof monitorEventLoopDelay>,
): Promise<{ run: Run; wallMs: number }> {
  const stop = new AbortController()
  const stream = core.events.stream(stop.signal)
  const { id } = await core.client.discovery.start({ sourceIds })
  const begun = performance.now()
  delay.enable()
  core.start({ withSchedule: false })
  for await (const event of stream) {
    if (event.type !== 'run.changed' || event.run.id !== id || event.run.finishedAt === null) continue
    delay.disable()
    stop.abort()
    return { run: event.run, wallMs: performance.now() - begun }
  }
  throw new Error('the run did not end')
}

async function startBoards(root: string): Promise<{
  urls: Readonly<Record<string, string>>
  flags: readonly string[]
  stop: () => void
}> {
  const start = join(root, 'tests', 'fakes', 'start.ts')
  const child = spawn(process.execPath, [start, '--count', String(POSTINGS_EACH)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const urls: Record<string, string> = {}
  for await (const line of createInterface({ input: child.stdout })) {
    const [, id, url] = /^--base-url ([^=]+)=(\S+)/.exec(line) ?? []
    if (id !== undefined && url !== undefined) urls[id] = url
    if (line.startsWith('Modes:')) break
  }
  const flags = Object.entries(urls).flatMap(([id, url]) => ['--base-url', `${id}=${url}`])
  return { urls, flags, stop: () => void child.kill() }
}

/** Peak resident memory of `discover` in a process of its own, MB. */
async function peakOfCommandLine(options: {
  root: string
  profileDir: string
  ids: readonly string[]
  flags: readonly string[]
}): Promise<number | null> {
  const args = [
    ...NODE_FLAGS,
    join(options.root, 'out', 'main', 'cli.js'),
    '--home',
    options.profileDir,
    ...options.flags,
  ]
  const child = spawn(process.execPath, [...args, 'discover', '--source', options.ids.join(',')], { stdio: 'ignore' })
  return peakMemoryOf(child)
}

import { ORPCError } from '@orpc/server'
import type { Run } from '#shared/discovery.ts'
import type { ErrorData } from '#shared/errors.ts'
import { runIdSchema } from '#shared/ids.ts'
import type { Core } from '../../core.ts'
import { EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

export interface DiscoverFlags extends GlobalFlags {
  readonly source: string[]
  readonly json?: boolean
}

/** Starts a run, waits for its end wherever it is carried out, and prints it. Ctrl+C cancels the run. */
export function discoverCommand(flags: DiscoverFlags): Promise<number> {
  return withCore(flags, async (core) => {
    // This process ends with its run: the schedule is for those that stay.
    core.start({ withSchedule: false })
    const { run, isOurs } = await start(core, flags.source)
    // A run that somebody else started is not ours to cancel; the default ends this process only.
    const interrupt = () => void core.client.discovery.cancel({ runId: run.id })
    if (isOurs) process.on('SIGINT', interrupt)
    try {
      const ended = await untilFinished(core, run)
      if (flags.json === true) printJson(ended)
      else printRun(ended)
      if (ended.state === 'cancelled') return EXIT.interrupted
      return ended.state === 'failed' ? EXIT.failed : EXIT.ok
    } finally {
      process.off('SIGINT', interrupt)
    }
  })
}

async function start(core: Core, sourceIds: string[]): Promise<{ run: Run; isOurs: boolean }> {
  try {
    return { run: await core.client.discovery.start({ sourceIds, trigger: 'cli' }), isOurs: true }
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'RUN_ACTIVE') throw error
    const { runId } = error.data as ErrorData<'RUN_ACTIVE'>
    process.stderr.write('A run is already going on for this profile; this is that one.\n')
    return { run: await core.client.discovery.run({ runId: runIdSchema.parse(runId) }), isOurs: false }
  }
}

async function untilFinished(core: Core, run: Run): Promise<Run> {
  const stop = new AbortController()
  const stream = core.events.stream(stop.signal)
  try {
    const now = await core.client.discovery.run({ runId: run.id })
    if (now.finishedAt !== null) return now
    // An event says only that something changed: another run may be the one that it is about.
    for await (const event of stream) {
      if (event.type !== 'run.changed') continue
      const current = await core.client.discovery.run({ runId: run.id })
      if (current.finishedAt !== null) return current
    }
    throw new Error('The event stream ended before the run did')
  } finally {
    stop.abort()
  }
}

function printRun(run: Run): void {
  const head = ['source', 'state', 'found', 'new', 'updated', 'duplicate', 'rejected', 'requests', 'note']
  const rows = run.sources.map((source) => [
    source.sourceName,
    source.state,
    ...[source.found, source.new, source.updated, source.duplicate, source.rejected, source.requests].map(String),
    source.message ?? '',
  ])
  printTable([head, ...rows])
  printLine('')
  printLine(
    `Run ${run.state}: ${run.found} found, ${run.new} new, ${run.updated} updated, ` +
      `${run.duplicate} duplicate, ${run.rejected} rejected.`,
  )
}

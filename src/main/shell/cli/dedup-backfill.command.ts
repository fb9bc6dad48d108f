import { setTimeout as sleep } from 'node:timers/promises'
import type { Backfill } from '#shared/dedup.ts'
import type { Core } from '../../core.ts'
import { EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

const LOOK_MS = 500
const PAIRS_SHOWN = 20

/** Runs until every stored job was looked at, wherever that is carried out. Ctrl+C stops it; what was merged stays. */
export function backfillCommand(
  flags: GlobalFlags & { readonly json?: boolean; readonly afresh?: boolean },
): Promise<number> {
  return withCore(flags, async (core) => {
    const interrupt = () => void core.client.dedup.stopBackfill()
    core.start({ withSchedule: false })
    await core.client.dedup.startBackfill({ isAfresh: flags.afresh === true })
    process.on('SIGINT', interrupt)
    try {
      const ended = await untilEnded(core)
      if (flags.json === true) printJson(ended)
      else printLine(told(ended))
      if (ended.state === 'cancelled') return EXIT.interrupted
      return ended.state === 'completed' ? EXIT.ok : EXIT.failed
    } finally {
      process.off('SIGINT', interrupt)
    }
  })
}

/** Looks at it now and then: another process may be the one that does it. */
async function untilEnded(core: Core): Promise<Backfill> {
  for (let said = ''; ;) {
    const state = await core.client.dedup.backfill()
    if (state.state !== 'queued' && state.state !== 'running') return state
    const now = told(state)
    if (now !== said) process.stderr.write(`${now}\n`)
    said = now
    await sleep(LOOK_MS)
  }
}

function told({ done, total, merged, linked }: Backfill): string {
  return `${done} of ${total} jobs compared: ${merged} merged into an earlier one, ${linked} linked as posted again.`
}

export function dedupMetricsCommand(flags: GlobalFlags & { readonly json?: boolean }): Promise<number> {
  return withCore(flags, async (core) => {
    const metrics = await core.client.dedup.metrics()
    if (flags.json === true) {
      printJson(metrics)
      return EXIT.ok
    }
    const { jobs, postings, postingsPerJob, byLayer, bySources, reposts, separated, joined } = metrics
    printLine(`${postings} postings are ${jobs} jobs: ${postingsPerJob.toFixed(2)} a job.`)
    printLine(
      `Joined by address ${byLayer.url}, by title, company and place ${byLayer.fingerprint}, ` +
        `by likeness ${byLayer.fuzzy}, by you ${byLayer.user}. Posted again: ${reposts}.`,
    )
    printLine(`You said of ${separated} pairs that they are different, of ${joined} that they are the same.`)
    const rows = bySources.slice(0, PAIRS_SHOWN).map((pair) => [pair.firstName, pair.againName, String(pair.postings)])
    if (rows.length > 0) printTable([['first on', 'again on', 'postings'], ...rows])
    return EXIT.ok
  })
}

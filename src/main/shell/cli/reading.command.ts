import { setTimeout as sleep } from 'node:timers/promises'
import type { ReadingState } from '#shared/reading.ts'
import type { Core } from '../../core.ts'
import { EXIT } from './exit.ts'
import { printJson, printLine } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

const LOOK_MS = 500

export function readingStateCommand(flags: GlobalFlags & { readonly json?: boolean }): Promise<number> {
  return withCore(flags, async (core) => {
    const state = await core.client.reading.state()
    if (flags.json === true) printJson(state)
    else printLine(told(state))
    return EXIT.ok
  })
}

/** Reads until nothing is left, wherever that is carried out. Ctrl+C stops it; what was read stays. */
export function readAgainCommand(flags: GlobalFlags & { readonly all?: boolean }): Promise<number> {
  return withCore(flags, async (core) => {
    let isStopped = false
    const interrupt = () => {
      isStopped = true
      void core.client.reading.stop()
    }
    core.start({ withSchedule: false })
    await core.client.reading.start({ isAll: flags.all === true })
    process.on('SIGINT', interrupt)
    try {
      const state = await untilRead(core)
      printLine(told(state))
      if (isStopped) return EXIT.interrupted
      return state.left === 0 ? EXIT.ok : EXIT.failed
    } finally {
      process.off('SIGINT', interrupt)
    }
  })
}

/** Looks at it now and then: another process may be the one that reads. */
async function untilRead(core: Core): Promise<ReadingState> {
  for (let said = ''; ;) {
    const state = await core.client.reading.state()
    if (!state.isRunning) return state
    const now = told(state)
    if (now !== said) process.stderr.write(`${now}\n`)
    said = now
    await sleep(LOOK_MS)
  }
}

function told({ readerVersion, total, left }: ReadingState): string {
  if (left === 0) return `All ${total} jobs are read by reader ${readerVersion}.`
  return `${total - left} of ${total} jobs are read by reader ${readerVersion}.`
}

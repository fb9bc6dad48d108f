import type { ChildProcess } from 'node:child_process'
import { constants } from 'node:os'

export interface ChildAnswer {
  /** The child's own code; 128 + n when signal n ended it, as shells count. */
  readonly exitCode: number
  /** It was ended by a signal that came from here or from the terminal. */
  readonly isStoppedAsAsked: boolean
}

/** Waits for a child that shares this terminal, so that the prompt does not come back before its answer. Ctrl+C and a closed
 *  terminal reach the child by themselves and are not sent a second time; SIGTERM comes to one process only and is passed on. */
export function childAnswer(child: ChildProcess): Promise<ChildAnswer> {
  const asked = new Set<NodeJS.Signals>()
  const handlers = (['SIGINT', 'SIGHUP', 'SIGTERM'] as const).map((signal) => ({
    signal,
    handle: () => {
      asked.add(signal)
      if (signal === 'SIGTERM') child.kill(signal)
    },
  }))
  for (const { signal, handle } of handlers) process.on(signal, handle)
  return new Promise<ChildAnswer>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      resolve({
        exitCode: code ?? 128 + (signal === null ? 0 : constants.signals[signal]),
        isStoppedAsAsked: signal !== null && asked.has(signal),
      })
    })
  }).finally(() => {
    for (const { signal, handle } of handlers) process.off(signal, handle)
  })
}

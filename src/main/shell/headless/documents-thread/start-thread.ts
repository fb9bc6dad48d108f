import { Worker } from 'node:worker_threads'
import type { ThreadEnd, WorkThread } from '../../../domains/documents/worker/work-thread.ts'
import { watchMemory } from './watch-memory.ts'

/** The last bound: a thread that meets it while it is in the engine's own code takes the process with it. What it holds is watched, and
 *  bounds it well before. */
const HEAP_MB = 1536
const NURSERY_MB = 32

/** Starts the thread that runs `script`, an absolute path. Works under Node and in Electron's main process alike, also out of an archive. */
export function startDocumentsThread(script: string): WorkThread {
  const worker = new Worker(script, {
    name: 'documents',
    // Flags of ours (a debugger, a test runner's loader) are not the thread's.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: NURSERY_MB },
    // The answer of the command line stands on standard output; libraries say there what they find odd.
    stdout: true,
  })
  worker.stdout.resume()
  let failure: unknown = null
  let isTooLarge = false
  let isEnding = false
  const end = async () => {
    isEnding = true
    await worker.terminate()
  }
  const memory = watchMemory(worker, () => {
    isTooLarge = true
    void end()
  })
  worker.once('error', (error) => {
    failure = error
    isEnding = true
  })
  worker.on('message', memory.stop)
  worker.once('exit', () => {
    isEnding = true
    memory.stop()
  })
  return {
    send: (message) => {
      if (message.kind !== 'leave') memory.start()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(message)
    },
    onAnswer: (listen) => worker.on('message', listen),
    onEnd: (listen) =>
      worker.once('exit', (code) =>
        listen(isTooLarge ? { isOutOfMemory: true, how: 'it held too much memory' } : endOf(failure, code)),
      ),
    isEnding: () => isEnding,
    end,
  }
}

function endOf(failure: unknown, code: number): ThreadEnd {
  if (!(failure instanceof Error)) return { isOutOfMemory: false, how: `ended with code ${code}` }
  return {
    isOutOfMemory: 'code' in failure && failure.code === 'ERR_WORKER_OUT_OF_MEMORY',
    how: failure.stack ?? failure.message,
  }
}

import { onTestFinished } from 'vitest'
import { createDocumentWorker, type DocumentWorker } from '#main/domains/documents/worker/document-worker.ts'
import type { WorkMessage } from '#main/domains/documents/worker/messages.ts'
import type { StartWorkThread, WorkThread } from '#main/domains/documents/worker/work-thread.ts'
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts'
import { startSourceThread } from './source-thread.ts'

export interface WatchedWorker {
  readonly worker: DocumentWorker
  readonly clock: FakeClock
  /** What was said to threads, in its order, and 'answer' where one came back. */
  readonly said: readonly (WorkMessage['kind'] | 'answer')[]
  /** Those that were started, the running one last. */
  readonly threads: readonly WorkThread[]
  /** Threads that ended. */
  readonly ended: () => number
  /** How the worker told of threads that it lost. */
  readonly lost: readonly string[]
  /** Resolves when so many messages were said. */
  readonly whenSaid: (count: number) => Promise<void>
}

/** A worker over real threads, under a clock that stands still; closed after the test. */
export function watchedWorker(startThread: StartWorkThread = startSourceThread): WatchedWorker {
  const clock = createFakeClock()
  const said: (WorkMessage['kind'] | 'answer')[] = []
  const threads: WorkThread[] = []
  const lost: string[] = []
  const waiting = new Set<() => void>()
  let ended = 0
  const worker = createDocumentWorker({
    clock,
    startThread: () => {
      const thread = startThread()
      thread.onEnd(() => (ended += 1))
      thread.onAnswer(() => said.push('answer'))
      threads.push(thread)
      return {
        ...thread,
        send: (message) => {
          said.push(message.kind)
          thread.send(message)
          for (const look of waiting) look()
        },
      }
    },
    onLost: ({ kind, how }) => lost.push(`${kind ?? 'at rest'}: ${how}`),
  })
  onTestFinished(() => worker.close())
  return {
    worker,
    clock,
    said,
    threads,
    ended: () => ended,
    lost,
    whenSaid: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (said.length < count) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
  }
}

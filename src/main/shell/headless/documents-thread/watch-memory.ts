import type { HeapInfo } from 'node:v8'

const LOOK_EVERY_MS = 100
const MB = 1024 ** 2
/** What the thread holds: its heap and, since a file of two megabytes can be unpacked to thousands, its buffers. */
const MOST_HELD_BYTES = 768 * MB
/** Looked at only while the thread does not say what it holds: much of the growth of a process can be that of others. */
const MOST_GROWTH_BYTES = 2048 * MB

/** A thread, as far as its memory is asked for. */
interface MeasuredThread {
  /** Not there before Node 22.16. It is answered between the steps of what the thread runs, so a long step of native code is silence. */
  readonly getHeapStatistics?: () => Promise<Pick<HeapInfo, 'used_heap_size' | 'external_memory'>>
}

/** Looks at the memory of a thread while it works; calls once it holds more than any document needs, whatever others in the process hold. */
export function watchMemory(thread: MeasuredThread, onTooMuch: () => void): { start: () => void; stop: () => void } {
  let timer: NodeJS.Timeout | undefined
  let isAsked = false
  let work = 0

  function stop(): void {
    clearInterval(timer)
    work += 1
  }

  async function ask(): Promise<void> {
    const asked = work
    isAsked = true
    const held = await heldBytes(thread)
    isAsked = false
    if (held !== null && held >= MOST_HELD_BYTES) end(asked)
  }

  /** Unless that piece of work is over. */
  function end(asked: number): void {
    if (asked !== work) return
    stop()
    onTooMuch()
  }

  return {
    start: () => {
      stop()
      const before = process.memoryUsage.rss()
      const mine = work
      timer = setInterval(() => {
        const isSilent = isAsked || thread.getHeapStatistics === undefined
        if (!isSilent) void ask()
        else if (process.memoryUsage.rss() - before >= MOST_GROWTH_BYTES) end(mine)
      }, LOOK_EVERY_MS)
      timer.unref()
    },
    stop,
  }
}

/** Null when the thread does not say: it begins or ends just now, or this Node cannot ask it. */
async function heldBytes(thread: MeasuredThread): Promise<number | null> {
  try {
    const told = await thread.getHeapStatistics?.()
    return told === undefined ? null : told.used_heap_size + told.external_memory
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_NOT_RUNNING') return null
    throw error
  }
}

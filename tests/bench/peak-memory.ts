import { type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

const MEGABYTE = 1024 ** 2
const LOOK_EVERY_MS = 100

/** Waits for a child process to end; its peak resident memory in MB, null where the system does not tell (not Linux). */
export async function peakMemoryOf(child: ChildProcess): Promise<number | null> {
  if (process.platform !== 'linux') {
    await once(child, 'exit')
    return null
  }
  let peakBytes = 0
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, highWaterMark(child.pid))
  }, LOOK_EVERY_MS)
  await once(child, 'exit')
  clearInterval(watch)
  return Math.round(peakBytes / MEGABYTE)
}

function highWaterMark(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024
  } catch (error) {
    // It ended between two looks.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return 0
    throw error
  }
}

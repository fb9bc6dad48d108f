import { existsSync } from 'node:fs'
import type { LaunchOptions } from 'playwright-core'
import { z } from 'zod'
import { percentile } from './figures.ts'

const DEBIAN_CHROMIUM = '/usr/bin/chromium'
const LONG_FRAME_MS = 32

/** The browser that CHROMIUM_PATH names; without it, Debian's, else the installed Chrome. */
export function browserOfBench(): LaunchOptions {
  const path = process.env['CHROMIUM_PATH'] ?? (existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : null)
  return { args: ['--no-sandbox'], ...(path === null ? { channel: 'chrome' } : { executablePath: path }) }
}

export function frameFigures(times: readonly number[]): string {
  const [p50, p95, max] = [percentile(times, 50), percentile(times, 95), percentile(times, 100)]
  const long = times.filter((ms) => ms > LONG_FRAME_MS).length
  return `p50 ${p50.toFixed(1)} / p95 ${p95.toFixed(1)} / longest ${max.toFixed(1)} ms, ${long} of ${times.length} over ${LONG_FRAME_MS} ms`
}

const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      tdur: z.number().optional(),
      args: z.object({ name: z.unknown().optional() }).optional(),
    }),
  ),
})
/** Shorter ones are the trace's own. */
const LEAST_TASK_MS = 0.5

/** CPU time of each task of the page's main thread, in ms: what a frame costs, whatever else the machine does meanwhile. */
export function mainThreadTasks(trace: string): number[] {
  const { traceEvents } = traceSchema.parse(JSON.parse(trace))
  const key = ({ pid, tid }: { pid: number; tid: number }) => `${pid} ${tid}`
  const mains = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(key),
  )
  return traceEvents
    .filter((event) => event.name.endsWith('RunTask') && mains.has(key(event)))
    .map(({ tdur = 0 }) => tdur / 1000)
    .filter((ms) => ms >= LEAST_TASK_MS)
}

import { existsSync } from 'node:fs'
import { chromium, type Page } from 'playwright-core'
import { z } from 'zod'
import { cli, startHost } from '../e2e/host.ts'
import { percentile } from './figures.ts'

const DEBIAN_CHROMIUM = '/usr/bin/chromium'
const FRAMES = 600
const LONG_FRAME_MS = 32

/** How each frame moves the list: pixels further, or a place of its length (0 to 1). */
const WAYS = {
  'slowly (40 px a frame)': { stepPx: 40, isJump: false },
  'fast (600 px a frame)': { stepPx: 600, isJump: false },
  'by jumps all over the list': { stepPx: 0, isJump: true },
} as const

/** Scrolls the list of all jobs in the built app, through the real host, and prints how long each frame took, and of which the app
 *  itself is the cause. */
export async function runScrollBench(options: { profileDir: string; print: (line: string) => void }): Promise<void> {
  const { profileDir, print } = options
  const chromiumPath = process.env['CHROMIUM_PATH'] ?? (existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : null)
  await cli(profileDir, ['settings', 'set', 'isScheduleOn', 'false'])
  await cli(profileDir, ['settings', 'set', 'onboardedAt', '1'])
  const host = await startHost(profileDir)
  const browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(chromiumPath === null ? { channel: 'chrome' } : { executablePath: chromiumPath }),
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(host.launchUrl)
    const first = page.getByRole('option').first()
    await first.waitFor()
    const rows = Number(await first.getAttribute('aria-setsize'))
    print(`scroll: ${rows.toLocaleString('en')} rows, ${FRAMES} frames each way`)
    for (const [name, way] of Object.entries(WAYS)) {
      await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
      const frames = await framesOf(page, way)
      const tasks = mainThreadTasks((await browser.stopTracing()).toString())
      print(`  ${name}: frame to frame ${figures(frames)}`)
      print(`    work of the main thread, CPU of each task: ${figures(tasks)}`)
    }
  } finally {
    await browser.close()
    await host.stop()
  }
}

function figures(times: readonly number[]): string {
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
function mainThreadTasks(trace: string): number[] {
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

/** The time from each frame to the next while the list moves, in ms. The golden ratio comes by every part of the list, and never
 *  twice by the same. */
async function framesOf(page: Page, way: { stepPx: number; isJump: boolean }): Promise<number[]> {
  return await page.evaluate<number[]>(`(async () => {
    const list = document.querySelector('[role="listbox"]')
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    list.scrollTo({ top: 0 })
    await new Promise((resolve) => setTimeout(resolve, 500))
    const times = []
    let before = await frame()
    for (let count = 0; count < ${FRAMES}; count += 1) {
      const top = ${way.isJump} ? ((count * 0.618034) % 1) * list.scrollHeight : list.scrollTop + ${way.stepPx}
      list.scrollTo({ top })
      const now = await frame()
      times.push(now - before)
      before = now
    }
    return times
  })()`)
}

import { chromium, type Page } from 'playwright-core'
import { cli, startHost } from '../e2e/host.ts'
import { browserOfBench, frameFigures, mainThreadTasks } from './browser-figures.ts'

const FRAMES = 600

interface Way {
  readonly stepPx: number
  readonly isJump: boolean
  /** Frames from one move to the next. */
  readonly everyFrames: number
}

/** How the list is moved: pixels further, or to a place anywhere in its length. Rows are filled when it rests: the last way
 *  leaves it the time. */
const WAYS: Readonly<Record<string, Way>> = {
  'slowly (40 px a frame)': { stepPx: 40, isJump: false, everyFrames: 1 },
  'fast (600 px a frame)': { stepPx: 600, isJump: false, everyFrames: 1 },
  'by jumps all over the list': { stepPx: 0, isJump: true, everyFrames: 1 },
  'by jumps, each looked at for 30 frames': { stepPx: 0, isJump: true, everyFrames: 30 },
}

/** What the machine costs by itself: thirty rows of one line each that are moved and filled anew as the list scrolls. */
const BARE_LIST = `<!doctype html><style>
  html, body { height: 100%; margin: 0 }
  [role=listbox] { height: 100%; overflow-y: auto; font: 14px sans-serif }
  main { position: relative; height: 5600000px }
  main > div { position: absolute; inset: 0 0 auto; height: 56px; contain: strict; line-height: 56px }
</style><div role="listbox"><main></main></div><script>
  const list = document.querySelector('[role=listbox]')
  const rows = Array.from({ length: 30 }, () => list.firstChild.appendChild(document.createElement('div')))
  const draw = () => {
    const first = Math.max(0, Math.floor(list.scrollTop / 56) - 8)
    for (let index = first; index < first + rows.length; index += 1) {
      const row = rows[index % rows.length]
      if (row.dataset.index === String(index)) continue
      row.dataset.index = index
      row.textContent = 'Row ' + index + ' of a bare list'
      row.style.transform = 'translateY(' + index * 56 + 'px)'
    }
  }
  list.addEventListener('scroll', draw, { passive: true })
  draw()
</script>`

/** Scrolls the list of all jobs in the built app, through the real host, and prints how long each frame took, and how much
 *  of it was work of the page's main thread, beside a bare list that is scrolled the same way. */
export async function runScrollBench(options: { profileDir: string; print: (line: string) => void }): Promise<void> {
  const { profileDir, print } = options
  await cli(profileDir, ['settings', 'set', 'isScheduleOn', 'false'])
  await cli(profileDir, ['settings', 'set', 'onboardedAt', '1'])
  const host = await startHost(profileDir)
  const browser = await chromium.launch(browserOfBench())
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(host.launchUrl)
    const first = page.getByRole('option').first()
    await first.waitFor()
    const rows = Number(await first.getAttribute('aria-setsize'))
    print(`scroll: ${rows.toLocaleString('en')} rows, ${FRAMES} frames each way`)
    const bare = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await bare.setContent(BARE_LIST)
    for (const [name, way] of Object.entries(WAYS)) {
      print(`  ${name}`)
      for (const [what, shown] of [
        ['the app', page],
        ['a bare list', bare],
      ] as const) {
        await shown.bringToFront()
        await browser.startTracing(shown, { categories: ['toplevel', '__metadata'] })
        const frames = await framesOf(shown, way)
        const tasks = mainThreadTasks((await browser.stopTracing()).toString())
        const cpuMs = tasks.reduce((sum, ms) => sum + ms, 0) / frames.length
        print(`    ${what}: frame to frame ${frameFigures(frames)}`)
        print(`      main thread, CPU: ${cpuMs.toFixed(1)} ms a frame; each task ${frameFigures(tasks)}`)
      }
    }
  } finally {
    await browser.close()
    await host.stop()
  }
}

/** The time from each frame to the next while the list moves, in ms. The golden ratio comes by every part of the list, and never
 *  twice by the same. */
async function framesOf(page: Page, way: Way): Promise<number[]> {
  return await page.evaluate<number[]>(`(async () => {
    const list = document.querySelector('[role="listbox"]')
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const move = (count) => {
      const top = ${way.isJump} ? ((count * 0.618034) % 1) * list.scrollHeight : list.scrollTop + ${way.stepPx}
      list.scrollTo({ top })
    }
    list.scrollTo({ top: 0 })
    await new Promise((resolve) => setTimeout(resolve, 500))
    const times = []
    let before = await frame()
    for (let count = 0; count < ${FRAMES}; count += 1) {
      if (count % ${way.everyFrames} === 0) move(count / ${way.everyFrames})
      const now = await frame()
      times.push(now - before)
      before = now
    }
    return times
  })()`)
}

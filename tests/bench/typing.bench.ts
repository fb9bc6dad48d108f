import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Locator, type Page } from 'playwright-core'
import { careerSchema, type Career } from '#shared/career.ts'
import { coreOf } from '../e2e/applications.ts'
import { cli, startHost } from '../e2e/host.ts'
import { browserOfBench, frameFigures, mainThreadTasks } from './browser-figures.ts'

const POSTS = 30
const POINTS = 5
/** Typed into a point in the middle, a letter at a time. */
const TEXT = 'and the team kept a promise of quality over two whole years while the load grew '

/** `pauseMs` is from the frame that shows a letter to the next letter. In the long one the document is saved, its claims are looked up,
 *  and its pages are made and drawn. */
const PACES = [
  { name: 'at a writing pace', pauseMs: 110, letters: TEXT.length },
  { name: 'with a pause at each letter', pauseMs: 900, letters: 40 },
]

/** Types into a very large résumé in the built app through the real host; prints how long it takes from a key to the frame that shows it,
 *  as the browser's event timing has it, in steps of 8 ms, and how much of it is work of the page's main thread. */
export async function runTypingBench({ print }: { readonly print: (line: string) => void }): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'career-copilot-typing-'))
  await cli(dir, ['settings', 'set', 'isScheduleOn', 'false'])
  await cli(dir, ['settings', 'set', 'onboardedAt', '1'])
  const host = await startHost(dir)
  const browser = await chromium.launch(browserOfBench())
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(host.launchUrl)
    await page.getByRole('navigation').first().waitFor()
    const point = await openLarge(page, host.origin)
    print(`typing: a résumé of ${POSTS} posts with ${POINTS} points each`)
    for (const { name, pauseMs, letters } of PACES) {
      await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
      const times = await typed(page, point, { letters, pauseMs })
      const tasks = mainThreadTasks((await browser.stopTracing()).toString())
      const cpuMs = tasks.reduce((sum, ms) => sum + ms, 0) / letters
      print(`  ${name}: key to frame ${frameFigures(times)}`)
      print(`    main thread, CPU: ${cpuMs.toFixed(1)} ms a letter; each task ${frameFigures(tasks)}`)
    }
  } finally {
    await browser.close()
    await host.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Makes the résumé and opens it; answers with a point in its middle once its pages are there. */
async function openLarge(page: Page, origin: string): Promise<Locator> {
  const core = await coreOf(page)
  const { version } = await core.career.get()
  await core.career.save({ career: largeCareer(), version })
  const { id } = await core.documents.create({ kind: 'resume', name: 'Large', start: { from: 'career' } })
  await page.goto(`${origin}/documents/${id}`)
  await page.getByRole('region', { name: 'Page 1 of' }).waitFor()
  const points = page.getByRole('region', { name: 'Content', exact: true }).getByRole('textbox', { name: 'Point 3' })
  return points.nth(POSTS / 2)
}

function largeCareer(): Career {
  const words = 'built measured shipped the ranking service in Python for forty plants with gradient boosting'.split(
    ' ',
  )
  const text = (seed: number) => Array.from({ length: 16 }, (_, at) => words[(seed + at) % words.length]).join(' ')
  return careerSchema.parse({
    person: { name: 'Ada Größmann', headline: 'Machine learning engineer', email: 'ada@example.com' },
    experiences: Array.from({ length: POSTS }, (_, post) => ({
      id: `post${String(post).padStart(6, '0')}`,
      company: `Northwind ${post}`,
      title: 'Engineer',
      start: `${1990 + post}-01`,
      end: `${1990 + post}-12`,
      bullets: Array.from({ length: POINTS }, (_, point) => ({
        id: `point${String(post).padStart(4, '0')}${point}`,
        text: `${text(post * 7 + point * 3)}.`,
      })),
    })),
  })
}

/** From each key to the frame that shows its letter, in ms. */
async function typed(
  page: Page,
  point: Locator,
  pace: { readonly letters: number; readonly pauseMs: number },
): Promise<number[]> {
  await point.click()
  await page.keyboard.press('End')
  await page.waitForTimeout(2000)
  // What is shown within 16 ms is not told.
  await page.evaluate(`(() => {
    const begun = performance.now()
    globalThis.__durations = []
    globalThis.__observer = new PerformanceObserver((list) => {
      for (const { name, duration, startTime } of list.getEntries())
        if (name === 'keydown' && startTime >= begun) globalThis.__durations.push(duration)
    })
    globalThis.__observer.observe({ type: 'event', durationThreshold: 16 })
  })()`)
  for (const letter of TEXT.slice(0, pace.letters)) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))')
    await page.waitForTimeout(pace.pauseMs)
  }
  const told = await page.evaluate<number[]>('globalThis.__observer.disconnect(), globalThis.__durations')
  return [...told, ...Array.from({ length: Math.max(0, pace.letters - told.length) }, () => 16)]
}

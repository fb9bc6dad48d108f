import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { cli, startHost } from '../e2e/host.ts'
import { browserOfBench, frameFigures, mainThreadTasks } from './browser-figures.ts'
import { percentile } from './figures.ts'

const CARDS = 2_000
const ROWS = 10_000
const STEPS = 300
const OPENINGS = 15

/** Drags a card over a board of 2,000 in one column, and opens a table of 10,000 applications, in the built app through the real host;
 *  prints what a frame of the drag took, and how long the table takes from the click to its first rows. */
export async function runBoardBench({ print }: { readonly print: (line: string) => void }): Promise<void> {
  await withApplications(CARDS, async (page, print) => {
    await page.getByRole('link', { name: 'Applications' }).first().click()
    const card = page.locator('[data-rfd-draggable-id]').first()
    await card.waitFor()
    print(`board: a card dragged over ${CARDS.toLocaleString('en')} cards, ${STEPS} moves of the pointer`)
    await dragOnce(page, 20)
    await page
      .context()
      .browser()
      ?.startTracing(page, { categories: ['toplevel', '__metadata'] })
    const frames = await dragOnce(page, STEPS)
    const trace = await page.context().browser()?.stopTracing()
    const tasks = mainThreadTasks(trace?.toString() ?? '{}')
    print(`  frame to frame ${frameFigures(frames)}`)
    print(`  main thread, CPU: each task ${frameFigures(tasks)}`)
  })
  await withApplications(ROWS, async (page, print) => {
    const times: number[] = []
    for (let count = 0; count < OPENINGS; count += 1) {
      await page.getByRole('link', { name: 'Jobs', exact: true }).first().click()
      await page.getByRole('listbox', { name: 'Jobs' }).or(page.getByText('No jobs yet')).first().waitFor()
      times.push(await openTable(page))
    }
    const [first = 0, ...again] = times
    const [p50, p95] = [percentile(again, 50), percentile(again, 95)]
    print(`table: ${ROWS.toLocaleString('en')} applications, address to first rows`)
    print(`  first ${first.toFixed(0)} ms; again p50 ${p50.toFixed(0)} / p95 ${p95.toFixed(0)} ms`)
  })

  async function withApplications(
    count: number,
    measure: (page: Page, print: (line: string) => void) => Promise<void>,
  ) {
    const dir = mkdtempSync(join(tmpdir(), 'career-copilot-board-'))
    const file = join(dir, 'applications.csv')
    writeFileSync(file, csvOf(count))
    await cli(dir, ['settings', 'set', 'isScheduleOn', 'false'])
    await cli(dir, ['settings', 'set', 'onboardedAt', '1'])
    await cli(dir, ['applications', 'import', file, '--json'])
    const host = await startHost(dir)
    const browser = await chromium.launch(browserOfBench())
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      await page.goto(host.launchUrl)
      await page.getByRole('navigation').first().waitFor()
      await measure(page, print)
    } finally {
      await browser.close()
      await host.stop()
      rmSync(dir, { recursive: true, force: true })
    }
  }
}

/** All but a hundred lie in one column. */
function csvOf(count: number): string {
  const line = (index: number) =>
    `Data Engineer ${index},Company ${index},Berlin,${index < 100 ? 'Interviewing' : 'Applied'},2026-0${(index % 8) + 1}-15`
  return [
    'Job Title,Company,Location,Status,Date Applied',
    ...Array.from({ length: count }, (_, index) => line(index)),
  ].join('\n')
}

/** The time from each frame to the next while a card is carried to and fro, in ms. */
async function dragOnce(page: Page, steps: number): Promise<number[]> {
  const card = page.locator('[data-rfd-draggable-id]').first()
  const box = await card.boundingBox()
  if (box === null) throw new Error('no card is shown')
  const start = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 12, start.y + 12, { steps: 4 })
  const recording = page.evaluate<number[]>(`new Promise((resolve) => {
    const times = []
    let before = performance.now()
    globalThis.__stop = () => resolve(times)
    const next = (now) => { times.push(now - before); before = now; requestAnimationFrame(next) }
    requestAnimationFrame(next)
  })`)
  for (let step = 0; step < steps; step += 1) {
    const turn = (step / steps) * 4 * Math.PI
    await page.mouse.move(start.x + 300 + 300 * Math.sin(turn), start.y + 200 + 180 * Math.cos(turn))
  }
  await page.evaluate('globalThis.__stop()')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  const frames = await recording
  return frames.slice(1)
}

/** From the change of the address to the first painted rows, in ms, by the page's own clock. */
async function openTable(page: Page): Promise<number> {
  return await page.evaluate<number>(`new Promise((resolve) => {
    const begun = performance.now()
    const look = () => {
      if (document.querySelectorAll('[role="row"]').length > 5) requestAnimationFrame(() => resolve(performance.now() - begun))
      else requestAnimationFrame(look)
    }
    history.pushState(null, '', '/applications?view=table')
    look()
  })`)
}

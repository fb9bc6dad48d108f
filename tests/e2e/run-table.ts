import type { Locator, Page } from '@playwright/test'
import { expect } from './app.ts'

export type Figures = Readonly<Record<string, number>>

/** The figures of a table, by the name of the row and of the column; columns of other things than whole numbers are left out. */
export async function figuresOf(table: Locator): Promise<ReadonlyMap<string, Figures>> {
  const columns = await table.locator('thead th').allTextContents()
  const rows = await table.locator('tbody tr:has(> th)').all()
  const figures = await Promise.all(
    rows.map(async (row) => {
      const cells = await row.locator('th, td').allTextContents()
      const numbers = cells.flatMap((cell, index) => {
        const digits = /^[\d,]+$/.test(cell) ? Number(cell.replaceAll(',', '')) : null
        return digits === null ? [] : [[columns[index] ?? '', digits] as const]
      })
      return [cells[0] ?? '', Object.fromEntries(numbers)] as const
    }),
  )
  return new Map(figures)
}

export async function openDiscover(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Discover', exact: true }).click()
  await expect(page.getByRole('navigation', { name: 'Discovery' })).toBeVisible()
}

/** Opens the newest ended run and returns the table of its sources. Waits until the page has taken the shape it has between runs:
 *  before, what is pressed may move away under the pointer. */
export async function openLatestRun(page: Page): Promise<Locator> {
  await expect(page.getByRole('checkbox').first()).toBeVisible()
  await expect(page.getByText(/^(Next run|The schedule|Discovery runs)/)).toBeVisible()
  await page.getByRole('button', { name: /found/ }).first().click()
  const table = page.getByRole('table', { name: /Sources of the run/ })
  await expect(table).toBeVisible()
  // While the line still opens, what is below moves away under a click.
  await expect.poll(() => table.evaluate((element) => element.ownerDocument.getAnimations().length)).toBe(0)
  return table
}

/** The line of the newest run in the history; waits until it is over. `state` is its word. */
export async function expectLatestRun(page: Page, state: string, timeoutMs = 45_000): Promise<Locator> {
  const latest = page.getByRole('button', { name: /found/ }).first()
  await expect(latest).toContainText(state, { timeout: timeoutMs })
  return latest
}

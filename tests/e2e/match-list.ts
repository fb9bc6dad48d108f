import { expect, type Locator, type Page } from '@playwright/test'
import type { Host } from './host.ts'

export const list = (page: Page): Locator => page.getByRole('listbox', { name: 'Recommended jobs' })
export const rows = (page: Page): Locator => list(page).getByRole('option')

/** What the rows say, without their age: that goes on by itself. */
export async function titles(page: Page): Promise<string[]> {
  const texts = await rows(page).allTextContents()
  return texts.map((text) => text.replace(/(?:now|\d+ (?:min|h|d))(?=\+\d)/, ''))
}

/** Says the shortest profile on the first screen, and waits for the list. */
export async function begin(page: Page, host: Host): Promise<void> {
  await page.goto(`${host.origin}/for-you`)
  await expect(page.getByRole('heading', { name: /every open job is ranked for you/ })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Data engineering' }).check({ force: true })
  const adder = page.getByRole('combobox', { name: 'Add skills' })
  await adder.fill('Python, SQL, Airflow, dbt')
  await adder.press('Enter')
  await page.getByRole('button', { name: 'Show my jobs' }).click()
  await expect(rows(page).first()).toBeVisible({ timeout: 20_000 })
  await settled(page)
}

/** Waits until no newer jobs and no changed profile are being worked in. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByText('Working in what is new')).toBeHidden({ timeout: 20_000 })
  await expect(list(page)).toHaveAttribute('aria-busy', 'false')
}

/** A number with one decimal, in tenths. */
export function tenths(words: string | null | undefined): number {
  return Math.round(Number(/\d+\.\d/.exec(words ?? '')?.[0]) * 10)
}

import { expect, type Locator, type Page } from '@playwright/test'

const DAY_MS = 86_400_000

/** A day so many days from now, as somebody writes it. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
}

/** The part of the screen with this title. */
export function section(app: Page, title: string): Locator {
  return app.getByRole('region', { name: title, exact: true })
}

/** Applies for the first job of the list and opens the application. Returns its address. */
export async function openApplication(app: Page): Promise<string> {
  await app.getByRole('option').first().click()
  const detail = app.getByRole('region', { name: 'Job details' })
  await detail.getByRole('button', { name: 'I have applied' }).click()
  await detail.getByRole('link', { name: 'Open the application' }).click()
  await expect(app).toHaveURL(/\/applications\/\d+$/)
  await expect(section(app, 'Timeline')).toBeVisible()
  return app.url()
}

/** Takes back what a notice tells. One that was replaced still fades beside it. */
export async function takeBack(app: Page, said: string): Promise<void> {
  await app.locator('#notices').getByText(said).getByRole('button', { name: 'Undo' }).click()
}

/** Asks the core as the screen does; for what a test needs to be there before it begins. */
export async function ask(app: Page, procedure: string, input: unknown): Promise<unknown> {
  const answer: unknown = await app.evaluate(
    async ([path, json]) => {
      const response = await fetch(`/rpc/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-career-copilot': '1' },
        body: JSON.stringify({ json }),
      })
      return await response.json()
    },
    [procedure, input] as const,
  )
  return typeof answer === 'object' && answer !== null && 'json' in answer ? answer.json : answer
}
